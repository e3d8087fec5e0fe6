"""SVG to PNG for the chats, with the letters of our own font package and nothing from the machine."""

from __future__ import annotations

import re

import resvg_py

from adaptive_cards.pictures.fonts import FAMILY, font_files
from adaptive_cards.pictures.spec import PictureTooLargeError

LARGEST_SIDE = 1024
LARGEST_FILE = 1_000_000
_SIZE = re.compile(r'<svg[^>]*? width="([\d.]+)" height="([\d.]+)"')


def to_png(svg: str, width: int = LARGEST_SIDE) -> bytes:
    """The picture `width` pixels wide, or less where it would be higher than 1024 px or heavier than 1 MB."""
    wide = _allowed(svg, width)
    while wide >= LARGEST_SIDE // 8:
        png = _render(svg, wide)
        if len(png) <= LARGEST_FILE:
            return png
        wide = wide * 3 // 4
    raise PictureTooLargeError(f"more than {LARGEST_FILE} bytes")


def _allowed(svg: str, width: int) -> int:
    """The width at which neither side is longer than 1024 px."""
    found = _SIZE.search(svg)
    ratio = float(found[2]) / float(found[1]) if found else 1.0
    return int(min(width, LARGEST_SIDE, LARGEST_SIDE / ratio))


def _render(svg: str, width: int) -> bytes:
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            width=width,
            skip_system_fonts=True,
            font_files=list(font_files()),
            font_family=FAMILY,
            sans_serif_family=FAMILY,
        )
    )
