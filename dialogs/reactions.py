"""What facts make visible: fact -> effects.

Derived from the facts alone, so no decision can forget to show itself.

Everything shown is named, not said: `compose.py` says what stands there when it is sent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import Any

from content.steps import (
    By,
    DiscussStep,
    GatherStep,
    MergeStep,
    PickStep,
    RotateStep,
    ScaleStep,
    ShapeStep,
    Step,
    ThemeStep,
    Who,
)
from dialogs import facts as f
from dialogs.activities import activity
from dialogs.activities.canvas import groups_with_notes, is_private, note_count
from dialogs.activities.exchange import no_show_after
from dialogs.boards import CHANNEL, Board, Room, direct
from dialogs.effects import ClearTimers, Effect, SetTimer, Show
from dialogs.session import Run, Session
from dialogs.steering import PATIENCE, WARNING
from dialogs.verbs import EVERYBODY

LOBBY = Board("lobby")
Effects = tuple[Effect, ...]


def react(session: Session, facts: Iterable[f.FactType]) -> Effects:
    """The effects of `facts`, given the session after them; each only once, in order."""
    effects: dict[Effect, None] = {}
    for fact in facts:
        for effect in (*_of_step(session, fact), *REACTIONS.get(type(fact), _nothing)(session, fact)):
            effects.setdefault(effect)
    return tuple(effects)


def _of_step(session: Session, fact: f.FactType) -> Effects:
    """What looks different in the step that the fact is about (or that goes on now)."""
    step = getattr(fact, "step", "") or session.current
    note = getattr(fact, "note", "")
    if note in session.notes:
        step = session.notes[note].step
    run = session.runs.get(step)
    return activity(session, step).touched(session, run, fact) if run and step in session.steps else ()


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
    return tuple(
        Show(direct(one), board) for one in session.facilitators for board in summary_boards(session)
    )


def summary_boards(session: Session) -> tuple[Board, ...]:
    """The summary, and a card for every canvas and every other result, in the order of the workshop."""
    results = (board for step in session.steps.values() for board in _results(session, step))
    return (Board("summary"), *results)


def _results(session: Session, step: Step) -> Iterator[Board]:
    """The cards of what a step came to."""
    run = session.runs.get(step.id)
    match step:
        case _ if run is None or is_private(session, step.id):
            return
        case GatherStep(who=Who.ALONE) if run.notes:
            yield Board("sheet", (step.id, EVERYBODY))
        case GatherStep() | DiscussStep():
            groups = groups_with_notes(session, step.id)
            written = (group for group in groups if note_count(session, step.id, group))
            yield from (Board("sheet", (step.id, group or EVERYBODY)) for group in written)
        case RotateStep(stations=stations) if run.notes:
            yield from (Board("result", (step.id, station)) for station in stations)
        case ThemeStep() | ScaleStep() | MergeStep() if run.wrote or step.kind == "merge":
            yield Board("result", (step.id,))
        case PickStep(by=By.PERSON | By.EVERYBODY) if run.picks:
            yield Board("result", (step.id,))
        case ShapeStep() if _is_further_picture(session, step):
            yield Board("result", (step.id,))
        case _:
            return


def _is_further_picture(session: Session, step: ShapeStep) -> bool:
    """The first picture stands on the summary itself."""
    drawn = [one.id for one in session.steps.values() if one.kind == "shape" and one.id in session.runs]
    return step.id in drawn[1:]


# --- timers ---------------------------------------------------------------------------------------


def _timers(session: Session) -> Effects:
    run = session.run
    if run is None or session.stage != "running":
        return (ClearTimers(),)
    visit = str(run.visit)
    over = SetTimer(f"over/{visit}", run.ends_at)
    if session.minutes(run.step) * 60 <= 2 * WARNING.total_seconds():
        return (ClearTimers(), over)
    return (ClearTimers(), SetTimer(f"warn/{visit}", run.ends_at - WARNING), over)


def _no_show_timer(session: Session, fact: f.GroupsFormed) -> Effects:
    run = session.runs[fact.step]
    wait = no_show_after(session, run)
    return (SetTimer(f"noshow/{run.visit}", fact.at + wait),) if wait > timedelta() else ()


# --- fact by fact ---------------------------------------------------------------------------------


def _nothing(_: Session, __: f.FactType) -> Effects:
    return ()


def _opened(session: Session, _: f.SessionOpened) -> Effects:
    return (Show(CHANNEL, LOBBY), *cockpits(session))


def _people_changed(session: Session, fact: f.PersonJoined | f.PersonLeft) -> Effects:
    return (Show(CHANNEL, LOBBY), Show(direct(fact.person), Board("welcome")), *cockpits(session))


def _cockpit(session: Session, _: f.FactType) -> Effects:
    return cockpits(session)


def _lobby_and_cockpit(session: Session, _: f.FactType) -> Effects:
    return (Show(CHANNEL, LOBBY), *cockpits(session))


def _lead_changed(session: Session, fact: f.FacilitatorAdded | f.FacilitatorRemoved) -> Effects:
    own = Show(direct(fact.person), Board("cockpit", (str(session.visit),)))
    offer = (
        (Show(CHANNEL, Board("lead", (str(session.visit),))),) if getattr(fact, "took_over", False) else ()
    )
    return (Show(CHANNEL, LOBBY), *cockpits(session), own, *offer)


def _lead_offered(session: Session, _: f.LeadOffered) -> Effects:
    return (Show(CHANNEL, Board("lead", (str(session.visit),))), *cockpits(session))


def _entered(session: Session, fact: f.StepEntered) -> Effects:
    first = (Show(CHANNEL, LOBBY),) if fact.visit == 1 else ()
    earlier = _earlier_cockpits(session, fact.visit - 1)
    return (
        *_timers(session),
        *first,
        *earlier,
        *step_boards(session, session.runs[fact.step]),
        *cockpits(session),
    )


def _step_left(session: Session, fact: f.StepLeft) -> Effects:
    return step_boards(session, session.runs[fact.step])


def _time_changed(session: Session, _: f.TimeSet | f.Paused | f.Resumed) -> Effects:
    return (*_timers(session), *_last_warning(session), *cockpits(session))


def _paused_or_resumed(session: Session, _: f.Paused | f.Resumed) -> Effects:
    return (
        *_timers(session),
        *_last_warning(session),
        Show(CHANNEL, LOBBY),
        *step_boards(session, session.run),
        *cockpits(session),
    )


def _last_warning(session: Session) -> Effects:
    """The newest warning loses its buttons."""
    run = session.run
    return (
        tuple(_to_facilitators(session, warning(run, kind))[0] for kind in ("two", "over"))
        if run and run.rings
        else ()
    )


def warning(run: Run, kind: str) -> Board:
    """The facilitators' card of the newest ring; `kind` is "two" (minutes left) or "over"."""
    return Board("warned", (str(run.visit), kind, str(run.rings)))


