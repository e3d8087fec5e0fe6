"""Planning the agenda: what there is to know, what to cut, and the forms for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adaptive_cards.actions import Action
from adaptive_cards.card import (
    Bullets,
    Card,
    ChoiceField,
    ChoicesField,
    Form,
    Heading,
    Option,
    Span,
    TextField,
)
from adaptive_cards.views import card, form
from dialogs import messages as m
from dialogs.planner import Concern
from tests.adaptive_cards.views.small import at, flat, p, pressed, small, text_of, words
from tests.adaptive_cards.views.test_cockpit import RUNNING

PLANNED = replace(
    RUNNING,
    stage=m.Stage.LOBBY,
    step="",
    kind="",
    visit=0,
    here=(),
    ready=(),
    waiting=(),
    silent=(),
    groups=(),
    length=60,
    mode="remote",
    cautions=(
        m.CautionView(Concern.TOO_LONG, "", 15),
        m.CautionView(Concern.SHORT_GROUP_WORK, "ruudukko", 30),
    ),
    cuts=(m.CutView("juttu", 10, 0), m.CutView("ruudukko", 35, 30)),
    agenda=(
        m.AgendaLine("avaus", on=True, planned=5, actual=None, now=False, pause=10),
        m.AgendaLine("ruudukko", on=True, planned=35, actual=None, now=False, wishes=2, new_sitting=True),
        m.AgendaLine("juttu", on=False, planned=10, actual=None, now=False),
    ),
)


def test_the_panel_before_the_start_says_what_was_planned_what_to_know_and_what_to_cut() -> None:
    made = flat(card(PLANNED, words()))
    assert made == Card(
        "Ohjaamo",
        (
            made.blocks[0],
            p("Voit aloittaa, kun väki on paikalla. Ohjelmaa voit säätää sitä ennen."),
            p("Kukaan ei ole vielä liittynyt. Liity mukaan -nappi on kanavan kortissa."),
            small("Suunniteltu: 1 h, etänä."),
            Bullets(
                (
                    (Span("Ohjelma on "), Span("15 min"), Span(" pidempi kuin aikanne.")),
                    (
                        Span("Ruudukko", bold=True),
                        Span(": ryhmät tarvitsevat vähintään "),
                        Span("30 min"),
                        Span("."),
                    ),
                )
            ),
            p("Näin ohjelma mahtuisi aikaanne:"),
            Bullets(
                (
                    (Span("Juttelu", bold=True), Span(" jätetään tällä kertaa pois")),
                    (
                        Span("Ruudukko", bold=True),
                        Span(" "),
                        Span("35"),
                        Span(" → "),
                        Span("30"),
                        Span(" min"),
                    ),
                )
            ),
            made.blocks[7],
            Heading("Ohjelma"),
            Bullets(
                (
                    (Span("Avaus · 5 min · sitten tauko 10 min"),),
                    (Span("Ruudukko · 35 min · 2 toivetta · jatketaan toisena päivänä"),),
                ),
                numbered=True,
            ),
            small("Pois ohjelmasta: Juttelu"),
            small("Yhteensä 50 min."),
        ),
        "Ohjaamo",
        "fi",
    )
    assert pressed(made) == {
        "Aloita": "begin|s1",
        "Tehdään näin": "cut|s1|0",
        "Aika ja paikka": "plan|s1",
        "Ohjelma": "agenda|s1",
        "Muokkaa tehtävää": "item|s1",
        "Vetovastuu": "lead|s1",
        "Lopeta paja": "end|s1",
    }


def test_being_late_comes_with_a_proposal_and_a_button() -> None:
    made = card(replace(RUNNING, late_minutes=9, cuts=(m.CutView("juttu", 10, 0),)), words())
    said = "Ehdotus, jolla päästään takaisin aikatauluun:\n\n• Juttelu jätetään tällä kertaa pois"
    assert said in text_of(made)
    assert pressed(made)["Tehdään näin"] == "cut|s1|4"


def test_on_the_way_the_panel_tells_which_step_would_miss_what_it_goes_on_from() -> None:
    made = card(replace(RUNNING, cautions=(m.CautionView(Concern.MISSING_SOURCE, "kukka", 0),)), words())
    assert "• Kukka jatkaa tehtävästä, joka ei ole ohjelmassa." in text_of(made)


@pytest.mark.parametrize(
    ("concern", "n", "said"),
    [
        (
            Concern.ROOM_LEFT,
            45,
            "Aikaa jää vielä 45 min. Siihen mahtuu lisää tekemistä",
        ),
        (
            Concern.NO_BREAK,
            95,
            "Ruudukko: takana on silloin jo 1 h 35 min ilman taukoa.",
        ),
        (Concern.FEW_PEOPLE, 1, "Paikalla on yksi. Paja sopii pienellekin joukolle;"),
        (Concern.FEW_PEOPLE, 7, "Teitä on 7. Paja sopii pienellekin joukolle;"),
        (
            Concern.MANY_PEOPLE,
            60,
            "Teitä on 60. Varaa puruille enemmän aikaa,",
        ),
        (Concern.ALONE_IN_GROUPS, 1, "Ruudukko: siinä on pienryhmiä, ja paikalla on yksi."),
        (Concern.ALONE_IN_GROUPS, 4, "Ruudukko: teitä on 4, joten pienryhmiä tulee yksi."),
        (Concern.NO_PAIR, 1, "Ruudukko: siihen tarvitaan toinenkin."),
        (
            Concern.EMPTY_STATIONS,
            1,
            "Ruudukko: paikalla on yksi, joten useimmat työpisteet",
        ),
        (Concern.EMPTY_STATIONS, 4, "Ruudukko: teitä on 4, joten osa työpisteistä on vuorollaan tyhjänä."),
        (
            Concern.ONE_SITTING,
            150,
            "Etänä 2 h 30 min yhteen menoon on pitkä aika.",
        ),
    ],
)
def test_every_concern_is_said_kindly(concern: Concern, n: int, said: str) -> None:
    of_all = {Concern.ROOM_LEFT, Concern.FEW_PEOPLE, Concern.MANY_PEOPLE, Concern.ONE_SITTING}
    caution = m.CautionView(concern, "" if concern in of_all else "ruudukko", n)
    assert said in text_of(card(replace(PLANNED, cautions=(caution,)), words()))


def test_a_slow_workshop_says_so_to_everybody_and_has_no_minutes() -> None:
    lobby = m.Lobby("s1", m.Stage.LOBBY, 7, ("Maija",), (), 120, ("avaus", "loppu"), can_wish=True, slow=True)
    made = card(lobby, words())
    assert "Edetään päivien tahtiin, omissa väleissä. Fasilitaattori: Maija." in text_of(made)
    assert list(pressed(made)) == ["Liity mukaan", "Toivo tehtäviä", "Mitä tästä tallennetaan?"]
    panel = text_of(card(replace(PLANNED, slow=True, cautions=(), cuts=()), words()))
    assert "Edetään päivien tahtiin, etänä. Määräajat osuvat työpäiville." in panel


# --- forms ----------------------------------------------------------------------------------------


def test_time_and_place_are_chosen() -> None:
    assert form(m.PlanForm("s1", 120, "remote", (60, 120, 420)), words(), "n1") == Form(
        title="Aika ja paikka",
        fields=(
            ChoiceField(
                "length",
                "Paljonko aikaa on?",
                (Option("60", "1 h"), Option("120", "2 h"), Option("420", "7 h")),
                "120",
                hint="Ehdotan ohjelman, joka mahtuu siihen taukoineen.",
            ),
            ChoiceField(
                "mode",
                "Missä tavataan?",
                (
                    Option("room", "Samassa tilassa"),
                    Option("remote", "Etänä"),
                    Option("hybrid", "Osa paikalla, osa etänä"),
                ),
                "remote",
            ),
        ),
        submit="Suunnittele",
        cancel="Peru",
        action=Action("plan", "s1"),
        nonce="n1",
        intro=(),
        language="fi",
    )


def test_a_length_that_is_none_of_the_choices_is_left_open() -> None:
    length, _ = form(m.PlanForm("s1", 135, "room", (60, 120)), words(), "n1").fields
    assert isinstance(length, ChoiceField)
    assert length.value == ""


def test_a_step_has_minutes_a_break_a_place_and_perhaps_another_day_after_it() -> None:
    message = m.ItemForm("s1", (("avaus", 5, 0), ("ruudukko", 35, 10)), (0, 10, 60))
    assert form(message, words(), "n1") == Form(
        title="Muokkaa tehtävää",
        fields=(
            ChoiceField(
                "step", "Tehtävä", (Option("avaus", "Avaus · 5 min"), Option("ruudukko", "Ruudukko · 35 min"))
            ),
            TextField(
                "minutes",
                "Minuutteja",
                hint="Tyhjä jättää ajan ennalleen.",
                placeholder="Esim. 20",
                required=False,
                max_length=3,
            ),
            ChoiceField(
                "pause",
                "Tauko tehtävän jälkeen",
                (Option("0", "Ei taukoa"), Option("10", "10 min"), Option("60", "1 h")),
                required=False,
            ),
            ChoiceField(
                "move",
                "Paikka ohjelmassa",
                (
                    Option("stay", "Pysyy paikallaan"),
                    Option("earlier", "Yhtä aiemmin"),
                    Option("later", "Yhtä myöhemmin"),
                ),
                "stay",
            ),
            ChoiceField(
                "sitting",
                "Jako useampaan kertaan",
                (
                    Option("yes", "Tämän jälkeen jatketaan toisena päivänä"),
                    Option("no", "Jatketaan samalla kerralla"),
                ),
                required=False,
            ),
        ),
        submit="Tallenna",
        cancel="Peru",
        action=Action("item", "s1"),
        nonce="n1",
        intro=(),
        language="fi",
    )


def test_wishes_are_ticks_and_say_who_sees_them() -> None:
    made = form(m.WishForm("s1", ("juttu", "kehut"), ("kehut",)), words(), "n1")
    assert made.intro == (small("Fasilitaattori näkee toiveista vain lukumäärät ohjaamossaan."),)
    assert made.fields == (
        ChoicesField(
            "steps",
            "Mitkä näistä olisivat sinusta hyviä?",
            (Option("juttu", "Juttelu"), Option("kehut", "Joo & ja")),
            ("kehut",),
        ),
    )


def test_the_clock_of_a_running_step_stands_beside_the_plan() -> None:
    said = text_of(card(replace(RUNNING, began_at=at(9, 0), ends_at=at(9, 35)), words()))
    assert "Alkoi klo 9.00, suunniteltu loppu klo 9.35." in said
