"""`close`: how did it go, 1-5 and one line; counts only while it goes on (loppukierros)."""

from __future__ import annotations

from dialogs import facts as f
from dialogs.activities.activity import Activity, step_board
from dialogs.boards import CHANNEL
from dialogs.effects import Show
from dialogs.messages import Closing
from dialogs.people import PersonId
from dialogs.session import Run, Session


def _boards(_: Session, run: Run) -> tuple[Show, ...]:
    return (Show(CHANNEL, step_board(run)),)


def _touched(session: Session, run: Run, fact: f.FactType) -> tuple[Show, ...]:
    shown = f.FeedbackGiven | f.PersonJoined | f.PersonLeft | f.FacilitatorAdded | f.FacilitatorRemoved
    return _boards(session, run) if isinstance(fact, shown) else ()


def _is_ready(session: Session, _: Run, person: PersonId) -> bool:
    return person in session.feedback


def _write(_: Session, __: PersonId) -> tuple[str, tuple[str, ...]]:
    return ("feedback", ())


def compose(session: Session, run: Run, *, live: bool) -> Closing:
    """The channel's card."""
    leads = tuple(map(session.name, session.facilitators))
    answered = sum(one.person in session.feedback for one in session.here)
    return Closing(session.id, run.step, live, answered, len(session.here), leads)


CLOSE = Activity(boards=_boards, touched=_touched, is_ready=_is_ready, write=_write)
