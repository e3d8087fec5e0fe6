"""Where each text of a picture stands: made once, then both drawn and measured by the tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from adaptive_cards.pictures.fitting import ASCENT, LINE, Copy, Fitted, Paragraph, fit, fits, prepare
from adaptive_cards.pictures.geometry import Outline, Rect
from adaptive_cards.pictures.spec import PictureItem
from adaptive_cards.pictures.text import clean, legal

SMALLEST = 12.0


@dataclass(frozen=True, slots=True)
class TextLine:
    """One drawn line: where it begins, where its letters stand, its width and its look, in pixels."""

    text: str
    x: float
    baseline: float
    width: float
    size: float
    bold: bool
    muted: bool

    @property
    def frame(self) -> Rect:
        """The rectangle that its letters stay in."""
        return Rect(self.x, self.baseline - ASCENT * self.size, self.width, LINE * self.size)


@dataclass(frozen=True, slots=True)
class TextBox:
    """A text in its room; `full` is what was written, `outline` the petal, leaf or cell around it."""

    room: Rect
    lines: tuple[TextLine, ...]
    full: str
    size: float
    shortened: bool = False
    outline: Outline | None = None

    @property
    def frame(self) -> Rect:
        """The rectangle around all its lines; the middle of the room when there are none."""
        if not self.lines:
            return Rect(*self.room.centre, 0, 0)
        frames = [line.frame for line in self.lines]
        x, y = min(f.x for f in frames), min(f.y for f in frames)
        return Rect(x, y, max(f.right for f in frames) - x, max(f.bottom for f in frames) - y)


@dataclass(frozen=True, slots=True)
class Layout:
    """A picture's size in pixels and every text in it."""

    width: float
    height: float
    boxes: tuple[TextBox, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: largest and smallest size in pixels, weight, and where it stands in its room."""

    largest: float = 22.0
    smallest: float = SMALLEST
    bold: bool = False
    left: bool = False
    top: bool = False
    muted: bool = False
    most: int = 99

    @property
    def sizes(self) -> tuple[float, float]:
        """Largest and smallest size."""
        return self.largest, self.smallest


def copy_of(item: PictureItem, style: Style) -> Copy:
    """An item's text and, smaller below it, its weight and detail."""
    weight = f"×{item.weight}" if item.weight > 1 else ""
    note = " · ".join(part for part in (weight, clean(item.detail)) if part)
    main = Paragraph(clean(item.text), bold=style.bold, muted=style.muted, most=style.most)
    return prepare((main, Paragraph(note, scale=0.85, muted=True)))


def full_text(item: PictureItem) -> str:
    """All that was written in an item, for a tooltip and for screen readers."""
    weight = f"×{item.weight}" if item.weight > 1 else ""
    return " · ".join(part for part in (legal(item.text), weight, legal(item.detail)) if part)


def place(fitted: Fitted, room: Rect, style: Style) -> tuple[TextLine, ...]:
    """The fitted lines at their places: in the middle of the room, or from its left side or top."""
    y = room.y if style.top else room.centre[1] - fitted.height / 2
    lines = []
    for line in fitted.lines:
        x = room.x if style.left else room.centre[0] - line.width / 2
        baseline = y + ASCENT * line.size
        lines.append(TextLine(line.text, x, baseline, line.width, line.size, line.bold, line.muted))
        y += LINE * line.size
    return tuple(lines)


def box(item: PictureItem, room: Rect, style: Style, outline: Outline | None = None) -> TextBox:
    """An item fitted and placed in its room."""
    return _boxed(item, fit(copy_of(item, style), room.width, room.height, style.sizes), room, style, outline)


def _boxed(item: PictureItem, fitted: Fitted, room: Rect, style: Style, outline: Outline | None) -> TextBox:
    lines = place(fitted, room, style)
    return TextBox(room, lines, full_text(item), fitted.size, fitted.shortened, outline)


def even(
    items: Sequence[PictureItem],
    rooms: Sequence[Sequence[Rect]],
    style: Style,
    outlines: Sequence[Outline | None] | None = None,
    spread: float = 1.25,
) -> tuple[TextBox, ...]:
    """Items in the best of the rooms offered to each, the largest size at most `spread` times the smallest.

    Texts of nearly one size are calmer to read than a short word shouting beside a long sentence.
    """
    copies = [copy_of(item, style) for item in items]
    best = [_best(copy, choice, style.sizes) for copy, choice in zip(copies, rooms, strict=True)]
    cap = max(style.smallest, min((f.size for f, _ in best), default=style.largest) * spread)
    boxes = []
    for item, copy, (fitted, room), outline in zip(
        items, copies, best, outlines or [None] * len(items), strict=True
    ):
        calm = fitted if fitted.size <= cap else fit(copy, room.width, room.height, (cap, style.smallest))
        boxes.append(_boxed(item, calm, room, style, outline))
    return tuple(boxes)


def all_fit(items: Sequence[PictureItem], rooms: Sequence[Sequence[Rect]], style: Style) -> bool:
    """Whether every item fits into one of its rooms without being shortened."""
    return all(
        any(fits(copy_of(item, style), room.width, room.height, style.smallest) for room in choice)
        for item, choice in zip(items, rooms, strict=True)
    )


def _best(copy: Copy, rooms: Sequence[Rect], sizes: tuple[float, float]) -> tuple[Fitted, Rect]:
    """The room in which the text is largest, or least shortened."""
    return max(((fit(copy, room.width, room.height, sizes), room) for room in rooms), key=_merit)


def _merit(candidate: tuple[Fitted, Rect]) -> tuple[bool, float, int]:
    fitted, _ = candidate
    return not fitted.shortened, fitted.size, sum(len(line.text) for line in fitted.lines)
