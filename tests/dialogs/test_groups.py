from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.groups import Groups, Meetings, pairs, sizes, small_groups

seeds = st.integers(0, 2**31)


def people(count: int) -> list[str]:
    return [f"teams:0f:29:{index}/x+=" for index in range(count)]


def repeats(groups: Groups, met: Meetings) -> int:
    return sum(met.get(frozenset(two), 0) for group in groups for two in combinations(group, 2))


def all_divisions(left: Sequence[str], into: Sequence[int]) -> Iterator[Groups]:
    """Every way to divide; the slow and sure one."""
    if not into:
        yield ()
        return
    for group in combinations(left, into[0]):
        for rest in all_divisions([one for one in left if one not in group], into[1:]):
            yield (group, *rest)


@st.composite
def histories(draw: st.DrawFn, count: int) -> Counter[frozenset[str]]:
    """Who has met whom, as earlier divisions have it."""
    met: Counter[frozenset[str]] = Counter()
    for seed in draw(st.lists(seeds, max_size=6)):
        divided = pairs(people(count), seed) if seed % 2 else small_groups(people(count), 3, 4, seed)
        met.update(frozenset(two) for group in divided for two in combinations(group, 2))
    return met


@given(st.integers(0, 60), seeds)
def test_everybody_is_in_exactly_one_pair_and_an_odd_number_makes_one_trio(count: int, seed: int) -> None:
    divided = pairs(people(count), seed)
    assert sorted(one for group in divided for one in group) == sorted(people(count))
    expected = [2] * (count // 2) if count % 2 == 0 else [2] * ((count - 3) // 2) + [3]
    assert sorted(map(len, divided)) == (expected if count != 1 else [1])


@given(st.integers(0, 60), st.integers(2, 5), st.integers(0, 3), seeds)
def test_small_groups_hold_everybody_once_and_differ_by_one_at_most(
    count: int, least: int, more: int, seed: int
) -> None:
    divided = small_groups(people(count), least, least + more, seed)
    assert sorted(one for group in divided for one in group) == sorted(people(count))
    found = sorted(map(len, divided))
    assert not found or found[-1] - found[0] <= 1
    fits = any(groups * least <= count <= groups * (least + more) for groups in range(1, count + 1))
    assert not fits or all(least <= size <= least + more for size in found)


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, ()),
        (1, (1,)),
        (2, (2,)),
        (3, (3,)),
        (5, (5,)),
        (7, (4, 3)),
        (8, (4, 4)),
        (9, (3, 3, 3)),
        (16, (4,) * 4),
        (40, (4,) * 10),
    ],
)
def test_groups_of_three_or_four(count: int, expected: tuple[int, ...]) -> None:
    assert sizes(count, 3, 4) == expected


@given(st.integers(2, 40), seeds, st.data())
def test_the_same_seed_makes_the_same_groups_whatever_order_people_came_in(
    count: int, seed: int, data: st.DataObject
) -> None:
    met = data.draw(histories(count))
    came = data.draw(st.permutations(people(count)))
    assert pairs(came, seed, met) == pairs(people(count), seed, met)


@settings(max_examples=150)
@given(st.integers(2, 8), seeds, st.booleans(), st.data())
def test_no_division_of_up_to_eight_people_repeats_fewer_meetings(
    count: int,
    seed: int,
    in_pairs: bool,  # noqa: FBT001 -- a drawn value
    data: st.DataObject,
) -> None:
    met = data.draw(histories(count))
    divided = pairs(people(count), seed, met) if in_pairs else small_groups(people(count), 3, 4, seed, met)
    best = min(repeats(one, met) for one in all_divisions(people(count), [len(group) for group in divided]))
    assert repeats(divided, met) == best


@pytest.mark.parametrize("count", [12, 16, 40])
def test_many_people_meet_new_ones_round_after_round(count: int) -> None:
    met: Counter[frozenset[str]] = Counter()
    for _ in range(6):
        divided = pairs(people(count), 7, met)
        assert repeats(divided, met) == 0
        met.update(map(frozenset, divided))


def test_four_people_meet_everybody_in_three_rounds_and_only_then_again() -> None:
    met: Counter[frozenset[str]] = Counter()
    for _ in range(3):
        met.update(map(frozenset, pairs(people(4), 7, met)))
    assert set(met.values()) == {1}
    assert len(met) == 6
    assert repeats(pairs(people(4), 7, met), met) == 2


def test_the_best_division_is_found_where_no_swap_of_two_leads_to_it() -> None:
    """Made better by swaps alone, this one ends a repeat short."""
    times = {"01": 3, "02": 3, "03": 4, "04": 2, "12": 4, "13": 3, "14": 5, "23": 3, "24": 5, "34": 4}
    who = people(5)
    met = {frozenset(who[int(one)] for one in two): count for two, count in times.items()}
    assert repeats(pairs(who, 6274, met), met) == 12
