"""Who may knock: the right host, the right origin, a body of a decent size. All else gets a plain 4xx.

There are no accounts in the practice room, so the gate is what keeps other web pages out. A page elsewhere
cannot act here (`Origin`), nor read by pointing its own name at this machine (`Host`).
"""

from __future__ import annotations

import asyncio
import ipaddress
import re
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import structlog
from aiohttp import web
from pydantic import ValidationError

from bot.platforms.browser.arrivals import LARGEST_BODY, Arrival
from bot.platforms.browser.words import words

BODY_WITHIN = 10.0
"""Seconds that a body may take to arrive."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
        " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Sent = TypeVar("Sent", bound=Arrival)

_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?")
_log = structlog.get_logger(__name__)


class RefusalError(Exception):
    """`code` is its name among the words, `status` a 4xx (503 when it is our own trouble)."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code


def language_of(request: web.Request) -> str:
    """The language that the page is in."""
    return words(request.query.get("lang", "")).language


def answer(data: Any, status: int = 200) -> web.Response:
    """JSON, with the headers of every answer."""
    return web.json_response(data, status=status, headers=HEADERS)


def refused(request: web.Request, refusal: RefusalError) -> web.Response:
    """The refusal in the page's language."""
    message = words(language_of(request)).refusals[refusal.code]
    return answer({"code": refusal.code, "message": message}, refusal.status)


class Gate:
    """`hosts`: host names (without port) that the room may be reached by, besides the loopback ones."""

    def __init__(self, hosts: frozenset[str]) -> None:
        self._hosts = frozenset(host.lower() for host in hosts)

    def guard(self, handler: Handler) -> Handler:
        """The handler behind the gate; what it refuses, and what goes wrong in it, is said in plain words."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            try:
                self._check(request)
                return await handler(request)
            except RefusalError as refusal:
                return refused(request, refusal)
            except (web.HTTPException, ConnectionError):
                raise
            except Exception as trouble:  # noqa: BLE001 -- a traceback could hold what people wrote
                _log.error("practice_room.trouble", path=request.path, kind=type(trouble).__name__)
                return refused(request, RefusalError(503, "trouble"))

        return guarded

    def _check(self, request: web.Request) -> None:
        host = request.headers.get("Host", "").lower()
        name = _HOST.fullmatch(host)
        if name is None or not (_is_loopback(name[1]) or name[1] in self._hosts):
            raise RefusalError(403, "wrong_host")
        if "Origin" in request.headers and not _is_same(request.headers["Origin"], host):
            raise RefusalError(403, "wrong_origin")
        if request.headers.get("Sec-Fetch-Site") == "cross-site" and request.method != "GET":
            raise RefusalError(403, "wrong_origin")


def _is_loopback(name: str) -> bool:
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False


def _is_same(origin: str, host: str) -> bool:
    return origin.lower() in {f"http://{host}", f"https://{host}"}


async def read(request: web.Request, shape: type[Sent]) -> Sent:
    """The body as `shape`; raises `RefusalError` when it is no JSON, too large, slow, or otherwise odd."""
    # Nobody has a reason to compress so little, and a small body could become a very large one.
    if request.content_type != "application/json" or "Content-Encoding" in request.headers:
        raise RefusalError(415, "not_json")
    try:
        return shape.model_validate_json(await _body(request))
    except ValidationError as error:
        kinds = {one["type"] for one in error.errors(include_input=False, include_url=False)}
        too_long = kinds & {"string_too_long", "too_long"}
        raise RefusalError(422, "too_long" if too_long else "malformed") from None


async def _body(request: web.Request) -> bytes:
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_WITHIN):
            async for chunk in request.content.iter_any():
                body += chunk
                if len(body) > LARGEST_BODY:
                    raise RefusalError(413, "too_long")
    except TimeoutError:
        raise RefusalError(408, "malformed") from None
    return bytes(body)
