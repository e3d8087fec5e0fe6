"""The open tabs: each hears what its person may see, and only the newest state of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

Event = tuple[str, dict[str, Any]]
"""Its name, and what it holds (JSON)."""


class Listener:
    """One open tab. What is unsent waits under its key: a slow tab skips states, and no queue grows."""

    def __init__(self, person: str) -> None:
        self.person = person
        self.closed = False
        self._waiting: dict[str, Event] = {}
        self._news = asyncio.Event()

    def tell(self, key: str, event: Event) -> None:
        """Let the tab hear of `event`, in place of one with the same key that it has not heard yet."""
        self._waiting[key] = event
        self._news.set()

    def close(self) -> None:
        """Let the tab go."""
        self.closed = True
        self._news.set()

    async def news(self, within: float) -> list[Event]:
        """What is new, waiting for it at most `within` seconds; an empty list when nothing was."""
        try:
            await asyncio.wait_for(self._news.wait(), within)
        except TimeoutError:
            return []
        self._news.clear()
        news, self._waiting = list(self._waiting.values()), {}
        return news


class Audience:
    """All open tabs."""

    def __init__(self) -> None:
        self._listeners: set[Listener] = set()

    def __len__(self) -> int:
        return len(self._listeners)

    def people(self) -> frozenset[str]:
        """Everybody who has a tab open."""
        return frozenset(listener.person for listener in self._listeners)

    def join(self, person: str) -> Listener:
        """A new tab of that person."""
        listener = Listener(person)
        self._listeners.add(listener)
        return listener

    def leave(self, listener: Listener) -> None:
        """The tab is closed."""
        self._listeners.discard(listener)

    def tell(self, key: str, event: Event, may_hear: Callable[[str], bool] = lambda _: True) -> None:
        """Let all tabs hear whose person `may_hear` it."""
        for listener in self._listeners:
            if may_hear(listener.person):
                listener.tell(key, event)

    def close(self) -> None:
        """Let all tabs go; they come back by themselves when there is a server again."""
        for listener in self._listeners:
            listener.close()
