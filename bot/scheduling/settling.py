"""What becomes of the reminders that wait for one person: said now, put off, or of no use any more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.storage.changes import Changes, PutOffRow, SaidRow
from bot.storage.rows import NudgeRow
from dialogs.calendar.budget import Plan, Reminder, Sent, decide
from dialogs.calendar.due import Kind, still_wanted, urgency
from dialogs.calendar.gaps import Late, after_gap
from dialogs.calendar.hours import Rhythm

_MINUTE = timedelta(minutes=1)
_KINDS = frozenset(map(str, Kind))
Thing = tuple[str, str, str]
"""Person, journey, item."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """All that waits for a person today, and what has to be known of them."""

    person: str
    rows: Sequence[NudgeRow]
    rhythm: Rhythm
    sent: tuple[Sent, ...]
    """The digests of the last days."""
    quiet_until: datetime | None
    """Until when (UTC) the platform says not to disturb."""
    unanswered: Mapping[Thing, int]
    """How many nudges of each thing have been said and not answered."""

    pending: str = ""
    """The digest that has not been posted yet."""

    def wanted(self, row: NudgeRow) -> bool:
        """Whether one more of this kind may be said of its thing."""
        kind = row.key.kind
        return kind in _KINDS and still_wanted(Kind(kind), self.unanswered.get(_thing(row), 0))


def settle(waiting: Waiting, changes: Changes) -> None:
    """Decide at `changes.at`, and put what is to be written into `changes`."""
    now = changes.at
    by_id = {"|".join(row.key): row for row in waiting.rows}
    known = {one: reminder for one, row in by_id.items() if (reminder := _reminder(one, row, waiting, now))}
    plan = decide(known.values(), waiting.sent, now, waiting.rhythm, waiting.quiet_until)
    batch = [by_id[one.id] for one in plan.now]
    said = _one_of_each_thing(batch)
    _say(waiting, said, changes)
    _put_off(plan, by_id, changes)
    void = by_id.keys() - known.keys() | {one.id for one in plan.dropped}
    # Only what is due: who is away on a day to come may still come back.
    over = [by_id[one] for one in sorted(void) if by_id[one].due <= now]
    gone = [*over, *(row for row in batch if row not in said)]
    changes.put_off.extend(PutOffRow(row.key, row.due, None) for row in gone)


def _reminder(one: str, row: NudgeRow, waiting: Waiting, now: datetime) -> Reminder | None:
    """What waits, by the rule for what is late; None for what is of no use any more."""
    if not waiting.wanted(row):
        return None
    kind = Kind(row.key.kind)
    gap = after_gap(kind, row.due, now, waiting.rhythm, row.ends)
    if gap.late is Late.DROP or gap.at is None:
        return None
    return Reminder(one, gap.at, urgency(kind), row.ends, rides=gap.late is Late.MERGE)


def _one_of_each_thing(batch: Iterable[NudgeRow]) -> list[NudgeRow]:
    """Who comes back from a holiday is asked once about a thing, by what is the last of it to be due."""
    last: dict[Thing, NudgeRow] = {}
    for row in batch:
        other = last.get(_thing(row))
        if other is None or other.due < row.due:
            last[_thing(row)] = row
    return list(last.values())


def _say(waiting: Waiting, rows: Sequence[NudgeRow], changes: Changes) -> None:
    new = f"digest/{waiting.rhythm.day_of(changes.at).isoformat()}/{changes.at.timestamp():.0f}"
    digest = waiting.pending or new
    changes.said.extend(SaidRow(row.key, row.due, digest) for row in rows)


def _put_off(plan: Plan, by_id: dict[str, NudgeRow], changes: Changes) -> None:
    """What is due and must wait; what is not due yet stays where it is."""
    for later in plan.later:
        row = by_id[later.reminder.id]
        if row.due <= changes.at:
            # Never the same moment again: that would be decided again at once.
            changes.put_off.append(PutOffRow(row.key, row.due, max(later.at, changes.at + _MINUTE)))


def _thing(row: NudgeRow) -> Thing:
    return row.key.person, row.key.stream, row.key.item
