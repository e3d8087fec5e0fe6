"""Waiting for something that will happen."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

PATIENCE = 5.0


async def until(condition: Callable[[], Awaitable[object]], patience: float = PATIENCE) -> None:
    """Return as soon as `condition` holds; `TimeoutError` after `patience` seconds."""
    async with asyncio.timeout(patience):
        while True:
            if await condition():
                return
            await asyncio.sleep(0.02)
