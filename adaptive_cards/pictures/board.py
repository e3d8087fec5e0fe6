"""Panels with a heading and the notes in them: what quadrants and other boards are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from adaptive_cards.pictures.canvas import Canvas, rounded_path
from adaptive_cards.pictures.geometry import Rect, Rounded
from adaptive_cards.pictures.layout import Style, TextBox, box, even
from adaptive_cards.pictures.palette import WHITE, Tint, paler
from adaptive_cards.pictures.spec import PictureItem
from adaptive_cards.pictures.text import legal

GAP = 14.0
_PAD, _CARD_GAP = 16.0, 8.0
HEADING = Style(largest=24, bold=True, align="left", top=True)
_NOTE = Style(largest=20, align="left")
_HEADING_HEIGHTS, _NARROW = (76.0, 140.0), 300.0  # pixels; narrow panels have higher headings
_CARD_HEIGHTS = (24.0, 96.0)  # the least and the most
_CARD_WIDTH = 104.0
_COMFORTABLE = 16.0


@dataclass(frozen=True, slots=True)
class Panel:
    """A coloured field with its heading and notes; `left_out` notes found no place."""

    rect: Rect
    colour: Tint
    heading: tuple[TextBox, ...]
    notes: tuple[TextBox, ...]
    left_out: int

    @property
    def boxes(self) -> tuple[TextBox, ...]:
        """All its texts."""
        return (*self.heading, *self.notes)


def panel(item: PictureItem, rect: Rect, colour: Tint, style: Style = HEADING, height: float = 0) -> Panel:
    """An item as a panel: text and detail as a heading of at least `height` pixels, parts as notes."""
    inner = inside(rect)
    heading = headed(item, inner, style)
    used = max(height, heading[0].frame.height if heading else 0)
    below = inner.y + (used + 8 if used else 0)
    area = Rect(inner.x, below, inner.width, inner.bottom - below)
    notes = cards(item.parts, area)
    return Panel(rect, colour, heading, notes, len(filled(item.parts)) - len(notes))


def inside(rect: Rect) -> Rect:
    """Where a panel's heading and notes may stand."""
    return rect.inset(_PAD, _PAD - 2)


def heading_style(items: Sequence[PictureItem], places: Sequence[Rect]) -> tuple[Style, float]:
    """One size and one height for the headings of neighbouring panels."""
    made = [headed(item, inside(place), HEADING) for item, place in zip(items, places, strict=False)]
    size = min((text.size for some in made for text in some), default=HEADING.largest)
    style = replace(HEADING, largest=size)
    again = [headed(item, inside(place), style) for item, place in zip(items, places, strict=False)]
    return style, max((text.frame.height for some in again for text in some), default=0.0)


def headed(item: PictureItem, inner: Rect, style: Style = HEADING) -> tuple[TextBox, ...]:
    """The heading at the top of a panel, when there is one."""
    if not (legal(item.text) or legal(item.detail)):
        return ()
    most = _HEADING_HEIGHTS[0] if inner.width > _NARROW else _HEADING_HEIGHTS[1]
    made = box(item, Rect(inner.x, inner.y, inner.width, min(most, inner.height)), style)
    return (replace(made, room=Rect(inner.x, inner.y, inner.width, made.frame.height)),)


def filled(items: Sequence[PictureItem]) -> tuple[PictureItem, ...]:
    """The items in which something is written."""
    return tuple(item for item in items if legal(item.text))


def cards(
    items: Sequence[PictureItem], area: Rect, style: Style = _NOTE, *, wide: bool = False
) -> tuple[TextBox, ...]:
    """Notes on cards in as many columns as let them be read best; as many notes as there is room for.

    `wide`: side by side rather than one below the other.
    """
    notes = filled(items)
    best: tuple[TextBox, ...] = ()
    most = _most_columns(area)
    for columns in range(max(1, min(most, len(notes))), 0, -1) if wide else range(1, most + 1):
        tried = _in_columns(notes, area, columns, style)
        if _merit(tried) > _merit(best):
            best = tried
        if len(best) == len(notes) and _easily_read(best):
            break
    return best


def _easily_read(notes: Sequence[TextBox]) -> bool:
    return all(note.size >= _COMFORTABLE and not note.shortened for note in notes)


def _most_columns(area: Rect) -> int:
    return max(1, min(5, int((area.width + _CARD_GAP) / (_CARD_WIDTH + _CARD_GAP))))


def _in_columns(notes: Sequence[PictureItem], area: Rect, columns: int, style: Style) -> tuple[TextBox, ...]:
    most_rows = max(0, int((area.height + _CARD_GAP) / (_CARD_HEIGHTS[0] + _CARD_GAP)))
    rows = min(-(-len(notes) // columns), most_rows)
    if not rows:
        return ()
    width = (area.width - (columns - 1) * _CARD_GAP) / columns
    height = min(_CARD_HEIGHTS[1], (area.height - (rows - 1) * _CARD_GAP) / rows)
    places = [
        card_at(area, i // columns, i % columns, width, height)
        for i in range(min(len(notes), rows * columns))
    ]
    rooms = [[place.room(8, 3)] for place in places]
    return even(notes[: len(places)], rooms, style, places)


def card_at(area: Rect, row: int, column: int, width: float, height: float) -> Rounded:
    """The card in this row and column of an area."""
    x, y = area.x + column * (width + _CARD_GAP), area.y + row * (height + _CARD_GAP)
    radius = min(9.0, height * 0.25)
    return Rounded(Rect(x, y, width, height), (radius, radius, radius, radius))


def _merit(boxes: tuple[TextBox, ...]) -> tuple[int, int, float, float]:
    """More notes before whole notes before larger letters before wider cards."""
    smallest = min((b.size for b in boxes), default=0.0)
    width = max((b.room.width for b in boxes), default=0.0)
    return len(boxes), -sum(b.shortened for b in boxes), smallest, width


def draw_panel(canvas: Canvas, made: Panel) -> None:
    """The panel, its cards and all texts."""
    canvas.rect(made.rect, 22, paler(made.colour.soft, 0.25))
    for note in made.notes:
        draw_card(canvas, note, WHITE)
    for text in made.heading:
        canvas.text(text)


def draw_card(canvas: Canvas, note: TextBox, colour: str) -> None:
    """A note with its text."""
    if isinstance(note.outline, Rounded):
        canvas.path(rounded_path(note.outline), colour)
    canvas.text(note)


def grid(area: Rect, columns: int, rows: int, gap: float = GAP) -> list[Rect]:
    """Equal rectangles, row by row, with a gap between them."""
    width, height = (area.width - gap * (columns - 1)) / columns, (area.height - gap * (rows - 1)) / rows
    return [
        Rect(area.x + column * (width + gap), area.y + row * (height + gap), width, height)
        for row in range(rows)
        for column in range(columns)
    ]


def pill(text: str, area: Rect, largest: float = 22) -> tuple[TextBox, ...]:
    """A short bold text in the middle of a bar that has round ends, when there is a text."""
    if not legal(text):
        return ()
    radius = min(area.height / 2, 26)
    shape = Rounded(area, (radius, radius, radius, radius))
    return (box(PictureItem(text), shape.room(18, 4), Style(largest=largest, bold=True), shape),)
