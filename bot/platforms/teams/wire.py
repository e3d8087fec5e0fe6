"""How everything reaches the Bot Connector: aiohttp, one shared session, our token, one try.

The SDK's own sender works in threads, opens a new connection for each turn and repeats some requests by
itself; with urllib3 1.26 even a POST (reliability.md, finding 8). Whether to try again is the outbox's
business.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import aiohttp
import orjson
from yarl import URL

from bot.platforms.teams.credentials import Credentials
from bot.platforms.teams.errors import Answer, Lost

TIMEOUT = aiohttp.ClientTimeout(total=15, connect=5)
_CODE = re.compile(r"[A-Za-z0-9_]{1,60}")
_LONGEST_WAIT = 3600.0
_BEFORE_SENDING = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.InvalidURL,
)


class Wire:
    """Sends once; raises `Answer` for anything but success and `Lost` when there was no answer."""

    def __init__(self, session: aiohttp.ClientSession, credentials: Credentials) -> None:
        self._session = session
        self._credentials = credentials

    async def ask(
        self, method: str, url: str, data: bytes | None, headers: Mapping[str, str]
    ) -> tuple[int, Mapping[str, str], bytes]:
        """Status, headers and body of a success; `url` is already quoted."""
        token = await self._credentials.token()
        given = {**headers, "Authorization": f"Bearer {token}"} if token else headers
        try:
            async with self._session.request(
                method,
                URL(url, encoded=True),
                data=data,
                headers=given,
                allow_redirects=False,
                timeout=TIMEOUT,
            ) as response:
                status, got, body = response.status, response.headers, await response.read()
        except _BEFORE_SENDING as error:
            raise Lost(type(error).__name__, sent=False) from None
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Lost(type(error).__name__, sent=True) from None
        if status >= 300:  # noqa: PLR2004 -- HTTP; redirects are not followed either
            raise self._answer(status, got, body)
        return status, got, body

    def _answer(self, status: int, headers: Mapping[str, str], data: bytes) -> Answer:
        if status == 401:  # noqa: PLR2004 -- HTTP
            self._credentials.forget()
        return Answer(status, code_in(data), _seconds(headers.get("Retry-After", "")))


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
