"""A practice room over real HTTP: a desk that writes down what arrives, and a wall that is a list."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request

from bot.platforms.browser.platform import BrowserPlatform
from bot.platforms.browser.wall import PostedCard
from bot.platforms.inbound import NOTHING_TO_SAY, HomeOpened, Inbound, Reply
from bot.platforms.platform import Desk

Client = TestClient[Request, Application]


def say_nothing(_: Inbound) -> Reply:
    return NOTHING_TO_SAY


@dataclass
class RecordingDesk:
    """Writes down every arrival, and answers what `answer` says."""

    answer: Callable[[Inbound], Reply] = say_nothing
    arrived: list[Inbound] = field(default_factory=list)

    async def handle(self, inbound: Inbound) -> Reply:
        self.arrived.append(inbound)
        return self.answer(inbound)

    @property
    def acts(self) -> list[Inbound]:
        """What people did, without their coming in."""
        return [inbound for inbound in self.arrived if not isinstance(inbound, HomeOpened)]


@dataclass
class ListWall:
    cards: Sequence[PostedCard] = ()

    async def posted(self) -> Sequence[PostedCard]:
        return self.cards


@asynccontextmanager
async def served(platform: BrowserPlatform, desk: Desk, port: int | None = None) -> AsyncIterator[Client]:
    """The platform started and on the network (loopback)."""
    app = Application()
    platform.add_routes(app)
    await platform.start(desk)
    async with TestClient(TestServer(app, port=port)) as client:
        yield client
    await platform.stop()
