"""Pictures at addresses that nobody can guess, for as long as a card shows them."""

from __future__ import annotations

from adaptive_cards.renderers.enclosures import Enclosure
from bot.platforms.browser.files import Files, enclosures
from bot.platforms.platform import Content

FLOWER = Content(b"flower", "image/png", "kukka.png")
TREE = Content(b"tree", "image/png", "puu.png")


def test_the_same_bytes_keep_their_address_and_go_when_no_card_shows_them() -> None:
    files = Files()
    first = files.keep({"a": FLOWER, "b": TREE})
    second = files.keep({"c": FLOWER})
    assert first["a"] == second["c"] != first["b"]
    assert len(first["a"]) >= 32
    files.release(first.values())
    assert (files.get(first["a"]), files.get(first["b"])) == (FLOWER, None)
    files.release(second.values())
    assert files.get(first["a"]) is None
    assert files.keep({"a": FLOWER})["a"] != first["a"]


def test_the_same_bytes_of_another_kind_are_another_file() -> None:
    names = Files().keep({"a": FLOWER, "b": Content(b"flower", "text/plain", "kukka.png")})
    assert names["a"] != names["b"]


def test_addresses_for_the_renderer() -> None:
    assert enclosures({"a": "xyz"}) == {"a": Enclosure(url="/practice/files/xyz")}
