"""Joo & ja: nobody is dropped, and everybody knows who sees what."""

from __future__ import annotations

from dataclasses import replace

from adaptive_cards.card import Card, Paragraph, Quote, Span
from adaptive_cards.views import card
from dialogs.messages import ExchangeBoard, ExchangeCard, TurnKind
from tests.adaptive_cards.views.small import at, flat, p, pressed, small, text_of, words

OPENING = ExchangeCard(
    session="s1",
    step="kehut",
    visit=3,
    turn=0,
    live=True,
    partners=("Ville",),
    order=(),
    arrived=False,
    your_turn=True,
    kind=TurnKind.OPENING,
    about="Ville",
    turn_of="Anna",
    said_by="",
    said_kind=None,
    text="",
    ends_at=at(9, 50),
)
ANSWER = replace(
    OPENING,
    turn=1,
    partners=("Anna",),
    arrived=True,
    kind=TurnKind.ANSWER,
    about="",
    turn_of="Ville",
    said_by="Anna",
    said_kind=TurnKind.OPENING,
    text="hyvä tilannetaju",
)


def test_the_first_turn() -> None:
    made = flat(card(OPENING, words()))
    assert made == Card(
        "Joo & ja",
        (
            Paragraph((Span("Parisi: "), Span("Ville", bold=True))),
            Paragraph(
                (
                    Span("Mitä parisi osaa hyvin? Kirjoita se suoraan hänelle: "),
                    Span("Uskon, että sinulla on…", italic=True),
                )
            ),
            small("Esim. hyvä huumori"),
            small("Näkyy vain parillesi. Yhteenvetoon nämä eivät tule."),
            small("Aikaa klo 9.50 asti."),
            made.blocks[-1],
        ),
        "Joo & ja · Sinun vuorosi",
        "fi",
    )
    assert pressed(made) == {
        "Kirjoita vuorosi": "turn|s1|kehut|0",
        "Olen paikalla": "arrive|s1|kehut",
        "Avaa yhteinen keskustelu": "together|s1|kehut",
    }


def test_the_answer_goes_on_from_what_was_said() -> None:
    made = flat(card(ANSWER, words()))
    assert made.blocks[1:4] == (
        Paragraph((Span("Anna: "), Span("Uskon, että sinulla on…", italic=True))),
        Quote("hyvä tilannetaju"),
        Paragraph((Span("Jatka siitä omin sanoin: "), Span("Joo, ja…", italic=True))),
    )


def test_an_odd_number_makes_a_trio_and_says_so() -> None:
    order = ("Sari", "Omar", "Liisa")
    trio = replace(OPENING, partners=order[1:], order=order, about="Omar", arrived=True)
    said = text_of(card(trio, words()))
    assert "Teitä on tässä kolme: Sari, Omar ja Liisa. Vuoro kiertää siinä järjestyksessä." in said
    assert "Tällä vuorolla kirjoitat hänelle: Omar." in said
    assert "Näkyy vain teille kolmelle." in said


def test_more_than_three_are_counted() -> None:
    order = ("Sari", "Omar", "Liisa", "Anna")
    said = text_of(card(replace(OPENING, partners=order[1:], order=order), words()))
    assert "Teitä on tässä 4:" in said
    assert "Näkyy vain tälle ryhmälle." in said


def test_whoever_waits_sees_whose_turn_it_is_and_has_nothing_to_write() -> None:
    made = card(replace(OPENING, your_turn=False, turn_of="Ville", about="Anna", arrived=True), words())
    assert "Vuorossa: Ville" in text_of(made)
    assert list(pressed(made)) == ["Avaa yhteinen keskustelu"]


def test_whoever_is_here_without_a_partner_is_being_found_one() -> None:
    made = card(replace(OPENING, partners=(), arrived=True, your_turn=False, kind=None), words())
    assert flat(made).blocks == (p("Etsin sinulle paria ja kerron heti, kun pari löytyy."),)


def test_whoever_did_not_show_up_has_a_way_back() -> None:
    made = card(replace(OPENING, partners=(), your_turn=False, kind=None), words())
    assert "Tule mukaan, kun ehdit: paina Olen paikalla, niin etsin sinulle parin." in text_of(made)
    assert pressed(made) == {"Olen paikalla": "arrive|s1|kehut"}


def test_a_card_whose_turn_has_passed_keeps_the_words_and_loses_the_buttons() -> None:
    made = flat(card(replace(ANSWER, live=False, your_turn=False, kind=None), words()))
    assert made.blocks[1:] == (Quote("hyvä tilannetaju"), small("Tämän kortin hetki on ohi."))


def test_a_removed_name_does_not_leave_a_gap() -> None:
    assert "Parisi: nimensä poistanut" in text_of(card(replace(OPENING, partners=("",)), words()))


def test_the_channel_sees_counts_only() -> None:
    board = ExchangeBoard("s1", "kehut", live=True, ends_at=at(9, 50), pairs=2, trios=1, under_way=3, done=1)
    made = card(board, words())
    assert "3/3 paria vauhdissa. Mukana on yksi kolmen ryhmä. 1 pari on käynyt kaikki vuorot." in text_of(
        made
    )
    assert pressed(made) == {"Liity mukaan": "join|s1"}
    assert pressed(card(replace(board, live=False, ends_at=None), words())) == {}


def test_whoever_wrote_last_reads_that_all_is_done_and_not_that_it_is_over() -> None:
    made = text_of(card(replace(ANSWER, live=False, done=True), words()))
    assert "Kaikki vuorot on käyty." in made
    assert "hetki on ohi" not in made
