"""The composition root: settings -> one process with its platforms, web routes, courier and alarm.

The only place that knows which platforms there are: `PLATFORMS`, setting by setting.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import structlog
from aiohttp import web

from bot.clock import Clock
from bot.config import Settings, secret_key
from bot.core import Core, Options
from bot.platforms.platform import Platform
from bot.web.health import Health
from bot.web.pictures import PictureRoutes
from content.library import Library

if TYPE_CHECKING:
    from bot.practice.colleagues import SimulatedColleagues

_log = structlog.get_logger(__name__)
LARGEST_BODY = 256 * 1024
"""Bytes of a request; the platforms send far less."""


def _slack(settings: Settings, core: Core) -> Platform | None:
    if settings.slack_bot_token is None:
        return None
    from bot.platforms.slack.platform import SlackPlatform  # noqa: PLC0415 -- slow import, only when in use

    secret, app_token = settings.slack_signing_secret, settings.slack_app_token
    return SlackPlatform(
        bot_token=settings.slack_bot_token.get_secret_value(),
        signing_secret=secret.get_secret_value() if secret else "",
        book=core.book,
        app_token=app_token.get_secret_value() if app_token else None,
        api_url=settings.slack_api_url,
    )


def _teams(settings: Settings, core: Core) -> Platform | None:
    if not settings.teams:
        return None
    from bot.platforms.teams.platform import TeamsPlatform  # noqa: PLC0415 -- slow import, only when in use

    password = settings.teams_app_password
    return TeamsPlatform(
        core.book,
        app_id=settings.teams_app_id or "",
        app_password=password.get_secret_value() if password else "",
        app_type=settings.teams_app_type,
        tenant_id=settings.teams_app_tenant or "",
        anonymous=bool(settings.teams_anonymous),
        clock=core.clock,
    )


def _browser(settings: Settings, core: Core) -> Platform | None:
    if not settings.practice_room:
        return None
    from bot.platforms.browser.platform import BrowserPlatform  # noqa: PLC0415 -- slow import, only when in use

    known = {settings.host, urlsplit(settings.public_url or "").hostname or ""} - {"", "0.0.0.0", "::"}  # noqa: S104 -- left out
    return BrowserPlatform(core.wall, hosts=frozenset(known))


Make = Callable[[Settings, Core], Platform | None]
PLATFORMS: dict[str, Make] = {
    "slack": _slack,
    "teams": _teams,
    "browser": _browser,
}
"""Name of a platform -> makes it, when its settings are there."""


class Bot:
    """Everything, made of `settings`: `await start()`, serve `web`, `await stop()`."""

    def __init__(
        self,
        settings: Settings,
        library: Library,
        clock: Clock | None = None,
        platforms: Mapping[str, Make] = PLATFORMS,
    ) -> None:
        options = Options(
            database_url=settings.database_url,
            secret_key=secret_key(settings),
            public_url=settings.public_url or "",
            timezone=settings.timezone,
        )
        self.core = Core(options, library, clock)
        self.health = Health(self.core.store, self.core.clock)
        self.colleagues: SimulatedColleagues | None = None
        self.web = web.Application(client_max_size=LARGEST_BODY)
        for name, make in platforms.items():
            if (platform := make(settings, self.core)) is not None:
                self.core.platforms[name] = platform
        self._add_routes()
        self._invite_colleagues()

    def _add_routes(self) -> None:
        self.health.add_routes(self.web)
        PictureRoutes(self.core.studio, self.core.renderer).add_routes(self.web)
        for platform in self.core.platforms.values():
            platform.add_routes(self.web)

    def _invite_colleagues(self) -> None:
        """The practice room can be peopled."""
        room = self.core.platforms.get("browser")
        if room is None:
            return
        from bot.platforms.browser.platform import BrowserPlatform  # noqa: PLC0415 -- only when in use
        from bot.practice.colleagues import SimulatedColleagues  # noqa: PLC0415 -- only when in use

        if isinstance(room, BrowserPlatform):
            self.colleagues = SimulatedColleagues(
                self.core.desk, lambda: self.core.live("browser"), room.audience.people, self.core.clock
            )
            room.colleagues = self.colleagues

    async def start(self) -> None:
        """Open the database, let the platforms in, take up what was left undone."""
        await self.core.open()
        await self.core.load_live("browser")
        await asyncio.gather(*(one.start(self.core.desk) for one in self.core.platforms.values()))
        await self.core.start()
        self.health.ready()
        _log.info("started", platforms=sorted(self.core.platforms))

    async def stop(self) -> None:
        """Let nobody in any more, finish what is on its way, close."""
        self.health.leaving()
        if self.colleagues is not None:
            await self.colleagues.stop()
        # What is on its way goes out while the platforms can still send it.
        await self.core.rest()
        await asyncio.gather(*(one.stop() for one in self.core.platforms.values()), return_exceptions=True)
        await self.core.stop()
        _log.info("stopped")
