"""A sample of everything that can stand on a card or a form, in all its states, in a workshop's own words."""

from __future__ import annotations

from adaptive_cards.samples import (
    arranging,
    arranging_forms,
    desk,
    facilitator,
    forms,
    picking,
    receipts,
    session,
    sheets,
    steps,
    turns,
)
from adaptive_cards.samples.material import Material, Named
from adaptive_cards.views import CardMessage
from content.library import Edition
from dialogs.messages import FormMessage

__all__ = ["card_samples", "example_card_samples", "example_form_samples", "form_samples"]


def card_samples(edition: Edition, language: str) -> tuple[Named[CardMessage], ...]:
    """(name, message) of the kinds of card that workshop 1 has, in every state."""
    material = Material(edition.workshop, edition.in_language(language))
    return (
        *session.samples(material),
        *facilitator.samples(material),
        *steps.samples(material),
        *turns.samples(material),
        *picking.samples(material),
        *receipts.samples(material),
        *desk.samples(material),
    )


def form_samples(edition: Edition, language: str) -> tuple[Named[FormMessage], ...]:
    """(name, message) of its kinds of form."""
    return forms.samples(Material(edition.workshop, edition.in_language(language)))


def example_card_samples(example: Edition, language: str) -> tuple[Named[CardMessage], ...]:
    """(name, message) of all other kinds of card; `example` is `content.loader.example_edition()`."""
    material = Material(example.workshop, example.in_language(language))
    return (*sheets.samples(material), *arranging.samples(material))


def example_form_samples(example: Edition, language: str) -> tuple[Named[FormMessage], ...]:
    """(name, message) of all other kinds of form."""
    return arranging_forms.samples(Material(example.workshop, example.in_language(language)))
