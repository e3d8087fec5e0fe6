"""Whether a request really comes from Teams: the bearer token, checked by us and not by the SDK.

RS256 only, and `iss`, `aud`, `exp`, `nbf` and `serviceurl` must all be there and right, with five minutes
for clocks that differ. The tokens of the emulator and of other bots, which the SDK takes too, are refused.
Source: Microsoft, "Authenticate requests from the Bot Connector service"; platforms.md 2.3; reliability.md
4.1.
"""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

import jwt
from jwt.exceptions import PyJWTError

from bot.platforms.teams.keys import Keys

ISSUER = "https://api.botframework.com"
CHANNEL = "msteams"

Json = dict[str, Any]
_SKEW = 300
"""Seconds."""
_GOOD_FOR = 300.0
"""Seconds that a token is believed without looking at it again: a key that is withdrawn counts that long."""
_MOST = 1000
_LONGEST = 8192
_NEEDED = ["exp", "nbf", "iss", "aud", "serviceurl"]


class ForgedError(Exception):
    """The token is missing, or not one that Teams has made for us. The text says which check failed."""


class TokenCheck:
    """Who may have signed, and for whom.

    Teams sends the same token for an hour; one that was good a moment ago is not calculated again.
    """

    def __init__(
        self, keys: Keys, app_id: str, issuer: str = ISSUER, clock: Callable[[], float] = time.time
    ) -> None:
        self._keys = keys
        self._app_id = app_id
        self._issuer = issuer
        self._clock = clock
        self._good: OrderedDict[bytes, tuple[str, float]] = OrderedDict()

    async def service_url(self, authorization: str) -> str:
        """The service address that the token was made for; raises `ForgedError`."""
        token = _bearer(authorization)
        digest = hashlib.blake2b(token.encode(), digest_size=32).digest()
        url, until = self._good.get(digest, ("", 0.0))
        if self._clock() < until:
            return url
        return self._remember(digest, await self._checked(token))

    async def _checked(self, token: str) -> Json:
        key = await self._keys.get(_kid(token))
        if key is None:
            raise ForgedError("unknown key")
        if CHANNEL not in key.endorsements:
            raise ForgedError("key not endorsed")
        return self._claims(token, key.public)

    def _remember(self, digest: bytes, claims: Json) -> str:
        """Good for some minutes, and no longer than it says itself."""
        url = str(claims["serviceurl"])
        self._good[digest] = (url, min(self._clock() + _GOOD_FOR, float(claims["exp"]) + _SKEW))
        while len(self._good) > _MOST:
            self._good.popitem(last=False)
        return url

    def _claims(self, token: str, public: Any) -> Json:
        try:
            claims: Json = jwt.decode(
                token,
                public,
                algorithms=["RS256"],
                audience=self._app_id,
                issuer=self._issuer,
                leeway=_SKEW,
                options={"require": _NEEDED, "strict_aud": True},
            )
        except (PyJWTError, ValueError, TypeError) as error:
            raise ForgedError(type(error).__name__) from None
        if not isinstance(claims["serviceurl"], str):
            raise ForgedError("serviceurl")
        return claims


def _bearer(authorization: str) -> str:
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token or len(token) > _LONGEST or not token.isascii():
        raise ForgedError("no bearer token")
    return token


def _kid(token: str) -> str:
    try:
        header = jwt.get_unverified_header(token)
    except (PyJWTError, ValueError, TypeError):
        raise ForgedError("not a token") from None
    kid = header.get("kid")
    if header.get("alg") != "RS256" or not isinstance(kid, str) or not kid:
        raise ForgedError("algorithm or key id")
    return kid
