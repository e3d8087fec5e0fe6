"""`shape`: what was brought up becomes a picture: a flower, a tree, a lotus (kuvio)."""

from __future__ import annotations

import hashlib

from content.steps import PickStep, ShapeStep
from dialogs import facts as f
from dialogs.activities.activity import Activity, step_board
from dialogs.activities.canvas import canvas_step
from dialogs.activities.pick import picked
from dialogs.boards import CHANNEL
from dialogs.effects import Show
from dialogs.messages import PickView, PictureView, Shape
from dialogs.session import Run, Session


def _boards(_: Session, run: Run) -> tuple[Show, ...]:
    return (Show(CHANNEL, step_board(run)),)


def _touched(session: Session, run: Run, fact: f.FactType) -> tuple[Show, ...]:
    shown = f.NotesPicked | f.NoteEdited | f.NoteDeleted
    return _boards(session, run) if isinstance(fact, shown) else ()


def shape_step(session: Session, step: str) -> ShapeStep | None:
    """The step, if it is one of pictures."""
    found = session.steps.get(step)
    return found if isinstance(found, ShapeStep) else None


def alternatives(session: Session, step: str) -> tuple[str, ...]:
    """The other steps that could stand in the place of `step`."""
    choice = session.steps[step].choice if step in session.steps else ""
    return tuple(
        one.id for one in session.workshop.steps if choice and one.choice == choice and one.id != step
    )


def picture(session: Session, step: ShapeStep) -> PictureView | None:
    """The picture of what was brought up; None when nothing has been."""
    items = picked(session, step.picks_of)
    if not items:
        return None
    notes_of = _notes_of(session, step)
    columns = canvas_step(session, notes_of).canvas.columns
    return PictureView(_ref(session, step, items), step.id, step.shape, items, columns, notes_of)


def _notes_of(session: Session, step: ShapeStep) -> str:
    picks = session.steps[step.picks_of]
    return picks.notes_of if isinstance(picks, PickStep) else step.picks_of


def _ref(session: Session, step: ShapeStep, items: tuple[PickView, ...]) -> str:
    """Names what is on the picture: another content, another name."""
    text = "\x1f".join((session.id, step.id, *(f"{one.cell}:{one.group}:{one.text}" for one in items)))
    return f"pic-{hashlib.sha256(text.encode()).hexdigest()[:20]}"


def compose(session: Session, run: Run) -> Shape:
    """The channel's card."""
    step = shape_step(session, run.step)
    if step is None:
        message = f"step {run.step!r} draws nothing"
        raise TypeError(message)
    return Shape(run.step, picture(session, step), picked(session, step.picks_of), _notes_of(session, step))


SHAPE = Activity(boards=_boards, touched=_touched)
