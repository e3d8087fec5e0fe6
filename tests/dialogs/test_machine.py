"""Anything may happen, in any order: the engine keeps its promises.

Eight people press, write, leave, come back, cannot be reached, are forgotten; events arrive twice, late and
in another order; timers ring after long gaps; the process dies. After every rule:

1. The fold of the log, as it comes back from the store, is the session (`stage_watch`).
2. Every accepted note stands, with its words, in exactly one cell, until its author takes it away or is
   forgotten; counts agree with what is there.
3. Nobody is in two groups of a step. Coming turns name nobody from outside the group. Nobody waits alone
   while anybody else is in a group, and nobody who has shown up waits for somebody whose time has passed.
4. Every timer is set for a moment that has not passed.
5. Cards: none raises, however old. What was said in a pair is seen only by those who were in it then; what
   was said of how it went only by facilitators. Cards go only to people of this session. No card that can be
   pressed stands where a new look would show none; let pass is only the pair's card of somebody who waited
   while another wrote, since a newer one has come below it and its buttons do no harm.
   What can be pressed says what is so now (warnings and nudges say what was so when they came).
6. After forgetting, the person's id, name and words are nowhere.
7. A session that is over stays over.
8. What is refused changes nothing; what is delivered twice has one effect.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from dialogs import events as e
from dialogs import forms, presses
from dialogs import messages as m
from dialogs.boards import Board, Room, RoomKind
from dialogs.compose import compose
from dialogs.receipts import Code, Receipt
from dialogs.rehearsal import next_deed
from tests.support.stage import Stage
from tests.support.stage_watch import compose_all, nothing_is_left, pid

PEOPLE = ("Anna", "Ville", "Liisa", "Pekka", "Oona", "Sami", "Helmi")
STEPS = (
    "muutoskeskustelu",
    "joo-ja",
    "joo-ja",
    "voimavararuudukko",
    "voimavararuudukko",
    "nostot",
    "lopetus",
)
LEADERS = ("Maija", "Maija", "Maija", "Anna", "Sami")
name = st.sampled_from(PEOPLE)
anybody = st.sampled_from((*PEOPLE, "Maija"))
leader = st.sampled_from(LEADERS)
ONCE = (
    e.Joined,
    e.Left,
    e.Said,
    e.Noted,
    e.NoteChanged,
    e.Picked,
    e.Rated,
    e.Readied,
    e.Arrived,
    e.MovedOn,
    e.MovedBack,
    e.BreakTaken,
    e.BreakEnded,
    e.TakenOver,
    e.RecorderTaken,
    e.ReminderAsked,
    e.TimerRang,
    e.NotReached,
)
"""Events that have one effect however often they arrive, also past the desk's own filter."""


