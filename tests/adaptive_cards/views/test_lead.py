"""Anybody may go on when the facilitator is gone."""

from __future__ import annotations

from adaptive_cards.card import Card
from adaptive_cards.views import card
from dialogs.messages import LeadOffer
from tests.adaptive_cards.views.small import flat, p, pressed, words


def test_the_lead_is_offered() -> None:
    made = flat(card(LeadOffer("s1", live=True, names=("Maija",)), words()))
    assert made.title == "Kuka vie pajaa eteenpäin?"
    assert pressed(made) == {"Otan vetovuoron": "takeover|s1"}


def test_and_once_taken_the_card_tells_who_leads() -> None:
    made = flat(card(LeadOffer("s1", live=False, names=("Omar",)), words()))
    assert made == Card("Paja jatkuu", (p("Fasilitaattori: Omar."),), "Paja jatkuu", "fi")
