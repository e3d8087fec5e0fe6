"""What facts make visible: fact -> effects.

Derived from the facts alone, so no decision can forget to show itself.

Everything shown is named, not said: `compose.py` says what stands there when it is sent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from dialogs import facts as f
from dialogs.activities import activity
from dialogs.activities.exchange import awaited, no_show_at
from dialogs.boards import CHANNEL, Board, Room, direct
from dialogs.effects import ClearTimers, Effect, SetTimer, Show
from dialogs.forgetting import ALIAS
from dialogs.messages import Stage
from dialogs.results import cards_of, summary_boards
from dialogs.session import Run, Session
from dialogs.steering import patience
from dialogs.steering import warning as warned_before

LOBBY = Board("lobby")
Effects = tuple[Effect, ...]


def react(before: Session, session: Session, facts: Iterable[f.FactType]) -> Effects:
    """The effects of `facts`, given the session before and after them; each only once, in order."""
    effects: dict[Effect, None] = {}
    for fact in facts:
        for effect in (*_of_step(session, fact), *REACTIONS.get(type(fact), _nothing)(session, fact)):
            effects.setdefault(effect)
    for effect in _lapsed_offer(before, session):
        effects.setdefault(effect)
    return tuple(filter(_has_reader, effects))


def _has_reader(effect: Effect) -> bool:
    """Nothing is shown to somebody who was forgotten, though they may still be named as a facilitator."""
    return not (isinstance(effect, Show) and effect.room.person.startswith(ALIAS))


def _lapsed_offer(before: Session, session: Session) -> Effects:
    """Somebody leads again: the card that offered the lead loses its button."""
    if session.offer is None or session.lead_offered or not before.lead_offered:
        return ()
    return (_offer(session.offer),)


def _of_step(session: Session, fact: f.FactType) -> Effects:
    """What looks different in the step that the fact is about (or that goes on now).

    What somebody writes, rewrites, takes away or brings up may stand on the cards of several steps.
    """
    if isinstance(fact, f.NoteWritten | f.NoteEdited | f.NoteDeleted | f.NotesPicked):
        return tuple(one for run in session.runs.values() for one in _touched(session, run, fact))
    run = session.runs.get(getattr(fact, "step", "") or session.current)
    return _touched(session, run, fact) if run else ()


def _touched(session: Session, run: Run, fact: f.FactType) -> Effects:
    return activity(session, run.step).touched(session, run, fact)


# --- boards ---------------------------------------------------------------------------------------


def cockpits(session: Session) -> Effects:
    """The panel of every facilitator, as it is now."""
    board = Board("cockpit", (str(session.visit),))
    return tuple(Show(direct(one), board) for one in session.facilitators)


def _earlier_cockpits(session: Session, visit: int) -> Effects:
    board = Board("cockpit", (str(visit),))
    return tuple(Show(direct(one), board) for one in session.facilitators)


def step_boards(session: Session, run: Run | None) -> Effects:
    """All that stands of a step."""
    return activity(session, run.step).boards(session, run) if run else ()


def summary(session: Session) -> Effects:
    """The summary and its canvases, to every facilitator."""
    return _to_facilitators(session, *summary_boards(session))


def _to_facilitators(session: Session, *boards: Board) -> Effects:
    return tuple(Show(direct(one), board) for one in session.facilitators for board in boards)


# --- timers ---------------------------------------------------------------------------------------


def _timers(session: Session, at: datetime) -> Effects:
    """The end of the step that goes on, a warning before it (not in very short steps), who is waited for."""
    run = session.run
    if run is None or session.stage is not Stage.RUNNING:
        return ()
    over, warn = SetTimer(f"over/{run.visit}", run.ends_at), run.ends_at - warned_before(session)
    long = run.ends_at - run.entered_at > 2 * warned_before(session) and warn > at
    return (*((SetTimer(f"warn/{run.visit}", warn),) if long else ()), over)


def _no_show_timer(session: Session, at: datetime) -> Effects:
    """When those who have not shown up by then are set aside. Each moment has a timer of its own."""
    run = session.run
    if run is None or session.stage is not Stage.RUNNING or not awaited(run):
        return ()
    then = no_show_at(session, run, at)
    return (SetTimer(f"noshow/{run.visit}/{at.timestamp():.0f}", then),) if then else ()


_OF_TIME = tuple(ClearTimers(f"{name}/") for name in ("warn", "over", "gone"))
"""The timers of a planned end that has moved."""


# --- fact by fact ---------------------------------------------------------------------------------


def _nothing(_: Session, __: f.FactType) -> Effects:
    return ()


def _opened(session: Session, _: f.SessionOpened) -> Effects:
    return (Show(CHANNEL, LOBBY), *cockpits(session))


def _people_changed(session: Session, fact: f.PersonJoined | f.PersonLeft) -> Effects:
    nudge = _nudge(session.run, fact.person) if session.run else ()
    return (Show(CHANNEL, LOBBY), Show(direct(fact.person), Board("welcome")), *nudge, *cockpits(session))


def _cockpit(session: Session, _: f.FactType) -> Effects:
    return cockpits(session)


def _lobby_and_cockpit(session: Session, _: f.FactType) -> Effects:
    return (Show(CHANNEL, LOBBY), *cockpits(session))


def _lead_changed(session: Session, fact: f.FacilitatorAdded | f.FacilitatorRemoved) -> Effects:
    own = Show(direct(fact.person), Board("cockpit", (str(session.visit),)))
    asked = tuple(Show(direct(fact.person), board) for board in _newest_ring(session.run))
    took_over = getattr(fact, "took_over", False)
    # An offer that stands names those who lead.
    news = (_offer(session.visit),) if took_over else _standing_offer(session)
    return (Show(CHANNEL, LOBBY), *cockpits(session), own, *asked, *news)


def _standing_offer(session: Session) -> Effects:
    return (_offer(session.offer),) if session.lead_offered and session.offer is not None else ()


def _newest_ring(run: Run | None) -> tuple[Board, ...]:
    """The card that asks the facilitators what to do now."""
    return (_ring(run, len(run.rung)),) if run and run.asking else ()


def _lead_offered(session: Session, _: f.LeadOffered) -> Effects:
    return (_offer(session.visit), *cockpits(session))


def _entered(session: Session, fact: f.StepEntered) -> Effects:
    first = (Show(CHANNEL, LOBBY),) if fact.visit == 1 else ()
    earlier = _earlier_cockpits(session, fact.visit - 1)
    return (
        ClearTimers(),
        *_timers(session, fact.at),
        *_no_show_timer(session, fact.at),
        *first,
        *earlier,
        *step_boards(session, session.runs[fact.step]),
        *cockpits(session),
    )


def _step_left(session: Session, fact: f.StepLeft) -> Effects:
    run = session.runs[fact.step]
    nudged = (person for person in sorted(run.nudged) if session.is_here(person))
    nudges = (one for person in nudged for one in _nudge(run, person))
    return (*_warning(session, run), *nudges, *step_boards(session, run))


def _time_changed(session: Session, fact: f.TimeSet) -> Effects:
    return (
        *_OF_TIME,
        *_timers(session, fact.at),
        *_warning(session, session.run),
        *cockpits(session),
    )


def _paused_or_resumed(session: Session, fact: f.Paused | f.Resumed) -> Effects:
    return (
        ClearTimers(),
        *_timers(session, fact.at),
        *_no_show_timer(session, fact.at),
        *_warning(session, session.run),
        Show(CHANNEL, LOBBY),
        *step_boards(session, session.run),
        *cockpits(session),
    )


def _warning(session: Session, run: Run | None, *, before: int = 0) -> Effects:
    """The facilitators' card of the newest ring of a step, or of the one that came so many `before` it."""
    index = len(run.rung) - before if run else 0
    return _to_facilitators(session, _ring(run, index)) if run and index > 0 else ()


