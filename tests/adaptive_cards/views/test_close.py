"""The closing round and the thanks."""

from __future__ import annotations

from dataclasses import replace

from adaptive_cards.card import Card
from adaptive_cards.views import card
from dialogs.messages import Closing, Thanks
from tests.adaptive_cards.views.small import flat, p, pressed, small, text_of, words

CLOSING = Closing("s1", "loppu", live=True, answered=4, here=7, facilitators=("Maija",))


def test_how_was_it() -> None:
    made = flat(card(CLOSING, words()))
    assert made == Card(
        "Lopetus",
        (
            p("Huomaamme, mitä saimme."),
            p("Anna numero 1–5 ja halutessasi yksi lause."),
            small("Vastauksia 4/7."),
            small(
                "Vastauksesi näkee fasilitaattori (Maija) ilman nimeäsi;"
                " pienessä ryhmässä kirjoittajan voi silti arvata."
            ),
            made.blocks[-1],
        ),
        "Lopetus",
        "fi",
    )
    assert pressed(made) == {"Kerro, miten meni": "feedback|s1"}


def test_when_it_is_over_the_count_stays() -> None:
    made = card(replace(CLOSING, live=False), words())
    assert "Vastauksia 4/7." in text_of(made)
    assert pressed(made) == {}


def test_facts_as_thanks() -> None:
    assert flat(card(Thanks(("Anna", "Ville"), 43, 6, 7), words())) == Card(
        "Kiitos",
        (p("Kiitos: Anna ja Ville."), p("Syntyi 43 lappua ja 6 nostoa.")),
        "Kiitos: Anna ja Ville.",
        "fi",
    )


def test_nothing_is_praised_that_was_not_made() -> None:
    assert flat(card(Thanks((), 0, 0, 7), words())).blocks == (p("Paja 7 on nyt päättynyt."),)
    assert "Syntyi 1 lappu." in text_of(card(Thanks(("Anna",), 1, 0, 7), words()))
