"""The SDK's connector over our wire."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, Self

from msrest.pipeline import Response
from msrest.pipeline.async_abc import AsyncHTTPSender

from bot.platforms.teams.wire import Wire


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
    """What the SDK's pipeline ends in."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        """The session is shared: whoever made it closes it."""

    def build_context(self) -> SimpleNamespace:
        """What the pipeline wants to hang on a request."""
        return SimpleNamespace(session=None)

    async def send(self, request: Any, **_: Any) -> Any:
        """One request, one answer; an answer that is no JSON is taken for an empty one."""
        asked = request.http_request
        data = asked.data.encode() if isinstance(asked.data, str) else asked.data
        status, headers, body = await self._wire.ask(asked.method, asked.url, data, asked.headers)
        is_json = "json" in headers.get("Content-Type", "")
        return Response(request, _Received(asked, status, headers, body if is_json else b""))
