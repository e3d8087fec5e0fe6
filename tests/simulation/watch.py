"""What must hold of everything that was ever sent, whatever has happened to teams and machines in between.

The watch hears every transaction and sees every card. From what was set, answered and said it keeps its own
account of which reminder may be said, and says where the bot's differs from it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from adaptive_cards.card import Buttons, Card
from adaptive_cards.renderers.plain_text import render
from bot.facilitation.preferences import rhythm
from bot.storage.changes import Changes, NudgeKey, NudgeTimes, SaidRow
from dialogs.calendar.due import NUDGES, NUDGES_PER_THING
from dialogs.calendar.hours import Rhythm
from dialogs.calendar.workdays import add_workdays

Thing = tuple[str, str, str]
ZONE = "Europe/Helsinki"
_SLOW = timedelta(minutes=15)
"""How long the platform's faults may keep a digest that leaves within working hours."""


@dataclass(frozen=True, slots=True)
class Digest:
    """A digest as it was first posted."""

    person: str
    at: datetime
    text: str


@dataclass
class Watch:
    """`faults` is what was found; `digests`, `said` and `told` are what was seen."""

    faults: list[str] = field(default_factory=list)
    digests: list[Digest] = field(default_factory=list)
    said: int = 0
    answered: int = 0
    lost: list[NudgeKey] = field(default_factory=list)
    zones: dict[str, str] = field(default_factory=dict)
    """Person -> their clock, when it is not the team's."""
    preferences: dict[str, dict[str, object]] = field(default_factory=dict)
    private: dict[str, str] = field(default_factory=dict)
    """Words that only one person may ever read -> that person."""
    gone: dict[str, datetime] = field(default_factory=dict)
    """Since when (UTC) somebody is not to be written to any more."""
    read: Callable[[str, Card], None] = lambda _, __: None
    """Told of every card in a person's own room, as it stands."""
    cards: int = 0
    _waiting: dict[NudgeKey, NudgeTimes] = field(default_factory=dict)
    _open: defaultdict[Thing, set[NudgeKey]] = field(default_factory=lambda: defaultdict(set))
    _days: defaultdict[tuple[str, date], list[SaidRow]] = field(default_factory=lambda: defaultdict(list))
    _boards: defaultdict[tuple[str, date], set[str]] = field(default_factory=lambda: defaultdict(set))

    # --- transactions -----------------------------------------------------------------------------

    def heard(self, changes: Changes) -> None:
        """A transaction that is durable."""
        self.preferences.update(changes.preferences)
        for row in changes.said:
            self._say(row, changes.at)
        for off in changes.put_off:
            waiting = self._waiting.get(off.key)
            if waiting is not None and waiting.due == off.due:
                if off.until is not None:
                    self._waiting[off.key] = NudgeTimes(off.until, waiting.ends)
                else:
                    del self._waiting[off.key]
                    self._let_go(off.key, waiting, changes.at)
        for key, times in changes.nudges.items():
            self._set(key, times)

    def _set(self, key: NudgeKey, times: NudgeTimes | None) -> None:
        thing = key.person, key.stream, key.item
        if key in self._open[thing]:
            self._open[thing].discard(key)
            self.answered += 1
        if times is None:
            self._waiting.pop(key, None)
        else:
            self._waiting[key] = times

    def _say(self, row: SaidRow, at: datetime) -> None:
        key, waiting = row.key, self._waiting.pop(row.key, None)
        if waiting is None:
            self._fault(f"{key} is said at {at}, though it does not wait (said before, or answered)")
            return
        if waiting.due != row.due:
            self._waiting[key] = waiting
            return
        self.said += 1
        if waiting.ends is not None and waiting.ends <= at:
            self._fault(f"{key} is said at {at}, when it is of no use any more ({waiting.ends})")
        thing = key.person, key.stream, key.item
        unanswered = sum(one.kind in NUDGES for one in self._open[thing])
        if key.kind in NUDGES and unanswered >= NUDGES_PER_THING:
            self._fault(f"{key}: one more, though {unanswered} are without an answer")
        self._open[thing].add(key)
        self._of_the_day(row, waiting, at)

    def _of_the_day(self, row: SaidRow, times: NudgeTimes, at: datetime) -> None:
        own = self.rhythm(row.key.person)
        if not own.allows(at):
            self._fault(f"{row.key} is said at {at}, outside of {row.key.person}'s hours")
        if row.key.person in self.gone and self.gone[row.key.person] < at:
            self._fault(f"{row.key} is said at {at}, though they have gone")
        day = row.key.person, own.day_of(at)
        boards = self._boards[day]
        boards.add(row.digest)
        self._days[day].append(row)
        if len(boards) > 1:
            batch = [one for one in self._days[day] if one.digest == row.digest]
            urgent = times.ends is not None and times.ends <= own.next_day(at)
            # What cannot wait takes the others along.
            if not urgent and len(batch) == 1:
                self._second[day] = row

    _second: dict[tuple[str, date], SaidRow] = field(default_factory=dict)

    def _let_go(self, key: NudgeKey, times: NudgeTimes, at: datetime) -> None:
        thing = key.person, key.stream, key.item
        soon = self.rhythm(key.person).earliest(max(at, times.due))
        too_late = times.ends is not None and times.ends <= soon
        enough = sum(one.kind in NUDGES for one in self._open[thing]) >= NUDGES_PER_THING
        beside = any(one.key[:3] == key[:3] for rows in self._days_of(key.person, at) for one in rows)
        if not (too_late or enough or beside or key.kind == "workshop_hour"):
            self._fault(f"{key} is let go at {at}, though it is of use until {times.ends}")

    def _days_of(self, person: str, at: datetime) -> list[list[SaidRow]]:
        return [self._days[person, self.rhythm(person).day_of(at)]]

    def rhythm(self, person: str) -> Rhythm:
        """When somebody works, as they have said so far."""
        return rhythm(self.preferences.get(person, {}), self.zones.get(person, ZONE))

    # --- cards ------------------------------------------------------------------------------------

    def stood(self, room: str, card: Card, at: datetime, *, new: bool) -> None:
        """A card stands in a room (a conversation, or a person's own)."""
        self.cards += 1
        text = render(card)
        for words, person in self.private.items():
            if words in text and room != person:
                self._fault(f"{words!r} of {person} stands in {room} at {at}")
        if new and _is_digest(card):
            self.digests.append(Digest(room, at, text))
            own = self.rhythm(room)
            if not (own.allows(at) or own.allows(at - _SLOW)):
                self._fault(f"a digest reaches {room} at {at}, outside of their hours")
        self.read(room, card)

    # --- at the end -------------------------------------------------------------------------------

    def over(self, now: datetime) -> None:
        """What is left undone."""
        for key, times in self._waiting.items():
            own = self.rhythm(key.person)
            late = own.opening(add_workdays(own.day_of(times.due), 3, own.zone, own.absences, own.hours.days))
            if late < now and key.person not in self.gone:
                self._fault(f"{key} was due at {times.due} and has not been said by {now}")
        for (person, day), row in self._second.items():
            self._fault(f"{person} has got a second digest on {day}, with nothing urgent: {row.key}")

    def _fault(self, text: str) -> None:
        if len(self.faults) < 50:
            self.faults.append(text)


def _is_digest(card: Card) -> bool:
    rows = [block for block in card.blocks if isinstance(block, Buttons)]
    return any(one.action is not None and one.action.verb == "why" for row in rows for one in row.buttons)
