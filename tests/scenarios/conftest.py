"""A team to tell stories about, in every chat, on both databases."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.scenarios.team import Team, team_in
from tests.support.databases import postgres_server, postgres_url, sqlite_url

CHATS = ("browser", "slack", "teams")


@pytest.fixture(params=CHATS)
def chat_name(request: pytest.FixtureRequest) -> str:
    """Each chat in turn."""
    return str(request.param)


@pytest.fixture
async def team(chat_name: str, sqlite_url: str) -> AsyncIterator[Team]:
    """A team in each chat, on SQLite."""
    async with team_in(chat_name, sqlite_url) as made:
        yield made


__all__ = ["chat_name", "postgres_server", "postgres_url", "sqlite_url", "team"]
