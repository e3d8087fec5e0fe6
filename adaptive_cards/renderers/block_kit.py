"""`Card` -> Slack message, `Form` -> Slack modal: inside all documented limits, users' text literal."""

from __future__ import annotations

from adaptive_cards.card import Card, Span
from adaptive_cards.limits import ELLIPSIS
from adaptive_cards.renderers.block_kit_blocks import LINK, OPENS_FORM, PRESS, blocks_of, header, rich_text
from adaptive_cards.renderers.block_kit_fit import VIEW_BLOCKS, VIEW_WEIGHT, fitted
from adaptive_cards.renderers.block_kit_forms import (
    FORM,
    Origin,
    read_origin,
    render_form,
    render_notice,
    render_waiting,
)
from adaptive_cards.renderers.block_kit_text import Json, fallback, section
from adaptive_cards.renderers.enclosures import NOTHING, Enclosures

__all__ = [
    "FORM",
    "LINK",
    "OPENS_FORM",
    "PRESS",
    "Json",
    "Origin",
    "read_origin",
    "render",
    "render_form",
    "render_home",
    "render_notice",
    "render_waiting",
]


def render(card: Card, enclosures: Enclosures = NOTHING) -> Json:
    """The `blocks` and the fallback `text` of a message."""
    blocks = [*header(card.title), *blocks_of(card.blocks, enclosures)]
    return {"blocks": fitted(blocks) or _only(card), "text": fallback(card.summary or card.title)}


def render_home(card: Card) -> Json:
    """The view of the bot's own page (App Home)."""
    blocks = fitted(
        [*header(card.title), *blocks_of(card.blocks, NOTHING)], most=VIEW_BLOCKS, heaviest=VIEW_WEIGHT
    )
    return {"type": "home", "blocks": blocks or _only(card)}


def _only(card: Card) -> list[Json]:
    """A card that holds nothing but its summary still says that."""
    return rich_text(section((Span(card.summary or ELLIPSIS),)))
