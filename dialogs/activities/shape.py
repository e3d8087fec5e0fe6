"""`shape`: what was brought up becomes a picture: a flower, a tree, a lotus (kuvio)."""

from __future__ import annotations

import hashlib

from content.steps import DiscussStep, GatherStep, MergeStep, ScaleStep, ShapeStep
from dialogs import facts as f
from dialogs.activities import merge, scale
from dialogs.activities.activity import Activity, step_board
from dialogs.activities.canvas import all_notes, cell_ids, is_kept_back, notes_of
from dialogs.activities.pick import picked
from dialogs.boards import CHANNEL
from dialogs.effects import Show
from dialogs.messages import PickView, PictureView, Shape
from dialogs.session import Run, Session, number


def _boards(_: Session, run: Run) -> tuple[Show, ...]:
    return (Show(CHANNEL, step_board(run)),)


def _touched(session: Session, run: Run, fact: f.FactType) -> tuple[Show, ...]:
    shown = f.NotesPicked | f.NoteWritten | f.NoteEdited | f.NoteDeleted
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
    """The picture of what was brought up (or of all notes); None when there is nothing."""
    if isinstance(session.steps.get(step.notes_of), ScaleStep):
        run = session.runs.get(step.notes_of)
        return scale.picture(session, run) if run else None
    items = _items(session, step)
    if not items:
        return None
    words_of = _words_of(session, step)
    return PictureView(
        _ref(session, step, items), step.id, step.shape, items, _columns(session, words_of), words_of
    )


def _items(session: Session, step: ShapeStep) -> tuple[PickView, ...]:
    if step.picks_of:
        return picked(session, step.picks_of)
    source = session.steps[step.notes_of]
    if isinstance(source, MergeStep):
        return merge.views(session, source.id)
    if is_kept_back(session, source.id):
        return ()
    cells = cell_ids(session, source.id)
    notes = (note for cell in cells for note in all_notes(session, source.id, cell))
    return tuple(PickView(note.cell, note.text, number(note.group), parts=note.parts) for note in notes)


def _words_of(session: Session, step: ShapeStep) -> str:
    return notes_of(session, session.steps[step.picks_of or step.notes_of])


def _columns(session: Session, words_of: str) -> tuple[str, ...]:
    """The columns that give items their colours; () where the canvas has none."""
    found = session.steps[words_of]
    return found.canvas.columns if isinstance(found, DiscussStep | GatherStep) else ()


def _ref(session: Session, step: ShapeStep, items: tuple[PickView, ...]) -> str:
    """Names what is on the picture: another content, another name."""
    told = (f"{one.cell}:{one.group}:{one.votes}:{one.text}:{one.origin}" for one in items)
    text = "\x1f".join((session.id, step.id, *told))
    return f"pic-{hashlib.sha256(text.encode()).hexdigest()[:20]}"


def drawn(session: Session) -> tuple[ShapeStep, ...]:
    """The pictures on the agenda on which there is something."""
    found = (shape_step(session, step) for step in session.on_agenda)
    return tuple(step for step in found if step and picture(session, step))


def compose(session: Session, run: Run) -> Shape:
    """The channel's card."""
    step = shape_step(session, run.step)
    if step is None:
        message = f"step {run.step!r} draws nothing"
        raise TypeError(message)
    items, words_of = _items(session, step), _words_of(session, step)
    return Shape(run.step, picture(session, step), items, words_of, from_notes=not step.picks_of)


SHAPE = Activity(boards=_boards, touched=_touched)
