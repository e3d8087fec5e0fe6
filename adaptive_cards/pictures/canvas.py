"""A small SVG builder: everything that people wrote passes through `escape` here and nowhere else."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from adaptive_cards.pictures.fonts import FAMILY
from adaptive_cards.pictures.geometry import Ellipse, Rect, Rounded
from adaptive_cards.pictures.layout import TextBox, TextLine
from adaptive_cards.pictures.palette import INK, MUTED, PAPER
from adaptive_cards.pictures.text import escape

_FONTS = f"'{FAMILY}', 'Source Sans 3', 'Segoe UI', 'Noto Sans', sans-serif"


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    return f"{value + 0.0:.1f}".removesuffix(".0")


class Canvas:
    """Collects shapes and texts, from the back to the front."""

    def __init__(self, width: float, height: float) -> None:
        """An empty sheet of paper, sizes in pixels."""
        self._width, self._height = number(width), number(height)
        self._parts: list[str] = []

    def path(self, d: str, fill: str, stroke: str = "", width: float = 0) -> None:
        """A path filled with a colour (or "none"), with an edge when `stroke` is given."""
        self._parts.append(f'<path d="{d}" fill="{fill}"{_edge(stroke, width)}/>')

    def circle(
        self, x: float, y: float, radius: float, fill: str, stroke: str = "", width: float = 0
    ) -> None:
        """A circle."""
        place = f'cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"'
        self._parts.append(f'<circle {place} fill="{fill}"{_edge(stroke, width)}/>')

    def ellipse(self, shape: Ellipse, fill: str) -> None:
        """A level ellipse."""
        place = f'cx="{number(shape.x)}" cy="{number(shape.y)}"'
        size = f'rx="{number(shape.along)}" ry="{number(shape.across)}"'
        self._parts.append(f'<ellipse {place} {size} fill="{fill}"/>')

    def rect(self, rect: Rect, radius: float, fill: str, stroke: str = "", width: float = 0) -> None:
        """A rectangle with equally rounded corners."""
        place = f'x="{number(rect.x)}" y="{number(rect.y)}"'
        size = f'width="{number(rect.width)}" height="{number(rect.height)}"'
        self._parts.append(
            f'<rect {place} {size} rx="{number(radius)}" fill="{fill}"{_edge(stroke, width)}/>'
        )

    def line(self, points: Iterable[tuple[float, float]], stroke: str, width: float) -> None:
        """A line through points with round ends."""
        d = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
        self.path(d, "none", stroke, width)

    def text(self, box: TextBox) -> None:
        """A text box; the whole text is its tooltip when it had to be shortened."""
        lines = "".join(_line(line) for line in box.lines)
        title = f"<title>{escape(box.full)}</title>" if box.shortened else ""
        self._parts.append(f"<g>{title}{lines}</g>" if title else lines)

    def svg(self, title: str, description: str) -> str:
        """The whole picture; title and description are read aloud by screen readers."""
        key = f"{zlib.crc32(''.join(self._parts).encode()):08x}"
        size = f'width="{self._width}" height="{self._height}" viewBox="0 0 {self._width} {self._height}"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" version="1.1" {size} role="img" '
            f'aria-labelledby="t{key} d{key}" font-family="{_FONTS}" fill="{INK}">'
            f'<title id="t{key}">{escape(title)}</title><desc id="d{key}">{escape(description)}</desc>'
            f'<rect width="{self._width}" height="{self._height}" fill="{PAPER}"/>'
            f"{''.join(self._parts)}</svg>"
        )


def _edge(stroke: str, width: float) -> str:
    if not stroke:
        return ""
    return f' stroke="{stroke}" stroke-width="{number(width)}" stroke-linecap="round" stroke-linejoin="round"'


def _line(line: TextLine) -> str:
    """One line of text; its length is written down, so that it stays in place in any other font too."""
    look = (' font-weight="600"' if line.bold else "") + (f' fill="{MUTED}"' if line.muted else "")
    return (
        f'<text x="{number(line.x)}" y="{number(line.baseline)}" font-size="{number(line.size)}"{look} '
        f'textLength="{number(line.width)}" lengthAdjust="spacingAndGlyphs">{escape(line.text)}</text>'
    )


def point(x: float, y: float) -> str:
    """A point in a path."""
    return f"{number(x)} {number(y)}"


def curve(*points: tuple[float, float]) -> str:
    """A path through Bézier curves: a start, then two handles and an end for each curve."""
    start, *rest = (point(x, y) for x, y in points)
    return f"M{start}C{' '.join(rest)}"


def rounded_path(shape: Rounded) -> str:
    """The path of a rectangle whose corners are rounded differently."""
    r, (a, b, c, d) = shape.rect, shape.radii
    corners = (
        (a, (r.x, r.y + a), (r.x + a, r.y)),
        (b, (r.right - b, r.y), (r.right, r.y + b)),
        (c, (r.right, r.bottom - c), (r.right - c, r.bottom)),
        (d, (r.x + d, r.bottom), (r.x, r.bottom - d)),
    )
    arcs = (f"{point(*s)}A{number(radius)} {number(radius)} 0 0 1 {point(*e)}" for radius, s, e in corners)
    return f"M{'L'.join(arcs)}Z"
