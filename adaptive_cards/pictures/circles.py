"""Linkittyvät pallot: circles that overlap, and what is gained there (p4-osaamisen-leikkauspisteet)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from adaptive_cards.pictures.board import filled
from adaptive_cards.pictures.canvas import Canvas, rounded_path
from adaptive_cards.pictures.geometry import Ellipse, Rect, Rounded
from adaptive_cards.pictures.layout import Layout, Style, TextBox, box, even
from adaptive_cards.pictures.page import Page, draw_page, finish, page
from adaptive_cards.pictures.palette import GOLD, HONEY, WHITE, tint
from adaptive_cards.pictures.spec import PictureItem, PictureSpec
from adaptive_cards.pictures.text import legal

MOST = 6
_HEIGHT = 1024.0
_CIRCLE, _MEETING, _CENTRE = Style(largest=24, bold=True), Style(largest=19), Style(largest=22, bold=True)
_CIRCLE_OF_TWO, _MEETING_OF_TWO = Style(largest=34, bold=True), Style(largest=28)
_RATIOS = (0.5, 0.7, 0.9, 1.2)
_SIZES = (0.95, 0.85, 0.75, 0.66, 0.58, 0.5, 0.42, 0.34, 0.26)
_AIR = 8.0
_PAIR, _PAIR_CARD, _CARD = 2, (230.0, 260.0), (190.0, 112.0)
_SHARES = {0: 1.0, 1: 1.0, 2: 0.58, 3: 0.53, 4: 0.543, 5: 0.458, 6: 0.396}  # of half the picture
_PUSHED = {3: 1.75, 4: 1.2, 5: 1.14}  # how much further out the cards stand, so that the middle is free


@dataclass(frozen=True, slots=True)
class Circles(Layout):
    """The circles, the cards where neighbours meet, and the card in the middle."""

    sheet: Page
    circles: tuple[Ellipse, ...]
    meetings: tuple[TextBox, ...]
    centre: tuple[TextBox, ...]


def circles_layout(spec: PictureSpec) -> Circles:
    """Where everything in the linked circles stands; `links` say what is gained where two of them meet."""
    items = spec.items[:MOST]
    sheet = page(spec, _HEIGHT, len(spec.items) - len(items))
    circles, places, middle = _places(len(items), sheet.body)
    meetings = _meetings(spec, places)
    rooms = [
        _rooms(circle, sheet.body.centre, [*(p.rect for p in places.values()), middle]) for circle in circles
    ]
    style = _CIRCLE if len(items) > _PAIR else _CIRCLE_OF_TWO
    texts = even([_flat(item) for item in items], rooms, style, circles)
    centre = _centre(spec, len(items), middle)
    boxes = (*sheet.boxes, *texts, *meetings, *centre)
    return Circles(sheet.width, sheet.height, boxes, sheet, circles, meetings, centre)


def _places(count: int, body: Rect) -> tuple[tuple[Ellipse, ...], dict[tuple[int, int], Rounded], Rect]:
    """Circles on a ring, the cards between neighbours, and the middle."""
    x, y = body.centre
    circles = _circles(count, body)
    wide, high = _CARD if count > _PAIR else _PAIR_CARD
    places = {}
    for pair in _neighbours(count):
        away = _PUSHED.get(count, 1.0) / _PAIR
        dx, dy = (away * sum(circles[i].x - x for i in pair), away * sum(circles[i].y - y for i in pair))
        rect = Rect(x + dx - wide / 2, y + dy - high / 2, wide, high)
        places[pair] = Rounded(rect, (16.0, 16.0, 16.0, 16.0))
    return circles, places, Rect(x - 84, y - 50, 168, 100) if count > _PAIR else Rect(x, y, 0, 0)


def _circles(count: int, body: Rect) -> tuple[Ellipse, ...]:
    """Equal circles around the middle, as wide apart as the page is wide; four stand two by two."""
    x, y = body.centre
    half = min(body.width, body.height) / 2 - 8
    radius = half * _SHARES[count]
    down, across = half - radius, body.width / 2 - 8 - radius if count > 1 else 0.0
    start = {2: math.pi, 4: -0.75 * math.pi}.get(count, -0.5 * math.pi)
    angles = [start + 2 * math.pi * i / count for i in range(count)]
    return tuple(Ellipse(x + across * math.cos(a), y + down * math.sin(a), radius, radius) for a in angles)


def _neighbours(count: int) -> list[tuple[int, int]]:
    """Pairs that stand side by side on the ring; two are neighbours once only."""
    if count <= _PAIR:
        return [(0, 1)][: max(0, count - 1)]
    return [(min(i, (i + 1) % count), max(i, (i + 1) % count)) for i in range(count)]


def _rooms(circle: Ellipse, middle: tuple[float, float], taken: Sequence[Rect]) -> list[Rect]:
    """Rectangles inside a circle, away from the middle of the picture, that touch no card."""
    cards = [rect.inset(-_AIR) for rect in taken if rect.width]
    return [_room(circle, middle, cards, ratio) for ratio in _RATIOS]


def _room(circle: Ellipse, middle: tuple[float, float], cards: Sequence[Rect], ratio: float) -> Rect:
    """The largest free rectangle of one shape, found by pushing ever smaller circles outwards."""
    dx, dy = circle.x - middle[0], circle.y - middle[1]
    away, room = math.hypot(dx, dy) or 1.0, Rect(circle.x, circle.y, 0, 0)
    for size in _SIZES:
        shift, radius = circle.along * (0.97 - size), circle.along * size
        room = Ellipse(circle.x + dx / away * shift, circle.y + dy / away * shift, radius, radius).room(ratio)
        if not any(room.meets(card) for card in cards):
            break
    return room


def _meetings(spec: PictureSpec, places: dict[tuple[int, int], Rounded]) -> tuple[TextBox, ...]:
    """What was written where two neighbours meet."""
    written = [(PictureItem(_gain(spec, pair)), shape) for pair, shape in places.items() if _gain(spec, pair)]
    return even(
        [item for item, _ in written],
        [[s.room(10, 7)] for _, s in written],
        _MEETING if len(places) > 1 else _MEETING_OF_TWO,
        [s for _, s in written],
    )


def _gain(spec: PictureSpec, pair: tuple[int, int]) -> str:
    texts = (link.text for link in spec.links if tuple(sorted((link.first, link.second))) == pair)
    return " · ".join(text for text in texts if legal(text))


def _centre(spec: PictureSpec, count: int, middle: Rect) -> tuple[TextBox, ...]:
    """What joins all, what all gain together, and the gains of circles that are not side by side."""
    pairs = set(_neighbours(count))
    across = [link.text for link in spec.links if tuple(sorted((link.first, link.second))) not in pairs]
    texts = [text for text in (spec.center, spec.base, *across) if legal(text)]
    if not texts or not middle.width:
        return ()
    shape = Rounded(middle, (24.0, 24.0, 24.0, 24.0))
    return (box(PictureItem(texts[0], " · ".join(texts[1:])), shape.room(10, 6), _CENTRE, shape),)


def _flat(item: PictureItem) -> PictureItem:
    parts = " · ".join(
        text for text in (item.detail, *(part.text for part in filled(item.parts))) if legal(text)
    )
    return PictureItem(item.text, parts, item.weight, item.group)


def draw_circles(spec: PictureSpec) -> str:
    """The linked circles as SVG."""
    plan = circles_layout(spec)
    canvas = Canvas(plan.width, plan.height)
    for index, circle in enumerate(plan.circles):
        canvas.ellipse(circle, tint(index * 3).soft)
    for index, circle in enumerate(plan.circles):
        canvas.circle(circle.x, circle.y, circle.along, "none", tint(index * 3).deep, 2.5)
    for card, colour in [*((c, WHITE) for c in plan.meetings), *((c, GOLD) for c in plan.centre)]:
        if isinstance(card.outline, Rounded):
            canvas.path(rounded_path(card.outline), colour, HONEY, 2)
    for text in plan.boxes[len(plan.sheet.boxes) :]:
        canvas.text(text)
    draw_page(canvas, plan.sheet)
    return finish(canvas, spec)
