"""The facilitator's panel."""

from __future__ import annotations

from dataclasses import replace

from adaptive_cards.card import Bullets, Card, Fact, Facts, Heading, Paragraph, Span
from adaptive_cards.views import card
from dialogs.messages import AgendaLine, Cockpit, GroupLine, Stage
from tests.adaptive_cards.views.small import at, flat, p, pressed, small, text_of, words

AGENDA = (
    AgendaLine("avaus", on=True, planned=5, actual=7, now=False),
    AgendaLine("ruudukko", on=True, planned=35, actual=None, now=True),
    AgendaLine("kukka", on=True, planned=10, actual=None, now=False),
    AgendaLine("lotus", on=False, planned=10, actual=None, now=False),
)
RUNNING = Cockpit(
    session="s1",
    stage=Stage.RUNNING,
    live=True,
    visit=4,
    step="ruudukko",
    kind="gather",
    next_step="kukka",
    began_at=at(9, 40),
    ends_at=at(10, 15),
    over=False,
    late_minutes=0,
    here=("Anna", "Ville", "Sari"),
    ready=("Anna",),
    waiting=("Ville", "Sari"),
    silent=("Sari",),
    not_reached=(),
    aside=(),
    groups=(GroupLine(1, ("Anna", "Ville", "Sari"), notes=7, cells_begun=1, cells=2, ready=1),),
    agenda=AGENDA,
    shapes=(),
    can_regroup=True,
    can_go_back=True,
    picture_trouble="",
)


def test_a_running_panel_says_where_we_are_what_to_say_who_is_ready_and_what_to_press() -> None:
    made = flat(card(RUNNING, words()))
    assert made == Card(
        "Ohjaamo 2/3: Ruudukko",
        (
            Paragraph((Span("Sano vaikka: "), Span("Täyttäkää ruudukko.", italic=True))),
            p("Alkoi klo 9.40, suunniteltu loppu klo 10.15."),
            small("Seuraavaksi: Kukka"),
            Facts(
                (
                    Fact("Paikalla 3", (Span("Anna, Ville ja Sari"),)),
                    Fact("Valmiina 1", (Span("Anna"),)),
                    Fact("Odotetaan", (Span("Ville ja Sari"),)),
                    Fact("Kirjoittamatta vielä", (Span("Sari"),)),
                )
            ),
            Heading("Ryhmät"),
            Bullets(
                (
                    (
                        Span("Ryhmä 1: Anna, Ville ja Sari"),
                        Span(" · 7 lappua · 1/2 kohtaa aloitettu · 1 valmis"),
                    ),
                )
            ),
            made.blocks[6],
            Heading("Ohjelma"),
            Bullets(
                (
                    (Span("Avaus · 5 → 7 min"),),
                    (Span("Nyt: Ruudukko", bold=True), Span(" · 35 min")),
                    (Span("Kukka · 10 min"),),
                ),
                numbered=True,
            ),
            small("Pois ohjelmasta: Lootus"),
            small("Yhteensä 50 min."),
        ),
        "Ohjaamo 2/3: Ruudukko",
        "fi",
    )


def test_its_buttons_stand_in_the_order_of_use() -> None:
    assert pressed(card(RUNNING, words())) == {
        "Seuraava": "next|s1|4",
        "+5 min": "more|s1|4|5",
        "Muistuta": "remind|s1|4",
        "Tauko": "pause|s1",
        "Takaisin": "back|s1|4",
        "Ohita": "skip|s1|4",
        "Jaa ryhmät uudelleen": "regroup|s1|4",
        "Vetovastuu": "lead|s1",
        "Lopeta paja": "end|s1",
    }


def test_only_what_can_be_done_is_offered() -> None:
    first = replace(RUNNING, can_regroup=False, can_go_back=False, waiting=(), silent=())
    assert list(pressed(card(first, words()))) == [
        "Seuraava",
        "+5 min",
        "Tauko",
        "Ohita",
        "Vetovastuu",
        "Lopeta paja",
    ]


def test_on_the_last_step_the_next_button_ends_the_workshop() -> None:
    last = replace(RUNNING, step="loppu", kind="close", next_step="", can_regroup=False, groups=())
    made = card(last, words())
    assert pressed(made)["Päätä paja"] == "next|s1|4"
    assert not {"Ohita", "Lopeta paja"} & pressed(made).keys()
    assert "Yhteenveto tulee heti, kun päätät pajan." in text_of(made)


def test_other_pictures_are_offered_by_their_titles() -> None:
    shape = replace(RUNNING, step="kukka", kind="shape", shapes=("lotus",), groups=())
    assert pressed(card(shape, words()))["Vaihda kuva: Lootus"] == "shape|s1|lotus"


def test_before_the_start_one_can_begin_and_choose_the_agenda() -> None:
    lobby = replace(
        RUNNING, stage=Stage.LOBBY, step="", kind="", here=(), ready=(), waiting=(), silent=(), groups=()
    )
    made = card(lobby, words())
    assert made.title == "Ohjaamo"
    assert "Kukaan ei ole vielä liittynyt." in text_of(made)
    assert pressed(made) == {
        "Aloita": "begin|s1",
        "Aika ja paikka": "plan|s1",
        "Ohjelma": "agenda|s1",
        "Muokkaa tehtävää": "item|s1",
        "Vetovastuu": "lead|s1",
        "Lopeta paja": "end|s1",
    }


def test_time_running_out_and_being_late_are_decisions_not_alarms() -> None:
    said = text_of(card(replace(RUNNING, over=True, late_minutes=9), words()))
    assert "Aika tuli täyteen. Sinä päätät, milloin siirrytään." in said
    assert "Ollaan 9 min myöhässä. Voit ohittaa tehtävän tai jatkaa rauhassa." in said


def test_pairs_stand_by_their_names_with_their_turns() -> None:
    pairs = (GroupLine(1, ("Anna", "Ville"), turns=2, turns_all=4),)
    said = text_of(
        card(replace(RUNNING, step="kehut", kind="exchange", groups=pairs, aside=("Sari",)), words())
    )
    assert "Parit\n─────\n\n• Anna ja Ville · 2/4 vuoroa" in said
    assert "Ilman paria: Sari" in said


def test_who_cannot_be_reached_and_missing_pictures_are_said_with_what_helps() -> None:
    said = text_of(card(replace(RUNNING, not_reached=("Omar",), picture_trouble="missing_scope"), words()))
    assert "Ei tavoitettu: Omar" in said
    assert "kanavan kortit toimivat joka tapauksessa" in said
    assert "Syy: missing_scope." in said


def test_in_a_break_one_button_goes_on() -> None:
    made = card(replace(RUNNING, stage=Stage.PAUSED), words())
    assert list(pressed(made)) == ["Jatka", "Vetovastuu", "Lopeta paja"]


def test_when_it_is_over_nothing_can_be_pressed() -> None:
    made = card(replace(RUNNING, stage=Stage.CLOSED), words())
    assert (made.title, pressed(made)) == ("Ohjaamo", {})


def test_an_older_panel_points_to_the_newest() -> None:
    assert flat(card(replace(RUNNING, live=False), words())) == Card(
        "Ohjaamo 2/3: Ruudukko",
        (small("Tämä ohjaamo on vanha. Uusin on alempana tässä keskustelussa."),),
        "Ohjaamo 2/3: Ruudukko",
        "fi",
    )
