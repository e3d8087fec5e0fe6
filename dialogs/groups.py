"""Dividing people: pairs with one trio when odd, small groups of even size, new faces each time.

Chance comes from a seed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from random import Random

from dialogs.people import PersonId

Meetings = Mapping[frozenset[PersonId], int]
"""How many times two people have already worked together."""
Groups = tuple[tuple[PersonId, ...], ...]

NO_MEETINGS: Meetings = {}
_FEW = 10
"""Of so many people all divisions are looked at; of more, some tries are made better swap by swap."""
_TRIES = 6


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


def pairs(people: Sequence[PersonId], seed: int, met: Meetings = NO_MEETINGS) -> Groups:
    """Pairs, and one trio when odd; somebody alone is a group of one. Everybody is in exactly one."""
    return divide(people, _pair_sizes(len(people)), seed, met)


def small_groups(
    people: Sequence[PersonId], least: int, most: int, seed: int, met: Meetings = NO_MEETINGS
) -> Groups:
    """Small groups (pienryhmät) of about `least`-`most` people. Everybody is in exactly one."""
    return divide(people, sizes(len(people), least, most), seed, met)


def divide(people: Sequence[PersonId], into: Sequence[int], seed: int, met: Meetings = NO_MEETINGS) -> Groups:
    """Groups of the sizes `into`, with few repeated meetings: the fewest there can be, of up to ten people.

    The same arguments, the same groups.
    """
    chance = Random(seed)
    shuffled = _shuffled(people, chance)
    if not _repeats(_cut(shuffled, into), met):
        return _cut(shuffled, into)
    if len(people) <= _FEW:
        return _fewest(shuffled, into, met)
    tries = [_swapped(_cut(_shuffled(people, chance), into), met) for _ in range(_TRIES)]
    return min(tries, key=lambda groups: _repeats(groups, met))


def again(earlier: Iterable[Sequence[PersonId]], people: Sequence[PersonId], *, pairs: bool) -> Groups:
    """The groups of an earlier time, of `people`; () when no two of them are here.

    Whoever was in none, or is the only one left of theirs, comes to the smallest group; of pairs two such
    make a new one.
    """
    there = [[one for one in group if one in people] for group in earlier]
    kept = [group for group in there if len(group) > 1]
    rest = sorted(set(people).difference(*kept))
    if not kept:
        return ()
    while pairs and len(rest) > 1:
        kept.append([rest.pop(0), rest.pop(0)])
    for one in rest:
        min(kept, key=len).append(one)
    return tuple(map(tuple, kept))


def _shuffled(people: Iterable[PersonId], chance: Random) -> list[PersonId]:
    ordered = sorted(people)
    return chance.sample(ordered, len(ordered))


def _fewest(people: Sequence[PersonId], into: Sequence[int], met: Meetings) -> Groups:
    """The division with the fewest repeated meetings, found among all."""
    best: list[tuple[int, Groups]] = []

    def place(index: int, groups: Groups, repeats: int) -> None:
        if best and repeats >= best[0][0]:
            return
        if index == len(people):
            best[:] = [(repeats, groups)]
            return
        person = people[index]
        for into_one in _open(groups, into):
            joined = (*groups[:into_one], (*groups[into_one], person), *groups[into_one + 1 :])
            place(index + 1, joined, repeats + _with(person, groups[into_one], met))

    place(0, ((),) * len(into), 0)
    return best[0][1]


def _open(groups: Groups, into: Sequence[int]) -> Iterator[int]:
    """Groups with room, of empty ones of the same size only the first."""
    begun: set[int] = set()
    for index, (group, size) in enumerate(zip(groups, into, strict=True)):
        if len(group) < size and (group or size not in begun):
            yield index
        if not group:
            begun.add(size)


def _swapped(groups: Groups, met: Meetings) -> Groups:
    """`groups` made better by swapping two people at a time, until no swap helps."""
    lists = [list(group) for group in groups]
    helped = True
    while helped:
        helped = any(_helps(one, other, met) for one, other in combinations(lists, 2))
    return tuple(map(tuple, lists))


def _helps(one: list[PersonId], other: list[PersonId], met: Meetings) -> bool:
    """Make the first swap between two groups that spares a repeated meeting, if there is one."""
    before = _repeats((one, other), met)
    for i, j in product(range(len(one)), range(len(other))) if before else ():
        one[i], other[j] = other[j], one[i]
        if _repeats((one, other), met) < before:
            return True
        one[i], other[j] = other[j], one[i]
    return False


def _with(person: PersonId, group: Iterable[PersonId], met: Meetings) -> int:
    return sum(met.get(frozenset((person, one)), 0) for one in group)


def _pair_sizes(people: int) -> tuple[int, ...]:
    if people < 4:  # noqa: PLR2004 -- one, a pair or a trio
        return (people,) if people else ()
    return (*((2,) * ((people - 3) // 2)), 3) if people % 2 else (2,) * (people // 2)


def _cut(people: Sequence[PersonId], into: Sequence[int]) -> Groups:
    groups, start = [], 0
    for size in into:
        groups.append(tuple(people[start : start + size]))
        start += size
    return tuple(groups)


def _repeats(groups: Iterable[Sequence[PersonId]], met: Meetings) -> int:
    return sum(met.get(frozenset(two), 0) for group in groups for two in combinations(group, 2))
