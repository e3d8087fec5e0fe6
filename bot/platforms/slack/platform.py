"""Slack as a `Platform`: one workspace, by its tokens."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from datetime import datetime
from urllib.parse import urlsplit

import aiohttp
from aiohttp import web

from bot.platforms.platform import Book, Desk, Member, Parcel
from bot.platforms.slack.answers import Answers
from bot.platforms.slack.api import API_URL, Api, open_session, web_client
from bot.platforms.slack.arrivals import Arrivals
from bot.platforms.slack.bolt_later import BoltLater
from bot.platforms.slack.disturbing import Disturbing
from bot.platforms.slack.errands import Errands
from bot.platforms.slack.front_door import FrontDoor
from bot.platforms.slack.ids import NAME
from bot.platforms.slack.members import Members
from bot.platforms.slack.outbound import Outbound
from bot.platforms.slack.workspace import Workspace

ROUTE = "/slack/events"


class SlackPlatform:
    """Slack behind the port. `app_token` switches Socket Mode on; `api_url` is another API root (GovSlack).

    `book` keeps conversation and file ids; `clock` tells seconds of the epoch. Raises `ValueError` when
    requests could be neither verified nor fetched.
    """

    name = NAME

    def __init__(
        self,
        *,
        bot_token: str,
        signing_secret: str,
        book: Book,
        app_token: str | None = None,
        api_url: str | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        if not signing_secret and not app_token:
            raise ValueError("Slack needs a signing secret, or an app token for Socket Mode")
        self._token = bot_token
        self._app_token = app_token
        self._url = api_url or API_URL
        self._book = book
        self._clock = clock
        self._door = FrontDoor(signing_secret, clock)
        self._workspace = Workspace()
        self._errands = Errands()
        self._open: _Open | None = None

    def add_routes(self, app: web.Application) -> None:
        """Add `/slack/events`."""
        app.router.add_post(ROUTE, self._door.handle)
        app.router.add_get(ROUTE, self._door.check, allow_head=False)

    @property
    def team(self) -> str:
        """The workspace's id, "" until Slack has been reached."""
        return self._workspace.team

    async def start(self, desk: Desk) -> None:
        """Open the session and begin to listen; Slack need not be there."""
        session = open_session()
        client = web_client(self._token, self._url, session)
        api = Api(client, session)
        members = Members(api, self._clock)
        answers = Answers(api, self._errands, urlsplit(self._url).netloc)
        arrivals = Arrivals(desk, self._workspace, members, answers)
        self._open = _Open(session, Outbound(api, self._book), members, Disturbing(api, self._clock))
        self._listen(self._open, arrivals)
        self._open.learning = asyncio.create_task(self._workspace.learn(api))

    async def stop(self) -> None:
        """Stop listening, finish what is being said, close the session."""
        self._door.arrive = self._door.others = None
        opened, self._open = self._open, None
        if opened:
            await opened.quiet()
            await self._errands.finish()
            await opened.session.close()

    async def deliver(self, parcel: Parcel) -> str:
        """Post or edit a card."""
        return await self._opened().outbound.deliver(parcel)

    async def find(self, parcel: Parcel) -> str | None:
        """Look for a post by its key."""
        return await self._opened().outbound.find(parcel)

    async def member(self, person: str) -> Member | None:
        """Name, language and time zone of a person."""
        return await self._open.members.member(person) if self._open else None

    async def quiet(self, people: Collection[str]) -> Mapping[str, datetime]:
        """Who does not want to be disturbed now, and until when (UTC)."""
        return await self._open.disturbing.quiet(people) if self._open else {}

    def _opened(self) -> _Open:
        if self._open is None:
            raise RuntimeError("Slack has not been started")
        return self._open

    def _listen(self, opened: _Open, arrivals: Arrivals) -> None:
        client = web_client(None, self._url, opened.session)
        opened.bolt = BoltLater(client, self._token, self._workspace, arrivals.arrive)
        if self._app_token:
            opened.bolt.connect(self._app_token)
        self._door.arrive = arrivals.arrive
        self._door.others = opened.bolt.dispatch


class _Open:
    """What is open between `start` and `stop`."""

    def __init__(
        self, session: aiohttp.ClientSession, outbound: Outbound, members: Members, disturbing: Disturbing
    ) -> None:
        self.session = session
        self.outbound = outbound
        self.members = members
        self.disturbing = disturbing
        self.bolt: BoltLater | None = None
        self.learning: asyncio.Task[None] | None = None

    async def quiet(self) -> None:
        if self.bolt:
            await self.bolt.stop()
        if self.learning:
            self.learning.cancel()
            with suppress(asyncio.CancelledError):
                await self.learning
