"""How many rings of petals a flower needs, and how large its petals can be."""

from __future__ import annotations

import math
from dataclasses import dataclass

_LONGER = (1.0, 1.16, 1.3, 1.45)  # how much longer than wide a petal's visible part may be
_MOST_RINGS = 5
_GAP = 2.0


@dataclass(frozen=True, slots=True)
class Ring:
    """One ring of petals: how many, how far out their middles, half a petal's length and width, in pixels."""

    count: int
    radius: float
    along: float
    across: float


@dataclass(frozen=True, slots=True)
class _Plan:
    """Rings of equal petals from `reach` inwards to `heart`; petals are `longer` than wide."""

    rings: int
    reach: float
    heart: float
    longer: float

    def radii(self, across: float) -> list[float]:
        """How far out the petals' middles are, ring by ring."""
        return [self.reach - (2 * i + 1) * self.longer * across for i in range(self.rings)]

    def capacities(self, across: float) -> list[int]:
        """How many petals of half width `across` each ring holds; nothing when they reach into the heart."""
        if self.reach - 2 * self.rings * self.longer * across < self.heart:
            return [0]
        return [self.capacity(radius, across) for radius in self.radii(across)]

    def capacity(self, radius: float, across: float) -> int:
        """The most ellipses that stand side by side around a circle without touching."""
        free = math.sqrt(max(radius**2 - across**2 * (self.longer**2 - 1), across**2))
        return int(math.pi / math.asin(across / free) + 1e-9)

    def filled(self, count: int) -> list[Ring]:
        """Rings of petals as large as fit; none when there is no room for so many."""
        low, high = 1.0, self.reach / 2
        for _ in range(20):
            middle = (low + high) / 2
            low, high = (middle, high) if sum(self.capacities(middle)) >= count else (low, middle)
        if sum(self.capacities(low)) < count:
            return []
        shares = zip(_shares(count, self.capacities(low)), self.radii(low), strict=True)
        return [Ring(n, radius, (low - _GAP) * self.longer, low - _GAP) for n, radius in shares]


def rings_of(count: int, reach: float, heart: float) -> list[Ring]:
    """The fewest rings, from the outside, whose `count` petals are nearly as large as they can be.

    They reach from `reach` pixels inwards and leave a circle of radius `heart` free.
    """
    best: list[Ring] = []
    for rings in range(1, _MOST_RINGS + 1):
        for longer in _LONGER:
            tried = _Plan(rings, reach, heart, longer).filled(count)
            if tried and (not best or _area(tried) > _area(best) * 1.04):
                best = tried
    return best


def _area(rings: list[Ring]) -> float:
    """Room for text in a petal; width counts a little more than length."""
    return math.pow(rings[0].across, 1.15) * math.pow(rings[0].along, 0.85)


def _shares(count: int, capacities: list[int]) -> list[int]:
    """`count` divided among rings in proportion to what they hold."""
    shares, left, room = [], count, sum(capacities)
    for capacity in capacities:
        share = min(capacity, math.ceil(left * capacity / room))
        shares.append(share)
        left, room = left - share, room - capacity
    return shares
