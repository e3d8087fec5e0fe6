"""The channel's first card."""

from __future__ import annotations

from adaptive_cards.actions import Action
from adaptive_cards.card import Button, Buttons, Card, Style
from adaptive_cards.views import card
from dialogs.messages import Lobby, Stage
from tests.adaptive_cards.views.small import flat, p, pressed, small, text_of, words

LOBBY = Lobby(
    "s1", Stage.LOBBY, 7, ("Maija",), ("Anna", "Ville", "Sari"), 125, ("avaus", "ruudukko", "loppu")
)


def test_a_lobby_says_what_how_long_who_and_how_to_join() -> None:
    assert flat(card(LOBBY, words())) == Card(
        "Paja 7: Pieni paja",
        (
            p("Mitä osaamme?"),
            p("Noin 2 h. Fasilitaattori: Maija."),
            small("Ohjelmassa: Avaus · Ruudukko · Lopetus"),
            p("Mukana 3: Anna, Ville ja Sari"),
            small("Nimesi näkyy tällä kanavalla, ja tehtäväsi tulevat sinulle yksityisviestinä."),
            Buttons(
                (
                    Button("Liity mukaan", Action("join", "s1"), Style.PRIMARY),
                    Button("Mitä tästä tallennetaan?", Action("stored", "s1")),
                )
            ),
        ),
        "Paja 7: Pieni paja",
        "fi",
    )


def test_an_empty_lobby_tells_where_names_will_stand() -> None:
    empty = Lobby("s1", Stage.LOBBY, 7, (), (), 0, ())
    assert "Fasilitaattori: ei vielä ketään." in text_of(card(empty, words()))
    assert "Mukana 0. Nimesi tulee tähän, kun liityt." in text_of(card(empty, words()))


def test_one_can_join_until_it_is_over() -> None:
    def stage(stage: Stage) -> dict[str, str]:
        return pressed(card(Lobby("s1", stage, 7, ("Maija",), (), 60, ()), words()))

    assert list(stage(Stage.RUNNING)) == ["Liity mukaan", "Mitä tästä tallennetaan?"]
    assert list(stage(Stage.PAUSED)) == ["Liity mukaan", "Mitä tästä tallennetaan?"]
    assert list(stage(Stage.CLOSED)) == ["Mitä tästä tallennetaan?"]


def test_two_facilitators_are_named_in_the_plural_and_never_inflected() -> None:
    lobby = Lobby("s1", Stage.RUNNING, 7, ("Maija", "Omar"), ("Anna",), 100, ("avaus",))
    assert "Noin 1 h 45 min. Fasilitaattorit: Maija ja Omar." in text_of(card(lobby, words()))


def test_the_same_card_in_english() -> None:
    said = text_of(card(LOBBY, words("en")))
    assert "About 2 h. Facilitator: Maija." in said
    assert "3 here: Anna, Ville and Sari" in said
