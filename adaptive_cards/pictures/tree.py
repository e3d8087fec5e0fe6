"""Puu: a tree whose leaves are what people brought; the ground is what it grows from (p1-voimavarapuu)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from adaptive_cards.pictures.canvas import Canvas, curve, point, rounded_path
from adaptive_cards.pictures.geometry import Ellipse, Rect, Rounded
from adaptive_cards.pictures.layout import Layout, Style, all_fit, even
from adaptive_cards.pictures.page import MARGIN, Page, draw_page, finish, page
from adaptive_cards.pictures.palette import BARK, CROWN, HUSH, LEAVES, MOSS, Tint, tint
from adaptive_cards.pictures.spec import PictureItem, PictureSpec

MOST = 60
_HEIGHT, _LOW_HEIGHT, _LOW = 1024.0, 780.0, 6  # up to so many leaves the picture is lower
_FEWEST_LEAVES = 5
_GROUND, _TRUNK = 112.0, (110.0, 40.0)
_BEST_RATIO = 1.7
_LARGEST = (320.0, 208.0)
_LEAF = Style(largest=26)
_CENTRE = Style(largest=28, bold=True)
_RATIOS = (0.12, 0.2, 0.3)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf and the side of the trunk it grows on: -1 left, 1 right."""

    shape: Rounded
    side: int

    @property
    def stalk(self) -> tuple[float, float]:
        """Where the leaf meets its branch: its lower corner towards the trunk."""
        rect = self.shape.rect
        return (rect.x if self.side > 0 else rect.right), rect.bottom

    @property
    def room(self) -> Rect:
        """Where its text may stand."""
        return self.shape.room(9, 6)


@dataclass(frozen=True, slots=True)
class Tree(Layout):
    """The tree's places: leaves with texts, leaves still blank, the crown and the ground."""

    sheet: Page
    leaves: tuple[Leaf, ...]
    blank: tuple[Leaf, ...]
    crown: Rounded
    ground: Ellipse


def tree_layout(spec: PictureSpec) -> Tree:
    """Where everything in the tree stands."""
    items = spec.items[:MOST]
    height = _LOW_HEIGHT if len(items) <= _LOW else _HEIGHT
    sheet = page(spec, height, len(spec.items) - len(items))
    body = sheet.body
    ground = Ellipse(body.centre[0], body.bottom - _GROUND / 2, body.width / 2 - MARGIN, _GROUND / 2)
    round_, full = (_leaves(len(items), body, full=full) for full in (False, True))
    fitting = all_fit(items, [[leaf.room] for leaf in round_[: len(items)]], _LEAF)
    leaves = round_ if fitting else full
    used, blank = tuple(leaves[: len(items)]), tuple(leaves[len(items) :])
    texts = even(items, [[leaf.room] for leaf in used], _LEAF, [leaf.shape for leaf in used])
    middle = [[ground.room(ratio) for ratio in _RATIOS]]
    centre = even([PictureItem(spec.center)], middle, _CENTRE, [ground]) if spec.center else ()
    crown = _around([leaf.shape.rect for leaf in leaves], body, full=not fitting)
    return Tree(sheet.width, sheet.height, (*sheet.boxes, *centre, *texts), sheet, used, blank, crown, ground)


def _around(leaves: list[Rect], body: Rect, *, full: bool) -> Rounded:
    """The crown: a little more than the leaves, where the page has room for it."""
    left, top = min(leaf.x for leaf in leaves) - 16, min(leaf.y for leaf in leaves) - 12
    right, bottom = max(leaf.right for leaf in leaves) + 16, max(leaf.bottom for leaf in leaves) + 10
    left, top, right = max(left, 8.0), max(top, body.y), min(right, body.right - 8)
    rect = Rect(left, top, right - left, bottom - top)
    radius = 28.0 if full else min(rect.height, rect.width) * 0.3
    return Rounded(rect, (radius, radius, radius, radius))


def _leaves(count: int, body: Rect, *, full: bool) -> list[Leaf]:
    """Rows of leaves that make a round crown, or an almost square one when texts need the room."""
    places = max(count, _FEWEST_LEAVES)
    share = min(1.0, places / MOST)
    trunk = 30.0 if full else _TRUNK[0] + (_TRUNK[1] - _TRUNK[0]) * share
    crown = Rect(MARGIN, body.y + 8, body.width - 2 * MARGIN, body.height - _GROUND - trunk - 8)
    rows = min(_crowns(places, full=full), key=lambda r: _cost(r, crown))
    width, height = _size(rows, crown)
    top = crown.bottom - height * len(rows)
    leaves = []
    for row, columns in enumerate(rows):
        start = crown.centre[0] - columns * width / 2
        for column in range(columns):
            cell = Rect(start + column * width, top + row * height, width, height)
            leaves.append(_leaf(cell, crown.centre[0], full=full))
    return leaves


