"""The heart of the bot on a real database, with people around it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.support.databases import database_url, postgres_server, postgres_url, sqlite_url
from tests.support.house import House


@pytest.fixture
async def house(sqlite_url: str) -> AsyncIterator[House]:
    opened = House(sqlite_url)
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
async def any_house(database_url: str) -> AsyncIterator[House]:
    opened = House(database_url)
    await opened.open()
    yield opened
    await opened.close()


__all__ = ["any_house", "database_url", "house", "postgres_server", "postgres_url", "sqlite_url"]
