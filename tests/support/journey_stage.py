"""A stage for journeys: what lives on in a channel between its workshops, played as conversations.

It drives the engine as the desk does (areas' `presses`, `forms`, `commands`, then `advance` and `ring`) and
keeps what stands on every board, every timer and every reminder. After every step it checks what must always
hold: the log tells of the same journey, and every board, old or new, can be composed and said in every
language.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import count
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from adaptive_cards import views
from adaptive_cards.views.mending import mending
from adaptive_cards.words import Words
from content.loader import default_library
from content.process import Process
from dialogs.boards import CHANNEL, Board, Room, direct
from dialogs.codec import dump, load_journey
from dialogs.commands import parse
from dialogs.effects import ClearTimers, Effect, Remind, SetTimer, Show, ShowAgain, Unremind
from dialogs.forgetting import ALIAS, about, forget
from dialogs.journey.area import Acting, Errors, WorkshopWanted
from dialogs.journey.areas import COMMANDS, FORMS, PRESSES
from dialogs.journey.engine import JourneyTurn, advance, compose, fold, nudge, open_journey, ring
from dialogs.journey.fact import JourneyFact
from dialogs.journey.journey import Journey
from dialogs.journey.messages import Digest, DigestLine, JourneyForm, JourneyMessage, NudgeView
from dialogs.journey.people import Gone
from dialogs.journey.workshops.events import WorkshopBegan, WorkshopEnded
from dialogs.journey.workshops.state import Brought
from dialogs.receipts import DONE, Code, Receipt
from tests.support.stage_watch import pid

BEGINS = datetime(2027, 2, 1, 7, 0, tzinfo=UTC)
"""A Monday morning: 9.00 in Helsinki."""
M = TypeVar("M")


@dataclass
class JourneyStage:
    """The journey of one channel. People are called by name; `pid(name)` is their id."""

    clock: datetime = BEGINS
    zone: str = "Europe/Helsinki"
    language: str = "fi"
    thorough: bool = True
    """Look at every board at every step, and say it in all languages."""
    facts: list[JourneyFact] = field(default_factory=list)
    timers: dict[str, datetime] = field(default_factory=dict)
    reminders: dict[tuple[str, str, str], datetime] = field(default_factory=dict)
    """(name of the person, item, kind) -> when they are to be reminded (UTC); also those whose time has come,
    until they are answered."""
    ends: dict[tuple[str, str, str], datetime | None] = field(default_factory=dict)
    """From when on (UTC) a reminder is of no use."""
    standing: dict[tuple[Room, Board], JourneyMessage] = field(default_factory=dict)
    shown: dict[tuple[Room, Board], None] = field(default_factory=dict)
    """Every board that was ever to be shown, posted or not."""
    posted: list[tuple[Room, Board]] = field(default_factory=list)
    """The boards that the last step posted as new cards."""
    errors: Errors = field(default_factory=dict)
    """What had to be mended in the last form, field by field."""
    wanted: str = ""
    """The workshop that a button was to start in the channel last."""
    answer: JourneyMessage | JourneyForm | Receipt | None = None
    """What the last actor saw: a private message, another form, or the receipt."""
    turn: JourneyTurn = field(init=False)
    _numbers: Iterable[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        """The journey begins."""
        place = "teams:0f-1a:19:abc@thread.tacv2"
        turn = open_journey(journey="j1", place=place, language=self.language, zone=self.zone, now=self.clock)
        self._took(turn)

    # --- workshops --------------------------------------------------------------------------------

    def holds(
        self,
        *people: str,
        leader: str = "Maija",
        picks: Sequence[str | Brought] = (),
        slug: str = "tietotyon-muutos",
        step: str = "nostot",
        session: str = "",
    ) -> str:
        """A workshop begins and ends now; returns its session's id.

        `picks`: what was brought up; the words alone were written by the first of `people`.
        """
        session = session or f"s{len(self.journey.held) + 1}"
        there = self._named(people)
        self.happens(WorkshopBegan(session, slug, (*self._named((leader,)), *there)))
        author = there[0][0] if there else pid(leader)
        brought = tuple(
            one if isinstance(one, Brought) else Brought(step, f"n{number}", "k1", one, author)
            for number, one in enumerate(picks, 1)
        )
        ended = WorkshopEnded(session, slug, self.clock, there, self._named((leader,)), brought)
        self.happens(ended)
        return session

    # --- what people do ---------------------------------------------------------------------------

    def presses(self, name: str, verb: str, *args: str, origin: str = "") -> Receipt:
        """A plain button of a card of the journey, or (`origin`) of the session with that id."""
        if verb not in PRESSES:
            return self._said(Receipt(Code.UNKNOWN))
        return self._done(PRESSES[verb](self._acting(name, args, origin=origin)))

    def opens(self, name: str, verb: str, *args: str, origin: str = "") -> Any:
        """The form behind a button, or why there is none (a receipt)."""
        form = FORMS.get(verb)
        if form is None or len(args) not in form.args:
            return self._said(Receipt(Code.UNKNOWN))
        found = form.ask(self._acting(name, args, origin=origin))
        if not isinstance(found, Receipt):
            self.answer = found
            _speak(found)
            return found
        return self._said(found)

    def sends(
        self,
        name: str,
        verb: str,
        /,
        *args: str,
        origin: str = "",
        nonce: str = "",
        **values: str | tuple[str, ...],
    ) -> Receipt:
        """Opens the form and sends it. Field ids with a hyphen: give them as `**{"a-b": "..."}`."""
        found = self.opens(name, verb, *args, origin=origin)
        if isinstance(found, Receipt):
            return found
        return self.submits(name, verb, *args, origin=origin, nonce=nonce, **values)

    def submits(
        self,
        name: str,
        verb: str,
        /,
        *args: str,
        origin: str = "",
        nonce: str = "",
        **values: str | tuple[str, ...],
    ) -> Receipt:
        """Sends a form that was opened earlier; what has to be mended in it is in `errors`."""
        form = FORMS.get(verb)
        if form is None or len(args) not in form.args:
            return self._said(Receipt(Code.UNKNOWN))
        nonce = nonce or f"nonce-{next(iter(self._numbers))}"
        return self._done(form.read(self._acting(name, args, origin=origin, values=values, nonce=nonce)))

    def says(self, name: str, text: str, *mentioned: str) -> Receipt:
        """`/paja text` in the channel; `mentioned` are those whom the text names."""
        command = parse(text)
        assert type(command) in COMMANDS, f"{command} is no command of a journey"
        acting = self._acting(name, (), mentioned=self._named(mentioned))
        return self._done(COMMANDS[type(command)](acting, command))

    def happens(self, event: Any) -> Receipt:
        """Any event, as it comes from outside."""
        before = self.journey
        turn = advance(before, event, self.clock)
        if not turn.facts:
            assert turn.journey == before
            assert not turn.effects
        self._took(turn)
        return self._said(turn.receipt)

    # --- what time brings -------------------------------------------------------------------------

    def waits(self, days: float = 0, hours: float = 0, minutes: float = 0) -> None:
        """Time goes by; every timer rings when it is due."""
        end = self.clock + timedelta(days=days, hours=hours, minutes=minutes)
        while due := [name for name, at in self.timers.items() if at <= end]:
            name = min(due, key=self.timers.__getitem__)
            self.clock = max(self.clock, self.timers[name])
            self.rings(name)
        self.clock = end

    def until(self, day: str, hour: int = 9, minute: int = 0) -> None:
        """Time goes by until an hour of a day ("2027-02-15") on the team's clocks."""
        wanted = datetime.fromisoformat(day).replace(hour=hour, minute=minute, tzinfo=ZoneInfo(self.zone))
        assert wanted.astimezone(UTC) >= self.clock, f"{day} has passed"
        self.waits(minutes=(wanted.astimezone(UTC) - self.clock) / timedelta(minutes=1))

    def sleeps(self, days: float = 0, hours: float = 0) -> None:
        """The machine is off; what fell due meanwhile rings afterwards, in order."""
        self.clock += timedelta(days=days, hours=hours)
        self.waits()

    def rings(self, name: str) -> Receipt:
        """A timer rings now."""
        self.timers.pop(name, None)
        self._took(ring(self.journey, name, self.clock))
        return self._said(self.turn.receipt)

    def reminded(self, name: str) -> dict[tuple[str, str], NudgeView]:
        """(item, kind) -> what somebody's reminders say that are due now and not without use."""
        found = {}
        for (person, item, kind), due in self.reminders.items():
            ends = self.ends[person, item, kind]
            if person == name and due <= self.clock and (ends is None or self.clock < ends):
                view = nudge(self.journey, kind, item, pid(name), self.clock)
                if view is not None:
                    _speak(Digest(self.clock.date(), (DigestLine("j1", "", item, kind, view),)))
                    found[item, kind] = view
        return found

    def dues(self, item: str) -> dict[tuple[str, str], datetime]:
        """(name, kind) -> when (UTC) somebody is reminded of `item`."""
        return {(who, kind): at for (who, what, kind), at in self.reminders.items() if what == item}

    # --- the machine ------------------------------------------------------------------------------

    def crashes(self) -> None:
        """The process dies; everything is read again from the store."""
        self.facts = [load_journey(*dump(fact)) for fact in self.facts]
        self.turn = JourneyTurn(fold(self.facts), (), (), DONE)

    def goes(self, name: str) -> Receipt:
        """Somebody leaves the channel or the company."""
        return self.happens(Gone(pid(name)))

    def forgets(self, name: str) -> str:
        """Everything of a person is removed, as the desk does it; the alias that is left of them."""
        alias = f"{ALIAS}{next(iter(self._numbers)):x}"
        self.goes(name)
        self.facts = [load_journey(*dump(fact)) for fact in forget(self.facts, pid(name), alias)]
        self.turn = JourneyTurn(fold(self.facts), (), (), DONE)
        for place in [one for one in self.shown if one[0] == direct(pid(name))]:
            self.standing.pop(place, None)
            del self.shown[place]
        self._effect(ShowAgain())
        assert not about(self.facts, pid(name))
        return alias

    # --- what there is to see ---------------------------------------------------------------------

    @property
    def journey(self) -> Journey:
        """As it is now."""
        return self.turn.journey

    @property
    def receipt(self) -> Receipt:
        """The answer to the last deed; where that was a message it is in `answer`, and all is done."""
        return self.turn.receipt if isinstance(self.turn.receipt, Receipt) else DONE

    @property
    def channel(self) -> tuple[JourneyMessage, ...]:
        """The cards of the channel, oldest first."""
        return self._in(CHANNEL)

    def sees(self, name: str) -> tuple[JourneyMessage, ...]:
        """The cards of somebody's direct messages, oldest first (digests of reminders are not among them)."""
        return self._in(direct(pid(name)))

    def card(self, name: str, kind: type[M]) -> M:
        """The newest card of that kind in somebody's direct messages; "" for the channel."""
        cards = self.sees(name) if name else self.channel
        return next(one for one in reversed(cards) if isinstance(one, kind))

    def posted_to(self, name: str) -> tuple[JourneyMessage, ...]:
        """The new cards that the last deed brought to somebody; "" for the channel."""
        room = direct(pid(name)) if name else CHANNEL
        return tuple(self.standing[place] for place in self.posted if place[0] == room)

    # --- inside -----------------------------------------------------------------------------------

    def _acting(
        self,
        name: str,
        args: tuple[str, ...],
        *,
        origin: str = "",
        values: dict[str, str | tuple[str, ...]] | None = None,
        nonce: str = "",
        mentioned: tuple[tuple[str, str], ...] = (),
    ) -> Acting:
        return Acting(
            journey=self.journey,
            args=args,
            person=pid(name),
            name=name,
            zone=self.zone,
            now=self.clock,
            values=values or {},
            nonce=nonce,
            origin=origin,
            mentioned=mentioned,
            processes=processes(),
        )

    def _named(self, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
        return tuple((pid(name), name) for name in names)

    def _in(self, room: Room) -> tuple[JourneyMessage, ...]:
        return tuple(message for (place, _), message in self.standing.items() if place == room)

    def _done(self, outcome: Any) -> Receipt:
        """What a button, a sent form or a command came to."""
        self.errors = {}
        match outcome:
            case dict():
                self.errors = outcome
                for one in _languages():
                    assert all(mending(mend, one) for mend in outcome.values())
                return self._said(Receipt(Code.UNKNOWN))
            case Receipt():
                return self._said(outcome)
            case WorkshopWanted():
                self.turn = JourneyTurn(self.journey, (), (), DONE)
                self.posted, self.wanted = [], outcome.slug
                return DONE
            case JourneyMessage() | JourneyForm():
                _speak(outcome)
                self.turn = JourneyTurn(self.journey, (), (), DONE)
                self.posted, self.answer = [], outcome
                return DONE
            case _:
                return self.happens(outcome)

    def _said(self, receipt: Receipt | JourneyMessage) -> Receipt:
        if receipt is not self.turn.receipt:
            self.turn, self.posted = JourneyTurn(self.journey, (), (), receipt), []
        _speak(receipt)
        self.answer = receipt
        return receipt if isinstance(receipt, Receipt) else DONE

    def _took(self, turn: JourneyTurn) -> None:
        assert len(set(turn.effects)) == len(turn.effects), "an effect came twice"
        self.turn = turn
        stored = [load_journey(*dump(fact)) for fact in turn.facts]
        assert stored == list(turn.facts), "a fact came back from the store changed"
        self.facts += stored
        self.posted = []
        for effect in turn.effects:
            self._effect(effect)
        if self.thorough:
            assert fold(self.facts) == self.journey, "the log tells of another journey"
            for room, board in self.shown:
                if message := compose(self.journey, board, room, self.clock):
                    _speak(message)

    def _effect(self, effect: Effect) -> None:
        match effect:
            case Show(room, board):
                self._stand(room, board)
            case ShowAgain():
                for room, board in list(self.standing):
                    self._stand(room, board)
            case SetTimer(name, due):
                self.timers[name] = due
            case ClearTimers(prefix):
                for name in [one for one in self.timers if one.startswith(prefix)]:
                    del self.timers[name]
            case Remind() | Unremind():
                self._reminding(effect)

    def _reminding(self, effect: Remind | Unremind) -> None:
        if isinstance(effect, Remind):
            assert not effect.person.startswith(ALIAS), "nobody is there to be reminded"
            key = (_called(effect.person), effect.item, effect.kind)
            self.reminders[key], self.ends[key] = effect.due, effect.ends
            return
        for key in [one for one in self.reminders if one[1] == effect.item]:
            if effect.person in {"", pid(key[0])}:
                del self.reminders[key]

    def _stand(self, room: Room, board: Board) -> None:
        place = (Room.parse(str(room)), Board.parse(str(board)))
        assert place == (room, board)
        assert not room.person.startswith(ALIAS), "nobody is there to read it"
        self.shown[place] = None
        message = compose(self.journey, board, room, self.clock)
        if message is None:
            self.standing.pop(place, None)
            return
        if place not in self.standing:
            self.posted.append(place)
        self.standing[place] = message


def _called(person: str) -> str:
    """The name that `pid` made an id of."""
    return person.removeprefix("teams:0f-1a:29:").removesuffix("/x+=")


@lru_cache(maxsize=1)
def processes() -> dict[str, Process]:
    """The processes of the content, by slug."""
    return {slug: edition.process for slug, edition in default_library().processes.items()}


@lru_cache(maxsize=1)
def _languages() -> tuple[Words, ...]:
    library = default_library()
    zone = ZoneInfo("Europe/Helsinki")
    return tuple(Words(one, None, zone, library=library) for one in library.phrasebooks.values())


def _speak(said: Any) -> None:
    """Every message and form has a view and phrases, in all languages."""
    for words in _languages():
        if isinstance(said, JourneyForm):
            views.form(said, words, "nonce-0")
        else:
            views.card(said, words)
