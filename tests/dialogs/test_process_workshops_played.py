"""The workshops of the process, played to the end; every card that they open with can be shown."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from adaptive_cards import views
from adaptive_cards.preview import HELSINKI
from adaptive_cards.renderers import html
from adaptive_cards.words import Words
from content.loader import default_library
from dialogs import events as e
from dialogs.compose import compose
from dialogs.effects import Show
from dialogs.playthrough import Cast, play
from dialogs.reactions import summary_boards
from dialogs.session import Session
from tests.content.reading import found
from tests.dialogs.test_example_played import passes
from tests.support.stage import Stage

BEGINS = datetime(2026, 1, 12, 7, 0, tzinfo=UTC)


@pytest.mark.parametrize("number", range(10))
@pytest.mark.parametrize(("language", "people"), [("fi", 7), ("en", 12)])
def test_each_goes_to_the_end_and_every_card_has_its_words(number: int, language: str, people: int) -> None:
    edition = found(f"kehitys {number}")
    book = default_library().phrasebook(language)
    words = Words(book, edition.in_language(language), HELSINKI, edition.workshop)
    cast = Cast(("p:maija", "Maija"), [(f"p:{n}", f"Nimi {n}") for n in range(people)], people, language)
    last: Session | None = None
    for now, event, turn in play(edition, cast, BEGINS):
        last = turn.session
        if not isinstance(event, e.MovedOn):
            continue
        for effect in turn.effects:
            if isinstance(effect, Show) and (message := compose(last, effect.board, effect.room, now)):
                made = views.card(message, words)
                passes(made)
                assert html.render(made).startswith("<article")
    assert last is not None
    assert last.closed
    assert summary_boards(last)


@pytest.mark.parametrize("number", range(10))
def test_each_goes_to_the_end_though_nobody_writes_a_word(number: int) -> None:
    stage = Stage(edition=found(f"kehitys {number}"))
    stage.begins("Anna", "Ville", "Sari", "Omar", "Liisa")
    for _ in range(40):
        if stage.session.closed:
            break
        stage.presses("Maija", "next")
        stage.waits(minutes=1)
    assert stage.session.closed
    assert not stage.session.notes
