"""How fast one person may act: nobody's stuck key or script makes the others wait."""

from __future__ import annotations

import time
from collections.abc import Callable

AT_ONCE = 60
"""Acts in one go."""
A_SECOND = 20.0
"""Acts in a second, after that."""


class Allowance:
    """A token bucket for each person. People are few (`MOST_PEOPLE`), so none is thrown away."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._buckets: dict[str, tuple[float, float]] = {}

    def take(self, person: str) -> bool:
        """Whether the person may act once more now."""
        now = self._clock()
        left, since = self._buckets.get(person, (float(AT_ONCE), now))
        left = min(float(AT_ONCE), left + (now - since) * A_SECOND)
        self._buckets[person] = (max(0.0, left - 1), now)
        return left >= 1
