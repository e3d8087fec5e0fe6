"""SWOT: four fields; a weakness or threat may carry what it is turned into (p3-yhteinen-swot)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from adaptive_cards.pictures.board import (
    GAP,
    Panel,
    draw_card,
    draw_panel,
    filled,
    grid,
    headed,
    inside,
    panel,
)
from adaptive_cards.pictures.boards import arrow
from adaptive_cards.pictures.canvas import Canvas
from adaptive_cards.pictures.geometry import Rect, Rounded
from adaptive_cards.pictures.layout import Layout, Style, TextBox, even
from adaptive_cards.pictures.page import MARGIN, Page, draw_page, finish, page
from adaptive_cards.pictures.palette import APRICOT, LAVENDER, SAGE, SKY
from adaptive_cards.pictures.spec import PictureItem, PictureSpec

_HEIGHT = 1024.0
_COLOURS = (SAGE, APRICOT, SKY, LAVENDER)  # strengths, weaknesses, opportunities, threats
_ARROW, _ROW_GAP, _ROW = 34.0, 8.0, (26.0, 92.0)
_NOTE = Style(largest=19, align="left")


@dataclass(frozen=True, slots=True)
class Swot(Layout):
    """The four panels; beside the notes that were turned, what they became and the field they turned to."""

    sheet: Page
    panels: tuple[Panel, ...]
    turns: tuple[tuple[TextBox, int], ...]


def swot_layout(spec: PictureSpec, left_out: int = 0) -> Swot:
    """Where everything in the SWOT stands: strengths and weaknesses above opportunities and threats."""
    sheet = page(spec, _HEIGHT, left_out)
    places = _places(spec, sheet.body.inset(MARGIN - 8, 6))
    made = [_field(item, rect, i) for i, (item, rect) in enumerate(zip(spec.items, places, strict=False))]
    beyond = sum(1 + len(filled(item.parts)) for item in spec.items[len(places) :])
    missing = beyond + sum(one.left_out for one, _ in made)
    if missing > left_out:  # the line that counts takes room itself
        return swot_layout(spec, missing)
    panels, turns = tuple(one for one, _ in made), tuple(turn for _, some in made for turn in some)
    boxes = (*sheet.boxes, *(text for one in panels for text in one.boxes), *(text for text, _ in turns))
    return Swot(sheet.width, sheet.height, boxes, sheet, panels, turns)


def _places(spec: PictureSpec, area: Rect) -> list[Rect]:
    """Four fields; those with turns are wider, since they show two cards side by side."""
    turned = any(part.parts for item in spec.items[1:4:2] for part in item.parts)
    share = 0.4 if turned else 0.5
    left = (area.width - GAP) * share
    rows = grid(area, 1, 2)
    places = []
    for row in rows:
        places += [
            Rect(row.x, row.y, left, row.height),
            Rect(row.x + left + GAP, row.y, row.width - left - GAP, row.height),
        ]
    return places


def _field(item: PictureItem, rect: Rect, index: int) -> tuple[Panel, list[tuple[TextBox, int]]]:
    """One field; when something in it was turned, its notes stand in rows with the turn to the right."""
    if not any(filled(part.parts) for part in item.parts):
        return panel(item, rect, _COLOURS[index]), []
    inner = inside(rect)
    heading = headed(item, inner)
    top = heading[0].frame.bottom + 8 if heading else inner.y
    notes = filled(item.parts)
    rows = _rows(Rect(inner.x, top, inner.width, inner.bottom - top), len(notes))
    shown = notes[: len(rows)]
    half = (inner.width - _ARROW) / 2
    texts = _row_cards(
        [replace(note, parts=()) for note in shown], [Rect(r.x, r.y, half, r.height) for r in rows]
    )
    turned = [(note, row) for note, row in zip(shown, rows, strict=True) if filled(note.parts)]
    right = [Rect(row.right - half, row.y, half, row.height) for _, row in turned]
    became = _row_cards(
        [PictureItem(" · ".join(t.text for t in filled(note.parts))) for note, _ in turned], right
    )
    field = Panel(rect, _COLOURS[index], heading, texts, len(notes) - len(shown))
    return field, [(text, index - 1) for text in became]


def _rows(area: Rect, count: int) -> list[Rect]:
    most = max(0, int((area.height + _ROW_GAP) / (_ROW[0] + _ROW_GAP)))
    rows = min(count, most)
    height = min(_ROW[1], (area.height - (rows - 1) * _ROW_GAP) / rows) if rows else 0.0
    return [Rect(area.x, area.y + i * (height + _ROW_GAP), area.width, height) for i in range(rows)]


def _row_cards(items: list[PictureItem], places: list[Rect]) -> tuple[TextBox, ...]:
    shapes = [Rounded(place, (8.0, 8.0, 8.0, 8.0)) for place in places]
    return even(items, [[shape.room(8, 3)] for shape in shapes], _NOTE, shapes)


def draw_swot(spec: PictureSpec) -> str:
    """The SWOT as SVG, an arrow from each turned note to what it became."""
    plan = swot_layout(spec)
    canvas = Canvas(plan.width, plan.height)
    for one in plan.panels:
        draw_panel(canvas, one)
    for text, target in plan.turns:
        draw_card(canvas, text, _COLOURS[target].soft)
        if isinstance(text.outline, Rounded):
            card = text.outline.rect
            arrow(canvas, (card.x - _ARROW + 7, card.centre[1]), (card.x - 7, card.centre[1]), 3)
    draw_page(canvas, plan.sheet)
    return finish(canvas, spec)
