"""A canvas (pohja) on a card: the newest notes of each cell, the question of those that are still empty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import zip_longest

from adaptive_cards.card import Block, Canvas, Cell, Column, Paragraph, Rich, Span
from adaptive_cards.limits import cut
from adaptive_cards.views.parts import DOT, heading
from adaptive_cards.words import Words
from content.wording import CellWords, pieces
from dialogs.messages import CanvasView, CellView

_Maker = Callable[[str, CellView, Words], Cell]

MOST_NOTES = 8
LONGEST_NOTE = 120
"""Characters of a note on a living card; the whole note is in the summary and in its writer's own list."""
LONGEST_PART = 60
"""The same of a part, where a note is a row of a table: each of its columns can be seen."""
GAP = "…"
"""In the place of a part that nobody has written yet."""


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


def living_cell(
    label: str, notes: tuple[str, ...], words: Words, prompt: str = "", longest: int = LONGEST_NOTE
) -> Cell:
    """A cell with its newest notes, and how many more there are; its question when there are none."""
    shown = tuple(cut(note, longest) for note in notes[-MOST_NOTES:])
    hidden = len(notes) - len(shown)
    more = words.text("count.more", n=hidden) if hidden else ""
    return Cell(label, "" if notes else prompt, shown, more)


def _canvas(view: CanvasView, words: Words, cell: _Maker) -> Canvas:
    titles = words.step(view.step).columns
    columns = []
    for index, cells in enumerate(view.cells):
        title = titles.get(view.columns[index], "") if index < len(view.columns) else ""
        columns.append(Column(title, tuple(cell(view.step, one, words) for one in cells)))
    return Canvas(tuple(columns))


def _living(step: str, view: CellView, words: Words) -> Cell:
    found = words.cell(step, view.id)
    rows = tuple(tuple(cut(part, LONGEST_PART) for part in parts) for parts in view.parts)
    notes, longest = _notes(found, replace(view, parts=rows)), LONGEST_NOTE
    if notes != view.notes:
        longest += sum(len(label) + LONGEST_PART for label in found.fields)
    return living_cell(found.label, notes, words, found.prompt, longest)


def _whole(step: str, view: CellView, words: Words) -> Cell:
    found = words.cell(step, view.id)
    return Cell(found.label, notes=_notes(found, view))


# --- notes of several parts -----------------------------------------------------------------------


def _notes(cell: CellWords, view: CellView) -> tuple[str, ...]:
    """The notes as they are read: those that are rows of a table with the title of each column."""
    if not view.parts or cell.story:
        return view.notes
    return tuple(row(cell, parts) or text for text, parts in zip(view.notes, view.parts, strict=True))


def row(cell: CellWords, parts: tuple[str, ...]) -> str:
    """A row of a table on one line, each part after its label; "" when there are no parts."""
    return DOT.join(f"{label}: {part}" for label, part in zip(cell.fields, parts, strict=False))


def in_parts(example: str, cell: CellWords) -> tuple[str, ...]:
    """An example as it is written for a note of several parts (`first | second`), part by part."""
    found = tuple(part.strip() for part in example.split("|"))
    return found if cell.fields and len(found) == len(cell.fields) else ()


def story(view: CanvasView, words: Words) -> tuple[Block | None, ...]:
    """The sentences of a gap story in one go, with the newest parts in their places.

    Nothing when the canvas is no story, or when nobody has written on it.
    """
    cells = [cell for line in zip_longest(*view.cells) for cell in line if cell]
    told = [(words.cell(view.step, cell.id).story, cell) for cell in cells]
    if not note_count(view) or not all(sentence for sentence, _ in told):
        return ()
    sentences = [_sentence(sentence, _newest(cell)) for sentence, cell in told if cell.notes]
    spaced: Rich = tuple(span for one in sentences for span in (*one, Span(" ")))[:-1]
    return (heading(words, "part.story", over=sentences), Paragraph(spaced))


def _newest(cell: CellView) -> tuple[str, ...]:
    """The parts of the note that was written last; a sentence with one gap has the note itself in it."""
    return cell.parts[-1] if cell.parts and cell.parts[-1] else (cell.notes[-1],)


def _sentence(sentence: str, parts: tuple[str, ...]) -> Rich:
    return tuple(
        Span(piece) if isinstance(piece, str) else Span(_part(parts, piece), bold=True)
        for piece in pieces(sentence)
    )


def _part(parts: tuple[str, ...], number: int) -> str:
    return parts[number - 1] if number <= len(parts) else GAP
