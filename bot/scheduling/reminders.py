"""Reminders: at the due moment each person gets one digest; what must wait is moved to when it may be said.

Theory of operation. A reminder is a row, written in the commit of the facts that want it. When one is due,
all that waits for its person is read, `dialogs.calendar` decides what is said now, what waits until when and
what is of no use any more, and one transaction writes it all, with the digest's board in the outbox. So a
crash leaves either all of it or none, and nothing is said twice. What has been answered by the time the
digest is composed does not stand on it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

import structlog

from bot.clock import Clock
from bot.facilitation.people import People
from bot.facilitation.preferences import rhythm
from bot.facilitation.writer import StoppedError, Writer
from bot.log import fault
from bot.storage.changes import BoardKey, Changes, SaidRow
from bot.storage.errors import DatabaseBusyError
from bot.storage.rows import NudgeRow
from bot.storage.store import Store
from dialogs.boards import direct
from dialogs.calendar.budget import Plan, Reminder, Sent, decide
from dialogs.calendar.due import Kind, urgency
from dialogs.calendar.gaps import Late, after_gap
from dialogs.calendar.hours import Rhythm

log = structlog.get_logger(__name__)
PEOPLE_AT_ONCE = 200
"""People whose digests go into one transaction."""
_AHEAD = timedelta(days=1)
"""How far the message of the day looks for what it may take along."""
_AGAIN = timedelta(seconds=5)
_MINUTE = timedelta(minutes=1)
Wake = Callable[[datetime], None]


class Reminders:
    """`wake` is to have `say_due` called at a moment; `zone` is the clock of those whose own is not known."""

    def __init__(self, store: Store, writer: Writer, people: People, clock: Clock, zone: str) -> None:
        self._store = store
        self._writer = writer
        self._people = people
        self._clock = clock
        self._zone = zone
        self._busy = asyncio.Lock()
        self._next: datetime | None = None
        self.wake: Wake = lambda _: None

    def heard(self, changes: Changes) -> None:
        """Reminders that were set or moved."""
        dues = [times.due for times in changes.nudges.values() if times is not None]
        earliest = min([*dues, *changes.postponed.values()], default=None)
        if earliest is not None and (self._next is None or earliest < self._next):
            self._plan(earliest)

    async def say_due(self) -> None:
        """Say everything that is due now, and plan when to look again."""
        async with self._busy:
            try:
                while rows := await self._store.due_nudges(self._clock.now(), _AHEAD, PEOPLE_AT_ONCE):
                    await self._writer.write(await self._decided(rows))
            except (DatabaseBusyError, StoppedError):
                self._plan(self._clock.now() + _AGAIN)
                return
            except Exception as error:
                log.exception("reminders failed", **fault(error))
                self._plan(self._clock.now() + _AGAIN)
                return
            self._next = None
            if (first := await self._store.first_nudge()) is not None:
                self._plan(first)

    def _plan(self, when: datetime) -> None:
        self._next = when
        self.wake(when)

    async def _decided(self, rows: Sequence[NudgeRow]) -> Changes:
        """What is to be written for the people of `rows`, which hold all that waits for them today."""
        now = self._clock.now()
        changes = Changes(now)
        by_person = {
            person: list(some)
            for person, some in groupby(sorted(rows, key=lambda row: row.key), key=lambda row: row.key.person)
        }
        told = await self._store.preferences(by_person)
        said = await self._store.digests_since(by_person, now - 2 * _AHEAD)
        for person, some in by_person.items():
            own = await self._rhythm(person, told.get(person, {}))
            sent = tuple(Sent(at, frozenset()) for at in said.get(person, ()))
            _settle(person, some, own, sent, changes)
        return changes

    async def _rhythm(self, person: str, told: dict[str, Any]) -> Rhythm:
        _, zone = await self._people.reader(person)
        return rhythm(told, zone or self._zone)


def _settle(
    person: str, rows: Sequence[NudgeRow], own: Rhythm, sent: tuple[Sent, ...], changes: Changes
) -> None:
    """Decide for one person."""
    now = changes.at
    by_id = {"|".join(row.key): row for row in rows}
    waiting = {one: reminder for one, row in by_id.items() if (reminder := _reminder(one, row, own, now))}
    plan = decide(waiting.values(), sent, now, own)
    for one in by_id.keys() - waiting.keys() | {one.id for one in plan.dropped}:
        changes.nudges[by_id[one].key] = None
    _say(person, [by_id[one.id] for one in plan.now], own, changes)
    _postpone(plan, by_id, changes)


def _reminder(one: str, row: NudgeRow, own: Rhythm, now: datetime) -> Reminder | None:
    """What waits, by the rule for what is late; None for what is of no use any more."""
    kind = Kind(row.key.kind)
    gap = after_gap(kind, row.due, now, own, row.ends)
    if gap.late is Late.DROP or gap.at is None:
        return None
    return Reminder(one, gap.at, urgency(kind), row.ends, rides=gap.late is Late.MERGE)


def _say(person: str, rows: Sequence[NudgeRow], own: Rhythm, changes: Changes) -> None:
    if not rows:
        return
    digest = f"digest/{own.day_of(changes.at).isoformat()}/{changes.at.timestamp():.0f}"
    changes.said.extend(SaidRow(row.key, digest) for row in rows)
    changes.shows[BoardKey(f"person:{person}", str(direct(person)), digest)] = None


def _postpone(plan: Plan, by_id: dict[str, NudgeRow], changes: Changes) -> None:
    """What is due and must wait; what is not due yet stays where it is."""
    for later in plan.later:
        row = by_id[later.reminder.id]
        if row.due <= changes.at:
            # Never the same moment again: that would be decided again at once.
            changes.postponed[row.key] = max(later.at, changes.at + _MINUTE)
