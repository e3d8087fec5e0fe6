"""Where we are; what is stored; examples."""

from __future__ import annotations

from adaptive_cards.card import Bullets, Card, Paragraph, Span
from adaptive_cards.views import card
from dialogs.messages import Stage, StatusCard, StepInfo, StoredInfo
from tests.adaptive_cards.views.small import at, flat, p, pressed, small, text_of, words


def status(stage: Stage, *, in_it: bool = True, can_take_over: bool = False) -> Card:
    step = "" if stage in {Stage.LOBBY, Stage.CLOSED} else "ruudukko"
    message = StatusCard("s1", 7, stage, step, at(10, 25), ("Maija",), 5, in_it, can_take_over)
    return flat(card(message, words()))


def test_a_running_session() -> None:
    assert status(Stage.RUNNING) == Card(
        "Paja 7: Pieni paja",
        (
            Paragraph((Span("Nyt menossa: "), Span("Ruudukko", bold=True), Span("."))),
            p("Aikaa klo 10.25 asti."),
            p("Fasilitaattori: Maija. Mukana 5."),
        ),
        "Paja 7: Pieni paja",
        "fi",
    )


def test_whoever_is_not_in_it_can_join_and_whoever_may_can_take_over() -> None:
    assert pressed(status(Stage.RUNNING, in_it=False)) == {"Liity mukaan": "join|s1"}
    assert pressed(status(Stage.PAUSED, can_take_over=True)) == {"Otan vetovuoron": "takeover|s1"}
    assert pressed(status(Stage.CLOSED, in_it=False, can_take_over=True)) == {}


def test_what_is_stored_names_who_sees_it_how_long_and_the_way_out() -> None:
    said = text_of(card(StoredInfo(("Maija",)), words()))
    assert "Laput ja nostot. Ne näkyvät kanavalla ja yhteenvedossa ilman nimeäsi." in said
    assert "Parin kesken kirjoitetut vuorot. Ne näkyvät vain parille tai kolmen ryhmälle" in said
    assert "Pienessä ryhmässä kirjoittajan voi silti arvata." in said
    assert "Komento tiedot näyttää omasi, ja poista tietoni poistaa ne heti." in said
    assert "Botin ylläpitäjä pääsee käsiksi tallennettuun." in said
    assert said.endswith("Kirjoitettu testejä varten.")


def test_examples_for_the_cells_that_are_still_empty() -> None:
    assert flat(card(StepInfo("ruudukko", ("taidot",)), words())) == Card(
        "Esimerkkejä: Ruudukko",
        (
            Paragraph((Span("Taidot", bold=True),)),
            Bullets(((Span("Kuuntelen"),), (Span("Excel"),))),
            small("Nämä ovat vain alkuun pääsemiseksi. Omat sananne ovat parhaat."),
        ),
        "Esimerkkejä: Ruudukko",
        "fi",
    )
