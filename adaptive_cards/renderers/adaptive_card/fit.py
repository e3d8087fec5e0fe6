"""Getting a card under Teams' limit: notes get shorter, then fewer, then all texts shorter, then blocks go.

Readings of the limit differ (28 KB, 40 KB, 100 KB; platforms.md 2.8): under 25 KB in UTF-16 all of them hold.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace

from adaptive_cards.card import Block, Buttons, Card, Form
from adaptive_cards.limits import ELLIPSIS
from adaptive_cards.renderers.adaptive_card import shorten
from adaptive_cards.renderers.adaptive_card.elements import Json

LARGEST = 25_000
"""Bytes of a card's JSON in UTF-16."""

_NOTE_LENGTHS = (400, 200, 120, 80, 50, 30)
_NOTE_NUMBERS = (20, 14, 10, 6, 3, 1)
_TEXT_LENGTHS = (2000, 1000, 500, 250, 120, 60)


def size(content: Json) -> int:
    """Bytes of `content` as Teams counts them."""
    return len(
        json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-16-le", "surrogatepass")
    )


def card(whole: Card, render: Callable[[Card], Json]) -> Json:
    """`render` of the first version of `whole` that is small enough."""
    made: Json = {}
    for version in _cards(whole):
        made = render(version)
        if size(made) <= LARGEST:
            break
    return made


def form(whole: Form, render: Callable[[Form], Json]) -> Json:
    """`render` of the first version of `whole` that is small enough; what stands in the boxes stays."""
    made: Json = {}
    for version in _forms(whole):
        made = render(version)
        if size(made) <= LARGEST:
            break
    return made


def _cards(whole: Card) -> Iterator[Card]:
    yield whole
    for blocks in _smaller(whole.blocks):
        yield replace(whole, blocks=blocks)
    short = shorten.card(whole, _NOTE_LENGTHS[-1], _NOTE_NUMBERS[-1], _TEXT_LENGTHS[-1])
    yield from (replace(short, blocks=blocks) for blocks in _fewer(short.blocks))


def _forms(whole: Form) -> Iterator[Form]:
    yield whole
    for length in _TEXT_LENGTHS[1:]:
        fields = tuple(shorten.field(one, length) for one in whole.fields)
        yield replace(whole, fields=fields, intro=shorten.blocks(whole.intro, length, 3, length))
    bare = tuple(shorten.field(one, _TEXT_LENGTHS[-1]) for one in whole.fields)
    yield replace(whole, fields=bare, intro=())


def _smaller(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    for length in _NOTE_LENGTHS:
        yield shorten.blocks(blocks, length)
    for number in _NOTE_NUMBERS:
        yield shorten.blocks(blocks, _NOTE_LENGTHS[-1], number)
    for length in _TEXT_LENGTHS:
        yield shorten.blocks(blocks, _NOTE_LENGTHS[-1], _NOTE_NUMBERS[-1], length)


def _fewer(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """Half as many blocks each time, with a "…" where the others stood; the buttons stay to the last."""
    kept = [block for block in blocks if not isinstance(block, Buttons)]
    buttons = [block for block in blocks if isinstance(block, Buttons)]
    while kept:
        kept = kept[: len(kept) // 2]
        yield (*kept, shorten.paragraph(ELLIPSIS), *buttons)
    while buttons:
        buttons = buttons[: len(buttons) // 2]
        yield (shorten.paragraph(ELLIPSIS), *buttons)
