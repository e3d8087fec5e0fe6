"""The example, which has every further kind of step, played by few and many; every card can be said."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from adaptive_cards import views
from adaptive_cards.card import Card
from adaptive_cards.preview import HELSINKI
from adaptive_cards.renderers import adaptive_card, block_kit
from adaptive_cards.words import Words
from content.loader import default_library, example_edition
from dialogs import events as e
from dialogs import messages as m
from dialogs.compose import compose
from dialogs.effects import Show
from dialogs.playthrough import Cast, play
from tests.support import adaptive_card_lint, block_kit_lint
from tests.support.stage import Stage

BEGINS = datetime(2026, 1, 12, 7, 0, tzinfo=UTC)


@pytest.mark.parametrize("people", [2, 3, 7, 16, 40])
def test_it_goes_to_the_end_and_every_card_has_its_words(people: int) -> None:
    edition = example_edition()
    cast = Cast(("p:maija", "Maija"), [(f"p:{n}", f"Nimi {n}") for n in range(people)], seed=people)
    words = Words(default_library().phrasebook("fi"), edition.in_language("fi"), HELSINKI, edition.workshop)
    seen, closed = set(), False
    for now, event, turn in play(edition, cast, BEGINS):
        closed = turn.session.closed
        if not isinstance(event, e.MovedOn):
            continue
        for effect in turn.effects:
            if isinstance(effect, Show) and (found := compose(turn.session, effect.board, effect.room, now)):
                seen.add(type(found))
                passes(views.card(found, words))
    assert closed
    assert seen >= {m.RotateBoard, m.StationCard, m.ThemeBoard, m.ScaleBoard, m.MergeBoard, m.SummaryCanvas}


def passes(card: Card) -> None:
    """Both platforms take it."""
    made = block_kit.render(card, {})
    assert block_kit_lint.message(made["blocks"], made["text"]) == []
    assert adaptive_card_lint.problems(adaptive_card.render(card, {})) == []


def test_it_goes_to_the_end_though_nobody_writes_a_word() -> None:
    stage = Stage(edition=example_edition())
    stage.begins("Anna", "Ville", "Sari", "Omar", "Liisa")
    while not stage.session.closed:
        stage.presses("Maija", "next")
        stage.waits(minutes=1)
    assert not stage.session.notes
    assert [type(one) for one in stage.sees("Maija")][-1] is m.Summary
