"""Stations: who is where, and what has gathered."""

from __future__ import annotations

from dataclasses import replace

from adaptive_cards.card import Bullets, Card, Heading, Span
from adaptive_cards.views import card
from dialogs.messages import RotateBoard, StationCard, StationLine, StationNotes
from tests.adaptive_cards.views.example import example
from tests.adaptive_cards.views.small import NOTES_SEEN, at, flat, p, pressed, small, text_of

BOARD = RotateBoard(
    session="s1",
    step="kierto",
    live=True,
    round=2,
    rounds=3,
    home=False,
    ends_at=at(9, 40),
    stations=(
        StationLine("vaikuttaminen", 2, ("Anna", "Ville"), 4),
        StationLine("osaaminen", 1, ("Sari",), 1),
        StationLine("rohkeus", 0, (), 0),
    ),
    ready=1,
    here=3,
)
STATION = StationCard(
    session="s1",
    step="kierto",
    visit=3,
    cell="osaaminen",
    live=True,
    home=False,
    group_id="g1",
    group=1,
    names=("Anna", "Ville"),
    ends_at=at(9, 40),
    layers=(StationNotes(2, ("Hyvä kysymys", "Aika")), StationNotes(1, ("Kurssi",))),
)


def test_the_channel_sees_which_round_and_who_is_where() -> None:
    made = flat(card(BOARD, example()))
    assert made == Card(
        "Työpistekierto",
        (
            p("Rakennamme toistemme ajatusten päälle."),
            p("Kierros 2/3 · Aikaa klo 9.40 asti."),
            Bullets(
                ((Span("Aloittakaa omalta pisteeltänne."),), (Span("Siirtykää merkistä seuraavalle."),)),
                numbered=True,
            ),
            Heading("Kysymyksiä"),
            Bullets(((Span("Mihin ajatukseen haluat lisätä jotain?"),),)),
            Bullets(
                (
                    (
                        Span("Työpiste 1: Vaikuttaminen", bold=True),
                        Span(" · Ryhmä 2 (Anna ja Ville), 4 lappua"),
                    ),
                    (Span("Työpiste 2: Osaaminen", bold=True), Span(" · Ryhmä 1 (Sari), 1 lappu")),
                    (Span("Työpiste 3: Rohkeus", bold=True), Span(" · ei ryhmää juuri nyt, 0 lappua")),
                )
            ),
            small("1/3 valmiina"),
            made.blocks[-1],
        ),
        "Työpistekierto",
        "fi",
    )
    assert pressed(made) == {"Liity mukaan": "join|s1"}


def test_at_home_the_channel_hears_it_and_afterwards_only_the_counts_are_left() -> None:
    home = text_of(card(replace(BOARD, home=True, round=4), example()))
    assert "Kierros on kierretty, ja jokainen ryhmä on kotipisteellään" in home
    over = card(replace(BOARD, live=False, ends_at=None), example())
    assert "Työpiste 1: Vaikuttaminen · 4 lappua" in text_of(over)
    assert "Anna" not in text_of(over)
    assert pressed(over) == {}


def test_a_station_has_its_question_and_the_notes_of_each_group() -> None:
    made = flat(card(STATION, example()))
    assert made == Card(
        "Työpistekierto · Työpiste 2: Osaaminen",
        (
            p("Mitä taitoja kaipaat?"),
            p("Nyt täällä: ryhmä 1 (Anna ja Ville) · Aikaa klo 9.40 asti."),
            p("Lukekaa ensin, mitä täällä jo on, ja rakentakaa sen päälle."),
            Bullets(
                (
                    (Span("Ryhmä 2:", bold=True), Span(" Hyvä kysymys")),
                    (Span("Ryhmä 2:", bold=True), Span(" Aika")),
                    (Span("Ryhmä 1:", bold=True), Span(" Kurssi")),
                )
            ),
            small("3 lappua"),
            NOTES_SEEN,
            made.blocks[-1],
        ),
        "Työpistekierto · Työpiste 2: Osaaminen",
        "fi",
    )
    assert pressed(made) == {
        "Lisää lappu": "note|s1|kierto|g1",
        "Omat laput": "mine|s1|kierto",
        "Olen valmis": "ready|s1|kierto",
    }


def test_at_home_everything_is_read_and_nothing_more_is_written() -> None:
    long = StationNotes(3, ("x" * 300,) * 20)
    made = card(replace(STATION, home=True, layers=(*STATION.layers, long)), example())
    assert "x" * 300 in text_of(made)
    assert text_of(made).count("Ryhmä 3:") == 20
    assert "Lukekaa rauhassa kaikki, mitä tänne on kertynyt." in text_of(made)
    assert set(pressed(made)) == {"Omat laput", "Olen valmis"}


def test_while_groups_write_only_the_newest_notes_stand_there() -> None:
    made = text_of(card(replace(STATION, layers=(StationNotes(2, ("x" * 300,) * 20),)), example()))
    assert made.count("Ryhmä 2:") == 16
    assert "ja 4 muuta" in made
    assert "x" * 300 not in made


def test_where_nobody_is_there_is_nothing_to_press() -> None:
    made = card(replace(STATION, group_id="", group=0, names=(), layers=()), example())
    assert "Täällä ei ole ryhmää juuri nyt." in text_of(made)
    assert "Ensimmäiset laput tulevat tähän." in text_of(made)
    assert pressed(made) == {}
    assert pressed(card(replace(STATION, live=False), example())) == {}
