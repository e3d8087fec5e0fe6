"""Every card and form, in every state and language, on one page: for those who write and translate words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from adaptive_cards import views
from adaptive_cards.card import Card, Form, Picture
from adaptive_cards.renderers import adaptive_card, block_kit, html
from adaptive_cards.renderers.enclosures import Enclosure, Enclosures
from adaptive_cards.samples import card_samples, example_card_samples, example_form_samples, form_samples
from adaptive_cards.words import Words
from content.library import Edition, Library
from content.loader import example_edition

Sample = tuple[str, Card | Form, str]
"""Name, card or form, language."""

HELSINKI = ZoneInfo("Europe/Helsinki")
"""The clock of the samples."""

_NONCE = "nonce"
_NOWHERE = "https://paja.example/kuva.png"
"""Where the pictures of a preview would be."""


def samples(library: Library) -> list[Sample]:
    """Every kind of message in every state, in every language: of workshop 1 and of the example."""
    first, example = first_edition(library), example_edition()
    found: list[Sample] = []
    for language in sorted(library.phrasebooks, key=lambda code: (code != "fi", code)):
        book = library.phrasebook(language)
        for edition, cards, forms in (
            (first, card_samples, form_samples),
            (example, example_card_samples, example_form_samples),
        ):
            words = Words(book, edition.in_language(language), HELSINKI, edition.workshop)
            found += [(name, views.card(one, words), language) for name, one in cards(edition, language)]
            found += [
                (name, views.form(one, words, _NONCE), language) for name, one in forms(edition, language)
            ]
    return found


def first_edition(library: Library) -> Edition:
    """The workshop with the smallest number, which has the kinds of step that its samples speak of."""
    return min(library.editions.values(), key=lambda edition: edition.workshop.number)


def page(found: Iterable[Sample], draw: Callable[[str], str] | None = None) -> str:
    """One HTML page: each sample as the browser shows it, and what Slack and Teams would be sent, folded.

    `draw` gives the address of the picture called `ref`, for pages that have the pictures too.
    """
    template = _ENVIRONMENT.get_template("preview.html.j2")
    entries = [_entry(name, one, language, draw) for name, one, language in found]
    return template.render(entries=entries, languages=sorted({entry["language"] for entry in entries}))


def _entry(name: str, one: Card | Form, language: str, draw: Callable[[str], str] | None) -> dict[str, Any]:
    where = _enclosures(one, draw) if isinstance(one, Card) else {}
    shown = html.render(one, where) if isinstance(one, Card) else _opened(html.render_form(one))
    return {
        "id": f"{name}.{language}",
        "name": name,
        "language": language,
        "html": Markup(shown),  # noqa: S704 -- rendered by our own renderer, which escapes every text
        "payloads": {
            title: json.dumps(made, ensure_ascii=False, indent=1) for title, made in _payloads(one, where)
        },
    }


def _payloads(one: Card | Form, where: Enclosures) -> tuple[tuple[str, Any], ...]:
    if isinstance(one, Form):
        return ("Slack", block_kit.render_form(one)), ("Teams", adaptive_card.render_form(one))
    return ("Slack", block_kit.render(one, where)), ("Teams", adaptive_card.render(one, where))


def _enclosures(card: Card, draw: Callable[[str], str] | None) -> Enclosures:
    refs = [block.ref for block in card.blocks if isinstance(block, Picture)]
    return {ref: Enclosure(url=draw(ref) if draw else _NOWHERE) for ref in refs}


def _opened(dialog: str) -> str:
    """A dialog that nobody has to open."""
    return dialog.replace("<dialog ", "<dialog open ", 1)


_ENVIRONMENT = Environment(
    loader=PackageLoader("adaptive_cards"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
