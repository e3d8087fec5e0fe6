"""How the SDK's connector reaches the network here: aiohttp, one shared session, one try.

The SDK's own sender works in threads, opens a new connection for each turn and repeats some requests by
itself; with urllib3 1.26 even a POST (reliability.md, finding 8). Whether to try again is the outbox's
business.
"""

from __future__ import annotations

import asyncio
import re
from types import SimpleNamespace
from typing import Any, Self

import aiohttp
import orjson
from botframework.connector import AsyncBfPipeline
from msrest.pipeline import Response
from msrest.pipeline.async_abc import AsyncHTTPPolicy, AsyncHTTPSender

from bot.platforms.teams.credentials import Credentials
from bot.platforms.teams.errors import Answer, Lost

__all__ = ["AioSender", "AsyncBfPipeline", "Bearer"]

TIMEOUT = aiohttp.ClientTimeout(total=15, connect=5)
_CODE = re.compile(r"[A-Za-z0-9_]{1,60}")
_LONGEST_WAIT = 3600.0
_BEFORE_SENDING = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.InvalidURL,
)


class _Received:
    """A response as the SDK's deserialiser wants it."""

    def __init__(self, request: Any, status: int, headers: Any, data: bytes) -> None:
        self.request, self.status_code, self.headers, self._data = request, status, headers, data
        self.reason = ""

    def body(self) -> bytes:
        """The bytes."""
        return self._data

    def text(self, encoding: str | None = None) -> str:
        """The text."""
        return self._data.decode(encoding or "utf-8-sig", "replace")


class AioSender(AsyncHTTPSender[Any, Any]):
    """Sends once; raises `Answer` for anything but success and `Lost` when there was no answer."""

    def __init__(self, session: aiohttp.ClientSession, credentials: Credentials) -> None:
        self._session = session
        self._credentials = credentials

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        """The session is shared: whoever made it closes it."""

    def build_context(self) -> SimpleNamespace:
        """What the pipeline wants to hang on a request."""
        return SimpleNamespace(session=None)

    async def send(self, request: Any, **_: Any) -> Any:
        """One request, one answer."""
        asked = request.http_request
        try:
            status, headers, data = await self._once(asked)
        except _BEFORE_SENDING as error:
            raise Lost(type(error).__name__, sent=False) from None
        except (aiohttp.ClientError, TimeoutError, asyncio.IncompleteReadError, OSError) as error:
            raise Lost(type(error).__name__, sent=True) from None
        if status >= 300:  # noqa: PLR2004 -- HTTP; redirects are not followed either
            raise self._answer(status, headers, data)
        is_json = "json" in headers.get("Content-Type", "")
        return Response(request, _Received(asked, status, headers, data if is_json else b""))

    async def _once(self, asked: Any) -> tuple[int, Any, bytes]:
        sending = self._session.request(
            asked.method,
            asked.url,
            headers=asked.headers,
            data=asked.data,
            allow_redirects=False,
            timeout=TIMEOUT,
        )
        async with sending as response:
            return response.status, response.headers, await response.read()

    def _answer(self, status: int, headers: Any, data: bytes) -> Answer:
        if status == 401:  # noqa: PLR2004 -- HTTP
            self._credentials.forget()
        return Answer(status, code_in(data), _seconds(headers.get("Retry-After", "")))


class Bearer(AsyncHTTPPolicy[Any, Any]):
    """Our token on every request."""

    def __init__(self, credentials: Credentials) -> None:
        super().__init__()
        self._credentials = credentials

    async def send(self, request: Any, **more: Any) -> Any:
        """The same request, with the token."""
        if token := await self._credentials.token():
            request.http_request.headers["Authorization"] = f"Bearer {token}"
        following: Any = self.next
        return await following.send(request, **more)


def code_in(data: bytes) -> str:
    """Teams' own code in the body of an error; "" when there is none, or something that is no code."""
    try:
        found = orjson.loads(data)["error"]["code"]
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return ""
    return found if isinstance(found, str) and _CODE.fullmatch(found) else ""


def _seconds(text: str) -> float:
    try:
        return min(max(float(text), 0.0), _LONGEST_WAIT)
    except ValueError:
        return 0.0
