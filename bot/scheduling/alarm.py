"""The alarm clock: wakes at the next due moment and has everything rung that is due.

The diary is ours: a timer is a row, written with the facts that want it, and taken away with the facts that
its ring makes. APScheduler only wakes us (its own stores lose jobs over a restart), so nothing here needs to
survive.
"""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock
from bot.facilitation.writer import StoppedError
from bot.log import fault
from bot.storage.changes import Changes
from bot.storage.errors import DatabaseBusyError
from bot.storage.rows import TimerRow
from bot.storage.store import Store

log = structlog.get_logger(__name__)
_LOOK = 30
"""Seconds between looks at the clock whatever was planned: somebody may have set it."""
_KEPT = timedelta(hours=25)
"""How long delivery ids are kept; platforms send again for minutes, replays within a day are caught."""
_HOUR = 3600
_AGAIN = timedelta(seconds=2)


class Alarm:
    """Start with `await start()`, stop with `stop()`; `ring` is the desk's."""

    def __init__(self, store: Store, ring: Callable[[TimerRow], Awaitable[None]], clock: Clock) -> None:
        self._store = store
        self._ring = ring
        self._clock = clock
        self._due: dict[tuple[str, str], datetime] = {}
        self._heap: list[tuple[datetime, str, str]] = []
        self._ringing = asyncio.Lock()
        defaults = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        self._scheduler = AsyncIOScheduler(timezone="UTC", job_defaults=defaults)

    async def start(self) -> None:
        """Take up all timers; what fell due while nobody listened rings now."""
        for timer in await self._store.timers():
            self._set(timer.session, timer.name, timer.due)
        self._scheduler.add_job(self.ring_due, "interval", seconds=_LOOK, id="look")
        self._scheduler.add_job(self.purge, "interval", seconds=_HOUR, id="purge")
        self._scheduler.start()
        self._plan()

    def stop(self) -> None:
        """Wake no more."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def wake_at(self, name: str, when: datetime, work: Callable[[], Awaitable[None]]) -> None:
        """Have `work` done at `when` (UTC), in the place of what `name` was to do before."""
        if self._scheduler.running:
            self._scheduler.add_job(work, "date", run_date=when, id=name, replace_existing=True)

    def look_often(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        """Have `work` done every now and then, whatever was planned: somebody may have set the clock."""
        self._scheduler.add_job(work, "interval", seconds=_LOOK, id=name, replace_existing=True)

    def heard(self, changes: Changes) -> None:
        """Timers that were set or cleared."""
        if not changes.timers:
            return
        for (session, name), due in changes.timers.items():
            if due is None:
                self._due.pop((session, name), None)
            else:
                self._set(session, name, due)
        self._plan()

    async def ring_due(self) -> None:
        """Ring everything that is due now, the earliest first."""
        async with self._ringing:
            while self._heap and self._heap[0][0] <= self._clock.now():
                due, session, name = heapq.heappop(self._heap)
                if self._due.get((session, name)) == due and not await self._rung(
                    TimerRow(session, name, due)
                ):
                    break
        self._plan()

    async def purge(self) -> None:
        """Let go of what need not be kept any longer."""
        gone = await self._store.purge_deliveries(self._clock.now() - _KEPT)
        log.info("deliveries purged", rows=gone)

    async def _rung(self, timer: TimerRow) -> bool:
        """Ring it; False when the database is away: it stays due."""
        try:
            await self._ring(timer)
        except (DatabaseBusyError, StoppedError):
            heapq.heappush(self._heap, (timer.due, timer.session, timer.name))
            self._scheduler.add_job(
                self.ring_due, "date", run_date=self._clock.now() + _AGAIN, id="again", replace_existing=True
            )
            return False
        except Exception as error:
            # A session that cannot be read must not stop the others' timers; this one rings after a restart.
            log.exception("timer failed", session=timer.session, timer=timer.name, **fault(error))
        if self._due.get((timer.session, timer.name)) == timer.due:
            del self._due[timer.session, timer.name]
        return True

    def _set(self, session: str, name: str, due: datetime) -> None:
        self._due[session, name] = due
        heapq.heappush(self._heap, (due, session, name))

    def _plan(self) -> None:
        while self._heap and self._due.get(self._heap[0][1:]) != self._heap[0][0]:
            heapq.heappop(self._heap)
        if self._heap and self._scheduler.running:
            due = self._heap[0][0]
            self._scheduler.add_job(self.ring_due, "date", run_date=due, id="next", replace_existing=True)
