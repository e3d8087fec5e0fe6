"""A canvas (pohja) that can be read on a phone and on a desktop.

Teams on a phone gives a card about 300 pixels: four columns side by side leave room for half a Finnish word.
So no more than two cells stand side by side. A canvas of one or two columns keeps its shape; one of more
columns (the 4 x 2 of Voimavararuudukko) is told column by column, each under its title, its cells in pairs.
`ColumnSet` rather than `Table`: it wraps text alike in all Teams clients, and costs fewer bytes a cell.
"""

from __future__ import annotations

from adaptive_cards.card import Canvas, Cell, Column
from adaptive_cards.renderers.adaptive_card.elements import BULLET, Json, heading_block, spaced
from adaptive_cards.renderers.adaptive_card.rich import plain_lines
from adaptive_cards.renderers.adaptive_card.text import clean

_SIDE_BY_SIDE = 2


def render_canvas(canvas: Canvas) -> list[Json]:
    """The canvas as elements, from top to bottom in reading order."""
    if 1 < len(canvas.columns) <= _SIDE_BY_SIDE:
        return [_row([_upright(column) for column in canvas.columns])]
    return [element for column in canvas.columns for element in _section(column)]


def _section(column: Column) -> list[Json]:
    """One column of the canvas: its title, and under it its cells in pairs."""
    pairs = [column.cells[at : at + _SIDE_BY_SIDE] for at in range(0, len(column.cells), _SIDE_BY_SIDE)]
    title = [heading_block(column.title)] if clean(column.title) else []
    return title + [_row([_cell(cell) for cell in pair]) for pair in pairs]


def _upright(column: Column) -> list[Json]:
    """One column of a narrow canvas: its title and its cells under each other."""
    title = [heading_block(column.title)] if clean(column.title) else []
    return title + [_box(_cell(cell)) for cell in column.cells]


def _row(cells: list[list[Json]]) -> Json:
    columns = [
        {"type": "Column", "width": "stretch", "items": items, "style": "emphasis"}
        for items in cells
        if items
    ]
    return spaced({"type": "ColumnSet", "columns": columns}, "Small")


def _box(items: list[Json]) -> Json:
    return spaced({"type": "Container", "items": items}, "Small")


def _cell(cell: Cell) -> list[Json]:
    label = plain_lines(cell.label or "·", bold=True)
    prompt = plain_lines(cell.prompt, subtle=True, spacing="None")
    notes = [line for note in cell.notes for line in plain_lines(note, lead=BULLET, spacing="Small")]
    more = plain_lines(cell.more, subtle=True, spacing="Small")
    return label + prompt + notes + more