def _crowns(places: int, *, full: bool) -> list[list[int]]:
    """Ways to put the leaves in rows, the middle rows the longest."""
    depth = 0.0 if full else 0.55
    crowns = []
    for rows in range(2, min(places, 13) + 1):
        weights = [1 - depth * (1 - math.sin(math.pi * (i + 0.62) / (rows + 0.15))) for i in range(rows)]
        crowns.append(_shares(places, weights))
    return crowns


def _shares(places: int, weights: list[float]) -> list[int]:
    """`places` divided among rows in proportion to their weights, every row with at least one."""
    counts: list[int] = []
    carried = 0.0
    for weight in weights:
        carried += places * weight / sum(weights)
        counts.append(max(1, round(carried) - sum(counts)))
    counts[len(counts) // 2] += places - sum(counts)
    return counts


def _cost(rows: list[int], crown: Rect) -> float:
    """How far the leaves of these rows are from a good shape and how much of the crown stays empty."""
    width, height = _size(rows, crown)
    empty = 1 - sum(rows) / (max(rows) * len(rows))
    return abs(math.log(width / height / _BEST_RATIO)) + 0.6 * empty + 0.01 * len(rows)


def _size(rows: list[int], crown: Rect) -> tuple[float, float]:
    """Width and height of a leaf's place."""
    return min(crown.width / max(rows), _LARGEST[0]), min(crown.height / len(rows), _LARGEST[1])


def _leaf(cell: Rect, trunk: float, *, full: bool) -> Leaf:
    """A leaf with its tip outwards and up, its stalk inwards and down."""
    side = -1 if cell.centre[0] < trunk - 1 else 1
    rect = cell.inset(min(7.0, cell.width * 0.03), min(6.0, cell.height * 0.05))
    rect = Rect(rect.x, rect.y, rect.width, min(rect.height, rect.width * 0.72))
    wide, tip = (min(rect.height * 0.3, 18.0) if full else min(rect.height * 0.46, 90.0)), 3.0
    radii = (tip, wide, tip, wide) if side < 0 else (wide, tip, wide, tip)
    return Leaf(Rounded(rect, radii), side)


def draw_tree(spec: PictureSpec) -> str:
    """The tree as SVG."""
    plan = tree_layout(spec)
    canvas = Canvas(plan.width, plan.height)
    canvas.path(rounded_path(plan.crown), CROWN)
    canvas.ellipse(plan.ground, MOSS)
    _trunk(canvas, plan)
    for leaf in (*plan.leaves, *plan.blank):
        _branch(canvas, plan, leaf)
    for leaf, colour in zip(plan.leaves, _colours(spec, len(plan.leaves)), strict=True):
        canvas.path(rounded_path(leaf.shape), colour.soft)
    for leaf in plan.blank:
        canvas.path(rounded_path(leaf.shape), HUSH)
    for text in plan.boxes[len(plan.sheet.boxes) :]:
        canvas.text(text)
    draw_page(canvas, plan.sheet)
    return finish(canvas, spec)


def _colours(spec: PictureSpec, count: int) -> list[Tint]:
    """Each leaf's colour: its group's, or the greens of summer in turn."""
    if len({item.group for item in spec.items}) > 1 or spec.groups:
        return [tint(item.group) for item in spec.items[:count]]
    return [LEAVES[i % len(LEAVES)] for i in range(count)]


def _trunk(canvas: Canvas, plan: Tree) -> None:
    """The trunk, wide at its roots, up into the crown."""
    x, crown = plan.ground.x, plan.crown.rect
    foot, top, fork = plan.ground.y - plan.ground.across * 0.72, crown.y + crown.height * 0.12, crown.bottom
    half = (foot + fork) / 2
    left = curve((x - 78, foot + 6), (x - 34, foot - 4), (x - 26, half), (x - 22, fork))
    right = curve((x + 22, fork), (x + 26, half), (x + 34, foot - 4), (x + 78, foot + 6))
    canvas.path(f"{left}L{point(x - 4, top)}L{point(x + 4, top)}L{right[1:]}Z", BARK)


def _branch(canvas: Canvas, plan: Tree, leaf: Leaf) -> None:
    """A branch from the trunk, bending up to the leaf's stalk."""
    x, y = leaf.stalk
    trunk, away = plan.ground.x, x - plan.ground.x
    start = min(y + 14 + abs(away) * 0.14, plan.crown.rect.bottom + 2)
    bend = ((trunk + away * 0.4, start - 6), (trunk + away * 0.8, y + 8), (x, y - 3))
    canvas.path(curve((trunk, start), *bend), "none", BARK, 4)
