"""The Slack platform under a real web server, beside the fake Slack."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from bot.platforms.platform import Desk
from bot.platforms.slack.platform import SlackPlatform
from tests.support.fake_slack import FakeSlack
from tests.support.fake_slack_world import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET
from tests.support.recording_desk import MemoryBook
from tests.support.slack_people import SlackPeople, SlackPerson
from tests.support.until import until


@dataclass
class SlackApp:
    """All that a test needs."""

    fake: FakeSlack
    platform: SlackPlatform
    people: SlackPeople
    book: MemoryBook
    url: str

    def person(self, number: int) -> SlackPerson:
        """One of the people of the fake, with the name that they have there."""
        user = f"U{number}"
        return self.people.person(user, self.fake.world.users[user]["name"])


@asynccontextmanager
async def slack_app(
    desk: Desk, *, socket_mode: bool = False, api_url: str | None = None
) -> AsyncIterator[SlackApp]:
    """The platform, started, with its routes served at `url`."""
    book = MemoryBook()
    async with FakeSlack() as fake:
        platform = SlackPlatform(
            bot_token=BOT_TOKEN,
            signing_secret=SIGNING_SECRET,
            book=book,
            app_token=APP_TOKEN if socket_mode else None,
            api_url=api_url or fake.api_url,
        )
        async with served(platform) as url:
            await platform.start(desk)
            try:
                if api_url is None:
                    await until(lambda: _known(platform))
                async with SlackPeople(fake.url, "" if socket_mode else url) as people:
                    yield SlackApp(fake, platform, people, book, url)
            finally:
                await platform.stop()


async def _known(platform: SlackPlatform) -> str:
    return platform.team


@asynccontextmanager
async def served(platform: SlackPlatform) -> AsyncIterator[str]:
    """The platform's routes on a free port."""
    app = web.Application()
    platform.add_routes(app)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
