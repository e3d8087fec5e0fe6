"""`discuss`: timed talk of everybody; whoever wants keeps points on a small canvas (keskustelu)."""

from __future__ import annotations

from dialogs import facts as f
from dialogs.activities.activity import Activity, step_board, until
from dialogs.activities.canvas import canvas, only_challenges
from dialogs.boards import CHANNEL
from dialogs.effects import Show
from dialogs.messages import Discuss
from dialogs.people import PersonId
from dialogs.session import Run, Session
from dialogs.verbs import EVERYBODY


def _boards(_: Session, run: Run) -> tuple[Show, ...]:
    return (Show(CHANNEL, step_board(run)),)


def _touched(session: Session, run: Run, fact: f.FactType) -> tuple[Show, ...]:
    match fact:
        case f.NoteWritten(step=step) | f.NoteDeleted(step=step):
            return _boards(session, run) if step == run.step else ()
        case f.NoteEdited(note=note):
            written = session.notes.get(note)
            return _boards(session, run) if written and written.step == run.step else ()
        case f.PersonReady() | f.PersonJoined() | f.PersonLeft() | f.TimeSet():
            return _boards(session, run)
        case _:
            return ()


def _is_ready(_: Session, run: Run, person: PersonId) -> bool:
    return person in run.ready


def _write(session: Session, _: PersonId) -> tuple[str, tuple[str, ...]]:
    return ("note", (session.current, EVERYBODY))


def compose(session: Session, run: Run, *, live: bool) -> Discuss:
    """The channel's card."""
    here = session.here
    return Discuss(
        session=session.id,
        step=run.step,
        visit=run.visit,
        live=live,
        ends_at=until(session, run, live=live),
        canvas=canvas(session, run.step, ""),
        ready=sum(one.person in run.ready for one in here),
        here=len(here),
        only_challenges=live and only_challenges(session, run.step),
    )


DISCUSS = Activity(boards=_boards, touched=_touched, is_ready=_is_ready, write=_write)
