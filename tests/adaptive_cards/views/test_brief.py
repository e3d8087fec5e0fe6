"""Something is shown."""

from __future__ import annotations

from adaptive_cards.card import Bullets, Card, Heading, Link, Picture, Span
from adaptive_cards.views import card
from dialogs.messages import Brief, PictureView
from tests.adaptive_cards.views.small import flat, p, words


def test_goal_points_questions_and_reading() -> None:
    assert flat(card(Brief("avaus", None), words())) == Card(
        "Avaus",
        (
            p("Pääsemme alkuun."),
            Bullets(
                (
                    (Span("Avoimuus:", bold=True), Span(" Puhumme suoraan.")),
                    (Span("Ilo", bold=True),),
                )
            ),
            Heading("Kysymyksiä"),
            Bullets(((Span("Mikä on tuttua?"),),)),
            Heading("Lisää luettavaa"),
            Bullets(((Link("Lue tämä", "https://example.org/lue"),),)),
        ),
        "Avaus",
        "fi",
    )


def test_a_picture_of_the_points_stands_first_with_all_its_words() -> None:
    made = card(Brief("avaus", PictureView("pic-1", "avaus", "flower", (), (), "")), words())
    assert made.blocks[1] == Picture("pic-1", "Kuva: Avaus. Keskellä: . Ympärillä: Avoimuus; Ilo.")
