"""Kukka: a flower whose petals are what people brought, one ring of them or several (p1-voimavarakukka)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from adaptive_cards.pictures.canvas import Canvas, curve, number, rounded_path
from adaptive_cards.pictures.geometry import Ellipse, Rect, Rounded
from adaptive_cards.pictures.layout import Layout, Style, TextBox, all_fit, even
from adaptive_cards.pictures.page import MARGIN, Page, draw_page, finish, page
from adaptive_cards.pictures.palette import GOLD, HONEY, HUSH, PAPER, PETALS, STEM, Tint, tint
from adaptive_cards.pictures.quilt import quilt
from adaptive_cards.pictures.rings import Ring, rings_of
from adaptive_cards.pictures.spec import PictureItem, PictureSpec

MOST = 60
_HEIGHT = 1024.0
_RINGED = 11  # up to so many, rings are always best
_FEWEST_PETALS = 4
_HEART = (78.0, 150.0)
_HEART_OF_FEWEST = 120.0
_RATIOS = (0.5, 0.68, 0.9)
_PETAL = Style(largest=28)
_CENTRE = Style(largest=30, bold=True)


@dataclass(frozen=True, slots=True)
class Petal:
    """The visible part of a petal, its ring from the outside, and its place in the ring."""

    shape: Ellipse | Rounded
    ring: int
    index: int


@dataclass(frozen=True, slots=True)
class Flower(Layout):
    """The flower's places: the petals with the items' texts, petals still blank, and the heart."""

    sheet: Page
    petals: tuple[Petal, ...]
    blank: tuple[Petal, ...]
    heart: Ellipse


def flower_layout(spec: PictureSpec) -> Flower:
    """Where everything in the flower stands: in rings, or in rows where rings would cut texts off."""
    items = spec.items[:MOST]
    sheet = page(spec, _HEIGHT, len(spec.items) - len(items))
    return _ringed(spec, sheet, items) or _rowed(spec, sheet, items)


def _ringed(spec: PictureSpec, sheet: Page, items: tuple[PictureItem, ...]) -> Flower | None:
    x, y = sheet.body.centre
    count = max(len(items), _FEWEST_PETALS)
    # Four could grow until their middle holds no word any more.
    least = _HEART[0] if count > _FEWEST_PETALS else _HEART_OF_FEWEST
    rings = rings_of(count, sheet.body.height / 2 - 6, least + 6)
    petals = [petal for ring in range(len(rings)) for petal in _petals(rings, ring, x, y)]
    size = min(_HEART[1], rings[-1].radius - rings[-1].along - 6)
    heart = Ellipse(x, y, size, size)
    rooms = [
        [p.shape.room(ratio) for ratio in _RATIOS]
        for p in petals[: len(items)]
        if isinstance(p.shape, Ellipse)
    ]
    if len(items) > _RINGED and not all_fit(items, rooms, _PETAL):
        return None
    return _flower(spec, sheet, petals, heart, rooms)


def _rowed(spec: PictureSpec, sheet: Page, items: tuple[PictureItem, ...]) -> Flower:
    plan = quilt(len(items), sheet.body.inset(MARGIN - 8, 2))
    petals = [Petal(card, step, i) for i, (card, step) in enumerate(zip(plan.cards, plan.steps, strict=True))]
    rooms = [[card.room(10, 7)] for card in plan.cards[: len(items)]]
    return _flower(spec, sheet, petals, plan.heart, rooms)


def _flower(
    spec: PictureSpec, sheet: Page, petals: list[Petal], heart: Ellipse, rooms: list[list[Rect]]
) -> Flower:
    used, blank = tuple(petals[: len(rooms)]), tuple(petals[len(rooms) :])
    texts = even(spec.items[: len(rooms)], rooms, _PETAL, [p.shape for p in used])
    boxes = (*sheet.boxes, *_centre(spec, heart), *texts)
    return Flower(sheet.width, sheet.height, boxes, sheet, used, blank, heart)


def _centre(spec: PictureSpec, heart: Ellipse) -> tuple[TextBox, ...]:
    inner = Ellipse(heart.x, heart.y, heart.along - 12, heart.across - 12)
    if not spec.center:
        return ()
    return even([PictureItem(spec.center)], [[inner.room(r) for r in _RATIOS]], _CENTRE, [heart])


def _petals(rings: list[Ring], index: int, x: float, y: float) -> list[Petal]:
    ring = rings[index]
    step = 2 * math.pi / max(ring.count, 1)
    start = -math.pi / 2 + (step / 2 if index % 2 else 0)
    petals = []
    for i in range(ring.count):
        angle = start + i * step
        middle = x + ring.radius * math.cos(angle), y + ring.radius * math.sin(angle)
        petals.append(Petal(Ellipse(*middle, ring.along, ring.across, angle), index, i))
    return petals


def draw_flower(spec: PictureSpec) -> str:
    """The flower as SVG."""
    plan = flower_layout(spec)
    canvas = Canvas(plan.width, plan.height)
    _sepals(canvas, plan)
    colours = _colours(spec, plan)
    for ring in range(max((p.ring for p in (*plan.petals, *plan.blank)), default=0) + 1):
        _ring(canvas, plan, colours, ring)
    _heart(canvas, plan)
    for text in plan.boxes[len(plan.sheet.boxes) :]:
        canvas.text(text)
    draw_page(canvas, plan.sheet)
    return finish(canvas, spec)


def _colours(spec: PictureSpec, plan: Flower) -> list[Tint]:
    """Each petal's colour: its group's; where groups mean nothing, a wreath or a shade for each ring."""
    if len({item.group for item in spec.items}) > 1 or spec.groups:
        return [tint(item.group) for item in spec.items[: len(plan.petals)]]
    if any(p.ring for p in plan.petals):
        return [PETALS[p.ring % len(PETALS)] for p in plan.petals]
    meeting = len(plan.petals) % len(PETALS) == 1
    return [
        PETALS[2 if meeting and p.index and p is plan.petals[-1] else p.index % len(PETALS)]
        for p in plan.petals
    ]


def _ring(canvas: Canvas, plan: Flower, colours: list[Tint], ring: int) -> None:
    for petal, colour in zip(plan.petals, colours, strict=True):
        if petal.ring == ring:
            _petal(canvas, petal.shape, plan.heart, colour.soft)
    for petal in plan.blank:
        if petal.ring == ring:
            _petal(canvas, petal.shape, plan.heart, HUSH)


def _petal(canvas: Canvas, shape: Ellipse | Rounded, heart: Ellipse, colour: str) -> None:
    if isinstance(shape, Rounded):
        canvas.path(rounded_path(shape), colour)
    else:
        canvas.path(_body(shape, heart), colour, PAPER, 3)


def _body(shape: Ellipse, heart: Ellipse) -> str:
    """A petal from the flower's heart out: narrow at its root, the ellipse at its end.

    It stays between the two tangents from the heart's middle to the ellipse, so it never lies on a neighbour.
    """
    away, a, b = math.hypot(shape.x - heart.x, shape.y - heart.y), shape.along, shape.across
    root = max(heart.along * 0.6, away - a * 2.6)
    touch = (away - a * a / away, b * math.sqrt(max(0.0, 1 - (a / away) ** 2)))
    near, back = root + (touch[0] - root) * 0.5, touch[0] - (touch[0] - root) * 0.4
    slope = touch[1] / touch[0]
    points = [(root, 0.0), (near, slope * near * 0.35), (back, slope * back), touch]
    there = curve(*(_turned(heart, shape.angle, x, -y) for x, y in points))
    home = curve(*(_turned(heart, shape.angle, x, y) for x, y in reversed(points)))
    arc = f"A{number(a)} {number(b)} {number(math.degrees(shape.angle))} 1 1 "
    return f"{there}{arc}{home[1:]}Z"


def _turned(heart: Ellipse, angle: float, along: float, across: float) -> tuple[float, float]:
    """A point given along and across a direction from the heart."""
    cos, sin = math.cos(angle), math.sin(angle)
    return heart.x + along * cos - across * sin, heart.y + along * sin + across * cos


def _sepals(canvas: Canvas, plan: Flower) -> None:
    """Green tips that look out between the outermost petals."""
    outer = [p.shape for p in (*plan.petals, *plan.blank) if p.ring == 0 and isinstance(p.shape, Ellipse)]
    reach = plan.sheet.body.height / 2 - 6
    half = min(30.0, 230 / max(len(outer), 1))
    for shape in outer:
        root = 0.55 if _meets_next(shape, plan.heart, len(outer)) else plan.heart.along / reach
        way = (root, 0.0), (0.7, -half), (0.88, -half), (0.975, 0.0), (0.88, half), (0.7, half), (root, 0.0)
        angle = shape.angle + math.pi / len(outer)
        canvas.path(curve(*(_turned(plan.heart, angle, x * reach, y) for x, y in way)), STEM)


def _meets_next(shape: Ellipse, heart: Ellipse, count: int) -> bool:
    """Whether one of `count` petals touches the next one; else one sees between them to the heart."""
    return math.hypot(shape.x - heart.x, shape.y - heart.y) * math.sin(math.pi / count) < shape.across + 4


def _heart(canvas: Canvas, plan: Flower) -> None:
    """The golden middle with its stamens."""
    heart = plan.heart
    canvas.ellipse(heart, GOLD)
    count = max(18, int((heart.along + heart.across) / 7))
    for i in range(count):
        angle = 2 * math.pi * i / count
        x, y = (heart.along - 7) * math.cos(angle), (heart.across - 7) * math.sin(angle)
        canvas.circle(heart.x + x, heart.y + y, 2.4, HONEY)
