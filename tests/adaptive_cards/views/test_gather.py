"""Groups and their living canvases."""

from __future__ import annotations

from dataclasses import replace

from adaptive_cards.card import Bullets, Canvas, Card, Cell, Column, Fact, Facts, Mention, Paragraph, Span
from adaptive_cards.views import card
from dialogs.messages import CanvasView, CellView, GatherBoard, GroupCanvas, Instructions
from tests.adaptive_cards.views.small import NOTES_SEEN, at, flat, habit, p, pressed, small, text_of, words

VIEW = CanvasView(
    "ruudukko", ("oma", "yhteinen"), ((CellView("taidot", ("Kuuntelen",)),), (CellView("tavat", ()),))
)
CANVAS = GroupCanvas(
    session="s1",
    step="ruudukko",
    visit=4,
    group_id="g2",
    group=2,
    live=True,
    names=("Anna", "Ville", "Sari"),
    recorder="Ville",
    ends_at=at(10, 25),
    canvas=VIEW,
    notes=1,
    cells_begun=1,
)


def test_a_living_canvas_says_who_until_when_and_how_far() -> None:
    made = flat(card(CANVAS, words()))
    assert made == Card(
        "Ruudukko · Ryhmä 2",
        (
            p("Anna, Ville ja Sari · Kirjuri: Ville · Aikaa klo 10.25 asti."),
            Canvas(
                (
                    Column("Oma osaaminen", (Cell("Taidot", notes=("Kuuntelen",)),)),
                    Column("Yhteiset tavat", (Cell("Tavat", "Mikä toimii?"),)),
                )
            ),
            small("1 lappu, 1/2 kohtaa aloitettu"),
            NOTES_SEEN,
            made.blocks[-1],
        ),
        "Ruudukko · Ryhmä 2",
        "fi",
    )
    assert pressed(made) == {
        "Lisää lappu": "note|s1|ruudukko|g2",
        "Omat laput": "mine|s1|ruudukko",
        "Esimerkkejä": "examples|s1|ruudukko|g2",
        "Ryhdyn kirjuriksi": "recorder|s1|ruudukko|g2",
        "Olen valmis": "ready|s1|ruudukko",
    }


def test_everybodys_canvas_has_no_group() -> None:
    made = card(replace(CANVAS, group_id="", group=0, names=(), recorder=""), words())
    assert made.title == "Ruudukko"
    assert "Kirjuri: vielä valitsematta · Aikaa klo 10.25 asti." in text_of(made)
    assert pressed(made)["Lisää lappu"] == "note|s1|ruudukko|all"


def test_an_old_canvas_is_kept_without_buttons() -> None:
    made = card(replace(CANVAS, live=False, ends_at=None), words())
    assert "Kuuntelen" in text_of(made)
    assert "Tämä vaihe on ohi. Kirjoitettu on tallessa." in text_of(made)
    assert pressed(made) == {}


def test_the_channel_hears_how_far_the_groups_are() -> None:
    board = GatherBoard("s1", "ruudukko", True, at(10, 25), 3, 2, 14, 3, 8)  # noqa: FBT003 -- live
    assert "2/3 ryhmää kirjoittaa. 14 lappua · 3/8 valmiina" in text_of(card(board, words()))
    assert pressed(card(board, words())) == {"Liity mukaan": "join|s1"}


def test_a_groups_thread_begins_with_its_people_and_what_to_do() -> None:
    people = (("test:t:1", "Anna"), ("test:t:2", "Ville"))
    made = flat(card(Instructions("ruudukko", 2, people, "Ville", 35, at(10, 25)), words()))
    assert made == Card(
        "Ruudukko · Ryhmä 2",
        (
            Paragraph(
                (
                    Span("Tässä ryhmässä: "),
                    Mention("test:t:1", "Anna"),
                    Span(", "),
                    Mention("test:t:2", "Ville"),
                )
            ),
            p("Kokoamme voimavarat."),
            Bullets(((Span("Yksi asia yhteen lappuun."),),), numbered=True),
            Facts(
                (
                    Fact("Kirjuri", (Span("Ville"),)),
                    Fact("Aikaa", (Span("35 min, klo 10.25 asti"),)),
                    Fact("Näin kootaan", (Span("Lapuille."),)),
                    Fact("Näin esitellään", (Span("Vuorotellen."),)),
                    Fact("Sinun osuutesi", (Span("Jokainen kirjoittaa."),)),
                )
            ),
            habit("Kannustaminen ja kiittäminen", "kiitä, kun joku uskaltaa ensimmäisenä."),
            small("Jutelkaa tässä ketjussa vapaasti. Laput lisätään kortista, joka on ketjun yllä."),
        ),
        "Ruudukko · Ryhmä 2",
        "fi",
    )
