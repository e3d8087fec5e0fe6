"""Akselit: lines between two opposites, where we are now and where we wish to be (p4-muutostrendit)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from adaptive_cards.pictures.canvas import Canvas
from adaptive_cards.pictures.geometry import Rect
from adaptive_cards.pictures.layout import Layout, Style, TextBox, box, even
from adaptive_cards.pictures.page import MARGIN, WIDTH, Page, draw_page, finish, page
from adaptive_cards.pictures.palette import APRICOT, LINE, SKY, WHITE
from adaptive_cards.pictures.spec import Axis, PictureItem, PictureSpec
from adaptive_cards.pictures.text import legal

MOST = 14
_ROW = (58.0, 92.0)
_TOP = 44.0
_LINE = (330.0, WIDTH - 330.0)
_LEFT, _RIGHT = Style(largest=20, align="right"), Style(largest=20, align="left")
_KEY = Style(largest=17, align="left")
_NOW, _WISHED = SKY, APRICOT


@dataclass(frozen=True, slots=True)
class Row:
    """One axis: its height on the sheet and the answers as places across the sheet, in pixels."""

    y: float
    now: tuple[float, ...]
    wished: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Axes(Layout):
    """The rows, and the explanations of the two marks."""

    sheet: Page
    rows: tuple[Row, ...]
    keys: tuple[TextBox, ...]


def axes_layout(spec: PictureSpec) -> Axes:
    """Where everything on the axes stands."""
    axes = spec.axes[:MOST]
    step = min(_ROW[1], max(_ROW[0], 860 / max(len(axes), 1)))
    height = 120 + _TOP + step * max(len(axes), 1) + (34 * -(-len(spec.groups) // 4)) + 60
    sheet = page(spec, min(height, 1024.0), len(spec.axes) - len(axes))
    keys = _keys(spec.labels, sheet.body.y)
    top = sheet.body.y + (_TOP if keys else 8)
    step = (sheet.body.bottom - 8 - top) / max(len(axes), 1)
    rows = tuple(_row(axis, top + (i + 0.5) * step) for i, axis in enumerate(axes))
    texts = (*_ends(axes, rows, step, right=False), *_ends(axes, rows, step, right=True))
    return Axes(sheet.width, sheet.height, (*sheet.boxes, *keys, *texts), sheet, rows, keys)


def _row(axis: Axis, y: float) -> Row:
    return Row(y, tuple(map(_across, axis.now)), tuple(map(_across, axis.wished)))


def _across(answer: float) -> float:
    return _LINE[0] + min(1.0, max(0.0, answer)) * (_LINE[1] - _LINE[0])


def _ends(axes: Sequence[Axis], rows: Sequence[Row], step: float, *, right: bool) -> tuple[TextBox, ...]:
    """The words at one end of all axes."""
    start, width = (_LINE[1] + 24 if right else MARGIN), _LINE[0] - 24 - MARGIN
    named = [(PictureItem(a.right if right else a.left), row) for a, row in zip(axes, rows, strict=True)]
    written = [(item, row) for item, row in named if legal(item.text)]
    rooms = [[Rect(start, row.y - step / 2 + 4, width, step - 8)] for _, row in written]
    return even([item for item, _ in written], rooms, _RIGHT if right else _LEFT)


def _keys(labels: Sequence[str], y: float) -> tuple[TextBox, ...]:
    """What the two marks mean: now on the left, wished for on the right."""
    places = (Rect(_LINE[0] - 60, y + 4, 200, 30), Rect(WIDTH / 2 + 60, y + 4, 200, 30))
    return tuple(box(PictureItem(t), p, _KEY) for t, p in zip(labels, places, strict=False) if legal(t))


def draw_axes(spec: PictureSpec) -> str:
    """The axes as SVG: a round mark for now, a diamond for what is wished for, small ones for each answer."""
    plan = axes_layout(spec)
    canvas = Canvas(plan.width, plan.height)
    for row in plan.rows:
        _draw_row(canvas, row)
    for index, key in enumerate(plan.keys):
        _mark(canvas, key.room.x - 18, key.room.centre[1], 9, wished=index == 1)
    for text in plan.boxes[len(plan.sheet.boxes) :]:
        canvas.text(text)
    draw_page(canvas, plan.sheet)
    return finish(canvas, spec)


def _draw_row(canvas: Canvas, row: Row) -> None:
    canvas.line(((_LINE[0], row.y), (_LINE[1], row.y)), LINE, 4)
    for x in (_LINE[0], sum(_LINE) / 2, _LINE[1]):
        canvas.line(((x, row.y - 5), (x, row.y + 5)), LINE, 3)
    _spread(canvas, row.now, row.y - 11, _NOW.soft)
    _spread(canvas, row.wished, row.y + 11, _WISHED.soft)
    if row.now and row.wished:
        start, end = median(row.now), median(row.wished)
        canvas.line(((start, row.y - 11), (end, row.y + 11)), LINE, 2)
    for answers, y, wished in ((row.now, row.y - 11, False), (row.wished, row.y + 11, True)):
        for x in sorted(set(answers)):
            _mark(canvas, x, y, 3.5, wished=wished)
        if answers:
            _mark(canvas, median(answers), y, 9.5, wished=wished)


def _spread(canvas: Canvas, answers: Sequence[float], y: float, colour: str) -> None:
    """A soft band from the first answer to the last."""
    if answers:
        canvas.line(((min(answers), y), (max(answers), y)), colour, 15)


def _mark(canvas: Canvas, x: float, y: float, size: float, *, wished: bool) -> None:
    """A circle for now, a diamond for the wish: told apart by shape, not by colour alone."""
    edge = 2.0 if size > 5 else 0.0  # noqa: PLR2004 - only the large marks have an edge
    if not wished:
        canvas.circle(x, y, size, _NOW.deep, WHITE, edge)
        return
    half = size * 1.25
    points = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
    canvas.polygon(points, _WISHED.deep, WHITE, edge)
