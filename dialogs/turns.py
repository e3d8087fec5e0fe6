"""Who says what to whom in Joo & ja.

An opening about somebody, then that person's answer, round the group.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from dialogs.messages import TurnKind
from dialogs.people import PersonId


@dataclass(frozen=True, slots=True)
class Sentence:
    """A turn: `by` writes to `to`; `text` is "" until it is written."""

    kind: TurnKind
    by: PersonId
    to: PersonId
    text: str = ""


def plan(members: tuple[PersonId, ...]) -> tuple[Sentence, ...]:
    """The turns of a whole group: everybody opens once and answers once. Nobody to talk with: no turns."""
    if len(members) < 2:  # noqa: PLR2004 -- a pair
        return ()
    following = members[1:] + members[:1]
    return tuple(
        chain.from_iterable(_round(one, other) for one, other in zip(members, following, strict=True))
    )


def welcome(members: tuple[PersonId, ...], newcomer: PersonId) -> tuple[Sentence, ...]:
    """The turns that a newcomer brings to a group that has already begun: hears something, says something."""
    if not members:
        return ()
    return _round(members[-1], newcomer) + _round(newcomer, members[0])


def without(sentences: tuple[Sentence, ...], taken: int, person: PersonId) -> tuple[Sentence, ...]:
    """What is left when `person` goes: what was said stays, coming turns with them fall away."""
    coming: Iterable[Sentence] = (one for one in sentences[taken:] if person not in (one.by, one.to))
    return (*sentences[:taken], *coming)


def _round(one: PersonId, other: PersonId) -> tuple[Sentence, Sentence]:
    return Sentence(TurnKind.OPENING, one, other), Sentence(TurnKind.ANSWER, other, one)
