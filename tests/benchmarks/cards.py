"""What it takes to render a card for each platform, and to draw a picture.

python -m tests.benchmarks.cards
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

from adaptive_cards.card import Card
from adaptive_cards.pictures.png import to_png
from adaptive_cards.pictures.shapes import draw
from adaptive_cards.pictures.spec import PictureItem, PictureSpec
from adaptive_cards.preview import samples
from adaptive_cards.renderers import adaptive_card, block_kit, html
from bot.outbox.artist import Artist
from content.loader import default_library
from tests.benchmarks.measured import Line, at_most, median

ROUNDS = 15
PLATFORMS: dict[str, Callable[[Card], object]] = {
    "Slack": block_kit.render,
    "Teams": adaptive_card.render,
    "the browser": html.render,
}
_WORDS = (
    "Rohkeus",
    "Huumori",
    "Kollegat",
    "Rauha keskittyä",
    "Uteliaisuus",
    "Oma tahti",
    "Kokemus",
    "Kiitos",
)
FORTY = PictureSpec(
    "flower",
    "Voimavarakukka",
    "Meidän voimavaramme",
    tuple(PictureItem(f"{_WORDS[n % 8]} {n}", group=n % 4) for n in range(40)),
    more="ja {n} muuta",
    groups=("Minä", "Me", "Työ", "Arki"),
)


def measure() -> list[Line]:
    """The lines of the table."""
    return [*_cards(), *_pictures()]


def _cards() -> Iterator[Line]:
    found = [(name, one) for name, one, language in samples(default_library()) if isinstance(one, Card)]
    for platform, render in PLATFORMS.items():
        taken = {name: _milliseconds(render, card) for name, card in found}
        slowest = max(taken, key=taken.__getitem__)
        more = f" ({slowest}; median of all {median(list(taken.values())):.2f} ms)"
        yield at_most(f"Rendering a card for {platform}, the slowest", taken[slowest], 2, "ms", more)


def _pictures() -> Iterator[Line]:
    svg = draw(FORTY)
    drawn, made = _milliseconds(draw, FORTY), _milliseconds(to_png, svg)
    yield Line("A picture of 40 items: drawing it", f"{drawn:.0f} ms, in another process")
    yield Line("A picture of 40 items: converting it to PNG", f"{made:.0f} ms, in another process")
    artist = Artist()
    began = time.perf_counter()
    artist.draw(FORTY)
    first = 1000 * (time.perf_counter() - began)
    again = _milliseconds(artist.draw, FORTY)
    artist.close()
    yield Line("A picture of 40 items, the first one (the process starts)", f"{first:.0f} ms")
    yield Line("A picture of 40 items, the next ones", f"{again:.0f} ms")


def _milliseconds(do: Callable[[Any], object], what: Any) -> float:
    """The median of some rounds."""
    do(what)
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        do(what)
        taken.append(1000 * (time.perf_counter() - began))
    return median(taken)


if __name__ == "__main__":
    for line in measure():
        print(line.what, line.measured, line.target, line.met)
