"""Where we are; what is stored; examples."""

from __future__ import annotations

import pytest

from adaptive_cards.card import Bullets, Card, Fact, Facts, Paragraph, Span
from adaptive_cards.views import card
from adaptive_cards.words import Words
from content.loader import default_library
from dialogs.messages import Stage, StatusCard, StepInfo, StoredInfo
from tests.adaptive_cards.views.small import HELSINKI, at, flat, p, pressed, small, text_of, words
from tests.support.stage import edition


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
            p("Kokoamme voimavarat."),
            Facts(
                (
                    Fact("Näin kootaan", (Span("Lapuille."),)),
                    Fact("Näin esitellään", (Span("Vuorotellen."),)),
                    Fact("Sinun osuutesi", (Span("Jokainen kirjoittaa."),)),
                )
            ),
        ),
        "Paja 7: Pieni paja",
        "fi",
    )


@pytest.mark.parametrize("workshop", ["1", "2", "3", "4", "5"])
def test_every_step_says_what_it_is_for_and_where_it_comes_from(workshop: str) -> None:
    found = edition(workshop)
    spoken = Words(default_library().phrasebook("fi"), found.in_language("fi"), HELSINKI, found.workshop)
    for step in found.workshop.steps:
        message = StatusCard(
            "s1", 1, Stage.RUNNING, step.id, None, ("Maija",), 5, in_it=True, can_take_over=False
        )
        told = text_of(card(message, spoken))
        assert spoken.step(step.id).goal in told
        assert spoken.step(step.id).part in told
        assert f"Työkirjassa: {', '.join(step.source or found.workshop.source)}." in told


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
