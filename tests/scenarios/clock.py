"""The clock of a story: time passes when the story says so, and when the bot has nothing to do but wait."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from datetime import UTC, datetime, timedelta

BEGINS = datetime(2027, 1, 11, 7, 0, tzinfo=UTC)
"""A Monday at nine in Helsinki, later than any real today: nothing rings by the machine's own clock."""
_STEADY = 1000.0
_SHORTEST = 0.001
"""Seconds: what is slept shorter would vanish among the decimals."""


class StoryClock:
    """A `bot.clock.Clock`. Sleepers wake in the order of their times when it is moved."""

    def __init__(self) -> None:
        self.seconds = 0.0
        """Since the story began."""
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()

    def now(self) -> datetime:
        return BEGINS + timedelta(seconds=self.seconds)

    def steady(self) -> float:
        return _STEADY + self.seconds

    async def sleep(self, seconds: float) -> None:
        waking: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        until = self.seconds + max(seconds, _SHORTEST)
        heapq.heappush(self._sleepers, (until, next(self._numbers), waking))
        await waking

    def sleepers(self) -> int:
        """How many wait for the clock."""
        self._drop_cancelled()
        return sum(not waking.done() for _, _, waking in self._sleepers)

    def next_wake(self) -> float | None:
        """When the first of them wakes, in `seconds`; None when nobody sleeps."""
        self._drop_cancelled()
        return self._sleepers[0][0] if self._sleepers else None

    def move_to(self, seconds: float) -> None:
        """Let it be so late, and wake those whose time has come."""
        self.seconds = max(self.seconds, seconds)
        while self._sleepers and self._sleepers[0][0] <= self.seconds:
            waking = heapq.heappop(self._sleepers)[2]
            if not waking.done():
                waking.set_result(None)

    def _drop_cancelled(self) -> None:
        while self._sleepers and self._sleepers[0][2].done():
            heapq.heappop(self._sleepers)
