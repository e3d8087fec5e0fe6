"""A canvas (pohja) on a card: the newest notes of each cell, the question of those that are still empty."""

from __future__ import annotations

from collections.abc import Callable

from adaptive_cards.card import Canvas, Cell, Column
from adaptive_cards.limits import cut
from adaptive_cards.words import Words
from dialogs.messages import CanvasView, CellView

_Maker = Callable[[str, CellView, Words], Cell]

MOST_NOTES = 8
LONGEST_NOTE = 120
"""Characters of a note on a living card; the whole note is in the summary and in its writer's own list."""


def canvas(view: CanvasView, words: Words) -> Canvas:
    """The living canvas: at most `MOST_NOTES` notes a cell, the newest ones, and how many more there are."""
    return _canvas(view, words, _living)


def whole_canvas(view: CanvasView, words: Words) -> Canvas:
    """The canvas with everything that was written, for the summary."""
    return _canvas(view, words, _whole)


def cell_count(view: CanvasView) -> int:
    """How many cells a canvas has."""
    return sum(len(column) for column in view.cells)


def note_count(view: CanvasView) -> int:
    """How many notes a canvas has."""
    return sum(len(cell.notes) for column in view.cells for cell in column)


def _canvas(view: CanvasView, words: Words, cell: _Maker) -> Canvas:
    titles = words.step(view.step).columns
    columns = []
    for index, cells in enumerate(view.cells):
        title = titles.get(view.columns[index], "") if index < len(view.columns) else ""
        columns.append(Column(title, tuple(cell(view.step, one, words) for one in cells)))
    return Canvas(tuple(columns))


def _living(step: str, view: CellView, words: Words) -> Cell:
    found = words.cell(step, view.id)
    shown = tuple(cut(note, LONGEST_NOTE) for note in view.notes[-MOST_NOTES:])
    hidden = len(view.notes) - len(shown)
    more = words.text("count.more", n=hidden) if hidden else ""
    return Cell(found.label, "" if view.notes else found.prompt, shown, more)


def _whole(step: str, view: CellView, words: Words) -> Cell:
    return Cell(words.cell(step, view.id).label, notes=view.notes)
