"""Timed talk with a small canvas."""

from __future__ import annotations

from dataclasses import replace

from adaptive_cards.card import Bullets, Canvas, Card, Cell, Column, Heading, Span
from adaptive_cards.views import card
from dialogs.messages import CanvasView, CellView, Discuss
from tests.adaptive_cards.views.small import NOTES_SEEN, at, flat, habit, p, pressed, small, text_of, words

CANVAS = CanvasView("juttu", (), ((CellView("asia", ("Uusi järjestelmä",)),),))
TALK = Discuss("s1", "juttu", visit=2, live=True, ends_at=at(10, 25), canvas=CANVAS, ready=2, here=7)


def test_a_talk_with_its_questions_and_points() -> None:
    made = flat(card(TALK, words()))
    assert made == Card(
        "Juttelu",
        (
            p("Saamme asiat näkyviin."),
            p("Aikaa klo 10.25 asti."),
            Bullets(((Span("Juttele."),), (Span("Kirjoita lappu."),)), numbered=True),
            Heading("Kysymyksiä"),
            Bullets(((Span("Mikä on muuttunut?"),),)),
            Canvas((Column("", (Cell("Muutokset", notes=("Uusi järjestelmä",)),)),)),
            small("1 lappu · 2/7 valmiina"),
            habit("Osallistujien arvostuksen ilmaisut", "sano ääneen, mitä hyvää toisen ajatuksessa on."),
            NOTES_SEEN,
            made.blocks[-1],
        ),
        "Juttelu",
        "fi",
    )
    assert pressed(made) == {
        "Lisää lappu": "note|s1|juttu|all",
        "Omat laput": "mine|s1|juttu",
        "Olen valmis": "ready|s1|juttu",
    }


def test_when_it_is_over_the_notes_stay_and_the_buttons_go() -> None:
    made = card(replace(TALK, live=False, ends_at=None), words())
    assert "Uusi järjestelmä" in text_of(made)
    assert "Tämä vaihe on ohi. Kirjoitettu on tallessa." in text_of(made)
    assert pressed(made) == {}
