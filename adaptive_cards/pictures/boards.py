"""Nelikenttä, nyt ja tulevaisuudessa, lisäarvo: boards whose items are panels and whose notes are cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from adaptive_cards.pictures.board import GAP, Panel, draw_panel, filled, grid, heading_style, panel, pill
from adaptive_cards.pictures.canvas import Canvas, rounded_path
from adaptive_cards.pictures.geometry import Rect, Rounded
from adaptive_cards.pictures.layout import Layout, TextBox
from adaptive_cards.pictures.page import MARGIN, Page, draw_page, finish, page
from adaptive_cards.pictures.palette import (
    APRICOT,
    BUTTER,
    GOLD,
    HONEY,
    LAVENDER,
    MINT,
    ROSE,
    SAGE,
    SKY,
    Tint,
)
from adaptive_cards.pictures.spec import PictureItem, PictureSpec

_HEIGHT = 860.0
_PILL = 52.0
_QUADRANT = (SKY, APRICOT, SAGE, LAVENDER)
_VALUE = (SAGE, SKY, LAVENDER, BUTTER, ROSE, MINT)
_TIMES = (SKY, BUTTER)
_MOST_THEMES = 6

Arrangement = tuple[tuple[Panel, ...], tuple[TextBox, ...]]


@dataclass(frozen=True, slots=True)
class Board(Layout):
    """A board's places: panels, and bars with a text of their own."""

    sheet: Page
    panels: tuple[Panel, ...]
    bars: tuple[TextBox, ...]


def board_of(
    spec: PictureSpec, arrange: Callable[[PictureSpec, Rect], Arrangement], left_out: int = 0
) -> Board:
    """A board arranged on the sheet; what found no place is counted below it."""
    sheet = page(spec, _HEIGHT, left_out)
    panels, bars = arrange(spec, sheet.body.inset(MARGIN - 8, 6))
    missing = _missing(spec, panels)
    if missing > left_out:  # the line that counts takes room itself
        return board_of(spec, arrange, missing)
    boxes = (*sheet.boxes, *(text for made in panels for text in made.boxes), *bars)
    return Board(sheet.width, sheet.height, boxes, sheet, panels, bars)


def _missing(spec: PictureSpec, panels: Sequence[Panel]) -> int:
    beyond = sum(1 + len(filled(item.parts)) for item in spec.items[len(panels) :])
    return beyond + sum(made.left_out for made in panels)


def quadrant_layout(spec: PictureSpec) -> Board:
    """Four fields, row by row; what joins them stands in a bar between the rows (p3-nelikentta)."""
    return board_of(spec, _four)


def _four(spec: PictureSpec, body: Rect) -> tuple[tuple[Panel, ...], tuple[TextBox, ...]]:
    bar = Rect(body.x + body.width * 0.2, body.centre[1] - _PILL / 2, body.width * 0.6, _PILL)
    middle = pill(spec.center, bar)
    gap = _PILL + 2 * GAP if middle else GAP
    half = (body.height - gap) / 2
    upper, lower = Rect(body.x, body.y, body.width, half), Rect(body.x, body.bottom - half, body.width, half)
    places = [*grid(upper, 2, 1), *grid(lower, 2, 1)]
    return _panels(spec.items[:4], places, _QUADRANT), middle


def now_future_layout(spec: PictureSpec) -> Board:
    """What is now and what is wished for, side by side (p2-identiteetti-nyt-ja-tulevaisuudessa)."""
    return board_of(spec, _two)


def _two(spec: PictureSpec, body: Rect) -> tuple[tuple[Panel, ...], tuple[TextBox, ...]]:
    bar = pill(spec.center, Rect(body.x + body.width * 0.15, body.bottom - _PILL, body.width * 0.7, _PILL))
    height = body.height - (_PILL + GAP if bar else 0)
    places = grid(Rect(body.x, body.y, body.width, height), 2, 1, gap=64)
    return _panels(spec.items[:2], places, _TIMES), bar


def added_value_layout(spec: PictureSpec) -> Board:
    """Themes side by side, tools below the heading, on a common base (p3-lisaarvoa-teknologioilla)."""
    return board_of(spec, _columns)


def _columns(spec: PictureSpec, body: Rect) -> tuple[tuple[Panel, ...], tuple[TextBox, ...]]:
    top = pill(spec.center, Rect(body.x, body.y, body.width, _PILL))
    base = pill(spec.base, Rect(body.x, body.bottom - _PILL, body.width, _PILL))
    above, below = (_PILL + GAP if top else 0), (_PILL + GAP if base else 0)
    area = Rect(body.x, body.y + above, body.width, body.height - above - below)
    items = spec.items[:_MOST_THEMES]
    rows = 1 if len(items) <= len(_VALUE) - 2 else 2
    places = grid(area, max(1, -(-len(items) // rows)), rows)
    return _panels(items, places, _VALUE), (*top, *base)


def _panels(
    items: Sequence[PictureItem], places: Sequence[Rect], colours: Sequence[Tint]
) -> tuple[Panel, ...]:
    style, height = heading_style(items, places)
    made = zip(items, places, colours, strict=False)
    return tuple(panel(item, place, colour, style, height) for item, place, colour in made)


def draw_quadrant(spec: PictureSpec) -> str:
    """The quadrant as SVG."""
    return _drawn(spec, quadrant_layout(spec))


def draw_now_future(spec: PictureSpec) -> str:
    """Now and the future as SVG, with an arrow from one to the other."""
    plan = now_future_layout(spec)
    canvas = Canvas(plan.width, plan.height)
    for left, right in zip(plan.panels, plan.panels[1:], strict=False):
        arrow(canvas, (left.rect.right + 12, left.rect.centre[1]), (right.rect.x - 12, right.rect.centre[1]))
    return _painted(canvas, spec, plan)


def draw_added_value(spec: PictureSpec) -> str:
    """The themes of added value as SVG."""
    return _drawn(spec, added_value_layout(spec))


def _drawn(spec: PictureSpec, plan: Board) -> str:
    return _painted(Canvas(plan.width, plan.height), spec, plan)


def _painted(canvas: Canvas, spec: PictureSpec, plan: Board) -> str:
    for made in plan.panels:
        draw_panel(canvas, made)
    for bar in plan.bars:
        draw_bar(canvas, bar)
    draw_page(canvas, plan.sheet)
    return finish(canvas, spec)


def draw_bar(canvas: Canvas, bar: TextBox, colour: str = GOLD) -> None:
    """A bar with its text."""
    if isinstance(bar.outline, Rounded):
        canvas.path(rounded_path(bar.outline), colour)
    canvas.text(bar)


def arrow(canvas: Canvas, start: tuple[float, float], end: tuple[float, float], width: float = 6) -> None:
    """An arrow to the right."""
    size = width * 1.9
    canvas.line((start, end), HONEY, width)
    canvas.line(((end[0] - size, end[1] - size), end, (end[0] - size, end[1] + size)), HONEY, width)
