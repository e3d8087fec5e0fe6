"""What every picture has around it: the title above, the names of the colours and "and n more" below."""

from __future__ import annotations

from dataclasses import dataclass, replace

from adaptive_cards.pictures.canvas import Canvas
from adaptive_cards.pictures.geometry import Rect
from adaptive_cards.pictures.layout import Style, TextBox, box, full_text
from adaptive_cards.pictures.palette import tint
from adaptive_cards.pictures.spec import PictureItem, PictureSpec
from adaptive_cards.pictures.text import legal

WIDTH = 1024.0
MARGIN = 32.0
_TITLE = Style(largest=34, smallest=20, bold=True, top=True)
_NAME = Style(largest=16, left=True)
_MORE = Style(largest=16, muted=True)
_COLUMNS, _ROW, _DOT = 4, 34.0, 20.0


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet: what is left for the shape (`body`) and the texts around it."""

    width: float
    height: float
    body: Rect
    boxes: tuple[TextBox, ...]
    dots: tuple[tuple[float, float, int], ...]


def page(spec: PictureSpec, height: float, left_out: int = 0) -> Page:
    """A sheet of `height` pixels with title, colour names and the number of items that did not fit."""
    title = _title(spec)
    top = title[0].frame.bottom + 14 if title else 24.0
    more = _more(spec, height - MARGIN / 2 - 24, left_out)
    bottom = more[0].room.y - 6 if more else height - MARGIN / 2
    names = [name for name in spec.groups if legal(name)]
    rows = -(-len(names) // _COLUMNS)
    legend, dots = _legend(names, bottom - rows * _ROW)
    body = Rect(0, top, WIDTH, bottom - rows * _ROW - top)
    return Page(WIDTH, height, body, (*title, *legend, *more), dots)


def _title(spec: PictureSpec) -> tuple[TextBox, ...]:
    if not legal(spec.title):
        return ()
    placed = box(PictureItem(spec.title), Rect(MARGIN, 24, WIDTH - 2 * MARGIN, 84), _TITLE)
    line = Rect(MARGIN, 24, WIDTH - 2 * MARGIN, placed.frame.height)
    return (replace(placed, room=line),)


def _more(spec: PictureSpec, y: float, left_out: int) -> tuple[TextBox, ...]:
    words = spec.more.replace("{n}", str(left_out)) if left_out else ""
    return (box(PictureItem(words), Rect(MARGIN, y, WIDTH - 2 * MARGIN, 24), _MORE),) if words else ()


def _legend(names: list[str], y: float) -> tuple[tuple[TextBox, ...], tuple[tuple[float, float, int], ...]]:
    """Dots with the names of the groups, in rows of four, each row in the middle."""
    boxes, dots = [], []
    for index, name in enumerate(names):
        row, column = divmod(index, _COLUMNS)
        columns = min(_COLUMNS, len(names) - row * _COLUMNS)
        cell = (WIDTH - 2 * MARGIN) / columns
        width = box(PictureItem(name), Rect(0, 0, cell - _DOT - 24, 30), _NAME).frame.width + 1
        start = MARGIN + cell * column + (cell - width - _DOT) / 2
        middle = y + row * _ROW + _ROW / 2
        dots.append((start + 6, middle, index))
        boxes.append(box(PictureItem(name), Rect(start + _DOT, middle - 15, width, 30), _NAME))
    return tuple(boxes), tuple(dots)


def draw_page(canvas: Canvas, sheet: Page) -> None:
    """Title, colour names and the rest, on top of the shape."""
    for x, y, group in sheet.dots:
        canvas.circle(x, y, 8, tint(group).soft, tint(group).deep, 1.5)
    for text in sheet.boxes:
        canvas.text(text)


def finish(canvas: Canvas, spec: PictureSpec) -> str:
    """The SVG with the words for screen readers: the description given, or all that stands in the picture."""
    spoken = legal(spec.description) or "; ".join(
        filter(None, [legal(spec.center), *map(_spoken, spec.items)])
    )
    return canvas.svg(legal(spec.title) or legal(spec.center), spoken)


def _spoken(item: PictureItem) -> str:
    parts = ", ".join(map(_spoken, item.parts))
    return f"{full_text(item)}: {parts}" if parts else full_text(item)
