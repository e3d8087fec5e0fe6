"""Dividing people: pairs with one trio when odd, small groups of even size, new faces each time.

Chance comes from a seed.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from random import Random

from dialogs.people import PersonId

Meetings = Mapping[frozenset[PersonId], int]
"""How many times two people have already worked together."""

NO_MEETINGS: Meetings = {}
_TRIES = 24


def meetings(groups: Iterable[Sequence[PersonId]]) -> Meetings:
    """How many times each two people have met in `groups`."""
    return Counter(frozenset(two) for group in groups for two in combinations(group, 2))


def sizes(people: int, least: int, most: int) -> tuple[int, ...]:
    """Group sizes for so many people.

    They differ by at most one, and keep to `least`-`most` where arithmetic allows.
    """
    if people == 0:
        return ()
    count = max(1, math.ceil(people / most))
    if people // count < least:
        count = max(1, people // least)
    small, larger = divmod(people, count)
    return tuple(small + 1 if index < larger else small for index in range(count))


def pairs(
    people: Sequence[PersonId], seed: int, met: Meetings = NO_MEETINGS
) -> tuple[tuple[PersonId, ...], ...]:
    """Pairs, and one trio when odd; somebody alone is a group of one. Everybody is in exactly one."""
    return divide(people, _pair_sizes(len(people)), seed, met)


def small_groups(
    people: Sequence[PersonId], least: int, most: int, seed: int, met: Meetings = NO_MEETINGS
) -> tuple[tuple[PersonId, ...], ...]:
    """Small groups (pienryhmät) of about `least`-`most` people. Everybody is in exactly one."""
    return divide(people, sizes(len(people), least, most), seed, met)


def divide(
    people: Sequence[PersonId], into: Sequence[int], seed: int, met: Meetings = NO_MEETINGS
) -> tuple[tuple[PersonId, ...], ...]:
    """Groups of the sizes `into`, with as few repeated meetings as some tries find.

    The same arguments, the same groups.
    """
    chance = Random(seed)
    ordered = sorted(people)
    best = _cut(chance.sample(ordered, len(ordered)), into)
    for _ in range(_TRIES if met else 0):
        best = min(
            best, _cut(chance.sample(ordered, len(ordered)), into), key=lambda groups: _repeats(groups, met)
        )
    return best


def _pair_sizes(people: int) -> tuple[int, ...]:
    if people < 4:  # noqa: PLR2004 -- one, a pair or a trio
        return (people,) if people else ()
    return (*((2,) * ((people - 3) // 2)), 3) if people % 2 else (2,) * (people // 2)


def _cut(people: Sequence[PersonId], into: Sequence[int]) -> tuple[tuple[PersonId, ...], ...]:
    groups, start = [], 0
    for size in into:
        groups.append(tuple(people[start : start + size]))
        start += size
    return tuple(groups)


def _repeats(groups: Iterable[Sequence[PersonId]], met: Meetings) -> int:
    return sum(met.get(frozenset(two), 0) for group in groups for two in combinations(group, 2))
