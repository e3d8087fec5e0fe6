"""The joint canvas: counts, never names; what a line was turned into."""

from __future__ import annotations

from dataclasses import replace

from adaptive_cards.actions import Action
from adaptive_cards.card import Bullets, Canvas, Card, Cell, ChoiceField, Column, Option, Span, TextField
from adaptive_cards.views import card, form
from dialogs.messages import MergeBoard, MergeCell, MergeLine, TurnOverForm
from tests.adaptive_cards.views.example import example
from tests.adaptive_cards.views.small import NOTES_SEEN, at, flat, p, pressed, small, text_of

BOARD = MergeBoard(
    session="s1",
    step="yhteinen-swot",
    live=True,
    ends_at=at(9, 50),
    words_of="oma-swot",
    cells=(
        MergeCell("vahvuudet", (MergeLine("Kuuntelemme", 1),), (("Opimme", "Kiire"), ("Jaamme", ""))),
        MergeCell("heikkoudet", (MergeLine("Kiire", 3, ("Opimme",)),), ()),
    ),
    can_turn=True,
    ready=1,
    here=7,
)


def test_each_line_says_how_many_and_what_became_of_it() -> None:
    made = flat(card(BOARD, example()))
    assert made == Card(
        "Yhteinen SWOT",
        (
            p("Näemme, mikä meitä yhdistää, ja käännämme vaikeat kohdat voimaksi."),
            p("Aikaa klo 9.50 asti."),
            Bullets(
                (
                    (Span("Lukekaa nostot ensin hiljaa."),),
                    (Span("Kääntäkää heikkous vahvuudeksi tai uhka mahdollisuudeksi."),),
                ),
                numbered=True,
            ),
            Canvas(
                (
                    Column(
                        "",
                        (
                            Cell("Vahvuudet", notes=("Kuuntelemme", "Opimme (ennen: Kiire)", "Jaamme")),
                            Cell("Heikkoudet", notes=("Kiire ×3 → Opimme",)),
                        ),
                    ),
                )
            ),
            small("×-merkki kertoo, kuinka moni nosti saman asian. Nimiä ei näy."),
            p("Rivin voi kääntää paremmaksi: mikä siitä tulisi, jos onnistuisimme?"),
            small("1/7 valmiina"),
            NOTES_SEEN,
            made.blocks[-1],
        ),
        "Yhteinen SWOT",
        "fi",
    )
    assert pressed(made) == {
        "Käännä rivi": "turn-over|s1|yhteinen-swot",
        "Olen valmis": "ready|s1|yhteinen-swot",
    }


def test_nothing_to_turn_and_nothing_at_all() -> None:
    assert set(pressed(card(replace(BOARD, can_turn=False), example()))) == {"Olen valmis"}
    empty = replace(BOARD, can_turn=False, cells=(MergeCell("uhat", (), ()),))
    assert "Nostot tulevat tähän, kun niitä on valittu." in text_of(card(empty, example()))


def test_an_old_one_is_kept_without_buttons() -> None:
    made = card(replace(BOARD, live=False, ends_at=None), example())
    assert "Kiire ×3 → Opimme" in text_of(made)
    assert pressed(made) == {}


def test_a_line_is_chosen_and_what_it_becomes_is_written() -> None:
    lines = (("n1", "heikkoudet", "vahvuudet", "Kiire"), ("n2", "uhat", "mahdollisuudet", "sana " * 90))
    made = form(TurnOverForm("s1", "yhteinen-swot", "oma-swot", lines), example(), "x")
    origin, text = made.fields
    assert isinstance(origin, ChoiceField)
    assert origin.options[0] == Option("n1", "Kiire (Heikkoudet → Vahvuudet)")
    assert origin.options[1].label.endswith("… (Uhat → Mahdollisuudet)")
    assert text == TextField(
        "text",
        "Mitä siitä tulee?",
        hint="Kirjoita se niin kuin se olisi jo totta.",
        placeholder="Esim. Opimme tämän toisiltamme",
        multiline=True,
        max_length=500,
    )
    assert made.action == Action("turn-over", "s1", ("yhteinen-swot",))
    assert made.intro == (NOTES_SEEN,)
