"""`/api/messages`: nothing gets in that is not a well-formed activity, made by Teams for this bot.

What is malformed or forged gets a 4xx, never a 5xx, and leaves no word of itself in the log (platforms.md
2.3; reliability.md, finding 9 and 4.1). What gets in goes to the SDK's adapter.
"""

from __future__ import annotations

import asyncio
import hashlib
import ipaddress
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import orjson
import structlog
from aiohttp import web
from pydantic import ValidationError

from bot.platforms.teams.arrived import Arrived
from bot.platforms.teams.references import MismatchError
from bot.platforms.teams.service_url import ServiceUrls, same
from bot.platforms.teams.token import CHANNEL, ForgedError, TokenCheck
from bot.platforms.teams.turns import UnknownActionError

Json = dict[str, Any]
_log = structlog.get_logger(__name__)
_LARGEST = 256 * 1024
"""Bytes of a body."""
_DEEPEST = 32
_SLOWEST = 10.0
"""Seconds that a body may take to arrive."""

Run = Callable[[Arrived, str], Awaitable[Json | None]]
"""Runs one turn with an activity and the digest of its body; gives the body of the answer to an invoke."""


class RefusedRequest(Exception):  # noqa: N818 -- not our failure
    """The request stays outside. The text says why, in words of ours."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


@dataclass(frozen=True, slots=True)
class Rules:
    """Who may come in. `token` is None in development only (anonymous); `tenant` "" admits every tenant."""

    token: TokenCheck | None
    allowed: ServiceUrls
    app_id: str = ""
    tenant: str = ""


class FrontDoor:
    """The handler of the one route."""

    def __init__(self, rules: Rules, run: Run) -> None:
        self._rules = rules
        self._run = run

    async def handle(self, request: web.Request) -> web.Response:
        """One request; the answer has no words in it but those of the desk."""
        try:
            arrived, digest = await self._admitted(request)
            body = await self._run(arrived, digest)
        except RefusedRequest as refused:
            _log.info("teams.refused", status=refused.status, why=str(refused))
            return web.Response(status=refused.status)
        except MismatchError as mismatch:
            _log.warning("teams.refused", status=403, why=f"other {mismatch}")
            return web.Response(status=403)
        except UnknownActionError:
            return web.Response(status=400)
        except Exception as error:  # noqa: BLE001 -- a fault of ours; its text may hold what people wrote
            _log.error("teams.failed", error=type(error).__name__)
            return web.Response(status=500)
        if arrived.type != "invoke":
            return web.Response(status=202)
        return web.Response(body=orjson.dumps(body or {}), content_type="application/json")

    async def _admitted(self, request: web.Request) -> tuple[Arrived, str]:
        _check_headers(request)
        url = await self._signed_for(request)
        raw = await _body(request)
        arrived = _read(raw)
        self._check(arrived, url)
        return arrived, hashlib.blake2s(raw, digest_size=16).hexdigest()

    async def _signed_for(self, request: web.Request) -> str | None:
        """The service address that the token was made for, None where no token is asked for."""
        if self._rules.token is None:
            if not _is_loopback(request.remote):
                raise RefusedRequest(403, "not from this machine")
            return None
        try:
            return await self._rules.token.service_url(request.headers.get("Authorization", ""))
        except ForgedError as forged:
            raise RefusedRequest(401, str(forged)) from None

    def _check(self, arrived: Arrived, signed_for: str | None) -> None:
        """Everything that the body must say, now that we know who brought it."""
        if arrived.channel_id != CHANNEL:
            raise RefusedRequest(403, "channel")
        if signed_for is not None and not same(arrived.service_url, signed_for):
            raise RefusedRequest(403, "service url of another token")
        if not self._rules.allowed.allow(arrived.service_url):
            raise RefusedRequest(403, "service url")
        said = arrived.conversation.tenant_id
        if said and said != arrived.tenant:
            raise RefusedRequest(403, "two tenants")
        if self._rules.tenant and arrived.tenant.lower() != self._rules.tenant.lower():
            raise RefusedRequest(403, "tenant")
        self._check_recipient(arrived)

    def _check_recipient(self, arrived: Arrived) -> None:
        bot = arrived.recipient.id if arrived.recipient else ""
        if self._rules.app_id and bot and bot != f"28:{self._rules.app_id}":
            raise RefusedRequest(403, "recipient")


def _check_headers(request: web.Request) -> None:
    if request.content_type != "application/json" or (request.charset or "utf-8").lower() != "utf-8":
        raise RefusedRequest(415, "content type")
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise RefusedRequest(415, "content encoding")
    if (request.content_length or 0) > _LARGEST:
        raise RefusedRequest(413, "size")


async def _body(request: web.Request) -> bytes:
    """All of the body, read no further than it may be long, and no longer than it may take."""
    parts, length = [], 0
    try:
        async with asyncio.timeout(_SLOWEST):
            async for part in request.content.iter_any():
                parts.append(part)
                length += len(part)
                if length > _LARGEST:
                    raise RefusedRequest(413, "size")
    except TimeoutError:
        raise RefusedRequest(408, "slow") from None
    except web.RequestPayloadError:
        raise RefusedRequest(400, "broken body") from None
    return b"".join(parts)


def _read(raw: bytes) -> Arrived:
    try:
        value = orjson.loads(raw)
    except orjson.JSONDecodeError:
        raise RefusedRequest(400, "not JSON") from None
    if not isinstance(value, dict) or _is_deep(value):
        raise RefusedRequest(400, "not an activity")
    try:
        return Arrived.model_validate(value)
    except ValidationError as error:
        places = {".".join(str(part) for part in one["loc"][:2]) for one in error.errors(include_input=False)}
        known = sorted(place for place in places if place.isascii())[:3]
        raise RefusedRequest(400, f"not an activity: {', '.join(known)}"[:120]) from None


def _is_deep(value: Any) -> bool:
    """Whether anything lies deeper than any activity of Teams does."""
    level: list[Any] = [value]
    for _ in range(_DEEPEST):
        level = [inner for one in level for inner in _inside(one)]
        if not level:
            return False
    return True


def _inside(value: Any) -> Any:
    inner = value.values() if isinstance(value, dict) else value
    return [one for one in inner if isinstance(one, dict | list)]


def _is_loopback(remote: str | None) -> bool:
    try:
        return remote is not None and ipaddress.ip_address(remote).is_loopback
    except ValueError:
        return False
