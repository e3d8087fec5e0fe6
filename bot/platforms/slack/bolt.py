"""slack-bolt behind the front door: Socket Mode, and all payloads that the front door does not take itself.

Its listeners call the same `arrive`. `process_before_response=True`: with bolt's default, Slack is told "ok"
before a listener has run (reliability.md, finding 1). Signatures are checked by the front door; Socket Mode
needs none.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import orjson
import structlog
from aiohttp import web
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.log import fault
from bot.platforms.slack.api import quiet_log
from bot.platforms.slack.arrivals import StrangerError
from bot.platforms.slack.workspace import Workspace

Json = dict[str, Any]
Arrive = Callable[[Json], Awaitable[Json | None]]

_ANY = re.compile(".*", re.DOTALL)
_PING = 10.0
_log = structlog.get_logger(__name__)


def make_app(client: AsyncWebClient, token: str, workspace: Workspace, arrive: Arrive) -> AsyncApp:
    """The bolt app with a listener for all that may come."""

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_user_id=workspace.bot,
            bot_id=workspace.bot_id,
            bot_token=token,
        )

    app = AsyncApp(
        name="paja",
        logger=quiet_log(),
        client=client,
        signing_secret="",
        authorize=authorize,
        process_before_response=True,
        request_verification_enabled=False,
        ssl_check_enabled=False,
        url_verification_enabled=False,
    )
    _listen(app, _listener(arrive))
    return app


async def dispatch(app: AsyncApp, payload: Json) -> web.Response:
    """Hand a payload that the front door has checked over to bolt."""
    answer = await app.async_dispatch(AsyncBoltRequest(body=payload, headers={}, mode="socket_mode"))
    kind = answer.headers.get("content-type", ["text/plain"])[0].partition(";")[0]
    return web.Response(status=answer.status, text=answer.body or "", content_type=kind)


def _listener(arrive: Arrive) -> Callable[..., Awaitable[BoltResponse]]:
    async def listen(body: Json) -> BoltResponse:
        try:
            answer = await arrive(body)
        except StrangerError:
            return BoltResponse(status=403)
        except Exception as error:  # noqa: BLE001 -- bolt would log what the exception says
            _log.error("an envelope could not be taken in", **fault(error))
            return BoltResponse(status=503)
        if answer is None:
            return BoltResponse(status=200)
        return BoltResponse(
            status=200, body=orjson.dumps(answer).decode(), headers={"content-type": "application/json"}
        )

    return listen


def _listen(app: AsyncApp, listener: Callable[..., Awaitable[BoltResponse]]) -> None:
    """One listener for everything: what it is, and whether we use it, is for `inbound` to say."""
    app.command(_ANY)(listener)
    app.action(_ANY)(listener)
    app.view(_ANY)(listener)
    app.view_closed(_ANY)(listener)
    app.options(_ANY)(listener)
    app.shortcut(_ANY)(listener)
    app.event(_ANY)(listener)


class SocketMode:
    """The connection that Slack speaks through when the bot cannot be reached from outside."""

    def __init__(self, app: AsyncApp, app_token: str, client: AsyncWebClient) -> None:
        self._handler = AsyncSocketModeHandler(
            app, app_token, logger=quiet_log(), web_client=client, ping_interval=_PING
        )
        self._connecting: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Connect as soon as Slack can be reached; does not wait for it."""
        self._connecting = asyncio.create_task(self._handler.connect_async())  # type: ignore[no-untyped-call]

    async def stop(self) -> None:
        """Close the connection, or give up trying."""
        self._handler.client.closed = True
        if self._connecting:
            self._connecting.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await self._connecting
        await self._handler.close_async()  # type: ignore[no-untyped-call]
