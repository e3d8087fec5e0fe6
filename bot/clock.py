"""What time it is.

Everything that needs the time is given a clock, so that a test can live through a month in a second.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """A clock that can also be waited by."""

    def now(self) -> datetime:
        """The time, in UTC."""
        ...

    def steady(self) -> float:
        """Seconds since some moment; never jumps, whatever happens to the wall clock."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Return when so many seconds have passed."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The time, in UTC."""
        return datetime.now(UTC)

    def steady(self) -> float:
        """Seconds of the event loop's monotonic clock."""
        return asyncio.get_running_loop().time()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)
