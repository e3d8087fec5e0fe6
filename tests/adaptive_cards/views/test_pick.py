"""Groups choose what they bring up."""

from __future__ import annotations

from dataclasses import replace

from adaptive_cards.card import Bullets, Card, Span
from adaptive_cards.views import card
from dialogs.messages import GroupPicks, PickBoard, PickView
from tests.adaptive_cards.views.small import at, flat, p, pressed, small, text_of, words

PICKS = GroupPicks(
    session="s1",
    step="nostot",
    notes_of="ruudukko",
    visit=5,
    group_id="g1",
    group=1,
    live=True,
    names=("Anna", "Ville"),
    budget=3,
    notes=7,
    picks=(PickView("taidot", "Kuuntelen", 1),),
)


def test_a_groups_picks_with_where_they_come_from() -> None:
    made = flat(card(PICKS, words()))
    assert made == Card(
        "Nostot · Ryhmä 1",
        (
            p("Anna ja Ville"),
            Bullets(((Span("Taidot:", bold=True), Span(" Kuuntelen")),)),
            small("Nostoja 1/3, valittavana 7 lappua."),
            small("Ryhmän nostot näkyvät kanavalla, kuvassa ja yhteenvedossa ilman nimiä."),
            made.blocks[-1],
        ),
        "Nostot · Ryhmä 1",
        "fi",
    )
    assert pressed(made) == {"Valitse nostot": "pick|s1|nostot|g1"}


def test_without_notes_there_is_nothing_to_press() -> None:
    made = card(replace(PICKS, notes=0, picks=()), words())
    assert "Ryhmän pohja on vielä tyhjä." in text_of(made)
    assert pressed(made) == {}


def test_old_picks_are_kept() -> None:
    made = card(replace(PICKS, live=False), words())
    assert "Kuuntelen" in text_of(made)
    assert pressed(made) == {}


def test_the_channel_hears_how_many_may_be_chosen_and_how_many_have() -> None:
    board = PickBoard("s1", "nostot", "ruudukko", True, at(10, 35), 3, 3, 1)  # noqa: FBT003 -- live
    said = text_of(card(board, words()))
    assert "Jokainen ryhmä valitsee enintään 3 nostoa." in said
    assert "1/3 ryhmää on valinnut." in said
    assert "Jokainen ryhmä valitsee yhden noston." in text_of(card(replace(board, budget=1), words()))
