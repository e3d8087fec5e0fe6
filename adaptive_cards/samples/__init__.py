"""A sample of everything that can stand on a card or a form, in all its states, in a workshop's own words."""

from __future__ import annotations

from adaptive_cards.samples import desk, facilitator, forms, picking, receipts, session, steps, turns
from adaptive_cards.samples.material import Material, Named
from adaptive_cards.views import CardMessage
from content.library import Edition
from dialogs.messages import FormMessage

__all__ = ["card_samples", "form_samples"]


def card_samples(edition: Edition, language: str) -> tuple[Named[CardMessage], ...]:
    """(name, message) of every kind of card, in every state; the workshop has steps of every kind."""
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
    """(name, message) of every kind of form."""
    return forms.samples(Material(edition.workshop, edition.in_language(language)))
