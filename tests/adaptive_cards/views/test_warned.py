"""Two minutes left, time is up."""

from __future__ import annotations

from dataclasses import replace

from adaptive_cards.card import Card, Paragraph, Span
from adaptive_cards.views import card
from dialogs.messages import TwoLeft, Warned
from tests.adaptive_cards.views.small import at, flat, p, pressed, small, words

WARNED = Warned("s1", live=True, visit=4, step="ruudukko", over=False, groups_writing=2, groups_all=3)


def test_two_minutes_left_is_a_question() -> None:
    made = flat(card(WARNED, words()))
    assert made.title == "2 min jäljellä: Ruudukko"
    assert made.blocks[0] == p("2/3 ryhmää kirjoittaa vielä. Tarvitaanko lisää aikaa?")
    assert pressed(made) == {"+5 min": "more|s1|4|5", "Kerää nyt": "next|s1|4"}


def test_without_groups_nothing_is_collected() -> None:
    made = flat(card(replace(WARNED, step="avaus", groups_writing=0, groups_all=0, over=True), words()))
    assert made.title == "Aika tuli täyteen: Avaus"
    assert list(pressed(made)) == ["+5 min", "Seuraava"]


def test_once_handled_it_says_so() -> None:
    made = flat(card(replace(WARNED, live=False), words()))
    assert made.blocks == (small("Tämä on hoidettu."),)


def test_the_channel_hears_it_in_one_line() -> None:
    said = "Ruudukko: 2 min jäljellä, klo 10.25 asti. Viimeistelkää rauhassa."
    assert flat(card(TwoLeft("ruudukko", at(10, 25)), words())) == Card(
        "",
        (Paragraph((Span("Ruudukko", bold=True), Span(said.removeprefix("Ruudukko")))),),
        said,
        "fi",
    )
