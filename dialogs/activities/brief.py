"""`brief`: something is shown, perhaps with a picture; everything waits for the facilitator (esittely)."""

from __future__ import annotations

from content.steps import BriefStep
from dialogs.activities.activity import Activity, step_board
from dialogs.boards import CHANNEL
from dialogs.effects import Show
from dialogs.messages import Brief, PictureView
from dialogs.session import Run, Session


def _boards(_: Session, run: Run) -> tuple[Show, ...]:
    return (Show(CHANNEL, step_board(run)),)


def compose(session: Session, run: Run) -> Brief:
    """The channel's card."""
    step = session.steps[run.step]
    shape = step.picture.shape if isinstance(step, BriefStep) and step.picture else ""
    picture = (
        PictureView(f"brief-{session.edition}-{run.step}", run.step, shape, (), (), "") if shape else None
    )
    return Brief(run.step, picture)


BRIEF = Activity(boards=_boards)
