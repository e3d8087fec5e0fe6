"""slack-bolt, loaded by a thread when it is first needed.

It takes longer to load than the bot to start, and over HTTP hardly anything needs it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.slack.workspace import Workspace

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

    from bot.platforms.slack.bolt import SocketMode

Json = dict[str, Any]


class BoltLater:
    """Bolt with our listeners; `arrive` takes what they hear."""

    def __init__(
        self,
        client: AsyncWebClient,
        token: str,
        workspace: Workspace,
        arrive: Callable[[Json], Awaitable[Json | None]],
    ) -> None:
        self._client = client
        self._token = token
        self._workspace = workspace
        self._arrive = arrive
        self._app: asyncio.Task[AsyncApp] | None = None
        self._connecting: asyncio.Task[None] | None = None
        self._socket: SocketMode | None = None

    async def dispatch(self, payload: Json) -> web.Response:
        """Hand over a payload that the front door has checked."""
        app = await self._loaded()
        from bot.platforms.slack.bolt import dispatch  # noqa: PLC0415 -- loaded by now

        return await dispatch(app, payload)

    def connect(self, app_token: str) -> None:
        """Open Socket Mode as soon as Slack can be reached; does not wait for it."""
        self._connecting = asyncio.create_task(self._connect(app_token))

    async def stop(self) -> None:
        """Close the connection, or give up trying."""
        for task in (self._connecting, self._app):
            if task is not None:
                task.cancel()
                with suppress(asyncio.CancelledError, Exception):
                    await task
        if self._socket is not None:
            await self._socket.stop()

    async def _connect(self, app_token: str) -> None:
        app = await self._loaded()
        from bot.platforms.slack.bolt import SocketMode  # noqa: PLC0415 -- loaded by now

        self._socket = SocketMode(app, app_token, self._client)
        self._socket.start()

    async def _loaded(self) -> AsyncApp:
        if self._app is None:
            self._app = asyncio.create_task(self._load())
        return await asyncio.shield(self._app)

    async def _load(self) -> AsyncApp:
        make_app = await asyncio.to_thread(_import)
        return make_app(self._client, self._token, self._workspace, self._arrive)


def _import() -> Callable[..., AsyncApp]:
    from bot.platforms.slack.bolt import make_app  # noqa: PLC0415 -- this is why there is a thread

    return make_app
