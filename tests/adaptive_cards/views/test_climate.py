"""Hints for a good climate: one habit at a time, and a look ahead where there are only challenges."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adaptive_cards.card import Card
from adaptive_cards.views import card
from adaptive_cards.views.climate import HABITS, habit
from adaptive_cards.words import Words
from content.loader import default_library
from dialogs.messages import (
    CanvasView,
    CellView,
    Discuss,
    GatherBoard,
    Instructions,
    StationCard,
    StationNotes,
)
from tests.adaptive_cards.views.small import HELSINKI, text_of, words

LIBRARY = default_library()
CANVAS = CanvasView("juttu", (), ((CellView("asia", ("Kiire",) * 5),),))
TALK = Discuss("s1", "juttu", visit=2, live=True, ends_at=None, canvas=CANVAS, ready=0, here=7)
AHEAD = "Mikä niistä voisi olla jo kuukauden päästä vähän paremmin, ja mikä siihen auttaisi?"


def hints(made: Card) -> int:
    """How many habits a card shows."""
    said = text_of(made)
    names = [words().text(f"habit.{number}").partition(":")[0] for number in range(1, HABITS + 1)]
    return sum(name + ":" in said for name in names)


def test_a_talk_and_a_groups_thread_have_one_habit_each_and_not_the_same() -> None:
    talk = card(TALK, words())
    thread = card(Instructions("ruudukko", 1, (("a", "Anna"),), "Anna", 30, None), words())
    assert (hints(talk), hints(thread)) == (1, 1)
    assert habit("juttu", words()) != habit("ruudukko", words())


def test_when_the_talk_is_over_and_in_other_steps_there_is_none() -> None:
    assert hints(card(replace(TALK, live=False), words())) == 0
    assert habit("avaus", words()) is None
    assert habit("nostot", words()) is None


@pytest.mark.parametrize("language", sorted(LIBRARY.phrasebooks))
@pytest.mark.parametrize("slug", sorted(LIBRARY.editions))
def test_habits_come_round_in_turn_in_every_workshop(slug: str, language: str) -> None:
    edition = LIBRARY.editions[slug]
    spoken = Words(LIBRARY.phrasebook(language), edition.in_language(language), HELSINKI, edition.workshop)
    found = [habit(step.id, spoken) for step in edition.workshop.steps]
    shown = [one for one in found if one]
    assert [shown.index(one) for one in shown] == [index % HABITS for index in range(len(shown))]


@pytest.mark.parametrize("only_challenges", [True, False])
def test_only_challenges_are_met_with_a_look_ahead(only_challenges: bool) -> None:  # noqa: FBT001 -- a parameter
    board = GatherBoard(
        "s1",
        "ruudukko",
        live=True,
        ends_at=None,
        groups=2,
        groups_writing=2,
        notes=5,
        ready=0,
        here=6,
        only_challenges=only_challenges,
    )
    for message in (replace(TALK, only_challenges=only_challenges), board):
        assert (AHEAD in text_of(card(message, words()))) is only_challenges


@pytest.mark.parametrize(
    ("additions", "foot"), [(0, "4 lappua"), (1, "4 lappua · 1 täydennys"), (3, "4 lappua · 3 täydennystä")]
)
def test_a_station_tells_how_much_has_been_built_on_the_first_groups_thoughts(
    additions: int, foot: str
) -> None:
    layers = (StationNotes(1, ("a",) * (4 - additions)), StationNotes(2, ("b",) * additions))
    station = StationCard(
        "s1",
        "ruudukko",
        4,
        "taidot",
        live=True,
        home=False,
        group_id="g2",
        group=2,
        names=("Anna",),
        ends_at=None,
        layers=layers,
        additions=additions,
    )
    assert foot in text_of(card(station, words())).splitlines()
