"""Specs to draw, and the measurements that every picture must pass."""

from __future__ import annotations

from itertools import combinations
from xml.etree import ElementTree as ET

from hypothesis import strategies as st

from adaptive_cards.pictures.geometry import Rect
from adaptive_cards.pictures.layout import Layout
from adaptive_cards.pictures.spec import PictureItem

SVG = "{http://www.w3.org/2000/svg}"

COMPOUNDS = (
    "järjestelmäasiantuntijaverkostoyhteistyö",
    "työhyvinvointi",
    "tietosuojavaikutustenarviointi",
    "osaamisen",
    "yhteiskehittämisprosessi",
    "luottamus",
    "ja",
    "äöåÄÖÅ",
    "asiakaspalvelu-/tukitoiminto",
    "https://intra.example.fi/ohjeet/palvelut?tunnus=12345",
)
finnish = st.lists(st.sampled_from(COMPOUNDS), min_size=1, max_size=14).map(
    lambda words: " ".join(words)[:140]
)
anything = st.text(min_size=1, max_size=140)
texts = st.one_of(finnish, anything)


def item_strategy(parts: int = 0) -> st.SearchStrategy[PictureItem]:
    inner = st.lists(item_strategy(), max_size=parts).map(tuple) if parts else st.just(())
    details = st.one_of(st.just(""), st.text(max_size=40))
    return st.builds(PictureItem, texts, details, st.integers(1, 9), st.integers(0, 9), inner)


def assert_nothing_overlaps_or_is_cut(layout: Layout) -> None:
    """Every text lies in its room, every room in its petal, leaf or cell; none meet; all are on the sheet."""
    sheet = Rect(0, 0, layout.width, layout.height)
    for box in layout.boxes:
        assert box.room.holds(box.frame), (box.full, box.room, box.frame)
        assert sheet.holds(box.room), (box.full, box.room)
        assert box.outline is None or box.outline.holds(box.frame), (box.full, box.outline, box.frame)
        assert all(line.size >= 9 for line in box.lines)
        for above, below in zip(box.lines, box.lines[1:], strict=False):
            assert not above.frame.meets(below.frame)
    for one, other in combinations(layout.boxes, 2):
        assert not one.frame.meets(other.frame), (one.full, other.full)
        assert not one.room.meets(other.room), (one.full, other.full, one.room, other.room)


def drawn_frames(svg: str) -> list[Rect]:
    """The place of every text that really stands in the SVG."""
    frames = []
    for text in ET.fromstring(svg).iter(f"{SVG}text"):  # noqa: S314 - made by ourselves a moment ago
        x, y, size, width = (float(text.attrib[key]) for key in ("x", "y", "font-size", "textLength"))
        frames.append(Rect(x, y - 0.935 * size, width, 1.2 * size))
    return frames


def assert_drawn_as_planned(svg: str, layout: Layout) -> None:
    """The SVG has exactly the planned lines, at the planned places."""
    planned = [line.frame for box in layout.boxes for line in box.lines]
    drawn = drawn_frames(svg)
    assert len(drawn) == len(planned)
    for frame in planned:
        assert any(_same(frame, other) for other in drawn), frame


def _same(one: Rect, other: Rect) -> bool:
    pairs = ((one.x, other.x), (one.y, other.y), (one.width, other.width), (one.height, other.height))
    return all(abs(a - b) < 0.2 for a, b in pairs)
