"""Rounded cards in rows around a middle: how a flower holds many or long texts."""

from __future__ import annotations

import math
from dataclasses import dataclass

from adaptive_cards.pictures.geometry import Ellipse, Rect, Rounded

_COLUMNS = (3, 4, 5, 6)
_BEST_RATIO = 1.75  # width to height of a card that is good for a few lines of text
_GAP = 7.0


@dataclass(frozen=True, slots=True)
class Quilt:
    """The cards in reading order, how many steps each is from the middle, and the middle itself."""

    cards: tuple[Rounded, ...]
    steps: tuple[int, ...]
    heart: Ellipse


@dataclass(frozen=True, slots=True)
class _Grid:
    columns: int
    rows: int
    wide: int
    high: int

    @property
    def places(self) -> int:
        """How many cards stand around the middle."""
        return self.rows * self.columns - self.wide * self.high

    def is_heart(self, row: int, column: int) -> bool:
        left, top = (self.columns - self.wide) // 2, (self.rows - self.high) // 2
        return left <= column < left + self.wide and top <= row < top + self.high


def quilt(count: int, body: Rect) -> Quilt:
    """`count` cards in `body` around a middle."""
    grid = min((_grid(count, columns) for columns in _COLUMNS), key=lambda g: _cost(g, count, body))
    missing = grid.places - count
    width, height = body.width / grid.columns, body.height / grid.rows
    cards, steps = [], []
    for row in range(grid.rows):
        short = missing if row == grid.rows - 1 else 0
        for column in range(grid.columns - short):
            if not grid.is_heart(row, column):
                x = body.x + (column + short / 2) * width
                cell = Rect(x, body.y + row * height, width, height).inset(_GAP / 2)
                cards.append(Rounded(cell, _radii(cell, body.centre)))
                steps.append(_steps(grid, row, column))
    x, y = body.centre
    heart = Ellipse(x, y, grid.wide * width / 2 - _GAP, grid.high * height / 2 - _GAP)
    return Quilt(tuple(cards), tuple(steps), heart)


def _grid(count: int, columns: int) -> _Grid:
    """The fewest rows that hold the cards and a middle of about two columns, in the exact middle."""
    wide = 1 if columns % 2 else 2
    for rows, high in ((r, h) for r in range(3, count + 4) for h in _highs(r)):
        grid = _Grid(columns, rows, wide, high)
        if count <= grid.places < count + columns:
            return grid
    raise ValueError(count)


def _highs(rows: int) -> list[int]:
    """How many rows the middle may take: about a quarter, and as many above as below."""
    least = max(1, round(rows / 4))
    return [high for high in (least, least + 1, least + 2) if (rows - high) % 2 == 0]


def _cost(grid: _Grid, count: int, body: Rect) -> float:
    """How far the cards are from a good shape, how many the last row lacks, how much the middle takes."""
    ratio = body.width / grid.columns / (body.height / grid.rows)
    bulk = grid.wide * grid.high / (grid.rows * grid.columns)
    return abs(math.log(ratio / _BEST_RATIO)) + 0.04 * (grid.places - count) + 3 * max(0.0, bulk - 0.12)


def _radii(cell: Rect, middle: tuple[float, float]) -> tuple[float, float, float, float]:
    """Round corners, with a sharper one that points to the middle, as a petal's root does."""
    large, small = min(cell.height * 0.34, 30.0), 6.0
    x, y = cell.centre
    pointing = (y < middle[1]) * 2 + (x < middle[0])
    radii = [large] * 4
    radii[(0, 1, 3, 2)[pointing]] = small
    return radii[0], radii[1], radii[2], radii[3]


def _steps(grid: _Grid, row: int, column: int) -> int:
    """How many rows or columns lie between a card and the edge of the picture, the nearer one."""
    return min(row, column, grid.rows - 1 - row, grid.columns - 1 - column)
