"""The Teams platform under a real web server, beside the fake Teams."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from bot.platforms.platform import Desk
from bot.platforms.teams.platform import Endpoints, TeamsPlatform
from tests.support.fake_connector import FakeConnector
from tests.support.fake_teams_login import ThroughLogin
from tests.support.fake_teams_world import APP_ID, PASSWORD, TENANT
from tests.support.recording_desk import MemoryBook
from tests.support.teams_people import TeamsPeople, TeamsPerson


@dataclass
class TeamsApp:
    """All that a test needs."""

    fake: FakeConnector
    platform: TeamsPlatform
    people: TeamsPeople
    book: MemoryBook
    url: str

    async def person(self, number: int) -> TeamsPerson:
        """One of the people of the fake."""
        return await self.people.person(number)


def endpoints(fake_url: str) -> Endpoints:
    """Microsoft's addresses, all of them the fake's."""
    login = ThroughLogin(f"{fake_url}/login")
    return Endpoints(openid=f"{fake_url}/openid", login_http=login, loopback=True)


def registered(book: MemoryBook, fake_url: str) -> TeamsPlatform:
    """The platform as it is registered with the fake."""
    return TeamsPlatform(
        book,
        app_id=APP_ID,
        app_password=PASSWORD,
        app_type="SingleTenant",
        tenant_id=TENANT,
        endpoints=endpoints(fake_url),
    )


@asynccontextmanager
async def teams_app(
    desk: Desk, *, anonymous: bool = False, book: MemoryBook | None = None
) -> AsyncIterator[TeamsApp]:
    """The platform, started, with its route served at `url`."""
    book = book or MemoryBook()
    async with FakeConnector(anonymous=anonymous) as fake:
        platform = TeamsPlatform(book, anonymous=True) if anonymous else registered(book, fake.url)
        async with served(platform) as url:
            await platform.start(desk)
            try:
                async with TeamsPeople(fake.url, url, anonymous=anonymous) as people:
                    yield TeamsApp(fake, platform, people, book, url)
            finally:
                await platform.stop()


@asynccontextmanager
async def served(platform: TeamsPlatform) -> AsyncIterator[str]:
    """The platform's route on a free port."""
    app = web.Application()
    platform.add_routes(app)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