def _ring(run: Run, index: int) -> Board:
    """The card of the ring number `index` (from 1) of this visit."""
    return Board("warned", (str(run.visit), run.rung[index - 1], str(index)))


def _offer(visit: int) -> Show:
    """The card that offers the lead to anybody."""
    return Show(CHANNEL, Board("lead", (str(visit),)))


def _nudge(run: Run, person: str) -> Effects:
    """The nudge that `person` has got in this visit of the step, if any."""
    if run.nudged.get(person) != run.visit:
        return ()
    return (Show(direct(person), Board("nudge", (run.step, str(run.visit)))),)


def _time_warned(session: Session, fact: f.TimeWarned) -> Effects:
    run = session.runs[session.current]
    works = activity(session, run.step).timed_work
    told = (Show(CHANNEL, Board("twoleft", (str(fact.visit), str(len(run.rung))))),) if works else ()
    return (*_warning(session, run), *told, *cockpits(session))


def _ran_out(session: Session, fact: f.TimeRanOut) -> Effects:
    run = session.runs[session.current]
    gone = SetTimer(f"gone/{fact.visit}", fact.at + patience(session))
    return (*_warning(session, run, before=1), *_warning(session, run), gone, *cockpits(session))


def _round_begun(session: Session, fact: f.RoundBegun) -> Effects:
    """Everybody was moved on; the first round's time is set when the step is entered."""
    if not fact.person:
        return cockpits(session)
    run = session.runs[fact.step]
    return (*_OF_TIME, *_timers(session, fact.at), *_warning(session, run), *cockpits(session))


