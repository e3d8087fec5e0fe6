"""A team to tell stories about, in every chat, on both databases."""

from __future__ import annotations

import io
import logging
import sys
from collections.abc import AsyncIterator, Callable, Iterator

import pytest
import structlog

from bot.log import configure
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


@pytest.fixture(params=CHATS[1:])
async def platform_team(request: pytest.FixtureRequest, sqlite_url: str) -> AsyncIterator[Team]:
    """The same without the practice room, in which nothing can go wrong on the way."""
    async with team_in(request.param, sqlite_url) as made:
        yield made


@pytest.fixture
def logged() -> Iterator[Callable[[], str]]:
    """The log as it is in production; everything that has been logged so far."""
    root, hook = logging.getLogger(), sys.excepthook
    handlers, level = root.handlers[:], root.level
    configure(console=False)
    written = io.StringIO()
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(written))
    yield written.getvalue
    structlog.reset_defaults()
    root.handlers[:], sys.excepthook = handlers, hook
    root.setLevel(level)
    logging.getLogger("aiohttp.access").disabled = False


__all__ = ["chat_name", "logged", "platform_team", "postgres_server", "postgres_url", "sqlite_url", "team"]
