"""`/slack/events`: thin and strict. Size, kind, signature, shape, then the desk; no body in the logs.

Slack is told "ok" only when all is durable; when that fails it is told 503, and sends events again. Payloads
that we have no use for go to bolt. Source: platforms.md 1.1 and 1.2, reliability.md findings 1, 9 and 10.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import orjson
import structlog
from aiohttp import web

from bot.log import fault
from bot.platforms.slack.arrivals import StrangerError
from bot.platforms.slack.form_body import NoFormError, fields_of
from bot.platforms.slack.signature import Verdict, verdict

LARGEST = 256 * 1024

_log = structlog.get_logger(__name__)
_SLOWEST = 10.0
_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"
_STATUS = {Verdict.MISSING: 401, Verdict.MALFORMED: 400, Verdict.STALE: 401, Verdict.FORGED: 401}
_OURS = frozenset({"event_callback", "block_actions", "view_submission", "message_action"})

Json = dict[str, Any]
Arrive = Callable[[Json], Awaitable[Json | None]]
Others = Callable[[Json], Awaitable[web.Response]]


class RefusedRequestError(Exception):
    """The request is not taken: `status` (4xx) and a word for the reason, never a word of the request."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


class FrontDoor:
    """The handler. `arrive` takes what we use, `others` the rest; both are None until the start."""

    def __init__(self, signing_secret: str, clock: Callable[[], float]) -> None:
        self._secret = signing_secret.encode()
        self._clock = clock
        self.arrive: Arrive | None = None
        self.others: Others | None = None

    async def handle(self, request: web.Request) -> web.Response:
        """Answer one request."""
        try:
            return await self._answer(await self._payload(request))
        except RefusedRequestError as refusal:
            _log.info("a request is refused", status=refusal.status, reason=refusal.reason)
            return web.Response(status=refusal.status, text=refusal.reason)
        except StrangerError:
            _log.warning("a request of an unknown workspace is refused")
            return web.Response(status=403, text="unknown workspace")
        except Exception as error:  # noqa: BLE001 -- nothing is durable, so it is not "ok"; Slack may send it again
            _log.error("a request could not be taken in", **fault(error))
            return web.Response(status=503, text="not now")

    async def check(self, request: web.Request) -> web.Response:
        """Slack tries the certificate of an address by a GET with `ssl_check`."""
        return web.Response(status=200 if request.query.get("ssl_check") == "1" else 405)

    async def _answer(self, payload: Json) -> web.Response:
        kind = payload.get("type")
        if kind == "url_verification":
            return _challenge(payload)
        if payload.get("ssl_check") == "1" and kind is None:
            return web.Response()
        if self.arrive is None or self.others is None:
            return web.Response(status=503, text="not now")
        if kind in _OURS or (kind is None and "command" in payload):
            return _json(await self.arrive(payload))
        return await self.others(payload)

    async def _payload(self, request: web.Request) -> Json:
        kind = request.content_type
        if kind not in (_JSON, _FORM) or request.headers.get("Content-Encoding", "identity") != "identity":
            raise RefusedRequestError(415, "unsupported content")
        body = await _body(request)
        stamps = request.headers.getall("X-Slack-Request-Timestamp", [])
        signatures = request.headers.getall("X-Slack-Signature", [])
        judged = verdict(self._secret, stamps, signatures, body, self._clock())
        if judged is not Verdict.GENUINE:
            raise RefusedRequestError(_STATUS[judged], f"signature {judged.value}")
        return _object(body) if kind == _JSON else _form(body)


async def _body(request: web.Request) -> bytes:
    """The whole body, as long as it is neither too large nor too slow."""
    if (request.content_length or 0) > LARGEST:
        raise RefusedRequestError(413, "too large")
    if request.content.is_eof():  # it has come with the headers, as nearly always
        body = request.content.read_nowait()
        if len(body) > LARGEST:
            raise RefusedRequestError(413, "too large")
        return body
    try:
        async with asyncio.timeout(_SLOWEST):
            return await _read(request)
    except TimeoutError:
        raise RefusedRequestError(408, "too slow") from None


async def _read(request: web.Request) -> bytes:
    chunks, size = [], 0
    async for chunk in request.content.iter_any():
        size += len(chunk)
        if size > LARGEST:
            raise RefusedRequestError(413, "too large")
        chunks.append(chunk)
    return b"".join(chunks)


def _object(text: bytes | str) -> Json:
    try:
        value = orjson.loads(text)
    except orjson.JSONDecodeError:
        raise RefusedRequestError(400, "not JSON") from None
    if not isinstance(value, dict):
        raise RefusedRequestError(400, "not an object")
    return value


def _form(body: bytes) -> Json:
    """A form: a slash command's fields, or the `payload` of an interaction."""
    try:
        fields: Json = {**fields_of(body)}
    except NoFormError:
        raise RefusedRequestError(400, "not a form") from None
    if "payload" in fields:
        return _object(fields["payload"])
    fields.pop("type", None)  # only JSON says what it is
    if "command" not in fields and "ssl_check" not in fields:
        raise RefusedRequestError(400, "neither a command nor a payload")
    return fields


def _challenge(payload: Json) -> web.Response:
    challenge = payload.get("challenge")
    if not isinstance(challenge, str):
        raise RefusedRequestError(400, "no challenge")
    return _json({"challenge": challenge})


def _json(body: Json | None) -> web.Response:
    if body is None:
        return web.Response()
    return web.Response(body=orjson.dumps(body), content_type=_JSON)
