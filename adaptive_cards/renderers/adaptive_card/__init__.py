"""`Card` -> Adaptive Card 1.5, as Teams shows it; `Form` -> the card of a Teams dialog (task module).

Source: platforms.md 2.8 (what Teams supports) and 3.1 (schema). Everything that people wrote is literal:
running text goes into `RichTextBlock`, which knows no Markdown; where only `TextBlock` will do it is escaped.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from adaptive_cards.card import Card, Form
from adaptive_cards.limits import cut
from adaptive_cards.renderers.adaptive_card import fields, fit
from adaptive_cards.renderers.adaptive_card.blocks import render_blocks
from adaptive_cards.renderers.adaptive_card.elements import Json, title_block
from adaptive_cards.renderers.adaptive_card.mentions import entities, tags
from adaptive_cards.renderers.adaptive_card.text import clean, is_address
from adaptive_cards.renderers.enclosures import NOTHING, Enclosures

CONTENT_TYPE = "application/vnd.microsoft.card.adaptive"
SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
VERSION = "1.5"
_LONGEST_TITLE = 200
_LONGEST_FALLBACK = 300
"""Characters of the line that a client too old for the card shows in its place."""

__all__ = ["CONTENT_TYPE", "SCHEMA", "VERSION", "is_address", "render", "render_form"]


def render(card: Card, enclosures: Enclosures = NOTHING) -> Json:
    """The content of the attachment, under 25 KB in UTF-16; long notes are shortened to get there."""
    return fit.card(card, lambda smaller: _card(smaller, enclosures))


def render_form(form: Form, errors: Mapping[str, str] | None = None) -> Json:
    """The card of the dialog, which sends `paja`, `nonce` and `fields` back; its title belongs to the dialog.

    `errors`: field id -> what to mend, said above the field.
    """
    return fit.form(form, lambda smaller: _form(smaller, errors or {}))


def _card(card: Card, enclosures: Enclosures) -> Json:
    named = tags(card.blocks)
    head = [title_block(cut(card.title, _LONGEST_TITLE))] if clean(card.title) else []
    body = [*head, *render_blocks(card.blocks, named, enclosures)]
    return _root(body, card.summary or card.title, entities(named))


def _form(form: Form, errors: Mapping[str, str]) -> Json:
    named = tags(form.intro)
    body = [*render_blocks(form.intro, named, NOTHING), *fields.inputs(form.fields, errors)]
    return {**_root(body, form.title, entities(named)), "actions": [fields.send(form)]}


def _root(body: list[Json], summary: str, mentioned: list[Json]) -> Json:
    msteams: dict[str, Any] = {"width": "Full"}
    if mentioned:
        msteams["entities"] = mentioned
    return {
        "type": "AdaptiveCard",
        "$schema": SCHEMA,
        "version": VERSION,
        "fallbackText": cut(clean(summary).replace("\n", " "), _LONGEST_FALLBACK),
        "msteams": msteams,
        "body": body,
    }
