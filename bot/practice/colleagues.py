"""Simulated colleagues of the practice room: they join, write, answer and get ready, one thing at a time.

They come through the desk like everybody else, so whatever they do is as durable, and as visible, as what a
person does.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Collection, Iterable
from random import SystemRandom

import structlog

from bot.clock import Clock
from bot.platforms.browser.colleagues import ColleaguesState
from bot.platforms.browser.people import person_named
from bot.platforms.inbound import Caller, Place, PlaceKind
from bot.platforms.platform import Desk
from bot.practice.deeds import arrival
from bot.practice.names import colleague_names
from content.library import Edition
from dialogs import events as e
from dialogs.messages import Stage
from dialogs.rehearsal import next_deed
from dialogs.session import Session

MOST = 15
"""How many there can be; with the person who practises, the workbook's sixteen."""
_log = structlog.get_logger(__name__)
_chance = SystemRandom()

Sessions = Callable[[], Iterable[tuple[Session, Edition]]]
"""The practice room's sessions that go on."""


class SimulatedColleagues:
    """Off until somebody switches them on.

    `taken` says which people (ids) are played by somebody real; `pace` is the shortest and the longest pause
    between two deeds, in seconds.
    """

    def __init__(
        self,
        desk: Desk,
        sessions: Sessions,
        taken: Callable[[], Collection[str]],
        clock: Clock,
        pace: tuple[float, float] = (0.6, 1.8),
    ) -> None:
        self._desk = desk
        self._taken = taken
        self._sessions = sessions
        self._clock = clock
        self._pace = pace
        self._count = 0
        self._task: asyncio.Task[None] | None = None

    def state(self) -> ColleaguesState:
        """How it is now."""
        return ColleaguesState(on=self._count > 0, count=self._count or MOST // 2, most=MOST)

    async def switch(self, *, on: bool, count: int) -> None:
        """Let `count` of them come, or let all go."""
        self._count = max(1, min(count, MOST)) if on else 0
        if on and self._task is None:
            self._task = asyncio.create_task(self._live())

    async def stop(self) -> None:
        """Let all go for good."""
        self._count = 0
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    async def _live(self) -> None:
        while True:
            await self._clock.sleep(_chance.uniform(*self._pace))
            try:
                await self._one_deed()
            except Exception as error:  # noqa: BLE001 -- a slip of a simulated person must not end the others
                _log.warning("colleague slipped", error=type(error).__name__)

    async def _one_deed(self) -> None:
        """The first of them, in an order drawn anew, who has something to do."""
        taken = self._taken()
        names = [name for name in colleague_names() if person_named(name) not in taken][: self._count]
        for session, edition in self._sessions():
            for name in _chance.sample(names, len(names)):
                if event := _deed(session, edition, name):
                    await self._do(session, name, event)
                    return

    async def _do(self, session: Session, name: str, event: e.Event) -> None:
        caller = Caller(person_named(name), name, session.language)
        await self._desk.handle(arrival(session, event, caller, Place(session.place, PlaceKind.CHANNEL)))


def _deed(session: Session, edition: Edition, name: str) -> e.Event | None:
    person = person_named(name)
    if session.leads(person) or session.stage is Stage.CLOSED:
        return None
    if person not in session.people:
        return e.Joined(person, name, session.language)
    return next_deed(session, person, edition.in_language(session.language))
