"""Teams behind the port. Light to import: the SDK is loaded in a thread when the platform starts."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import aiohttp
import structlog
from aiohttp import web

from bot.clock import Clock, SystemClock
from bot.platforms.platform import Book, DeliveryError, Desk, Member, Parcel, PassingError, RefusedError
from bot.platforms.teams.credentials import Credentials, Registration
from bot.platforms.teams.front_door import FrontDoor, Rules
from bot.platforms.teams.keys import Keys
from bot.platforms.teams.service_url import TEAMS_HOSTS, ServiceUrls
from bot.platforms.teams.token import ISSUER, TokenCheck

if TYPE_CHECKING:
    from bot.platforms.teams.parts import Parts

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Microsoft's addresses: those of the public cloud, unless it is another one (or a test)."""

    openid: str = "https://login.botframework.com/v1/.well-known/openidconfiguration"
    issuer: str = ISSUER
    login: str = "https://login.microsoftonline.com"
    login_http: Any = None
    """msal's own kind of HTTP client, None for its usual one."""
    loopback: bool = False
    """Whether service addresses on this machine are believed (tests)."""


class NotRegisteredError(ValueError):
    """Without an app id anybody could speak to the bot."""


class TeamsPlatform:
    """The port's implementation.

    `hosts` are the service hosts that our token may be sent to; `clock` is for keeping inside Teams' limits.
    """

    name = "teams"

    def __init__(  # noqa: PLR0913 -- the values that a registration consists of
        self,
        book: Book,
        *,
        app_id: str = "",
        app_password: str = "",
        app_type: str = "MultiTenant",
        tenant_id: str = "",
        anonymous: bool = False,
        hosts: frozenset[str] = TEAMS_HOSTS,
        endpoints: Endpoints | None = None,
        clock: Clock | None = None,
    ) -> None:
        if not app_id and not anonymous:
            raise NotRegisteredError("an app id is needed (MicrosoftAppId)")
        if app_id and anonymous:
            raise NotRegisteredError("anonymous, and yet an app id: one of them is a mistake")
        self._book = book
        self._endpoints = endpoints or Endpoints()
        self._clock = clock or SystemClock()
        login = self._endpoints.login
        self._who = Registration(app_id, app_password, app_type, tenant_id, login)
        self._allowed = ServiceUrls(hosts, loopback=anonymous or self._endpoints.loopback)
        self._session: aiohttp.ClientSession | None = None
        self._parts: asyncio.Future[Parts] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._door: FrontDoor | None = None

    def add_routes(self, app: web.Application) -> None:
        """One route: `/api/messages`."""
        app.router.add_post("/api/messages", self._handle)

    async def start(self, desk: Desk) -> None:
        """Open the session; load the SDK and fetch the keys meanwhile."""
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=100),
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
        )
        self._parts = asyncio.get_running_loop().create_future()
        self._spawn(self._load(desk, self._session, self._parts))
        keys = Keys(self._endpoints.openid, self._session) if self._who.app_id else None
        if keys:
            self._spawn(keys.warm())
        check = TokenCheck(keys, self._who.app_id, self._endpoints.issuer) if keys else None
        tenant = self._who.tenant_id if self._who.single_tenant else ""
        rules = Rules(check, self._allowed, self._who.app_id, tenant)
        self._door = FrontDoor(rules, self._run)

    async def stop(self) -> None:
        """Let answers on their way arrive, then close."""
        if self._parts and self._parts.done() and not self._parts.exception():
            await self._parts.result().turns.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session:
            await self._session.close()

    async def deliver(self, parcel: Parcel) -> str:
        """Post or edit one card; raises `DeliveryError`s only."""
        try:
            return await (await self._ready()).outbound.deliver(parcel)
        except DeliveryError:
            raise
        except Exception as error:  # noqa: BLE001 -- the port promises nothing else
            _log.error("teams.delivery_failed", error=type(error).__name__)
            raise RefusedError(type(error).__name__) from None

    async def find(self, parcel: Parcel) -> str | None:  # noqa: ARG002 -- the port's signature
        """Teams has no way to look for a message of ours."""
        raise RefusedError("Teams cannot be asked")

    async def member(self, person: str) -> Member | None:
        """Name, language and time zone, None when unknown; never raises."""
        try:
            return await (await self._ready()).roster.member(person)
        except Exception as error:  # noqa: BLE001 -- the port promises that
            _log.warning("teams.member_unknown", error=type(error).__name__)
            return None

    async def forget(self, person: str) -> None:
        """Keep nothing of a person in the book or in memory."""
        parts = await self._ready()
        parts.roster.forget(person)
        await parts.references.forget(person)

    async def _handle(self, request: web.Request) -> web.Response:
        if self._door is None:
            return web.Response(status=503)
        return await self._door.handle(request)

    async def _run(self, arrived: Any, digest: str) -> dict[str, Any] | None:
        parts = await self._ready()
        await parts.references.learn(arrived)
        return await parts.adapter.run(arrived, digest)

    async def _ready(self) -> Parts:
        if self._parts is None:
            raise PassingError("not started")
        return await asyncio.shield(self._parts)

    async def _load(self, desk: Desk, session: aiohttp.ClientSession, loaded: asyncio.Future[Parts]) -> None:
        try:
            parts = await asyncio.to_thread(_import_parts)
            credentials = Credentials(self._who, self._endpoints.login_http)
            made = parts.assemble(desk, self._book, session, credentials, self._allowed, self._clock)
            loaded.set_result(made)
        except Exception as error:  # noqa: BLE001 -- told to whoever waits
            _log.exception("teams.not_loaded")
            loaded.set_exception(error)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _import_parts() -> Any:
    from bot.platforms.teams import parts  # noqa: PLC0415 -- the SDK takes most of a second

    return parts
