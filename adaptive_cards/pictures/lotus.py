"""Lotus Blossom: a middle with eight petals, each the middle of eight ideas (p1-lotus-blossom)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from adaptive_cards.pictures.canvas import Canvas, rounded_path
from adaptive_cards.pictures.geometry import Rect, Rounded
from adaptive_cards.pictures.layout import Layout, Style, TextBox, even
from adaptive_cards.pictures.page import MARGIN, Page, draw_page, finish, page
from adaptive_cards.pictures.palette import GOLD, HONEY, TINTS, WHITE, paler
from adaptive_cards.pictures.spec import PictureItem, PictureSpec
from adaptive_cards.pictures.text import legal

PETALS = 8
_HEIGHT = 1024.0
_AROUND = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1), (2, 2))
_IDEA = Style(largest=24)
_THEME = Style(largest=28, bold=True)
_CENTRE = Style(largest=34, bold=True)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the blossom: its block (row, column), its place in the block, and its shape."""

    block: int
    kind: str
    shape: Rounded
    item: PictureItem | None


@dataclass(frozen=True, slots=True)
class Lotus(Layout):
    """The blossom's cells, filled and blank."""

    sheet: Page
    cells: tuple[Cell, ...]
    blocks: tuple[Rect, ...]


def lotus_layout(spec: PictureSpec) -> Lotus:
    """Where everything in the blossom stands; one block only for up to eight items without parts."""
    petals = _petals(spec)
    shown = len(petals) + sum(len(petal.parts[:PETALS]) for petal in petals if petal.parts)
    sheet = page(replace(spec, groups=()), _HEIGHT, _left_out(spec))
    area = sheet.body.inset(MARGIN - 12, 4)
    small = shown <= PETALS and not any(petal.parts for petal in petals)
    cells, blocks = _one_block(spec, petals, area) if small else _nine_blocks(spec, petals, area)
    return Lotus(sheet.width, sheet.height, (*sheet.boxes, *_texts(cells)), sheet, cells, blocks)


def _petals(spec: PictureSpec) -> tuple[PictureItem, ...]:
    """The items as petals: as they are when they have parts or are few, else gathered by group or in turn."""
    if len(spec.items) <= PETALS or any(item.parts for item in spec.items):
        return spec.items[:PETALS]
    groups = sorted({item.group for item in spec.items})
    by_group = [[item for item in spec.items if item.group == group] for group in groups]
    if len(groups) == 1 or len(groups) > PETALS or max(map(len, by_group)) > PETALS:
        return _dealt(spec.items[: PETALS * PETALS])
    names = dict(enumerate(spec.groups))
    return tuple(
        PictureItem(names.get(g, ""), group=g, parts=tuple(i)) for g, i in zip(groups, by_group, strict=True)
    )


def _dealt(items: Sequence[PictureItem]) -> tuple[PictureItem, ...]:
    """Eight blocks of nearly equal size, in order, without names of their own."""
    least, extra = divmod(len(items), PETALS)
    petals, start = [], 0
    for index in range(PETALS):
        end = start + least + (index < extra)
        petals.append(PictureItem("", parts=tuple(items[start:end])))
        start = end
    return tuple(petals)


def _left_out(spec: PictureSpec) -> int:
    """How many items or parts find no cell."""
    if any(item.parts for item in spec.items):
        beyond = sum(1 + len(item.parts) for item in spec.items[PETALS:])
        return beyond + sum(max(0, len(item.parts) - PETALS) for item in spec.items[:PETALS])
    return max(0, len(spec.items) - PETALS * PETALS)


def _one_block(
    spec: PictureSpec, petals: Sequence[PictureItem], area: Rect
) -> tuple[tuple[Cell, ...], tuple[Rect, ...]]:
    """The blossom with its first eight petals only."""
    grid = _grid(area, 8)
    cells = [_cell(4, "centre", grid[1][1], PictureItem(spec.center))]
    for index, (row, column) in enumerate(_AROUND):
        item = petals[index] if index < len(petals) else None
        cells.append(_cell(index, "petal", grid[row][column], item))
    return tuple(cells), ()


def _nine_blocks(
    spec: PictureSpec, petals: Sequence[PictureItem], area: Rect
) -> tuple[tuple[Cell, ...], tuple[Rect, ...]]:
    """The whole blossom: the petals around the middle open into blocks of their own."""
    outer = _grid(area, 5)
    inner = _grid(outer[1][1].inset(6), 3)
    cells = [_cell(8, "centre", inner[1][1], PictureItem(spec.center))]
    for index, (row, column) in enumerate(_AROUND):
        petal = petals[index] if index < len(petals) else None
        block = _grid(outer[row][column].inset(6), 3)
        cells.append(_cell(index, "petal", inner[row][column], petal))
        cells.append(_cell(index, "theme", block[1][1], petal))
        for place, (r, c) in enumerate(_AROUND):
            part = petal.parts[place] if petal and place < len(petal.parts) else None
            cells.append(_cell(index, "idea", block[r][c], part))
    return tuple(cells), tuple(outer[row][column] for row, column in (*_AROUND, (1, 1)))


def _grid(area: Rect, gap: float) -> list[list[Rect]]:
    """Three rows of three equal rectangles with a gap between them."""
    width, height = (area.width - 2 * gap) / 3, (area.height - 2 * gap) / 3
    at = [(area.y + row * (height + gap), area.x) for row in range(3)]
    return [[Rect(x + column * (width + gap), y, width, height) for column in range(3)] for y, x in at]


def _cell(block: int, kind: str, rect: Rect, item: PictureItem | None) -> Cell:
    radius = min(rect.width, rect.height) * (0.14 if kind == "idea" else 0.28)
    return Cell(block, kind, Rounded(rect, (radius, radius, radius, radius)), item)


def _texts(cells: Sequence[Cell]) -> tuple[TextBox, ...]:
    """Ideas in one size, themes in one size, the middle on its own."""
    boxes: list[TextBox] = []
    for kind, style in (("idea", _IDEA), ("theme", _THEME), ("petal", _THEME), ("centre", _CENTRE)):
        filled = [(c, c.item) for c in cells if c.kind == kind and c.item and legal(c.item.text)]
        rooms = [[c.shape.room(6, 5)] for c, _ in filled]
        boxes += even([item for _, item in filled], rooms, style, [c.shape for c, _ in filled])
    return tuple(boxes)


def draw_lotus(spec: PictureSpec) -> str:
    """The blossom as SVG."""
    plan = lotus_layout(spec)
    canvas = Canvas(plan.width, plan.height)
    for index, block in enumerate(plan.blocks):
        canvas.rect(block, 26, TINTS[index].soft if index < PETALS else paler(GOLD, 0.55))
    for cell in plan.cells:
        _paint(canvas, cell)
    for text in plan.boxes[len(plan.sheet.boxes) :]:
        canvas.text(text)
    draw_page(canvas, plan.sheet)
    return finish(canvas, spec)


def _paint(canvas: Canvas, cell: Cell) -> None:
    path, colour = rounded_path(cell.shape), TINTS[cell.block % PETALS]
    if cell.kind == "centre":
        canvas.path(path, GOLD, HONEY, 2)
    elif cell.kind == "idea":
        canvas.path(path, WHITE if cell.item else paler(colour.soft, 0.35))
    elif cell.kind == "petal":
        canvas.path(path, colour.soft if cell.item else paler(colour.soft, 0.6))
    elif cell.item and legal(cell.item.text):
        canvas.path(path, colour.soft, colour.deep, 2)
    else:
        canvas.path(path, paler(colour.soft, 0.6))
