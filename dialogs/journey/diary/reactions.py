"""What facts about the diary make happen: cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dialogs.boards import CHANNEL, Board, direct
from dialogs.effects import Effect, Show
from dialogs.journey.area import React
from dialogs.journey.diary import facts as f
from dialogs.journey.diary.boards import MIRROR, OBSERVATION
from dialogs.journey.diary.state import Mirror
from dialogs.journey.journey import Journey
from dialogs.journey.opening.board import OPENING


def _card(_: Journey, fact: Any) -> tuple[Effect, ...]:
    return (Show(direct(fact.person), Board(OBSERVATION, (str(fact.observation),))),)


def _dropped(journey: Journey, fact: f.ObservationDropped) -> tuple[Effect, ...]:
    laid = (one for one in journey.mirrors if fact.observation in one.observations)
    return (*_card(journey, fact), *_shown(laid))


def _laid(journey: Journey, fact: f.MirrorLaid) -> tuple[Effect, ...]:
    """The mirror; and to each author that theirs has been shown, so that it cannot be taken back any more."""
    found = (journey.observations.get(number) for number in fact.observations)
    authors = (
        Show(direct(one.person), Board(OBSERVATION, (str(one.id),))) for one in found if one is not None
    )
    return (*_shown(one for one in journey.mirrors if one.id == fact.mirror), *authors)


def _shown(mirrors: Iterator[Mirror]) -> Iterator[Effect]:
    for one in mirrors:
        board = Board(OPENING, (one.session,)) if one.session else Board(MIRROR, (str(one.id),))
        yield Show(CHANNEL, board)


REACT: Mapping[type, React] = {
    f.ObservationNoted: _card,
    f.ObservationChanged: _card,
    f.ObservationShared: _card,
    f.ObservationDropped: _dropped,
    f.MirrorLaid: _laid,
}
