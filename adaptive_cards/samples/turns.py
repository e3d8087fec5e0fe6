"""Joo & ja: the channel's card, and a person's card at every point of the round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from adaptive_cards.samples.material import SESSION, Material, Named, at
from dialogs import messages as m


def samples(material: Material) -> tuple[Named[m.Message], ...]:
    """(name, message)."""
    return (*_boards(material), *_pair(material), *_others(material))


def _boards(material: Material) -> Iterator[Named[m.Message]]:
    step = material.step("exchange").id
    board = m.ExchangeBoard(SESSION, step, live=True, ends_at=at(50), pairs=2, trios=1, under_way=3, done=1)
    yield "together", m.Together(step)
    yield "exchange-board", board
    yield "exchange-board-pairs", replace(board, trios=0, under_way=1, done=0)
    yield "exchange-board-trios", replace(board, pairs=0, trios=2, under_way=2, done=2)
    yield "exchange-board-empty", replace(board, pairs=0, trios=0, under_way=0, done=0)
    yield "exchange-board-old", replace(board, live=False, ends_at=None)


def _opening(material: Material) -> m.ExchangeCard:
    return m.ExchangeCard(
        session=SESSION,
        step=material.step("exchange").id,
        visit=6,
        turn=0,
        live=True,
        partners=("Ville",),
        order=(),
        arrived=False,
        your_turn=True,
        kind=m.TurnKind.OPENING,
        about="Ville",
        turn_of="Anna",
        said_by="",
        said_kind=None,
        text="",
        ends_at=at(50),
    )


def _pair(material: Material) -> Iterator[Named[m.Message]]:
    opening, said = _opening(material), material.says("exchange").examples[0]
    yield "exchange-opening", opening
    answer = replace(
        opening,
        turn=1,
        partners=("Anna",),
        arrived=True,
        kind=m.TurnKind.ANSWER,
        about="",
        turn_of="Ville",
        said_by="Anna",
        said_kind=m.TurnKind.OPENING,
        text=said,
    )
    yield "exchange-answer", answer
    yield "exchange-waits-for-partner", replace(opening, your_turn=False, about="Anna", turn_of="Ville")
    yield (
        "exchange-done",
        replace(answer, turn=4, your_turn=False, kind=None, turn_of="", said_kind=m.TurnKind.ANSWER),
    )
    yield (
        "exchange-wrote-last",
        replace(answer, turn=3, live=False, your_turn=False, kind=None, turn_of="", ends_at=None, done=True),
    )
    yield "exchange-old", replace(answer, live=False, your_turn=False, kind=None, turn_of="", ends_at=None)


def _others(material: Material) -> Iterator[Named[m.Message]]:
    opening, three = _opening(material), ("Sari", "Omar", "Liisa")
    trio = replace(opening, arrived=True, partners=three[1:], order=three, about="Omar", turn_of="Sari")
    yield "exchange-trio", trio
    yield "exchange-trio-waits", replace(trio, your_turn=False, partners=three[:2])
    four = (*three, "Jukka")
    yield "exchange-four", replace(trio, partners=four[1:], order=four)
    alone = replace(opening, partners=(), your_turn=False, kind=None, about="", turn_of="")
    yield "exchange-alone", alone
    yield "exchange-alone-here", replace(alone, arrived=True)
    yield "exchange-name-removed", replace(opening, partners=("",), about="")
