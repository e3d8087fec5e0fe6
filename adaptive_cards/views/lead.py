"""The facilitator seems to be away: whoever wants may go on."""

from __future__ import annotations

from adaptive_cards.card import Card, Style
from adaptive_cards.views.lobby import facilitators
from adaptive_cards.views.parts import button, buttons, card, line, said
from adaptive_cards.words import Words
from dialogs.messages import LeadOffer


def lead_offer(message: LeadOffer, words: Words) -> Card:
    """To the channel; says who leads once somebody does."""
    taking = buttons(button(words, "takeover", message.session, style=Style.PRIMARY))
    return card(
        words,
        words.text("lead_offer.title" if message.live else "lead_offer.taken"),
        line(words, "lead_offer.text") if message.live else None,
        said(facilitators(message.names, words), subtle=message.live),
        taking if message.live else None,
    )