class Workshop(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.stage = Stage(thorough=False)
        self.words = 0
        self.notes: dict[str, tuple[str, str]] = {}
        """Note id -> (author, text)."""
        self.heard: dict[str, frozenset[str]] = {}
        """What was said in a pair -> who was in it then."""
        self.lines: dict[str, str] = {}
        """What was said of how it went -> who said it."""
        self.held: list[e.Event] = []
        self.last: e.Event | None = None
        self.over = False
        self.looked_at: object = None
        self.seen: dict[tuple[Room, Board], m.Message] = {}

    @initialize(names=st.lists(name, min_size=1, max_size=7, unique=True), step=st.sampled_from(("", *STEPS)))
    def somewhere(self, names: list[str], step: str) -> None:
        """The workshop is at some step already; "" is the lobby."""
        if step:
            self.stage.begins("Anna", *(one for one in names if one != "Anna"), step=step)
        else:
            self.stage.joins(*names)

    # --- people ---------------------------------------------------------------------------------

    @rule(names=st.lists(name, min_size=1, max_size=5, unique=True))
    def join(self, names: list[str]) -> None:
        for one in names:
            self.happens(e.Joined(pid(one), one, "fi"))

    @rule(who=anybody)
    def leave(self, who: str) -> None:
        self.happens(e.Left(pid(who)))

    @rule(who=name)
    def is_not_reached(self, who: str) -> None:
        self.happens(e.NotReached(pid(who)))

    @rule(who=anybody)
    def take_over(self, who: str) -> None:
        self.happens(e.TakenOver(pid(who), who))

    @rule(by=leader, other=name, handing_over=st.booleans())
    def name_facilitator(self, by: str, other: str, handing_over: bool) -> None:  # noqa: FBT001 -- a drawn value
        self.happens(e.FacilitatorNamed(pid(by), pid(other), other, handing_over))

    @rule(who=anybody)
    def forget(self, who: str) -> None:
        said = [text for author, text in self.notes.values() if author == pid(who)]
        said += [line for line, author in self.lines.items() if author == pid(who)]
        said += [text for text in self.heard if text.endswith(f"-{who}")]
        self.notes = {key: value for key, value in self.notes.items() if value[0] != pid(who)}
        self.held = [event for event in self.held if getattr(event, "person", "") != pid(who)]
        self.last = None
        self.stage.forgets(who)
        nothing_is_left(self.stage, who, (f"'{who}'", *said))

    # --- the course -----------------------------------------------------------------------------

    @precondition(lambda self: not self.session.current)
    @rule(by=leader)
    def begin(self, by: str) -> None:
        self.happens(e.Begun(pid(by)))

    @rule(by=leader, times=st.integers(1, 3))
    def move_on(self, by: str, times: int) -> None:
        for _ in range(times):
            if not self._last_step():
                self.happens(e.MovedOn(pid(by), self.session.visit))

    @rule(by=leader)
    def skip(self, by: str) -> None:
        if not self._last_step():
            self.happens(e.MovedOn(pid(by), self.session.visit, skipping=True))

    @rule(by=leader)
    def move_back(self, by: str) -> None:
        self.happens(e.MovedBack(pid(by), self.session.visit))

    @precondition(lambda self: self._last_step())
    @rule(by=leader, really=st.integers(0, 3))
    def close(self, by: str, really: int) -> None:
        if not really:
            self.happens(e.MovedOn(pid(by), self.session.visit))

    @rule(by=leader, really=st.integers(0, 30))
    def end(self, by: str, really: int) -> None:
        if really == 1:
            self.happens(e.Ended(pid(by)))

    @rule(by=leader, what=st.sampled_from(("pause", "resume", "regroup", "remind", "time", "time")))
    def steer(self, by: str, what: str) -> None:
        visit = self.session.visit
        events: dict[str, e.Event] = {
            "pause": e.BreakTaken(pid(by)),
            "resume": e.BreakEnded(pid(by)),
            "regroup": e.RegroupAsked(pid(by), visit),
            "remind": e.ReminderAsked(pid(by), visit),
            "time": e.TimeAdded(pid(by), 1 + self.words % 5, visit),
        }
        self.happens(events[what])

    @rule(by=leader, step=st.sampled_from(("voimavarakukka", "voimavarapuu", "lotus-blossom", "nostot")))
    def swap_shape(self, by: str, step: str) -> None:
        self.happens(e.ShapeSwapped(pid(by), step))

    @rule(by=leader, data=st.data())
    def set_agenda(self, by: str, data: st.DataObject) -> None:
        ids = [item.step for item in self.session.agenda]
        self.happens(e.AgendaChosen(pid(by), tuple(data.draw(st.lists(st.sampled_from(ids))))))

    # --- work -----------------------------------------------------------------------------------

    @rule(who=anybody, cell=st.integers(0, 7), holding=st.booleans())
    def write(self, who: str, cell: int, holding: bool) -> None:  # noqa: FBT001 -- a drawn value
        text = self._text(who)
        step = self.session.step
        ids = step.canvas.ids() if step is not None and hasattr(step, "canvas") else ("none",)
        self._send(who, "note", holding=holding, cell=ids[cell % len(ids)], text=text)

    @rule(deeds=st.integers(2, 9), data=st.data())
    def work(self, deeds: int, data: st.DataObject) -> None:
        """People do what simulated colleagues would do."""
        self._work(deeds, data)

    @rule(data=st.data())
    def work_long(self, data: st.DataObject) -> None:
        self._work(20, data)

    def _work(self, deeds: int, data: st.DataObject) -> None:
        for _ in range(deeds):
            found = [self._deed(one.person) for one in self.session.here]
            possible = [deed for deed in found if deed is not None]
            if not possible:
                return
            self.happens(data.draw(st.sampled_from(possible)))

    def _deed(self, person: str) -> e.Event | None:
        deed = next_deed(self.session, person, self.stage.edition.in_language("fi"))
        match deed:
            case e.Noted() | e.Said():
                return replace(deed, text=self._text(self.session.name(person)))
            case e.Rated():
                return replace(deed, line=self._text(self.session.name(person)))
            case _:
                return deed

    @rule(who=name, holding=st.booleans())
    def say(self, who: str, holding: bool) -> None:  # noqa: FBT001 -- a drawn value
        coming = self._waited_for() or who
        self._send(coming, "turn", holding=holding, text=self._text(coming))

    @rule(who=anybody, holding=st.booleans(), data=st.data())
    def pick(self, who: str, holding: bool, data: st.DataObject) -> None:  # noqa: FBT001 -- a drawn value
        form = self.stage.opens(who, "pick")
        if isinstance(form, m.PickForm):
            assert set(form.chosen) <= {one for one, *_ in form.notes}
            ids = st.sampled_from([one for one, *_ in form.notes])
            notes = data.draw(st.lists(ids, max_size=form.budget, unique=True))
            self._send(who, "pick", holding=holding, notes=tuple(notes))

    @rule(who=anybody, score=st.integers(1, 5))
    def rate(self, who: str, score: int) -> None:
        self._send(who, "feedback", holding=False, score=str(score), line=self._text(who))

    @rule(who=name)
    def arrive(self, who: str) -> None:
        self.happens(e.Arrived(pid(who), self.session.current))

    @rule(who=anybody)
    def ready(self, who: str) -> None:
        self.happens(e.Readied(pid(who), self.session.current))

    @rule(who=anybody)
    def take_recorder(self, who: str) -> None:
        if self.session.current:
            event = presses.event_of("recorder", self.stage.newest(who, "recorder"), pid(who), who, "fi")
            assert event is not None
            self.happens(event)

    @precondition(lambda self: self.notes)
    @rule(who=anybody, data=st.data(), deleting=st.booleans(), own=st.booleans())
    def change(self, who: str, data: st.DataObject, deleting: bool, own: bool) -> None:  # noqa: FBT001 -- drawn
        note = data.draw(st.sampled_from(sorted(self.notes)))
        author, _ = self.notes[note]
        person = author if own else pid(who)
        self.happens(e.NoteChanged(person, note, "" if deleting else self._text(who)))

    # --- the world ------------------------------------------------------------------------------

    @precondition(lambda self: self.last is not None)
    @rule()
    def deliver_again(self) -> None:
        if self.last is not None and isinstance(self.last, ONCE):
            self.stage.happens(self.last)
            assert not self.stage.turn.facts, f"{self.last} had two effects"

    @precondition(lambda self: self.held)
    @rule(data=st.data(), keeping=st.booleans())
    def deliver_held(self, data: st.DataObject, keeping: bool) -> None:  # noqa: FBT001 -- a drawn value
        index = data.draw(st.integers(0, len(self.held) - 1))
        self.happens(self.held[index])
        if not keeping:
            del self.held[index]

    @rule(minutes=st.sampled_from((0.2, 1.0, 2.0, 3.0, 9.0, 30.0)))
    def time_goes_by(self, minutes: float) -> None:
        self.stage.waits(minutes)
        self._nobody_waits_for_the_missing()

    @rule(minutes=st.sampled_from((5.0, 30.0, 900.0)))
    def machine_sleeps(self, minutes: float) -> None:
        self.stage.sleeps(minutes)

    @rule()
    def crash(self) -> None:
        self.stage.crashes()
        compose_all(self.stage)

    # --- what must hold -------------------------------------------------------------------------

    @invariant()
    def notes_are_kept(self) -> None:
        kept = {note.id: (note.author, note.text) for note in self.session.notes.values()}
        assert kept == self.notes

    @invariant()
    def over_stays_over(self) -> None:
        assert self.session.closed or not self.over
        self.over = self.session.closed
        assert not self.over or not self.stage.timers

    @invariant()
    def words_reach_only_whom_they_may(self) -> None:
        for (room, board), message in self._news():
            said = getattr(message, "text", "") if isinstance(message, m.ExchangeCard) else ""
            assert not said or room.person in self.heard[said], f"{board} shows what was said to others"
            if isinstance(message, m.Summary):
                assert not message.lines or self.session.leads(room.person)
            elif not isinstance(message, m.ExchangeCard) and (self.lines or self.heard):
                shown = repr(message)
                assert not [one for one in (*self.lines, *self.heard) if one in shown]

    @invariant()
    def cards_go_to_people_of_this_session(self) -> None:
        for room, _ in self.stage.posted:
            if room.kind is RoomKind.DIRECT:
                assert room.person in self.session.people or self.session.leads(room.person)

    @invariant()
    def cards_are_as_they_should_be(self) -> None:
        if self.stage.turn.facts and self.looked_at is not self.stage.turn:
            self.looked_at = self.stage.turn
            for (room, board), message in self.stage.standing.items():
                self._card_is_right(room, board, message)

    def _card_is_right(self, room: Room, board: Board, message: m.Message) -> None:
        now = compose(self.session, board, room, self.stage.clock)
        reader = self.session.people.get(room.person)
        if reader is None or reader.reachable:
            assert _may_be_pressed(now) or not _may_be_pressed(message), f"{board} can still be pressed"
        aside = self.session.run.aside if self.session.run else ()
        if isinstance(now, m.Warned | m.Nudge) or (isinstance(now, m.ExchangeCard) and room.person in aside):
            return
        assert not getattr(now, "live", False) or _timeless(message) == _timeless(now), f"{board} is old"

    # --- inside ---------------------------------------------------------------------------------

    def _news(self) -> Iterator[tuple[tuple[Room, Board], m.Message]]:
        """The cards that look different since the last time."""
        for place, message in self.stage.standing.items():
            if self.seen.get(place) is not message:
                self.seen[place] = message
                yield place, message

    @property
    def session(self) -> Any:
        return self.stage.session

    def happens(self, event: e.Event) -> Receipt:
        receipt = self.stage.happens(event)
        self.last = event if self.stage.turn.facts else None
        match event:
            case e.Noted() if receipt.code in {Code.SAVED, Code.KEPT_LATE}:
                self.notes[event.note] = (event.person, event.text)
            case e.NoteChanged() if receipt.code is Code.DELETED:
                del self.notes[event.note]
            case e.NoteChanged() if receipt.code is Code.SAVED:
                self.notes[event.note] = (event.person, event.text)
            case e.Said() if receipt.code is Code.SAVED:
                (fact,) = (one for one in self.stage.turn.facts if type(one).__name__ == "TurnTaken")
                group = self.session.runs[event.step].groups[getattr(fact, "group")]  # noqa: B009 -- any fact
                self.heard[event.text] = frozenset(
                    next(one.heard for one in group.sentences if one.text == event.text)
                )
                assert event.person in self.heard[event.text]
            case e.Rated() if receipt.code is Code.SAVED:
                self.lines[event.line] = event.person
        return receipt

    def _send(self, who: str, verb: str, *, holding: bool, **values: str | tuple[str, ...]) -> None:
        args = self.stage.newest(who, verb)
        if isinstance(self.stage.opens(who, verb, *args), Receipt):
            return
        self.words += 1
        nonce = f"nonce-{self.words}"
        found = forms.read(self.session, verb, args, pid(who), values, nonce, self.stage.clock)
        assert not isinstance(found, dict | Receipt | m.NoteForm | m.MineForm | m.EditForm), found
        if holding:
            self.held.append(found)
        else:
            self.happens(found)

    def _text(self, who: str) -> str:
        self.words += 1
        return f"w{self.words}-{who}"

    def _waited_for(self) -> str:
        run = self.session.run
        coming = [group.coming.by for group in run.in_order() if group.coming] if run else []
        return self.session.name(coming[0]) if coming else ""

    def _last_step(self) -> bool:
        return bool(self.session.current == "lopetus")

    def _nobody_waits_for_the_missing(self) -> None:
        run = self.session.run
        if run is None or self.session.stage is not m.Stage.RUNNING or self.session.current != "joo-ja":
            return
        for group in run.groups.values():
            for one in group.members:
                since = max(run.placed[one], run.active_since)
                late = (self.stage.clock - since).total_seconds() >= 120
                assert one in run.arrived or not late or run.arrived.isdisjoint(group.members)


def _may_be_pressed(message: m.Message | None) -> bool:
    """Whether a press on it does something; waiting on an older card of the pair does no harm."""
    if isinstance(message, m.Summary) or (isinstance(message, m.ExchangeCard) and not message.your_turn):
        return False
    return bool(getattr(message, "live", False))


def _timeless(message: m.Message | None) -> m.Message | None:
    """A card without what changes as time goes by."""
    return replace(message, late_minutes=0, agenda=(), cuts=()) if isinstance(message, m.Cockpit) else message


def play(examples: int) -> None:
    run_state_machine_as_test(
        Workshop,
        settings=settings(
            max_examples=examples,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_anything_may_happen_in_any_order() -> None:
    play(150)


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_anything_may_happen_in_any_order_for_long() -> None:
    play(1500)
