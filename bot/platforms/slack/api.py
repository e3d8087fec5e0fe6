"""Calls of the Web API, each tried once: what goes wrong becomes a `DeliveryError` for the outbox."""

from __future__ import annotations

import logging
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.slack.errors import of_exception, of_status

API_URL = "https://slack.com/api/"
WHOLE_CALL = 15.0
CONNECT = 5.0
UPLOAD = 60.0

Json = dict[str, Any]
_TROUBLE = (SlackApiError, aiohttp.ClientError, TimeoutError, OSError, ValueError)


def open_session() -> aiohttp.ClientSession:
    """The one session for all calls; times are seconds."""
    timeout = aiohttp.ClientTimeout(total=WHOLE_CALL, sock_connect=CONNECT)
    return aiohttp.ClientSession(timeout=timeout)


def web_client(token: str | None, url: str, session: aiohttp.ClientSession) -> AsyncWebClient:
    """Slack's own client, without its retries: it would post a message twice when an answer is lost."""
    return AsyncWebClient(token=token, base_url=url, session=session, retry_handlers=[], logger=quiet_log())


def quiet_log() -> logging.Logger:
    """The SDK's log: errors only. The rest of it holds what people wrote."""
    log = logging.getLogger("slack_sdk.quiet")
    log.setLevel(logging.ERROR)
    return log


class Api:
    """The bot's Web API. Every method raises `DeliveryError`s only."""

    def __init__(self, client: AsyncWebClient, session: aiohttp.ClientSession) -> None:
        self._client = client
        self._session = session

    async def call(self, method: str, arguments: Json, *, repeatable: bool = False) -> Json:
        """Call a method that changes something. `repeatable`: twice has the same effect as once."""
        try:
            answer = await self._client.api_call(method, json=arguments)
        except _TROUBLE as error:
            raise of_exception(error, repeatable=repeatable) from None
        return _data(answer.data)

    async def read(self, method: str, **arguments: str | int | bool) -> Json:
        """Call a method that only reads; Slack takes no JSON for these."""
        given = {
            name: str(value).lower() if value in (True, False) else value for name, value in arguments.items()
        }
        try:
            answer = await self._client.api_call(method, http_verb="GET", params=given)
        except _TROUBLE as error:
            raise of_exception(error, repeatable=True) from None
        return _data(answer.data)

    async def send_bytes(self, url: str, data: bytes) -> None:
        """Hand over the bytes of a file at the address that Slack has given for it."""
        timeout = aiohttp.ClientTimeout(total=UPLOAD, sock_connect=CONNECT)
        headers = {"Content-Type": "application/octet-stream"}
        await self._post(url, data=data, headers=headers, timeout=timeout)

    async def respond(self, url: str, message: Json) -> None:
        """Answer at a `response_url`."""
        await self._post(url, json=message)

    async def _post(self, url: str, **request: Any) -> None:
        try:
            async with self._session.post(url, allow_redirects=False, **request) as answer:
                if answer.status != 200:  # noqa: PLR2004 -- the one status that means yes
                    raise of_status(answer.status, answer.headers, repeatable=True)
        except _TROUBLE as error:
            raise of_exception(error, repeatable=True) from None


def _data(data: Any) -> Json:
    return data if isinstance(data, dict) else {}
