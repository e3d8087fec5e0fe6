"""The blocks of a card, one after another."""

from __future__ import annotations

from collections.abc import Iterable

from adaptive_cards.card import (
    Attachment,
    Block,
    Bullets,
    Buttons,
    Canvas,
    Divider,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Picture,
    Quote,
    Span,
)
from adaptive_cards.renderers.adaptive_card import buttons
from adaptive_cards.renderers.adaptive_card.canvas import render_canvas
from adaptive_cards.renderers.adaptive_card.elements import BULLET, Json, heading_block
from adaptive_cards.renderers.adaptive_card.mentions import Tags
from adaptive_cards.renderers.adaptive_card.rich import plain_lines, text_lines
from adaptive_cards.renderers.adaptive_card.text import clean, is_address, lines
from adaptive_cards.renderers.enclosures import Enclosures

_LONGEST_ALT = 1000


def render_blocks(blocks: Iterable[Block], named: Tags, enclosures: Enclosures) -> list[Json]:
    """All blocks as elements; a divider becomes a line above what follows it."""
    made: list[Json] = []
    divided = False
    for block in blocks:
        if isinstance(block, Divider):
            divided = bool(made)
            continue
        elements = _render(block, named, enclosures)
        if elements and divided:
            elements[0] = {**elements[0], "separator": True, "spacing": "Medium"}
            divided = False
        made += elements
    return made


def _render(block: Block, named: Tags, enclosures: Enclosures) -> list[Json]:  # noqa: C901, PLR0911
    match block:
        case Heading():
            return [heading_block(block.text)] if clean(block.text) else []
        case Paragraph():
            return text_lines(block.rich, named, subtle=block.subtle)
        case Bullets():
            return _bullets(block, named)
        case Quote():
            return _quote(block)
        case Facts():
            return [line for fact in block.facts for line in _fact(fact, named)]
        case Canvas():
            return render_canvas(block)
        case Picture():
            return _picture(block, enclosures)
        case Attachment():
            return _attachment(block, enclosures)
        case Buttons():
            return buttons.rows(block.buttons)
        case Divider():
            return []


def _bullets(block: Bullets, named: Tags) -> list[Json]:
    made: list[Json] = []
    for number, item in enumerate(block.items, start=1):
        lead = f"{number}.\u00a0" if block.numbered else BULLET
        made += text_lines(item, named, lead=lead, spacing="Small" if made else "")
    return made


def _quote(block: Quote) -> list[Json]:
    said = plain_lines(block.text)
    by = plain_lines(block.by, subtle=True, lead="–\u00a0", spacing="Small")
    return [{"type": "Container", "style": "emphasis", "items": said + by}] if said else []


def _fact(fact: Fact, named: Tags) -> list[Json]:
    label = Span(" ".join(lines(fact.label)) + ": ", bold=True)
    return text_lines((label, *fact.value), named, spacing="Small")


def _picture(block: Picture, enclosures: Enclosures) -> list[Json]:
    url = _address(block.ref, enclosures)
    if not url:
        return []
    alt = " ".join(lines(block.alt or block.title))[:_LONGEST_ALT]
    image = {"type": "Image", "url": url, "altText": alt or "…", "size": "Stretch"}
    return [image, *plain_lines(block.title, subtle=True, spacing="Small")]


def _attachment(block: Attachment, enclosures: Enclosures) -> list[Json]:
    url = _address(block.ref, enclosures)
    return [buttons.action_set([buttons.open_url(block.label or block.filename, url)])] if url else []


def _address(ref: str, enclosures: Enclosures) -> str:
    found = enclosures.get(ref)
    return found.url if found is not None and is_address(found.url) else ""
