"""Canvases (pohjat) as they stand; shared by every kind of step in which people write notes."""

from __future__ import annotations

from content.steps import DiscussStep, GatherStep
from dialogs.messages import CanvasView, CellView
from dialogs.session import Session


def canvas(session: Session, step: str, group: str) -> CanvasView:
    """The canvas of one group (`group` "" for everybody's)."""
    layout = canvas_step(session, step).canvas
    columns = tuple(
        tuple(
            CellView(cell, tuple(note.text for note in session.notes_in(step, group, cell)))
            for cell in column
        )
        for column in layout.cells
    )
    return CanvasView(step, layout.columns, columns)


def canvas_step(session: Session, step: str) -> DiscussStep | GatherStep:
    """The step, which is known to have a canvas."""
    found = session.steps[step]
    if not isinstance(found, DiscussStep | GatherStep):
        message = f"step {step!r} has no canvas"
        raise TypeError(message)
    return found


def cell_ids(session: Session, step: str) -> tuple[str, ...]:
    """The cells of a step's canvas, in reading order; () when it has none."""
    found = session.steps.get(step)
    return found.canvas.ids() if isinstance(found, DiscussStep | GatherStep) else ()


def note_count(session: Session, step: str, group: str) -> int:
    """How many notes a group has written."""
    return sum(len(session.cells.get((step, group, cell), ())) for cell in cell_ids(session, step))


def cells_begun(session: Session, step: str, group: str) -> int:
    """How many cells have at least one note."""
    return sum(bool(session.cells.get((step, group, cell))) for cell in cell_ids(session, step))


def own_notes(session: Session, step: str, person: str) -> tuple[str, ...]:
    """Ids of a person's own notes of a step, oldest first."""
    mine = (note for note in session.notes.values() if note.author == person and note.step == step)
    return tuple(note.id for note in sorted(mine, key=lambda note: (note.at, note.id)))
