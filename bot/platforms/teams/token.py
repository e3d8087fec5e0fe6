"""Whether a request really comes from Teams: the bearer token, checked by us and not by the SDK.

RS256 only, and `iss`, `aud`, `exp`, `nbf` and `serviceurl` must all be there and right, with five minutes
for clocks that differ. The tokens of the emulator and of other bots, which the SDK takes too, are refused.
Source: Microsoft, "Authenticate requests from the Bot Connector service"; platforms.md 2.3; reliability.md
4.1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import jwt
from jwt.exceptions import PyJWTError

from bot.platforms.teams.keys import Keys

ISSUER = "https://api.botframework.com"
CHANNEL = "msteams"
_SKEW = 300
"""Seconds."""
_LONGEST = 8192
_NEEDED = ["exp", "nbf", "iss", "aud", "serviceurl"]


class ForgedError(Exception):
    """The token is missing, or not one that Teams has made for us. The text says which check failed."""


@dataclass(frozen=True, slots=True)
class TokenCheck:
    """Who may have signed, and for whom."""

    keys: Keys
    app_id: str
    issuer: str = ISSUER

    async def service_url(self, authorization: str) -> str:
        """The service address that the token was made for; raises `ForgedError`."""
        token = _bearer(authorization)
        key = await self.keys.get(_kid(token))
        if key is None:
            raise ForgedError("unknown key")
        if CHANNEL not in key.endorsements:
            raise ForgedError("key not endorsed")
        return self._claims(token, key.public)

    def _claims(self, token: str, public: Any) -> str:
        try:
            claims = jwt.decode(
                token,
                public,
                algorithms=["RS256"],
                audience=self.app_id,
                issuer=self.issuer,
                leeway=_SKEW,
                options={"require": _NEEDED, "strict_aud": True},
            )
        except (PyJWTError, ValueError, TypeError) as error:
            raise ForgedError(type(error).__name__) from None
        url = claims["serviceurl"]
        if not isinstance(url, str):
            raise ForgedError("serviceurl")
        return url


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
