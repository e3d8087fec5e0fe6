from __future__ import annotations

import struct
import zlib

import pytest

from adaptive_cards.pictures.canvas import Canvas
from adaptive_cards.pictures.geometry import Rect
from adaptive_cards.pictures.layout import Style, box
from adaptive_cards.pictures.png import to_png
from adaptive_cards.pictures.shapes import SHAPES, draw
from adaptive_cards.pictures.spec import PictureItem, PictureSpec

LONG = (
    "Järjestelmäasiantuntijaverkostoyhteistyö tukee uusien työntekijöiden perehdyttämistä kaikissa yksiköissä"
)


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def rows(png: bytes) -> list[bytes]:
    """The pixels of an 8-bit RGBA PNG, row by row."""
    width, height = size(png)
    data, at = b"", 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        data += png[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += length + 12
    raw, stride, found = zlib.decompress(data), width * 4, []
    above = bytes(stride)
    for row in range(height):
        line = bytearray(raw[row * (stride + 1) + 1 : (row + 1) * (stride + 1)])
        _unfilter(raw[row * (stride + 1)], line, above)
        above = bytes(line)
        found.append(above)
    return found


def _unfilter(kind: int, line: bytearray, above: bytes) -> None:
    for i in range(len(line)):
        left = line[i - 4] if i >= 4 else 0
        corner = above[i - 4] if i >= 4 else 0
        guess = left + above[i] - corner
        near = min((left, above[i], corner), key=lambda c: abs(guess - c))
        line[i] = (line[i] + (0, left, above[i], (left + above[i]) // 2, near)[kind]) & 255


@pytest.mark.parametrize("shape", SHAPES)
def test_a_full_picture_is_small_enough_for_the_chats(shape: str) -> None:
    items = tuple(PictureItem(LONG, parts=(PictureItem(LONG),) * 8) for _ in range(60))

    png = to_png(draw(PictureSpec(shape, "Voimavarat", "Työhyvinvointi", items)))

    assert len(png) <= 1_000_000
    assert max(size(png)) == 1024


def test_a_smaller_width_can_be_asked_for() -> None:
    assert size(to_png(draw(PictureSpec("flower", "", "", (PictureItem("a"),))), width=400)) == (400, 400)


def test_a_picture_higher_than_wide_is_no_higher_than_allowed() -> None:
    assert size(to_png(Canvas(512, 2048).svg("", ""))) == (256, 1024)


@pytest.mark.parametrize("bold", [True, False])
def test_the_letters_really_drawn_stay_inside_the_measured_frame(bold: bool) -> None:  # noqa: FBT001
    text = "ÅÄÖ Työhyvinvointi jäljessä, ÄITI ”WAVE” fi-ffi gyjpq {|}"
    made = box(PictureItem(text), Rect(20, 20, 360, 160), Style(largest=40, bold=bold))
    canvas = Canvas(400, 200)
    canvas.text(made)

    pixels = rows(to_png(canvas.svg("", ""), width=400))

    paper = pixels[0][:4]
    inked = [(x, y) for y, row in enumerate(pixels) for x in range(400) if row[x * 4 : x * 4 + 4] != paper]
    frame, overhang = made.frame, 0.08 * made.size  # the tail of a j reaches left of its own beginning
    assert min(x for x, _ in inked) >= frame.x - overhang
    assert max(x for x, _ in inked) <= frame.right + overhang
    assert min(y for _, y in inked) >= frame.y - 1
    assert max(y for _, y in inked) <= frame.bottom + 1
    assert max(x for x, _ in inked) - min(x for x, _ in inked) > frame.width * 0.96


def test_the_machine_has_no_say_in_the_letters() -> None:
    svg = Canvas(200, 100).svg("", "").replace("</svg>", '<text x="9" y="60" font-size="40">漢Ä</text></svg>')

    assert to_png(svg, width=200) == to_png(svg.replace("'Source Sans Pro'", "'DejaVu Sans'"), width=200)
