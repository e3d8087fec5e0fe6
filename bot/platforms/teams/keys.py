"""The keys that Teams signs with, fetched without blocking anything, and again when Microsoft changes them.

The SDK's own cache fetches inside the event loop without a time limit, and answers 500 for up to a day after
a key change (reliability.md, finding 12). Here an unknown key id asks again at once, at most every five
minutes.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import structlog
from jwt import PyJWK
from jwt.exceptions import PyJWTError

_log = structlog.get_logger(__name__)
_TIMEOUT = aiohttp.ClientTimeout(total=5)
_LARGEST = 1_000_000
_RARELY = 300.0
"""Seconds between two fetches that unknown key ids may cause."""
_DAILY = 86_400.0
"""Seconds after which the keys are fetched anew even if nothing is missing."""


@dataclass(frozen=True, slots=True)
class Key:
    """A public key, and the channels that it may speak for."""

    public: Any
    endorsements: frozenset[str]


class Keys:
    """The keys of one OpenID metadata address."""

    def __init__(
        self, metadata: str, session: aiohttp.ClientSession, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._metadata = metadata
        self._session = session
        self._clock = clock
        self._keys: dict[str, Key] = {}
        self._tried = float("-inf")
        self._lock = asyncio.Lock()

    async def warm(self) -> None:
        """Fetch the keys before the first message needs them; if that fails, that message tries again."""
        async with self._lock:
            if not self._keys:
                await self._fetch()

    async def get(self, kid: str) -> Key | None:
        """The key `kid`, None when there is none of that name."""
        if kid in self._keys and self._clock() - self._tried < _DAILY:
            return self._keys[kid]
        async with self._lock:
            if self._is_due(kid):
                await self._fetch()
        return self._keys.get(kid)

    def _is_due(self, kid: str) -> bool:
        since = self._clock() - self._tried
        return since >= (_DAILY if kid in self._keys else _RARELY)

    async def _fetch(self) -> None:
        self._tried = self._clock()
        try:
            keys = await self._read()
        except (aiohttp.ClientError, TimeoutError, ValueError, KeyError, TypeError) as error:
            _log.warning("teams.keys_not_fetched", error=type(error).__name__)
            self._tried -= 0 if self._keys else _RARELY  # with no key at all, the next message tries again
            return
        self._keys = keys
        _log.info("teams.keys_fetched", keys=len(keys))

    async def _read(self) -> dict[str, Key]:
        where = (await self._json(self._metadata))["jwks_uri"]
        if urlsplit(where)[:2] != urlsplit(self._metadata)[:2]:
            raise ValueError("keys at another address")  # only from the fixed address
        made = (_key(one) for one in (await self._json(where))["keys"])
        keys = {kid: key for kid, key in made if key is not None}
        if not keys:
            raise ValueError("no keys")
        return keys

    async def _json(self, url: str) -> Any:
        async with self._session.get(url, timeout=_TIMEOUT, allow_redirects=False) as response:
            response.raise_for_status()
            if (response.content_length or 0) > _LARGEST:
                raise ValueError("too long")
            return await response.json(content_type=None)


def _key(jwk: dict[str, Any]) -> tuple[str, Key | None]:
    """One key of the list; those that are not RSA, or broken, are left out."""
    kid = str(jwk.get("kid", ""))
    try:
        public = PyJWK(jwk, algorithm="RS256").key if jwk.get("kty") == "RSA" and kid else None
    except PyJWTError:
        public = None
    if public is None:
        return kid, None
    return kid, Key(public, frozenset(map(str, jwk.get("endorsements") or ())))
