"""Canvases (pohjat) as they stand; shared by every kind of step in which people write notes."""

from __future__ import annotations

from collections.abc import Iterable

from content.steps import (
    DiscussStep,
    GatherStep,
    MergeStep,
    PickStep,
    Reveal,
    RotateStep,
    Step,
    ThemeStep,
    Who,
)
from dialogs.messages import CanvasView, CellView
from dialogs.session import Note, Session


def canvas(session: Session, step: str, group: str, *, hidden: bool = False) -> CanvasView:
    """The canvas of one group (`group` "" for everybody's); with `hidden` its cells are empty."""
    layout = canvas_step(session, step).canvas
    columns = tuple(
        tuple(
            _cell(session, step, cell, () if hidden else _notes(session, step, group, cell)) for cell in ids
        )
        for ids in layout.cells
    )
    return CanvasView(step, layout.columns, columns)


def _notes(session: Session, step: str, group: str, cell: str) -> tuple[Note, ...]:
    """In the order they were written; those that were hidden meanwhile in one that tells nothing."""
    found, notes = session.steps[step], session.notes_in(step, group, cell)
    hidden_first = isinstance(found, GatherStep) and found.reveal is Reveal.END
    return mixed(notes) if hidden_first else notes


def joint_canvas(session: Session, step: str) -> CanvasView:
    """What everybody wrote on sheets of their own, on one canvas: no names, no order of writing."""
    layout = canvas_step(session, step).canvas
    columns = tuple(
        tuple(_cell(session, step, cell, mixed(all_notes(session, step, cell))) for cell in column)
        for column in layout.cells
    )
    return CanvasView(step, layout.columns, columns)


def _cell(session: Session, step: str, cell: str, notes: tuple[Note, ...]) -> CellView:
    parts = tuple(note.parts for note in notes) if parts_of(session, step, cell) else ()
    return CellView(cell, tuple(note.text for note in notes), parts)


def mixed(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Notes in an order that tells nothing of when they were written: by their ids, which chance has made."""
    return tuple(sorted(notes, key=lambda note: note.id))


def canvas_step(session: Session, step: str) -> DiscussStep | GatherStep:
    """The step, which is known to have a canvas."""
    found = session.steps[step]
    if not isinstance(found, DiscussStep | GatherStep):
        message = f"step {step!r} has no canvas"
        raise TypeError(message)
    return found


def cell_ids(session: Session, step: str) -> tuple[str, ...]:
    """The cells in which notes of a step stand, in reading order; () when it has none."""
    found = session.steps.get(step)
    match found:
        case DiscussStep() | GatherStep():
            return found.canvas.ids()
        case RotateStep():
            return found.stations
        case MergeStep():
            return cell_ids(session, notes_of(session, found))
        case _:
            return ()


def notes_of(session: Session, step: Step) -> str:
    """The step whose notes (and so whose cells) `step` works on; itself when it has notes of its own."""
    match step:
        case PickStep(notes_of=earlier):
            return notes_of(session, session.steps[earlier])
        case MergeStep(picks_of=earlier) | ThemeStep(notes_of=earlier):
            return notes_of(session, session.steps[earlier])
        case _:
            return step.id


def groups_with_notes(session: Session, step: str) -> tuple[str, ...]:
    """The groups that have a canvas in a step; ("",) where everybody works together."""
    run = session.runs.get(step)
    return tuple(group.id for group in run.in_order()) if run and run.groups else ("",)


def all_notes(session: Session, step: str, cell: str) -> tuple[Note, ...]:
    """The notes of a cell on everybody's canvases, oldest first."""
    groups = {group for (one, group, _) in session.cells if one == step} | {""}
    notes = (note for group in groups for note in session.notes_in(step, group, cell))
    return tuple(sorted(notes, key=lambda note: (note.at, note.id)))


def is_private(session: Session, step: str) -> bool:
    """Whether nobody but the writers ever sees the notes of a step."""
    found = session.steps.get(step)
    return isinstance(found, GatherStep) and found.private


def is_between_few(session: Session, step: str) -> bool:
    """Whether a canvas of a step is only for those who work on it: a pair, or one person."""
    found = session.steps.get(step)
    return isinstance(found, GatherStep) and found.who in (Who.ALONE, Who.PAIRS)


def is_kept_back(session: Session, step: str) -> bool:
    """Whether the notes of a step are, at this moment, only for those who write them."""
    found = session.steps.get(step)
    hidden = isinstance(found, GatherStep) and found.reveal is Reveal.END
    return is_private(session, step) or (session.live(step) and (hidden or is_between_few(session, step)))


def parts_of(session: Session, step: str, cell: str) -> int:
    """How many parts a note of a cell has, 0 for one text."""
    found = session.steps.get(step)
    return found.parts.get(cell, 0) if isinstance(found, GatherStep) else 0


def note_count(session: Session, step: str, group: str) -> int:
    """How many notes a group has written."""
    return sum(len(session.cells.get((step, group, cell), ())) for cell in cell_ids(session, step))


MANY = 5
"""So many challenges and nothing else ask for a look ahead."""


def only_challenges(session: Session, step: str) -> bool:
    """Whether many challenges have been written in a step and nothing else, so that a look ahead would help.

    Where notes are hidden, nobody is told what is in them.
    """
    found = session.steps.get(step)
    if not isinstance(found, DiscussStep | GatherStep) or not found.challenges or is_kept_back(session, step):
        return False
    run = session.runs.get(step)
    begun = {cell for cell in found.canvas.ids() if all_notes(session, step, cell)}
    return run is not None and run.notes >= MANY and begun <= set(found.challenges)


def cells_begun(session: Session, step: str, group: str) -> int:
    """How many cells have at least one note."""
    return sum(bool(session.cells.get((step, group, cell))) for cell in cell_ids(session, step))


def own_notes(session: Session, step: str, person: str) -> tuple[str, ...]:
    """Ids of a person's own notes of a step, oldest first."""
    mine = (note for note in session.notes.values() if note.author == person and note.step == step)
    return tuple(note.id for note in sorted(mine, key=lambda note: (note.at, note.id)))
