"""Kohtaaminen: layers from customers to services, joined where they meet (p5-tarpeet-ja-palvelut)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from adaptive_cards.pictures.board import cards, filled
from adaptive_cards.pictures.canvas import Canvas, curve, rounded_path
from adaptive_cards.pictures.geometry import Rect, Rounded
from adaptive_cards.pictures.layout import Layout, Style, TextBox, even
from adaptive_cards.pictures.page import MARGIN, Page, draw_page, finish, page
from adaptive_cards.pictures.palette import APRICOT, LAVENDER, MINT, ROSE, SAGE, SKY, WHITE, paler, tint
from adaptive_cards.pictures.spec import PictureItem, PictureSpec
from adaptive_cards.pictures.text import legal

MOST = 6
_HEIGHT, _LOW_HEIGHT = 1024.0, 800.0
_COLOURS = (APRICOT, ROSE, LAVENDER, SKY, MINT, SAGE)
_NAME_WIDTH = 210.0
_ROW, _SIDE_BY_SIDE, _LEAST_GAP = 96.0, 4, 26.0
_NAME, _NOTE = Style(largest=22, bold=True, align="left"), Style(largest=19)


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: its place and its notes, each with the chain it belongs to (0 for none)."""

    rect: Rect
    notes: tuple[tuple[TextBox, int], ...]


@dataclass(frozen=True, slots=True)
class Matching(Layout):
    """Layers from the top down."""

    sheet: Page
    layers: tuple[Layer, ...]


def matching_layout(spec: PictureSpec, left_out: int = 0) -> Matching:
    """Where everything on the matching board stands; parts of one `group` above 0 are one chain."""
    items = spec.items[:MOST]
    busy = any(len(item.parts) > _SIDE_BY_SIDE for item in items)
    sheet = page(spec, _HEIGHT if busy else _LOW_HEIGHT, left_out)
    places = _places(items, sheet.body.inset(MARGIN - 8, 6))
    layers = tuple(_layer(item, rect) for item, rect in zip(items, places, strict=True))
    beyond = sum(1 + len(filled(item.parts)) for item in spec.items[MOST:])
    missing = beyond + sum(
        len(filled(i.parts)) - len(made.notes) for i, made in zip(items, layers, strict=True)
    )
    if missing > left_out:  # the line that counts takes room itself
        return matching_layout(spec, missing)
    notes = (text for layer in layers for text, _ in layer.notes)
    return Matching(sheet.width, sheet.height, (*sheet.boxes, *_names(items, places), *notes), sheet, layers)


def _places(items: Sequence[PictureItem], area: Rect) -> list[Rect]:
    """Bands one below the other, higher where there is more to show, with room for the lines between them."""
    wanted = [24 + _ROW * max(1, -(-len(filled(item.parts)) // _SIDE_BY_SIDE)) for item in items]
    share = min(1.0, (area.height - _LEAST_GAP * len(items)) / max(sum(wanted), 1.0))
    gap = min(70.0, (area.height - share * sum(wanted)) / max(len(items) - 1, 1))
    places, y = [], area.y
    for height in wanted:
        places.append(Rect(area.x, y, area.width, height * share))
        y += height * share + gap
    return places


def _names(items: Sequence[PictureItem], places: Sequence[Rect]) -> tuple[TextBox, ...]:
    named = [(PictureItem(i.text, i.detail), r) for i, r in zip(items, places, strict=True) if legal(i.text)]
    rooms = [[Rect(rect.x + 18, rect.y + 8, _NAME_WIDTH - 28, rect.height - 16)] for _, rect in named]
    return even([item for item, _ in named], rooms, _NAME)


def _layer(item: PictureItem, rect: Rect) -> Layer:
    notes = sorted(filled(item.parts), key=lambda part: part.group)
    area = Rect(rect.x + _NAME_WIDTH, rect.y + 12, rect.width - _NAME_WIDTH - 14, rect.height - 24)
    made = cards(notes, area, _NOTE, wide=True)
    return Layer(rect, tuple((text, note.group) for text, note in zip(made, notes, strict=False)))


def draw_matching(spec: PictureSpec) -> str:
    """The matching board as SVG, chains joined by lines from layer to layer."""
    plan = matching_layout(spec)
    canvas = Canvas(plan.width, plan.height)
    for index, layer in enumerate(plan.layers):
        canvas.rect(layer.rect, 22, paler(_COLOURS[index].soft, 0.3))
    for above, below in zip(plan.layers, plan.layers[1:], strict=False):
        _join(canvas, above, below)
    for layer in plan.layers:
        for note, group in layer.notes:
            _card(canvas, note, group)
    for text in plan.boxes[len(plan.sheet.boxes) :]:
        canvas.text(text)
    draw_page(canvas, plan.sheet)
    return finish(canvas, spec)


def _card(canvas: Canvas, note: TextBox, group: int) -> None:
    if isinstance(note.outline, Rounded):
        colour = tint(group - 1)
        canvas.path(rounded_path(note.outline), WHITE, colour.deep if group else "", 2)


def _join(canvas: Canvas, above: Layer, below: Layer) -> None:
    """Lines between the notes of one chain in neighbouring layers."""
    for upper, group in above.notes:
        for lower, other in below.notes:
            if group and group == other:
                _thread(canvas, upper, lower, tint(group - 1).deep)


def _thread(canvas: Canvas, upper: TextBox, lower: TextBox, colour: str) -> None:
    if isinstance(upper.outline, Rounded) and isinstance(lower.outline, Rounded):
        start = upper.outline.rect.centre[0], upper.outline.rect.bottom
        end = lower.outline.rect.centre[0], lower.outline.rect.y
        half = (start[1] + end[1]) / 2
        canvas.path(curve(start, (start[0], half), (end[0], half), end), "none", colour, 3)
