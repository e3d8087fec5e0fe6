"""Plain buttons: which event a verb makes (`event_of`), and the private answers of the rest (`answer`)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from dialogs import events as e
from dialogs import messages as m
from dialogs.activities.canvas import cell_ids, is_between_few
from dialogs.receipts import Code, Receipt
from dialogs.session import Session
from dialogs.steering import may_take_over
from dialogs.verbs import EVERYBODY, is_number

Args = tuple[str, ...]


def event_of(verb: str, args: Args, person: str, name: str, language: str) -> e.Event | None:  # noqa: PLR0911 -- three ways to make one
    """The event that pressing `verb` makes.

    None when it makes none, or the arguments are not those of the verb.
    """
    match verb, args:
        case "join", ():
            return e.Joined(person, name, language)
        case "takeover", ():
            return e.TakenOver(person, name)
        case "more", (visit, minutes) if is_number(visit) and is_number(minutes):
            return e.TimeAdded(person, int(minutes), int(visit))
        case "recorder", (step, group):
            return e.RecorderTaken(person, step, group)
        case _, () if verb in _PLAIN:
            return _PLAIN[verb](person)
        case _, (visit,) if verb in _OF_VISIT and is_number(visit):
            return _OF_VISIT[verb](person, int(visit))
        case _, (step,) if verb in _OF_STEP:
            return _OF_STEP[verb](person, step)
        case _:
            return None


_PLAIN: dict[str, Callable[[str], e.Event]] = {
    "leave": e.Left,
    "begin": e.Begun,
    "pause": e.BreakTaken,
    "resume": e.BreakEnded,
    "end": e.Ended,
}
_OF_VISIT: dict[str, Callable[[str, int], e.Event]] = {
    "next": e.MovedOn,
    "back": e.MovedBack,
    "skip": lambda person, visit: e.MovedOn(person, visit, skipping=True),
    "remind": e.ReminderAsked,
    "cut": e.CutTaken,
    "regroup": e.RegroupAsked,
    "regroup-same": lambda person, visit: e.RegroupAsked(person, visit, same=True),
}
_OF_STEP: dict[str, Callable[[str, str], e.Event]] = {
    "arrive": e.Arrived,
    "ready": e.Readied,
    "shape": e.ShapeSwapped,
}


def answer(session: Session, verb: str, args: Args, person: str, now: datetime) -> m.Message | Receipt:
    """The private answer to a button that is no event: what is stored, examples, where we are."""
    match verb, args:
        case "stored", ():
            return m.StoredInfo(tuple(map(session.name, session.facilitators)))
        case "status", ():
            return status(session, person, now)
        case "examples", (step, group) if step in session.steps and cell_ids(session, step):
            theirs = not is_between_few(session, step) or _is_in(session, step, group, person)
            cells = _empty_cells(session, step, "" if group == EVERYBODY else group)
            return m.StepInfo(step, cells if theirs else cell_ids(session, step))
        case _:
            return Receipt(Code.UNKNOWN)


def _is_in(session: Session, step: str, group: str, person: str) -> bool:
    run = session.runs.get(step)
    return run is not None and group in run.groups and person in run.groups[group].members


def _empty_cells(session: Session, step: str, group: str) -> Args:
    """The cells that are still empty; all of them when none is."""
    cells = cell_ids(session, step)
    return tuple(cell for cell in cells if not session.cells.get((step, group, cell))) or cells


def status(session: Session, person: str, now: datetime) -> m.StatusCard:
    """Where we are (`/paja tila`)."""
    run = session.run
    return m.StatusCard(
        session=session.id,
        number=session.workshop.called,
        stage=session.stage,
        step=session.current,
        ends_at=run.ends_at if run and session.stage is m.Stage.RUNNING else None,
        facilitators=tuple(map(session.name, session.facilitators)),
        here=len(session.here),
        in_it=session.is_here(person),
        can_take_over=may_take_over(session, now) and not session.leads(person),
    )
