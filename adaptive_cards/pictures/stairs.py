"""Portaat: steps from the bottom up on a common base, with a pillar beside them (p5-porrasmalli)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from adaptive_cards.pictures.board import GAP, filled, pill
from adaptive_cards.pictures.boards import draw_bar
from adaptive_cards.pictures.canvas import Canvas, rounded_path
from adaptive_cards.pictures.geometry import Rect, Rounded
from adaptive_cards.pictures.layout import Layout, Style, TextBox, even
from adaptive_cards.pictures.page import MARGIN, Page, draw_page, finish, page
from adaptive_cards.pictures.palette import (
    APRICOT,
    BUTTER,
    LAVENDER,
    MINT,
    MOSS,
    ROSE,
    SAGE,
    SKY,
    WHITE,
    paler,
)
from adaptive_cards.pictures.spec import PictureItem, PictureSpec
from adaptive_cards.pictures.text import legal

MOST = 12
_COLOURS = (SAGE, MINT, SKY, LAVENDER, ROSE, APRICOT, BUTTER)
_BASE, _PILLAR, _ROW = 60.0, 190.0, 128.0
_NUMBER = 44.0
_TOP_SHARE = 0.42  # how much of the lowest step's width the highest one has
_STEP, _SIDE, _CENTRE = (
    Style(largest=24, bold=True, align="left"),
    Style(largest=19),
    Style(largest=26, bold=True),
)
_COUNT = Style(largest=22, bold=True)


@dataclass(frozen=True, slots=True)
class Stairs(Layout):
    """Steps from the bottom up, the pillar, the base, and what the stairs lead to."""

    sheet: Page
    steps: tuple[Rounded, ...]
    pillar: Rect | None
    bars: tuple[TextBox, ...]
    side: tuple[TextBox, ...]


def stairs_layout(spec: PictureSpec) -> Stairs:
    """Where everything on the stairs stands; items are the steps from the lowest up."""
    items = spec.items[:MOST]
    row = min(_ROW, 700 / max(len(items), 1))
    sheet = page(spec, min(1024.0, 220 + row * max(len(items), 3) + _BASE + 56), len(spec.items) - len(items))
    body = sheet.body.inset(MARGIN - 8, 6)
    bars = _bars(spec, body)
    top = body.y + (_BASE + GAP if legal(spec.center) else 0)
    area = Rect(body.x, top, body.width, body.bottom - (_BASE + GAP if legal(spec.base) else 0) - top)
    words = [word for word in spec.side if legal(word)][:8]
    pillar = Rect(area.right - _PILLAR, area.y, _PILLAR, area.height) if words else None
    side = _side(words, pillar) if pillar else ()
    steps = _steps(
        len(items), Rect(area.x, area.y, area.width - (_PILLAR + GAP if pillar else 0), area.height)
    )
    texts = _texts(items, steps)
    return Stairs(
        sheet.width, sheet.height, (*sheet.boxes, *bars, *side, *texts), sheet, steps, pillar, bars, side
    )


def _bars(spec: PictureSpec, body: Rect) -> tuple[TextBox, ...]:
    """What the stairs lead to, above them, and what they stand on."""
    above = pill(spec.center, Rect(body.x + body.width * 0.3, body.y, body.width * 0.7, _BASE))
    return (*above, *pill(spec.base, Rect(body.x, body.bottom - _BASE, body.width, _BASE)))


def _steps(count: int, area: Rect) -> tuple[Rounded, ...]:
    """Steps from the bottom up, each beginning a little further to the right."""
    if not count:
        return ()
    height = area.height / count
    move = area.width * (1 - _TOP_SHARE) / max(count - 1, 1)
    steps = []
    for index in range(count):
        x = area.x + index * move
        rect = Rect(x, area.bottom - (index + 1) * height + 3, area.right - x, height - 6)
        steps.append(Rounded(rect, (18.0, 4.0, 4.0, 4.0)))
    return tuple(steps)


def _texts(items: Sequence[PictureItem], steps: Sequence[Rounded]) -> tuple[TextBox, ...]:
    """The number of each step and its text, with what stands on the step below it."""
    written = [_flat(item) for item in items]
    places = [step.rect.inset(14, 5) for step in steps]
    numbers = [[Rect(p.x, p.y, _NUMBER, p.height)] for p in places]
    rooms = [[Rect(p.x + _NUMBER + 8, p.y, p.width - _NUMBER - 8, p.height)] for p in places]
    counts = [PictureItem(str(i + 1)) for i in range(len(items))]
    return (*even(counts, numbers, _COUNT, steps), *even(written, rooms, _STEP, steps))


def _flat(item: PictureItem) -> PictureItem:
    """A step with its parts told in one line below its text."""
    parts = " · ".join(
        [item.detail, *(part.text for part in filled(item.parts))]
        if item.detail
        else [p.text for p in filled(item.parts)]
    )
    return PictureItem(item.text, parts, item.weight, item.group)


def _side(words: Sequence[str], pillar: Rect) -> tuple[TextBox, ...]:
    """The words of the pillar, one below the other."""
    height = (pillar.height - 16) / len(words)
    shapes = []
    for i in range(len(words)):
        rect = Rect(pillar.x + 8, pillar.y + 8 + i * height, pillar.width - 16, height).inset(4)
        shapes.append(Rounded(rect, (10.0, 10.0, 10.0, 10.0)))
    return even([PictureItem(word) for word in words], [[s.room(8, 4)] for s in shapes], _SIDE, shapes)


def draw_stairs(spec: PictureSpec) -> str:
    """The stairs as SVG."""
    plan = stairs_layout(spec)
    canvas = Canvas(plan.width, plan.height)
    for index, step in enumerate(plan.steps):
        colour = _COLOURS[index % len(_COLOURS)]
        canvas.path(rounded_path(step), colour.soft)
        canvas.circle(
            step.rect.x + 14 + _NUMBER / 2, step.rect.centre[1], min(22.0, step.rect.height * 0.4), WHITE
        )
    if plan.pillar:
        canvas.rect(plan.pillar, 18, MOSS)
    for word in plan.side:
        if isinstance(word.outline, Rounded):
            canvas.path(rounded_path(word.outline), paler(MOSS, 0.6))
    for bar in plan.bars:
        draw_bar(canvas, bar)
    for text in plan.boxes[len(plan.sheet.boxes) + len(plan.bars) :]:
        canvas.text(text)
    draw_page(canvas, plan.sheet)
    return finish(canvas, spec)
