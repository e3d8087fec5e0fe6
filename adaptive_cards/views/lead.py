"""The facilitator seems to be away: whoever wants may go on."""

from __future__ import annotations

from adaptive_cards.card import Card, Style
from adaptive_cards.views.parts import button, buttons, card, line, small
from adaptive_cards.words import Words
from dialogs.messages import LeadOffer


def lead_offer(message: LeadOffer, words: Words) -> Card:
    """To the channel; says who leads once somebody does."""
    names = words.names(message.names)
    taking = buttons(button(words, "takeover", message.session, style=Style.PRIMARY))
    return card(
        words,
        words.text("lead_offer.title"),
        line(words, "lead_offer.text", names=names)
        if message.live
        else small(words, "lead_offer.taken", names=names),
        taking if message.live else None,
    )
