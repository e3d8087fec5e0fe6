"""Names that the platform did not tell when somebody came: asked for again, until it does.

Only in memory: after a new start the next thing that the person does brings the name along (`jobs.py`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from bot.clock import Clock
from bot.facilitation.people import People
from bot.log import fault
from bot.storage.store import Store
from dialogs.events import Event, Named

log = structlog.get_logger(__name__)
_WAITS = (2.0, 10.0, 60.0, 300.0, 1800.0)
"""Seconds before each further question."""


class Naming:
    """`happen` tells a session what the person is called."""

    def __init__(
        self,
        people: People,
        store: Store,
        clock: Clock,
        happen: Callable[[str, Event], Awaitable[None]],
    ) -> None:
        self._people = people
        self._store = store
        self._clock = clock
        self._happen = happen
        self._asking: dict[str, asyncio.Task[None]] = {}

    def later(self, person: str) -> None:
        """Ask for the name of `person` beside whatever goes on; once at a time."""
        if person in self._asking:
            return
        task = asyncio.create_task(self._ask(person), name="naming")
        self._asking[person] = task
        task.add_done_callback(lambda _: self._asking.pop(person, None))

    async def stop(self) -> None:
        """Ask no more."""
        tasks = list(self._asking.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _ask(self, person: str) -> None:
        for wait in _WAITS:
            await self._clock.sleep(wait)
            try:
                if await self._told(person):
                    return
            except Exception as error:
                log.exception("name not told", **fault(error))

    async def _told(self, person: str) -> bool:
        """Whether it is known now. Who asked to be forgotten meanwhile is in no session any more."""
        name = await self._people.called(person)
        if name:
            for session, _ in await self._store.sessions_of(person):
                await self._happen(session, Named(person, name))
        return bool(name)
