"""The picture on the channel's card."""

from __future__ import annotations

from adaptive_cards.card import Bullets, Card, Heading, Picture, Span
from adaptive_cards.views import card
from dialogs.messages import PickView, PictureView, Shape
from tests.adaptive_cards.views.small import flat, p, words

PICKS = (PickView("taidot", "Kuuntelen", 1),)
VIEW = PictureView("pic-1", "kukka", "flower", PICKS, ("oma", "yhteinen"), "ruudukko")


def test_a_picture_and_its_words_beside_it() -> None:
    assert flat(card(Shape("kukka", VIEW, PICKS, "ruudukko"), words())) == Card(
        "Kukka",
        (
            p("Näemme."),
            Picture("pic-1", "Kuva: Kukka. Keskellä: Hyvä työ. Ympärillä: Kuuntelen."),
            Heading("Nostot"),
            Bullets(((Span("Taidot:", bold=True), Span(" Kuuntelen")),)),
        ),
        "Kukka",
        "fi",
    )


def test_before_anything_was_chosen_it_says_when_the_picture_comes() -> None:
    assert flat(card(Shape("kukka", None, (), "ruudukko"), words())).blocks == (
        p("Näemme."),
        p("Kuva piirtyy tähän, kun ryhmät ovat valinneet nostonsa."),
    )
