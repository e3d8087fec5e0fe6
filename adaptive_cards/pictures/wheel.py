"""Kehä: elements around a common middle, inside the culture that carries them (p5-dynaaminen-malli)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from adaptive_cards.pictures.board import filled, pill
from adaptive_cards.pictures.boards import draw_bar
from adaptive_cards.pictures.canvas import Canvas
from adaptive_cards.pictures.geometry import Ellipse, Rect
from adaptive_cards.pictures.layout import Layout, Style, TextBox, even
from adaptive_cards.pictures.page import Page, draw_page, finish, page
from adaptive_cards.pictures.palette import GOLD, HONEY, LINE, MOSS, PAPER, STEM, tint
from adaptive_cards.pictures.rings import rings_of
from adaptive_cards.pictures.spec import PictureItem, PictureSpec
from adaptive_cards.pictures.text import legal

MOST = 40
_HEIGHT = 1024.0
_BAR = 54.0
_HEART = 122.0
_RATIOS = (0.5, 0.68, 0.9)
_NODE, _CENTRE = Style(largest=24), Style(largest=26, bold=True)


@dataclass(frozen=True, slots=True)
class Wheel(Layout):
    """The elements, the middle, the rim around them and the bar that names it."""

    sheet: Page
    nodes: tuple[Ellipse, ...]
    heart: Ellipse
    rim: float
    bar: tuple[TextBox, ...]


def wheel_layout(spec: PictureSpec) -> Wheel:
    """Where everything in the wheel stands; `base` is what surrounds the whole."""
    items = spec.items[:MOST]
    sheet = page(spec, _HEIGHT, len(spec.items) - len(items))
    body = sheet.body
    bar = pill(spec.base, Rect(body.x + 90, body.bottom - _BAR - 4, body.width - 180, _BAR))
    height = body.height - (_BAR - 6 if bar else 0)
    x, y, rim = body.centre[0], body.y + height / 2, height / 2 - 8
    nodes = _nodes(len(items), x, y, rim - 12)
    heart = Ellipse(x, y, _HEART, _HEART)
    texts = even([_flat(i) for i in items], [[n.room(r) for r in _RATIOS] for n in nodes], _NODE, nodes)
    inner = Ellipse(x, y, _HEART - 12, _HEART - 12)
    rooms = [[inner.room(ratio) for ratio in _RATIOS]]
    centre = even([PictureItem(spec.center)], rooms, _CENTRE, [heart]) if legal(spec.center) else ()
    boxes = (*sheet.boxes, *bar, *centre, *texts)
    return Wheel(sheet.width, sheet.height, boxes, sheet, nodes, heart, rim, bar)


def _nodes(count: int, x: float, y: float, reach: float) -> tuple[Ellipse, ...]:
    """Round elements around the middle, in one ring or more."""
    if not count:
        return ()
    nodes = []
    for index, ring in enumerate(rings_of(max(count, 4), reach, _HEART + 14, round_only=True)):
        step = 2 * math.pi / max(ring.count, 1)
        for i in range(ring.count):
            angle = -math.pi / 2 + (i + index / 2) * step
            middle = x + ring.radius * math.cos(angle), y + ring.radius * math.sin(angle)
            nodes.append(Ellipse(*middle, ring.across - 3, ring.across - 3))
    return tuple(nodes[:count])


def _flat(item: PictureItem) -> PictureItem:
    parts = " · ".join(
        text for text in (item.detail, *(part.text for part in filled(item.parts))) if legal(text)
    )
    return PictureItem(item.text, parts, item.weight, item.group)


def draw_wheel(spec: PictureSpec) -> str:
    """The wheel as SVG."""
    plan = wheel_layout(spec)
    canvas = Canvas(plan.width, plan.height)
    heart = plan.heart
    canvas.circle(heart.x, heart.y, plan.rim, MOSS, STEM, 3)
    canvas.circle(heart.x, heart.y, plan.rim - 10, PAPER)
    for node in plan.nodes:
        canvas.line(((heart.x, heart.y), (node.x, node.y)), LINE, 5)
    for index, node in enumerate(plan.nodes):
        colour = tint(spec.items[index].group if spec.groups else index)
        canvas.circle(node.x, node.y, node.along, colour.soft, colour.deep, 2)
    canvas.circle(heart.x, heart.y, heart.along, GOLD, HONEY, 3)
    for bar in plan.bar:
        draw_bar(canvas, bar, MOSS)
    for text in plan.boxes[len(plan.sheet.boxes) + len(plan.bar) :]:
        canvas.text(text)
    draw_page(canvas, plan.sheet)
    return finish(canvas, spec)
