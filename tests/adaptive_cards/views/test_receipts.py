"""Instant answers."""

from __future__ import annotations

import pytest

from adaptive_cards.views import card
from dialogs.receipts import Code, Receipt
from tests.adaptive_cards.views.small import at, text_of, words

LATE = "Tämä vaihe sulkeutui klo 10.31. Lappusi jäi talteen, ja"
TOO_LATE = (
    "on jo suljettu, joten en voi enää ottaa vastausta mukaan."
    " Seuraava tehtävä on kanavan uusimmassa kortissa."
)


@pytest.mark.parametrize(
    ("receipt", "said"),
    [
        (Receipt(Code.SAVED), "Tallessa. Voit muokata, kunnes ryhmä siirtyy eteenpäin."),
        (
            Receipt(Code.KEPT_LATE, at=at(10, 31), names=("Maija",)),
            f"{LATE} Maija näkee sen merkinnällä jälkikäteen.",
        ),
        (
            Receipt(Code.KEPT_LATE, at=at(10, 31), names=("Maija", "Omar")),
            f"{LATE} Maija ja Omar näkevät sen merkinnällä jälkikäteen.",
        ),
        (
            Receipt(Code.FACILITATORS_ONLY, names=("Maija",)),
            "Tämä nappi on fasilitaattoreille. Fasilitaattori: Maija.",
        ),
        (Receipt(Code.NOT_YOURS, group=2), "Tämä on toisen ryhmän kortti. Oma ryhmäsi on numero 2."),
        (
            Receipt(Code.NOT_YOURS),
            "Tämä kuuluu toiselle ryhmälle tai kirjoittajalle. Oma korttisi löytyy kanavalta.",
        ),
        (Receipt(Code.TIME_ADDED, at=at(10, 30)), "Lisää aikaa: nyt klo 10.30 asti."),
        (Receipt(Code.REMINDED, n=3), "Ystävällinen muistutus lähti 3 ihmiselle."),
        (Receipt(Code.TOO_MANY, n=3), "Valitse enintään 3. Valinta on vielä auki."),
        (
            Receipt(Code.TOO_LATE, step="ruudukko"),
            f"Ruudukko {TOO_LATE}",
        ),
    ],
)
def test_what_happened_and_what_comes_next(receipt: Receipt, said: str) -> None:
    made = card(receipt, words())
    assert (text_of(made), made.summary, made.title) == (said, said, "")


@pytest.mark.parametrize("code", list(Code))
def test_every_code_has_a_sentence_even_without_values(code: Code) -> None:
    assert text_of(card(Receipt(code), words()))
