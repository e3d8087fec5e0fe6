"""The store: what the rest of the bot asks of the database, and nothing more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select

from bot.storage import erasing, nudging, reading, writing
from bot.storage.changes import BoardKey, Changes, FactRow, PersonRow
from bot.storage.database import Database
from bot.storage.rows import BoardRow, LiveRow, Log, NudgeRow, TimerRow
from bot.storage.times import moment


class Store:
    """Over an open `Database`.

    Writing raises `ConflictError` and `DatabaseBusyError`, and then nothing was written.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    # --- writing ---

    async def commit(self, changes: Changes) -> list[BoardRow]:
        """Write all of `changes` in one transaction; returns the boards that it wants, as they are now."""
        return await self._database.write(lambda connection: writing.write(connection, changes))

    async def forget(
        self, person: str, logs: Mapping[str, Sequence[FactRow]], changes: Changes
    ) -> list[BoardRow]:
        """Remove the person: `logs` replace those of these sessions, all rows about them go, also on disk."""

        def work(connection: Connection) -> list[BoardRow]:
            erasing.forget(connection, person)
            for session, facts in logs.items():
                writing.rewrite(connection, session, facts)
            return writing.write(connection, changes)

        boards = await self._database.write(work)
        await self._database.vacate()
        return boards

    async def purge_deliveries(self, before: datetime) -> int:
        """Let go of the deliveries taken in before then; returns how many."""
        return await self._database.write(lambda connection: erasing.purge_deliveries(connection, before))

    # --- reading ---

    async def log(self, session: str) -> Log | None:
        """The log of a session, or None when there is no such session."""
        return await self._database.read(lambda connection: reading.log(connection, session))

    async def edition(self, fingerprint: str) -> bytes | None:
        """An edition of a workshop (JSON)."""
        return await self._database.read(lambda connection: reading.edition(connection, fingerprint))

    async def live(self) -> list[LiveRow]:
        """All sessions that go on."""
        return await self._database.read(reading.live)

    async def sessions_of(self, person: str) -> list[tuple[str, bool]]:
        """The sessions that a person is or was in, the oldest first, and whether each goes on."""
        return await self._database.read(lambda connection: reading.sessions_of(connection, person))

    async def journeys(self) -> list[LiveRow]:
        """All journeys, and where they are."""
        return await self._database.read(reading.journeys)

    async def journeys_of(self, person: str) -> list[str]:
        """The journeys that a person takes or took part in, the oldest first."""
        return await self._database.read(lambda connection: reading.journeys_of(connection, person))

    async def facts(self, stream: str) -> list[FactRow]:
        """The log of a journey, in order; empty when there is none such."""
        return await self._database.read(lambda connection: reading.facts(connection, stream))

    async def preferences(self, people: Iterable[str]) -> dict[str, dict[str, Any]]:
        """What people told us of when they may be reminded."""
        return await self._database.read(lambda connection: reading.preferences(connection, people))

    async def first_nudge(self) -> datetime | None:
        """When the next reminder is due; None when none waits."""
        return await self._database.read(nudging.first)

    async def due_nudges(self, now: datetime, ahead: timedelta, most: int) -> list[NudgeRow]:
        """All that waits until `now + ahead` for the `most` people for whom something is due."""
        return await self._database.read(lambda connection: nudging.due(connection, now, ahead, most))

    async def nudges_on(self, person: str, digest: str) -> list[NudgeRow]:
        """What was said to a person on one board of reminders."""
        return await self._database.read(lambda connection: nudging.on(connection, person, digest))

    async def nudges_of(self, stream: str) -> list[NudgeRow]:
        """The reminders of a journey that wait or were said and not answered."""
        return await self._database.read(lambda connection: nudging.of_journey(connection, stream))

    async def digests_since(self, people: Iterable[str], since: datetime) -> dict[str, list[datetime]]:
        """When people have got boards of reminders since then; those that still wait do not count."""
        return await self._database.read(lambda connection: nudging.said_since(connection, people, since))

    async def pending_digests(self, people: Iterable[str]) -> dict[str, str]:
        """Person -> the board of reminders that waits to be posted."""
        return await self._database.read(lambda connection: nudging.pending(connection, people))

    async def unanswered_nudges(
        self, people: Iterable[str], kinds: Iterable[str]
    ) -> Counter[tuple[str, str, str]]:
        """(person, journey, item) -> how many reminders of these kinds were said and not answered."""
        return await self._database.read(lambda connection: nudging.unanswered(connection, people, kinds))

    async def timers(self) -> list[TimerRow]:
        """All timers that are set."""
        return await self._database.read(reading.timers)

    async def timers_of(self, session: str) -> dict[str, datetime]:
        """The timers of a session that are set: name -> when."""
        return await self._database.read(lambda connection: reading.timers_of(connection, session))

    async def last_in(self, place: str) -> str | None:
        """The session that was the last to begin in a place."""
        return await self._database.read(lambda connection: reading.last_in(connection, place))

    async def person(self, one: str) -> tuple[PersonRow | None, str]:
        """What is kept of a person, and the language that they chose."""
        return await self._database.read(lambda connection: reading.person(connection, one))

    async def seen(self, deliveries: Sequence[bytes]) -> set[bytes]:
        """Which of the deliveries have been taken in already."""
        return await self._database.read(lambda connection: reading.seen(connection, deliveries))

    async def note(self, key: str) -> dict[str, Any] | None:
        """What a platform noted."""
        return await self._database.read(lambda connection: reading.note(connection, key))

    async def about(self, person: str) -> dict[str, Any]:
        """All rows about a person outside the logs of sessions, for `/paja tiedot`."""
        return await self._database.read(lambda connection: erasing.about(connection, person))

    async def unfinished(self) -> list[BoardRow]:
        """Every board that is not as it is wanted, in the order they were first wanted."""
        return await self._database.read(reading.unfinished)

    async def board(self, key: BoardKey) -> BoardRow | None:
        """One board."""
        return await self._database.read(lambda connection: reading.board(connection, key))

    async def standing(self, streams: Iterable[str]) -> list[BoardRow]:
        """The boards of these streams that stand posted."""
        return await self._database.read(lambda connection: reading.standing(connection, streams))

    async def streams_in(self, prefix: str) -> list[str]:
        """The streams of a platform."""
        return await self._database.read(lambda connection: reading.streams_in(connection, prefix))

    async def oldest_unfinished(self) -> datetime | None:
        """Since when the oldest board waits that is not as it is wanted; None when all are."""
        oldest = await self._database.read(reading.oldest_unfinished)
        return moment(oldest) if oldest is not None else None

    async def ping(self) -> None:
        """Return when the database answers."""
        await self._database.read(lambda connection: connection.execute(select(1)).scalar())
