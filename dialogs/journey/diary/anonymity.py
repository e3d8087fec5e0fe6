"""Nothing nameless is shown of fewer than five people (k-anonymiteetti).

A division shows every observation in exactly one bucket, so that nothing can be reckoned from what is left
out: what is too rare for a bucket of its own goes into the rest, and if the rest is too small, other buckets
go into it as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from dialogs.journey.diary.state import Observation

K = 5
"""How many different people's observations there must be in whatever is shown without names."""
REST = ""
"""The key of the rest."""

B = TypeVar("B")
Buckets = dict[B | str, tuple[Observation, ...]]
Key = Callable[[Observation], B]


def authors(observations: Iterable[Observation]) -> int:
    """How many different people wrote them."""
    return len({one.person for one in observations})


def enough(observations: Iterable[Observation]) -> bool:
    """Whether there are so many people behind them that nobody stands out."""
    return authors(observations) >= K


def divide(observations: Sequence[Observation], *keys: Key[B]) -> Buckets[B]:
    """Each observation in one bucket, by the first (finest) of `keys` whose bucket is big enough.

    What fits into none is under `REST`. Each bucket is of at least `K` people; {} when there are not so many.
    """
    if not enough(observations):
        return {}
    found: Buckets[B] = {}
    rest: tuple[Observation, ...] = tuple(observations)
    for key in keys:
        grouped = _grouped(rest, key)
        big = {name: some for name, some in grouped.items() if enough(some)}
        found |= big
        rest = tuple(one for name, some in grouped.items() if name not in big for one in some)
    while rest and not enough(rest):
        smallest = min(found, key=lambda name: (authors(found[name]), str(name)))
        rest = (*rest, *found.pop(smallest))
    return found | {REST: rest} if rest else found


def _grouped(observations: Iterable[Observation], key: Key[B]) -> Buckets[B]:
    grouped: Buckets[B] = {}
    for one in observations:
        grouped[key(one)] = (*grouped.get(key(one), ()), one)
    return grouped
