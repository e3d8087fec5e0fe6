"""The platforms' notebook (`bot.platforms.platform.Book`)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from bot.storage.changes import Changes
from bot.storage.store import Store

Write = Callable[[Changes], Awaitable[object]]


class StoredBook:
    """Read from the store, written by `write` (together with whatever else is being written)."""

    def __init__(self, store: Store, write: Write) -> None:
        self._store = store
        self._write = write

    async def get(self, key: str) -> dict[str, Any] | None:
        """What was noted under `key`, or None."""
        return await self._store.note(key)

    async def put(self, key: str, value: dict[str, Any]) -> None:
        """Note `value` under `key`; durable on return."""
        await self._write(Changes(at=datetime.now(UTC), notes={key: value}))
