"""A desk that answers as it is told and keeps what it was handed, and a notebook in memory."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from bot.platforms.inbound import NOTHING_TO_SAY, Inbound, Reply


class RecordingDesk:
    """`replies` is a reply for all, or a function that makes them; `delay` is in seconds."""

    def __init__(self, replies: Reply | Callable[[Inbound], Reply] = NOTHING_TO_SAY) -> None:
        self.replies = replies
        self.arrived: list[Inbound] = []
        self.delay = 0.0
        self.fails: Exception | None = None

    async def handle(self, inbound: Inbound) -> Reply:
        """Take in and answer; only what is taken in is recorded."""
        await asyncio.sleep(self.delay)
        if self.fails:
            raise self.fails
        self.arrived.append(inbound)
        return self.replies if isinstance(self.replies, Reply) else self.replies(inbound)


class MemoryBook:
    """A `Book` in memory."""

    def __init__(self) -> None:
        self.pages: dict[str, dict[str, Any]] = {}

    async def get(self, key: str) -> dict[str, Any] | None:
        """What was noted under `key`."""
        return self.pages.get(key)

    async def put(self, key: str, value: dict[str, Any]) -> None:
        """Note `value`."""
        self.pages[key] = value
