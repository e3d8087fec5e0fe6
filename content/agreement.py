"""Whether structure and words agree about cells: parts of notes, gaps of stories, turnings of a merge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.document import Document
from content.errors import Flaw
from content.steps import DiscussStep, GatherStep, MergeStep, PickStep, RotateStep, ScaleStep, Step
from content.wording import CellWords, StepWords
from content.workshop import Workshop

_GAP = re.compile(r"\{(\d+)\}")


def cells_of(workshop: Workshop, step: Step) -> tuple[str, ...]:
    """Ids of the cells (stations, axes) that a step has or works on, in reading order; () for none."""
    match step:
        case GatherStep() | DiscussStep():
            return step.canvas.ids()
        case RotateStep():
            return step.stations
        case ScaleStep():
            return step.axes
        case PickStep(notes_of=earlier) | MergeStep(picks_of=earlier):
            return cells_of(workshop, workshop.by_id[earlier])
        case _:
            return ()


def structure_flaws(document: Document, workshop: Workshop) -> Iterator[Flaw]:
    """Where `workshop.yaml` names a cell that does not exist: in `parts`, and in the turnings of a merge."""
    for index, step in enumerate(workshop.steps):
        known = cells_of(workshop, step)
        for path, cell in _named(step):
            if cell not in known:
                message = f"there is no cell {cell!r}; the cells are {', '.join(known)}"
                yield document.flaw(("steps", index, *path), message)


def _named(step: Step) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The cells that a step names beside its canvas, and where."""
    match step:
        case GatherStep():
            yield from ((("parts", cell), cell) for cell in step.parts)
        case MergeStep():
            for index, turning in enumerate(step.turnings):
                yield ("turnings", index, "origin"), turning.origin
                yield ("turnings", index, "into"), turning.into


def part_flaws(document: Document, step: Step, words: StepWords) -> Iterator[Flaw]:
    """Cells whose labels of parts, or gaps of a story, are not as many as `workshop.yaml` says."""
    parts = step.parts if isinstance(step, GatherStep) else {}
    for id_, cell in words.cells.items():
        at = ("steps", step.id, "cells", id_)
        count = parts.get(id_, 0)
        if len(cell.fields) != count:
            yield document.flaw((*at, "fields"), _fields_message(count, len(cell.fields)))
        if cell.story and (message := _story_message(cell, max(count, 1))):
            yield document.flaw((*at, "story"), message)


def _fields_message(wanted: int, found: int) -> str:
    if wanted:
        return f"workshop.yaml gives a note of this cell {wanted} parts: write {wanted} labels, not {found}"
    return (
        f"workshop.yaml gives a note of this cell no parts: leave the labels out, or say parts: {found} there"
    )


def _story_message(cell: CellWords, gaps: int) -> str:
    """What is wrong with the gaps of a story, "" when they are right: each number once."""
    if sorted(_GAP.findall(cell.story)) == [str(number) for number in range(1, gaps + 1)]:
        return ""
    return f"mark each gap once: {' '.join(f'{{{number}}}' for number in range(1, gaps + 1))}"
