"""The record that the facilitator leaves with."""

from __future__ import annotations

from dataclasses import replace

from adaptive_cards.card import (
    Bullets,
    Canvas,
    Card,
    Cell,
    Column,
    Divider,
    Fact,
    Facts,
    Heading,
    Picture,
    Quote,
    Span,
)
from adaptive_cards.views import card
from dialogs.messages import AgendaLine, CanvasView, CellView, PickView, PictureView, Summary, SummaryCanvas
from tests.adaptive_cards.views.small import at, flat, p, small, text_of, words

PICKS = (PickView("taidot", "Kuuntelen", 1),)
SUMMARY = Summary(
    number=7,
    opened_at=at(9, 0),
    closed_at=at(11, 8),
    facilitators=("Maija",),
    names=("Anna", "Ville"),
    agenda=(AgendaLine("avaus", on=True, planned=5, actual=7, now=False),),
    notes=43,
    picks=PICKS,
    picks_of="ruudukko",
    picture=PictureView("pic-1", "kukka", "flower", PICKS, ("oma", "yhteinen"), "ruudukko"),
    scores=(3, 4, 5, 5),
    lines=("Kuulin uutta.",),
    live=True,
)


def test_one_calm_card() -> None:
    assert flat(card(SUMMARY, words())) == Card(
        "Yhteenveto, paja 7: Pieni paja",
        (
            Facts(
                (
                    Fact("Aika", (Span("30.11. klo 9.00–11.08"),)),
                    Fact("Fasilitaattori", (Span("Maija"),)),
                    Fact("Mukana 2", (Span("Anna ja Ville"),)),
                    Fact("Syntyi", (Span("43 lappua ja 1 nosto"),)),
                )
            ),
            Heading("Nostot"),
            Bullets(((Span("Ryhmä 1, Taidot:", bold=True), Span(" Kuuntelen")),)),
            Picture("pic-1", "Kuva: Kukka. Keskellä: Hyvä työ. Ympärillä: Kuuntelen.", "Kukka"),
            Heading("Miten meni"),
            p("Keskiarvo 4,25, 4 vastausta: 3, 4, 5, 5"),
            Quote("Kuulin uutta."),
            small(
                "Palaute on tässä ilman nimiä, mutta pienessä ryhmässä kirjoittajan voi arvata."
                " Käsittele sitä sen mukaan."
            ),
            Divider(),
            Heading("Ajankäyttö"),
            Bullets(((Span("Avaus · 5 → 7 min"),),), numbered=True),
            small("Pohjat tulevat tähän perään omina kortteinaan."),
        ),
        "Yhteenveto, paja 7: Pieni paja",
        "fi",
    )


def test_in_the_middle_it_says_so_and_leaves_out_what_has_not_come_yet() -> None:
    early = replace(SUMMARY, closed_at=None, picks=(), picture=None, scores=(), lines=(), live=False, notes=1)
    said = text_of(card(early, words()))
    assert "Paja on vielä kesken. Tässä on tilanne nyt." in said
    assert "Aika: 30.11. klo 9.00 alkaen" in said
    assert "Syntyi: 1 lappu\n" in said
    assert "Miten meni" not in said


def test_at_the_end_what_did_not_come_is_said_plainly() -> None:
    said = text_of(card(replace(SUMMARY, picks=(), picture=None, scores=(), lines=()), words()))
    assert "Nostoja ei tällä kertaa valittu." in said
    assert "Palautetta ei tullut." in said


def test_a_single_answer_has_no_average() -> None:
    assert "Yksi vastaus: 5" in text_of(card(replace(SUMMARY, scores=(5,)), words()))


def test_a_canvas_of_the_summary_is_whole_and_counts_what_came_late() -> None:
    notes = tuple(f"lappu {number}" for number in range(20))
    view = CanvasView(
        "ruudukko", ("oma", "yhteinen"), ((CellView("taidot", notes),), (CellView("tavat", ()),))
    )
    assert flat(card(SummaryCanvas(2, ("Anna", "Ville"), view, 2), words())) == Card(
        "Ruudukko · Ryhmä 2",
        (
            p("Anna ja Ville"),
            Canvas(
                (
                    Column("Oma osaaminen", (Cell("Taidot", notes=notes),)),
                    Column("Yhteiset tavat", (Cell("Tavat"),)),
                )
            ),
            small("Jälkikäteen tuli 2 lappua."),
        ),
        "Ruudukko · Ryhmä 2",
        "fi",
    )
