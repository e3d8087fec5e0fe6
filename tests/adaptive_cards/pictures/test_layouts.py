"""Nothing overlaps, nothing is cut, from 1 to 60 items: measured on the same places that are drawn."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adaptive_cards.pictures.axes import axes_layout
from adaptive_cards.pictures.boards import added_value_layout, now_future_layout, quadrant_layout
from adaptive_cards.pictures.circles import circles_layout
from adaptive_cards.pictures.flower import flower_layout
from adaptive_cards.pictures.layout import Layout
from adaptive_cards.pictures.lotus import lotus_layout
from adaptive_cards.pictures.matching import matching_layout
from adaptive_cards.pictures.shapes import SHAPES, draw
from adaptive_cards.pictures.spec import Axis, Link, PictureItem, PictureSpec
from adaptive_cards.pictures.stairs import stairs_layout
from adaptive_cards.pictures.swot import swot_layout
from adaptive_cards.pictures.timeline import timeline_layout
from adaptive_cards.pictures.tree import tree_layout
from adaptive_cards.pictures.wheel import wheel_layout
from tests.adaptive_cards.pictures.examples import (
    assert_drawn_as_planned,
    assert_nothing_overlaps_or_is_cut,
    field_strategy,
    item_strategy,
    texts,
)

LAYOUTS: dict[str, Callable[[PictureSpec], Layout]] = {
    "flower": flower_layout,
    "tree": tree_layout,
    "lotus": lotus_layout,
    "quadrant": quadrant_layout,
    "swot": swot_layout,
    "axes": axes_layout,
    "circles": circles_layout,
    "wheel": wheel_layout,
    "stairs": stairs_layout,
    "now_future": now_future_layout,
    "matching": matching_layout,
    "added_value": added_value_layout,
    "timeline": timeline_layout,
}
GATHERED = ("flower", "tree", "lotus")  # these show any number of items; the others have fields with parts

titles = st.one_of(st.just(""), texts)
words = st.lists(texts, max_size=9).map(tuple)
answers = st.lists(st.floats(-0.5, 1.5), max_size=12).map(tuple)
axes = st.lists(st.builds(Axis, titles, titles, answers, answers), max_size=16).map(tuple)
links = st.lists(st.builds(Link, st.integers(0, 7), st.integers(0, 7), titles), max_size=9).map(tuple)


def items_of(shape: str) -> st.SearchStrategy[tuple[PictureItem, ...]]:
    if shape in GATHERED:
        return st.lists(item_strategy(parts=10 if shape == "lotus" else 0), min_size=1, max_size=64).map(
            tuple
        )
    if shape in ("wheel", "stairs"):
        return st.lists(item_strategy(parts=3), max_size=44).map(tuple)
    if shape == "swot":
        return st.lists(field_strategy(12, turns=2), max_size=5).map(tuple)
    return st.lists(field_strategy(15), max_size=8).map(tuple)


def specs(shape: str) -> st.SearchStrategy[PictureSpec]:
    return st.builds(
        PictureSpec,
        st.just(shape),
        titles,
        titles,
        items_of(shape),
        more=st.just("ja {n} muuta"),
        groups=words.map(lambda some: some[:8]),
        axes=axes if shape == "axes" else st.just(()),
        links=links,
        labels=words,
        base=titles,
        side=words,
    )


@pytest.mark.parametrize("shape", LAYOUTS)
def test_texts_of_any_length_stay_in_their_places(shape: str) -> None:
    @settings(max_examples=25, deadline=None)
    @given(specs(shape))
    def holds(spec: PictureSpec) -> None:
        layout = LAYOUTS[shape](spec)
        assert_nothing_overlaps_or_is_cut(layout)
        assert_drawn_as_planned(draw(spec), layout)

    holds()


def test_every_shape_is_measured() -> None:
    assert set(LAYOUTS) == set(SHAPES)


@pytest.mark.parametrize("shape", GATHERED)
@pytest.mark.parametrize("count", range(1, 61))
def test_every_number_of_short_texts_is_shown_whole(shape: str, count: int) -> None:
    spec = PictureSpec(
        shape, "Voimavarat", "Työhyvinvointi", tuple(PictureItem("Luottamus") for _ in range(count))
    )

    layout = LAYOUTS[shape](spec)

    assert_nothing_overlaps_or_is_cut(layout)
    words = ["".join(line.text.removesuffix("-") for line in box.lines) for box in layout.boxes]
    assert sorted(words) == sorted(["Voimavarat", "Työhyvinvointi", *["Luottamus"] * count])


@pytest.mark.parametrize(("shape", "count"), [("flower", 24), ("tree", 24), ("lotus", 8)])
def test_long_texts_wrap_and_are_shown_whole(shape: str, count: int) -> None:
    text = (
        "Kysymme apua heti, emme vasta sitten, kun määräaika on jo mennyt ja asiakas odottaa vastausta meiltä"
    )
    spec = PictureSpec(shape, "Voimavarat", "Työhyvinvointi", tuple(PictureItem(text) for _ in range(count)))

    shown = [
        " ".join(line.text for line in box.lines) for box in LAYOUTS[shape](spec).boxes if box.full == text
    ]

    assert shown == [text] * count


@pytest.mark.parametrize("shape", ["flower", "tree"])
def test_items_beyond_sixty_are_counted_below(shape: str) -> None:
    items = tuple(PictureItem(f"voimavara {n}") for n in range(72))
    spec = PictureSpec(shape, "Voimavarat", "Työhyvinvointi", items, more="ja {n} muuta")

    layout = LAYOUTS[shape](spec)

    assert "ja 12 muuta" in [box.full for box in layout.boxes]
    assert len(layout.boxes) == 3 + 60


def test_a_lotus_counts_the_ideas_beyond_eight_petals_of_eight() -> None:
    petals = tuple(
        PictureItem(f"teema {n}", parts=tuple(PictureItem(f"idea {m}") for m in range(10))) for n in range(9)
    )
    spec = PictureSpec("lotus", "Lootus", "keskus", petals, more="ja {n} muuta")

    layout = lotus_layout(spec)

    assert "ja 27 muuta" in [box.full for box in layout.boxes]  # 8 × 2 ideas, one petal with its 10


def test_a_lotus_of_groups_opens_a_block_for_each() -> None:
    items = tuple(PictureItem(f"idea {n}", group=n % 4) for n in range(20))
    spec = PictureSpec(
        "lotus", "Lootus", "keskus", items, groups=("Organisaatio", "Tiimi", "Yksilö", "Teknologia")
    )

    cells = lotus_layout(spec).cells

    themes = [cell.item.text for cell in cells if cell.kind == "theme" and cell.item]
    assert themes == ["Organisaatio", "Tiimi", "Yksilö", "Teknologia"]
    ideas = [cell.item.text for cell in cells if cell.kind == "idea" and cell.block == 1 and cell.item]
    assert ideas == ["idea 1", "idea 5", "idea 9", "idea 13", "idea 17"]