def _to_facilitators(session: Session, board: Board) -> tuple[Show, ...]:
    return tuple(Show(direct(one), board) for one in session.facilitators) or (Show(CHANNEL, board),)


def _time_warned(session: Session, fact: f.TimeWarned) -> Effects:
    run = session.runs[session.current]
    works = activity(session, run.step).timed_work
    told = (Show(CHANNEL, Board("twoleft", (str(fact.visit), str(run.rings)))),) if works else ()
    return (*_to_facilitators(session, warning(run, "two")), *told, *cockpits(session))


def _ran_out(session: Session, fact: f.TimeRanOut) -> Effects:
    run = session.runs[session.current]
    gone = SetTimer(f"gone/{fact.visit}", fact.at + PATIENCE)
    return (*_to_facilitators(session, warning(run, "over")), gone, *cockpits(session))


def _round_begun(session: Session, _: f.RoundBegun) -> Effects:
    return (*_timers(session), *cockpits(session))


def _groups_formed(session: Session, fact: f.GroupsFormed) -> Effects:
    return (*_no_show_timer(session, fact), *cockpits(session))


def _reminded(session: Session, fact: f.PeopleReminded) -> Effects:
    board = Board("nudge", (fact.step, str(session.runs[fact.step].visit)))
    return (*(Show(direct(person), board) for person in fact.people), *cockpits(session))


def _ready(session: Session, fact: f.PersonReady) -> Effects:
    run = session.runs[fact.step]
    nudged = fact.person in run.nudged
    nudge = (Show(direct(fact.person), Board("nudge", (fact.step, str(run.visit)))),) if nudged else ()
    return (*nudge, *cockpits(session))


def _note(session: Session, fact: f.NoteWritten | f.NoteEdited | f.NoteDeleted) -> Effects:
    if session.closed:
        return summary(session)
    return cockpits(session) if isinstance(fact, f.NoteWritten) else ()


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
    f.GroupsFormed: _groups_formed,
    f.GroupJoined: _cockpit,
    f.GroupLeft: _cockpit,
    f.PersonArrived: _cockpit,
    f.TurnTaken: _cockpit,
    f.NoteWritten: _note,
    f.NoteEdited: _note,
    f.NoteDeleted: _note,
    f.NotesPicked: _cockpit,
    f.RoundBegun: _round_begun,
    f.ThemeNamed: _cockpit,
    f.NotesThemed: _cockpit,
    f.ThemeRemoved: _cockpit,
    f.Placed: _cockpit,
    f.PersonReady: _ready,
    f.PeopleReminded: _reminded,
    f.PictureLeftOut: _cockpit,
    f.FeedbackGiven: _cockpit,
    f.SessionClosed: _closed,
}
"""Fact -> what it makes visible beside the step's own boards."""

__all__ = ["LOBBY", "Room", "react", "summary", "summary_boards", "warning"]
