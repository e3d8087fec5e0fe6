"""PostgreSQL: one process at a time, and a server that goes away for a moment."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import psycopg
import pytest

from bot.storage.changes import BoardKey, Changes
from bot.storage.database import Database
from bot.storage.errors import DatabaseBusyError, TakenError
from bot.storage.store import Store

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
pytestmark = pytest.mark.postgres


@pytest.fixture
async def opened(postgres_url: str) -> AsyncIterator[Database]:
    database = Database(postgres_url)
    await database.open()
    yield database
    await database.close()


async def test_a_second_process_is_refused(opened: Database, postgres_url: str) -> None:
    with pytest.raises(TakenError, match="in use by another process"):
        await Database(postgres_url).open()
    await opened.close()

    third = Database(postgres_url)
    await third.open()
    await third.close()


async def test_a_lost_connection_is_an_error_once_and_then_comes_back(
    opened: Database, postgres_url: str
) -> None:
    store = Store(opened)
    await store.commit(Changes(NOW, shows={BoardKey("s", "channel=", "a"): None}))
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE pid <> pg_backend_pid() AND datname = current_database()"
        )

    for _ in range(3):
        try:
            await store.commit(Changes(NOW, shows={BoardKey("s", "channel=", "b"): None}))
            break
        except DatabaseBusyError:
            continue

    assert [row.key.board for row in await store.unfinished()] == ["a", "b"]


async def test_readers_cannot_write(opened: Database) -> None:
    with pytest.raises(Exception, match=r"ReadOnlySqlTransaction"):
        await opened.read(lambda connection: connection.exec_driver_sql("DELETE FROM facts"))