def _grouped(session: Session, fact: f.GroupsFormed | f.GroupJoined) -> Effects:
    return (*_no_show_timer(session, fact.at), *cockpits(session))


def _reminded(session: Session, fact: f.PeopleReminded) -> Effects:
    run = session.runs[fact.step]
    return (*(one for person in fact.people for one in _nudge(run, person)), *cockpits(session))


def _ready(session: Session, fact: f.PersonReady | f.Placed) -> Effects:
    return (*_nudge(session.runs[fact.step], fact.person), *cockpits(session))


def _group_went_on(session: Session, fact: f.TurnTaken | f.NotesPicked | f.GroupLeft) -> Effects:
    """Perhaps the whole group is ready now, or the one who chose for themselves."""
    run = session.runs[fact.step]
    members = run.groups[fact.group].members if fact.group in run.groups else (fact.person,)
    return (*(one for person in members for one in _nudge(run, person)), *cockpits(session))


def _rated(session: Session, fact: f.FeedbackGiven) -> Effects:
    nudge = _nudge(session.run, fact.person) if session.run else ()
    later = _to_facilitators(session, Board("summary")) if session.closed else ()
    return (*nudge, *later, *cockpits(session))


def _note(session: Session, fact: f.NoteWritten | f.NoteEdited | f.NoteDeleted) -> Effects:
    if not session.closed:
        return cockpits(session)
    where = session.notes.get(fact.note) if isinstance(fact, f.NoteEdited) else fact
    boards = cards_of(session, where.step, where.group) if where else ()
    return _to_facilitators(session, Board("summary"), *boards)


def _closed(session: Session, _: f.SessionClosed) -> Effects:
    if not session.visit:
        return (ClearTimers(), Show(CHANNEL, LOBBY), *cockpits(session))
    thanks = Show(CHANNEL, Board("thanks"))
    return (
        ClearTimers(),
        *summary(session),
        thanks,
        Show(CHANNEL, LOBBY),
        *step_boards(session, session.run),
        *cockpits(session),
    )


REACTIONS: dict[type, Callable[[Session, Any], Effects]] = {
    f.SessionOpened: _opened,
    f.AgendaSet: _lobby_and_cockpit,
    f.StepsWished: _cockpit,
    f.PersonJoined: _people_changed,
    f.PersonLeft: _people_changed,
    f.PersonNotReached: _cockpit,
    f.FacilitatorAdded: _lead_changed,
    f.FacilitatorRemoved: _lead_changed,
    f.LeadOffered: _lead_offered,
    f.StepEntered: _entered,
    f.StepLeft: _step_left,
    f.TimeSet: _time_changed,
    f.Paused: _paused_or_resumed,
    f.Resumed: _paused_or_resumed,
    f.TimeWarned: _time_warned,
    f.TimeRanOut: _ran_out,
    f.GroupsFormed: _grouped,
    f.GroupJoined: _grouped,
    f.GroupLeft: _group_went_on,
    f.PersonArrived: _cockpit,
    f.TurnTaken: _group_went_on,
    f.NoteWritten: _note,
    f.NoteEdited: _note,
    f.NoteDeleted: _note,
    f.NotesPicked: _group_went_on,
    f.RoundBegun: _round_begun,
    f.ThemeNamed: _cockpit,
    f.NotesThemed: _cockpit,
    f.ThemeRemoved: _cockpit,
    f.Placed: _ready,
    f.PersonReady: _ready,
    f.PeopleReminded: _reminded,
    f.PictureLeftOut: _cockpit,
    f.FeedbackGiven: _rated,
    f.SessionClosed: _closed,
}
"""Fact -> what it makes visible beside the step's own boards."""

__all__ = ["LOBBY", "Room", "react", "summary", "summary_boards"]
