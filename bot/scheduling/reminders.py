"""Reminders: at the due moment each person gets one digest; what must wait is moved to when it may be said.

Theory of operation. A reminder is a row, written in the commit of the facts that want it. When one is due,
all that waits for its person is read, `bot.scheduling.settling` decides what is said now, what waits until
when and what is of no use any more, and one transaction writes it all, with the digest's board in the outbox.
So a crash leaves either all of it or none, and nothing is said twice. Between reading and writing somebody
may answer or move: then what was decided about that one does not count (`bot.storage.nudging`). What has been
answered by the time the digest is composed does not stand on it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.clock import Clock
from bot.facilitation.journeys import Journeys
from bot.facilitation.people import People
from bot.facilitation.preferences import rhythm
from bot.facilitation.writer import StoppedError, Writer
from bot.log import fault
from bot.scheduling.settling import Waiting, settle
from bot.storage.changes import Changes, PutOffRow
from bot.storage.errors import DatabaseBusyError
from bot.storage.rows import NudgeRow
from bot.storage.store import Store
from dialogs.calendar.budget import Sent
from dialogs.calendar.due import NUDGES
from dialogs.calendar.hours import Rhythm
from dialogs.calendar.workdays import is_holiday

log = structlog.get_logger(__name__)
PEOPLE_AT_ONCE = 200
"""People whose digests go into one transaction."""
_AHEAD = timedelta(days=1)
"""How far the message of the day looks for what it may take along."""
_AGAIN = timedelta(seconds=5)
_HOUR = timedelta(hours=1)
Wake = Callable[[datetime], None]


class Reminders:
    """`wake` is to have `say_due` called at a moment; `zone` is the clock of those whose own is not known."""

    def __init__(
        self, store: Store, writer: Writer, people: People, journeys: Journeys, clock: Clock, zone: str
    ) -> None:
        self._store = store
        self._writer = writer
        self._people = people
        self._journeys = journeys
        self._clock = clock
        self._zone = zone
        self._zones: set[str] = set()
        self._busy = asyncio.Lock()
        self._next: datetime | None = None
        self.wake: Wake = lambda _: None

    def heard(self, changes: Changes) -> None:
        """Reminders that were set or moved."""
        dues = [times.due for times in changes.nudges.values() if times is not None]
        untils = [one.until for one in changes.put_off if one.until is not None]
        self._plan(min([*dues, *untils], default=None))

    async def say_due(self) -> None:
        """Say everything that is due now, and plan when to look again."""
        async with self._busy:
            self._next = None
            try:
                await self._say_all()
                self._plan(await self._store.first_nudge())
            except (DatabaseBusyError, StoppedError):
                self._plan(self._clock.now() + _AGAIN)
            except Exception as error:
                log.exception("reminders failed", **fault(error))
                self._plan(self._clock.now() + _AGAIN)

    async def _say_all(self) -> None:
        before: Sequence[NudgeRow] = ()
        while rows := await self._store.due_nudges(self._clock.now(), _AHEAD, PEOPLE_AT_ONCE):
            if rows == before:
                # Decided, written, and due as before: whatever it is, it must not keep us busy.
                raise RuntimeError("what is due stays due")
            before = rows
            await self._writer.write(await self._decided(rows))

    def _plan(self, when: datetime | None) -> None:
        """Look again at `when`, unless that is to happen before anyway."""
        if when is not None and (self._next is None or when < self._next):
            self._next = when
            self.wake(when)

    async def _decided(self, rows: Sequence[NudgeRow]) -> Changes:
        """What is to be written for the people of `rows`, which hold all that waits for them today."""
        changes = Changes(self._clock.now())
        by_person: dict[str, list[NudgeRow]] = {}
        for row in rows:
            by_person.setdefault(row.key.person, []).append(row)
        told = await self._store.preferences(by_person)
        said = await self._store.digests_since(by_person, changes.at - 2 * _AHEAD)
        unanswered = await self._store.unanswered_nudges(by_person, NUDGES)
        quiet = await self._people.quiet(by_person)
        pending = await self._store.pending_digests(by_person)
        for person, some in by_person.items():
            await asyncio.sleep(0)  # a person takes a millisecond, and replies do not wait for 200 of them
            sent = tuple(Sent(at, frozenset()) for at in said.get(person, ()))
            try:
                own = await self._rhythm(person, told.get(person, {}), some[0].key.stream)
                board = pending.get(person, "")
                settle(Waiting(person, some, own, sent, quiet.get(person), unanswered, board), changes)
            except (ValueError, TypeError, KeyError) as error:
                # What is stored of one person and cannot be read keeps nobody else waiting.
                log.exception("reminders of a person failed", person=person, **fault(error))
                _put_off_all(some, changes)
        return changes

    async def calm(self, person: str) -> float:
        """For how many seconds from now the person is not to be reminded of anything."""
        told = await self._store.preferences([person])
        journeys = await self._store.journeys_of(person)
        now = self._clock.now()
        try:
            own = await self._rhythm(person, told.get(person, {}), "".join(journeys[:1]))
        except (ValueError, TypeError, KeyError):
            return 0.0
        return (own.earliest(now) - now).total_seconds()

    async def _rhythm(self, person: str, told: dict[str, Any], stream: str) -> Rhythm:
        """The person's own, on the team's clock when theirs is not known."""
        _, zone = await self._people.reader(person)
        if not zone and stream and (kept := await self._journeys.fetch(stream)):
            zone = kept.journey.zone
        zone = zone or self._zone
        if zone not in self._zones:
            # The first look at a country's holidays takes half a second: nobody waits for that.
            self._zones.add(zone)
            await asyncio.to_thread(is_holiday, self._clock.now().date(), zone)
        return rhythm(told, zone)


def _put_off_all(rows: Sequence[NudgeRow], changes: Changes) -> None:
    due = [row for row in rows if row.due <= changes.at]
    changes.put_off.extend(PutOffRow(row.key, row.due, changes.at + _HOUR) for row in due)
