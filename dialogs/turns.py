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
    """A turn: `by` writes to `to`; `text` is "" until it is written.

    `number` is its own in the whole step: a form names the turn that it was opened for, whatever has become
    of the group since. `heard` are those who were in the group when it was written; nobody else sees it.
    """

    kind: TurnKind
    by: PersonId
    to: PersonId
    number: int = 0
    text: str = ""
    heard: tuple[PersonId, ...] = ()


Sentences = tuple[Sentence, ...]


def plan(members: tuple[PersonId, ...], first: int = 0) -> Sentences:
    """The turns of a whole group: everybody opens once and answers once. Nobody to talk with: no turns."""
    if len(members) < 2:  # noqa: PLR2004 -- a pair
        return ()
    following = members[1:] + members[:1]
    return _rounds(zip(members, following, strict=True), first)


def welcome(members: tuple[PersonId, ...], newcomer: PersonId, first: int = 0) -> Sentences:
    """The turns that a newcomer brings to a group that has already begun: hears something, says something."""
    return _rounds(((members[-1], newcomer), (newcomer, members[0])), first) if members else ()


def without(
    sentences: Sentences, taken: int, members: tuple[PersonId, ...], gone: PersonId, first: int = 0
) -> Sentences:
    """What is left for `members` when `gone` goes.

    What was said stays, coming turns with them fall away, and whoever has no opening any more gets one.
    """
    kept = (*sentences[:taken], *(one for one in sentences[taken:] if gone not in (one.by, one.to)))
    openers = {one.by for one in kept if one.kind is TurnKind.OPENING}
    following = zip(members, members[1:] + members[:1], strict=True)
    left_out = ((one, other) for one, other in following if one not in openers and one != other)
    return (*kept, *_rounds(left_out, first))


def _rounds(pairs: Iterable[tuple[PersonId, PersonId]], first: int) -> Sentences:
    """An opening and an answer for each (who opens, who answers), numbered from `first`."""
    rounds = (_round(one, other, first + 2 * index) for index, (one, other) in enumerate(pairs))
    return tuple(chain.from_iterable(rounds))


def _round(one: PersonId, other: PersonId, number: int) -> tuple[Sentence, Sentence]:
    return Sentence(TurnKind.OPENING, one, other, number), Sentence(TurnKind.ANSWER, other, one, number + 1)
