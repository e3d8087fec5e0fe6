"""A stage: one session of workshop 1, played as conversations, and watched at every step.

It drives the engine as the desk does (`forms.ask`, `forms.read`, `forms.after`, `presses.event_of`,
`advance`) and keeps what stands on every board, as the courier would show it. After every step it checks what
must always hold (`tests/support/stage_watch.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TypeVar

from content.library import Edition
from content.loader import default_library
from dialogs import events as e
from dialogs import facts as f
from dialogs import forms, presses
from dialogs import messages as m
from dialogs.boards import CHANNEL, Board, Room, direct
from dialogs.compose import compose
from dialogs.effects import ClearTimers, SetTimer, Show, ShowAgain
from dialogs.engine import Turn, advance, open_session
from dialogs.evolve import fold
from dialogs.forgetting import ALIAS, forget
from dialogs.group_memory import Division
from dialogs.planner import Wish
from dialogs.receipts import Code, Receipt
from dialogs.session import Group, Run, Session
from dialogs.verbs import FORMS
from tests.support.stage_watch import pid, reloaded, watch

BEGINS = datetime(2026, 1, 12, 7, 0, tzinfo=UTC)
M = TypeVar("M", bound=m.Message)


def edition(number: str = "1") -> Edition:
    """A workshop of the library."""
    found = default_library().find(number)
    assert found is not None
    return found


@dataclass
class Stage:
    """`thorough` looks at every board at every step; without it, at those that change, in the end at all."""

    leader: str = "Maija"
    seed: int = 1
    thorough: bool = True
    edition: Edition = field(default_factory=edition)
    clock: datetime = BEGINS
    wish: Wish | None = None
    """What the agenda is planned for; None: as the content has it."""
    slow: bool = False
    earlier: tuple[Division, ...] = ()
    """How people were divided in the workshops before."""
    facts: list[f.FactType] = field(default_factory=list)
    timers: dict[str, datetime] = field(default_factory=dict)
    standing: dict[tuple[Room, Board], m.Message] = field(default_factory=dict)
    shown: dict[tuple[Room, Board], None] = field(default_factory=dict)
    """Every board that was ever to be shown, posted or not."""
    posted: list[tuple[Room, Board]] = field(default_factory=list)
    """The boards that the last step posted as new cards."""
    errors: dict[str, str] = field(default_factory=dict)
    """What had to be mended in the last form, field by field."""
    turn: Turn = field(init=False)
    shadow: Session = field(init=False)
    """The session as the store's facts tell it, one after another."""
    _numbers: Iterable[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        """The leader starts the workshop; its lobby is open."""
        turn = open_session(
            session="s1",
            edition=self.edition,
            place="teams:0f-1a:19:abc@thread.tacv2",
            language="fi",
            seed=self.seed,
            facilitator=pid(self.leader),
            name=self.leader,
            now=self.clock,
            wish=self.wish,
            slow=self.slow,
            earlier=self.earlier,
        )
        self._took(turn)

    # --- what people do ---------------------------------------------------------------------------

    def joins(self, *names: str) -> Receipt:
        """Each presses Liity mukaan, a second after the other."""
        for name in names:
            self.clock += timedelta(seconds=1)
            self.presses(name, "join")
        return self.receipt

    def begins(self, *names: str, step: str = "") -> None:
        """`names` join, and the leader goes on to `step` (the first one by default)."""
        self.joins(*names)
        self.presses(self.leader, "begin")
        if step:
            self.goes_to(step)

    def goes_to(self, step: str) -> None:
        """The leader presses Seuraava (and Jatka where a break is planned) until `step` goes on."""
        while self.session.current != step:
            code = self.presses(self.leader, "next").code
            assert (self.presses(self.leader, "resume").code if code is Code.PAUSED else code) is Code.DONE
            assert not self.session.closed, f"{step} never came"

    def regroups_until(self, happened: Callable[[], bool]) -> None:
        """The leader divides the people again, some times at most."""
        for _ in range(20):
            self.presses(self.leader, "regroup")
            if happened():
                return
        raise AssertionError("dividing again did not do it")

    def presses(self, name: str, verb: str, *args: str) -> Receipt:
        """A plain button; without arguments it is the one on the newest card."""
        event = presses.event_of(verb, args or self.newest(name, verb), pid(name), name, "fi")
        return self.happens(event) if event else self._answered(Receipt(Code.UNKNOWN))

    def opens(self, name: str, verb: str, *args: str) -> m.FormMessage | Receipt:
        """The form behind a button, or why there is none."""
        return forms.ask(self.session, verb, args or self.newest(name, verb), pid(name), self.clock)

    def sends(
        self, name: str, verb: str, /, *args: str, nonce: str = "", **values: str | tuple[str, ...]
    ) -> Receipt:
        """Opens the form and sends it."""
        args = args or self.newest(name, verb)
        found = self.opens(name, verb, *args)
        if isinstance(found, Receipt):
            return self._answered(found)
        return self.submits(name, verb, *args, nonce=nonce, **values)

    def submits(
        self, name: str, verb: str, /, *args: str, nonce: str = "", **values: str | tuple[str, ...]
    ) -> Receipt:
        """Sends a form that was opened earlier; what has to be mended in it is in `errors`."""
        assert verb in FORMS
        self.errors = {}
        nonce = nonce or f"nonce-{next(iter(self._numbers))}"
        found = forms.read(self.session, verb, args, pid(name), values, nonce, self.clock)
        match found:
            case dict():
                self.errors = found
                return self._answered(Receipt(Code.UNKNOWN))
            case Receipt():
                return self._answered(found)
            case m.NoteForm() | m.MineForm() | m.EditForm():
                raise AssertionError(f"{verb} leads to {found}")
            case _:
                receipt = self.happens(found)
                forms.after(self.session, found, pid(name), self.clock)
                return receipt

    def writes(self, name: str, text: str, cell: str = "", nonce: str = "") -> Receipt:
        """A note, in the step that goes on."""
        return self.sends(name, "note", nonce=nonce, cell=cell or self.cell(), text=text)

    def says(self, name: str, text: str) -> Receipt:
        """A turn of Joo & ja."""
        return self.sends(name, "turn", text=text)

    def happens(self, event: e.Event) -> Receipt:
        """Any event, as it comes from outside."""
        before = (self.session, tuple(self.facts))
        turn = advance(self.session, event, self.clock)
        if not turn.facts:
            assert turn.session == before[0]
            assert not turn.effects
        self._took(turn)
        return self.receipt

    # --- what time brings -------------------------------------------------------------------------

    def waits(self, minutes: float = 0, seconds: float = 0) -> None:
        """Time goes by; every timer rings when it is due."""
        end = self.clock + timedelta(minutes=minutes, seconds=seconds)
        while due := [name for name, at in self.timers.items() if at <= end]:
            name = min(due, key=self.timers.__getitem__)
            self.clock = max(self.clock, self.timers[name])
            self.rings(name)
        self.clock = end

    def rings(self, name: str) -> Receipt:
        """A timer rings now."""
        self.timers.pop(name, None)
        return self.happens(e.TimerRang(name))

    def sleeps(self, minutes: float) -> None:
        """The machine is off; what fell due meanwhile rings afterwards, in order."""
        self.clock += timedelta(minutes=minutes)
        for name, due in sorted(self.timers.items(), key=lambda item: item[1]):
            if due <= self.clock and self.timers.get(name) == due:
                self.rings(name)

    # --- the machine ------------------------------------------------------------------------------

    def crashes(self) -> None:
        """The process dies; everything is read again from the store."""
        self.facts = reloaded(self.facts)
        session = fold(self.facts, self.edition.workshop)
        assert session == self.session
        self.turn, self.shadow = Turn(session, (), (), self.receipt), session

    def forgets(self, name: str) -> str:
        """Everything of a person is removed, as the desk does it; the alias that is left of them."""
        alias = f"{ALIAS}{next(iter(self._numbers)):x}"
        self.happens(e.Left(pid(name)))
        self.facts = reloaded(forget(self.facts, pid(name), alias))
        self.shadow = fold(self.facts, self.edition.workshop)
        self.turn = Turn(self.shadow, (), (), self.receipt)
        gone = [place for place in self.standing if place[0] == direct(pid(name))]
        for place in gone:
            del self.standing[place]
        self._show((ShowAgain(),))
        return alias

    # --- what there is to see ---------------------------------------------------------------------

    @property
    def session(self) -> Session:
        """As it is now."""
        return self.turn.session

    @property
    def receipt(self) -> Receipt:
        """The answer to the last deed."""
        return self.turn.receipt

    @property
    def run(self) -> Run:
        """The run of the step that goes on."""
        return self.session.runs[self.session.current]

    @property
    def channel(self) -> tuple[m.Message, ...]:
        """The cards of the channel, oldest first."""
        return self._in(CHANNEL)

    def thread(self, group: str) -> tuple[m.Message, ...]:
        """The cards in the threads of a group."""
        rooms = {room for room, _ in self.standing if room.root.endswith(f"/{group}")}
        return tuple(message for room in rooms for message in self._in(room))

    def sees(self, name: str) -> tuple[m.Message, ...]:
        """The cards of somebody's direct messages, oldest first."""
        return self._in(direct(pid(name)))

    def card(self, name: str, kind: type[M]) -> M:
        """The newest card of that kind in somebody's direct messages; "" for the channel."""
        cards = self.sees(name) if name else self.channel
        return next(one for one in reversed(cards) if isinstance(one, kind))

    def posted_to(self, name: str) -> tuple[m.Message, ...]:
        """The new cards that the last deed brought to somebody."""
        room = direct(pid(name))
        return tuple(self.standing[place] for place in self.posted if place[0] == room)

    def canvas(self, group: str) -> m.GroupCanvas:
        """The newest canvas of a group."""
        found = [one for one in self.channel if isinstance(one, m.GroupCanvas) and one.group_id == group]
        return found[-1]

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Who works with whom now, by name."""
        groups = (group for group in self.run.in_order() if group.members)
        return tuple(tuple(map(self.session.name, group.members)) for group in groups)

    def group(self, name: str) -> Group:
        """The group that somebody is in."""
        group = self.run.group_of(pid(name))
        assert group is not None, f"{name} is in no group"
        return group

    def partner(self, name: str) -> str:
        """The other one of a pair."""
        (other,) = (one for one in self.group(name).members if one != pid(name))
        return self.session.name(other)

    def writer(self, name: str) -> str:
        """Whose turn it is in somebody's pair."""
        coming = self.group(name).coming
        assert coming is not None
        return self.session.name(coming.by)

    def texts(self, step: str = "") -> tuple[str, ...]:
        """The notes of a step, in the order they were written."""
        step = step or self.session.current
        notes = (one for one in self.session.notes.values() if one.step == step)
        return tuple(note.text for note in sorted(notes, key=lambda note: (note.at, note.id)))

    def note(self, text: str) -> str:
        """The id of the note that says `text`."""
        return next(note.id for note in self.session.notes.values() if note.text == text)

    def cell(self, index: int = 0) -> str:
        """A cell of the canvas of the step that goes on."""
        step = self.session.step
        return step.canvas.ids()[index] if step is not None and hasattr(step, "canvas") else ""

    # --- inside -----------------------------------------------------------------------------------

    def newest(self, name: str, verb: str) -> tuple[str, ...]:
        """The arguments of a button on the newest card."""
        session, step = self.session, self.session.current
        group = self.run.group_of(pid(name)) if step else None
        number = str(group.coming.number) if group and group.coming else "0"
        match verb:
            case "next" | "back" | "skip" | "remind" | "regroup" | "regroup-same" | "cut" | "more":
                return (str(session.visit), "5")[: 1 + (verb == "more")]
            case "arrive" | "ready" | "mine" | "theme" | "retheme" | "turn-over":
                return (step,)
            case "recorder" | "pick" | "note":
                return (step, group.id if group else "all")
            case "place":
                return (step, "now")
            case "turn":
                return (step, number)
            case _:
                return ()

    def _in(self, room: Room) -> tuple[m.Message, ...]:
        return tuple(message for (place, _), message in self.standing.items() if place == room)

    def _answered(self, receipt: Receipt) -> Receipt:
        self.turn = Turn(self.session, (), (), receipt)
        return receipt

    def _took(self, turn: Turn) -> None:
        self.turn = turn
        self.facts += turn.facts
        self._show(turn.effects)
        watch(self)

    def _show(self, effects: Iterable[object]) -> None:
        self.posted = []
        for effect in effects:
            match effect:
                case Show(room, board):
                    self._stand(room, board)
                case ShowAgain():
                    for room, board in list(self.standing):
                        self._stand(room, board)
                case SetTimer(name, due):
                    assert due >= self.clock, f"{name} is set for a moment that has passed"
                    self.timers[name] = due
                case ClearTimers(prefix):
                    for name in [one for one in self.timers if one.startswith(prefix)]:
                        del self.timers[name]

    def _stand(self, room: Room, board: Board) -> None:
        place = (Room.parse(str(room)), Board.parse(str(board)))
        assert place == (room, board)
        self.shown[place] = None
        assert not room.person.startswith(ALIAS), "nobody is there to read it"
        message = compose(self.session, board, room, self.clock)
        if message is None:
            return
        if place not in self.standing:
            self.posted.append(place)
        self.standing[place] = message
