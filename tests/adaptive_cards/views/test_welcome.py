"""A person's first direct message."""

from __future__ import annotations

import pytest

from adaptive_cards.card import Card, Paragraph, Span
from adaptive_cards.views import card
from dialogs.messages import Stage, Welcome
from tests.adaptive_cards.views.small import flat, p, pressed, text_of, words

STORED = Paragraph(
    (
        Span("Tallennan nimesi ja sen, mitä kirjoitat. Komento "),
        Span("tiedot", bold=True),
        Span(" näyttää ne sinulle, ja "),
        Span("poista tietoni", bold=True),
        Span(" poistaa ne heti."),
    ),
    subtle=True,
)


def test_before_the_start_it_tells_what_is_waited_for() -> None:
    made = flat(card(Welcome("s1", Stage.LOBBY, ("Maija", "Omar"), present=True, step=""), words()))
    assert made == Card(
        "Tervetuloa mukaan",
        (
            p(
                "Mukana ollaan. Paja alkaa, kun Maija tai Omar painaa Aloita."
                " Tähän keskusteluun tulevat sinun tehtäväsi."
            ),
            STORED,
            made.blocks[-1],
        ),
        "Tervetuloa mukaan",
        "fi",
    )
    assert pressed(made) == {"Mitä tästä tallennetaan?": "stored|s1", "Jää pois": "leave|s1"}


@pytest.mark.parametrize("stage", [Stage.RUNNING, Stage.PAUSED])
def test_from_the_start_on_it_says_what_stays_true(stage: Stage) -> None:
    made = card(Welcome("s1", stage, ("Maija",), present=True, step="kehut"), words())
    assert "Mukana ollaan. Paja on alkanut." in text_of(made)
    assert "Joo & ja" not in text_of(made)


def test_who_left_can_come_back() -> None:
    made = card(Welcome("s1", Stage.RUNNING, ("Maija",), present=False, step="kehut"), words())
    assert made.title == "Jäit pois pajasta"
    assert pressed(made) == {"Liity mukaan": "join|s1", "Mitä tästä tallennetaan?": "stored|s1"}


def test_when_it_is_over_there_is_nothing_to_leave() -> None:
    made = card(Welcome("s1", Stage.CLOSED, ("Maija",), present=False, step=""), words())
    assert (made.title, list(pressed(made))) == ("Paja on päättynyt", ["Mitä tästä tallennetaan?"])
