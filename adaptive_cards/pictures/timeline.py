"""Aikajana: weeks from left to right, a row for each sort; the more there is, the larger its circle.

The number stands in each circle and the name beside each row, so that nothing is told by size or colour
alone.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from adaptive_cards.pictures.canvas import Canvas
from adaptive_cards.pictures.geometry import Ellipse, Rect
from adaptive_cards.pictures.layout import Layout, Style, box
from adaptive_cards.pictures.page import MARGIN, Page, draw_page, finish, page
from adaptive_cards.pictures.palette import APRICOT, BUTTER, LINE, SAGE, SKY, Tint
from adaptive_cards.pictures.spec import PictureItem, PictureSpec
from adaptive_cards.pictures.text import legal

MOST_WEEKS, MOST_ROWS = 12, 4
_HEIGHT = 600.0
_NAMES, _WEEKS = 190.0, 44.0
"""Room for the names of the rows and of the weeks, in pixels."""
_LEAST = 16.0
"""Radius of the smallest circle."""
_TINTS = (APRICOT, SAGE, BUTTER, SKY)
_NAME, _WEEK = Style(largest=20, align="left"), Style(largest=17, muted=True)
_COUNT = Style(largest=24, bold=True)


@dataclass(frozen=True, slots=True)
class Spot:
    """A circle, and the colour of its row."""

    circle: Ellipse
    colour: Tint


@dataclass(frozen=True, slots=True)
class Timeline(Layout):
    """The circles, and the line that each row stands on."""

    sheet: Page
    spots: tuple[Spot, ...]
    rows: tuple[Rect, ...]


@dataclass(frozen=True, slots=True)
class _Grid:
    """Columns for weeks, rows for sorts, inside `area`."""

    area: Rect
    columns: int
    rows: int

    def cell(self, column: int, row: int) -> Rect:
        width, height = self.area.width / self.columns, self.area.height / self.rows
        return Rect(self.area.x + column * width, self.area.y + row * height, width, height)

    def row(self, row: int) -> Rect:
        cell = self.cell(0, row)
        return Rect(self.area.x, cell.y, self.area.width, cell.height)


def timeline_layout(spec: PictureSpec) -> Timeline:
    """Where everything stands: `items` are weeks, their parts the counts, `labels` the names of the rows."""
    weeks = spec.items[:MOST_WEEKS]
    sheet = page(spec, _HEIGHT, len(spec.items) - len(weeks))
    body = sheet.body.inset(MARGIN, 6)
    rows = min(max([len(spec.labels), *(len(week.parts) for week in weeks), 1]), MOST_ROWS)
    area = Rect(body.x + _NAMES, body.y, body.width - _NAMES, body.height - _WEEKS)
    grid = _Grid(area, max(len(weeks), 1), rows)
    names = (
        box(PictureItem(name), Rect(body.x, grid.row(row).y, _NAMES, grid.row(row).height).inset(2), _NAME)
        for row, name in enumerate(spec.labels[:rows])
        if legal(name)
    )
    dates = (
        box(
            week,
            Rect(grid.cell(column, 0).x, area.bottom, grid.cell(column, 0).width, _WEEKS).inset(2),
            _WEEK,
        )
        for column, week in enumerate(weeks)
        if legal(week.text)
    )
    placed = _spots(weeks, grid)
    counts = (box(PictureItem(text), spot.circle.room(0.7), _COUNT, spot.circle) for text, spot in placed)
    boxes = (*sheet.boxes, *names, *dates, *counts)
    lines = tuple(grid.row(row) for row in range(rows))
    return Timeline(sheet.width, sheet.height, boxes, sheet, tuple(spot for _, spot in placed), lines)


def _spots(weeks: tuple[PictureItem, ...], grid: _Grid) -> tuple[tuple[str, Spot], ...]:
    """The text of each circle, and the circle: its area grows with the count."""
    counts = [
        (part.text, part.weight, column, row)
        for column, week in enumerate(weeks)
        for row, part in enumerate(week.parts[: grid.rows])
        if legal(part.text) and part.weight > 0
    ]
    most = max((weight for _, weight, _, _ in counts), default=1)
    cell = grid.cell(0, 0)
    widest = min(cell.width, cell.height) / 2 - 3
    found = []
    for text, weight, column, row in counts:
        radius = max(min(_LEAST, widest), widest * math.sqrt(weight / most))
        circle = Ellipse(*grid.cell(column, row).centre, radius, radius)
        found.append((text, Spot(circle, _TINTS[row % len(_TINTS)])))
    return tuple(found)


def draw_timeline(spec: PictureSpec) -> str:
    """The timeline as SVG."""
    plan = timeline_layout(spec)
    canvas = Canvas(plan.width, plan.height)
    for row in plan.rows:
        canvas.line(((row.x, row.centre[1]), (row.right, row.centre[1])), LINE, 2)
    for spot in plan.spots:
        circle = spot.circle
        canvas.circle(circle.x, circle.y, circle.along, spot.colour.soft, spot.colour.deep, 2)
    draw_page(canvas, plan.sheet)
    for text in plan.boxes[len(plan.sheet.boxes) :]:
        canvas.text(text)
    return finish(canvas, spec)
