"""Our own token for the Bot Connector, kept until shortly before it runs out.

The SDK asks for a new one with every turn, in the event loop (platforms.md 2.6). msal is synchronous, so it
works in a thread, once however many messages wait for it.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import Any

import structlog

from bot.platforms.platform import PassingError, RefusedError

_log = structlog.get_logger(__name__)
_SCOPE = "https://api.botframework.com"
_EARLY = 300
"""Seconds before its end at which a token is not used any more."""
_MULTI_TENANT = "botframework.com"
MANAGED = "userassignedmsi"


@dataclass(frozen=True, slots=True, repr=False)
class Registration:
    """Who the bot is with Microsoft. An empty `app_id` is nobody: the Agents Playground asks for no token."""

    app_id: str = ""
    password: str = ""
    app_type: str = "MultiTenant"
    tenant_id: str = ""
    login: str = "https://login.microsoftonline.com"

    @property
    def single_tenant(self) -> bool:
        """Whether only one tenant may use this bot."""
        return self.app_type.lower() in {"singletenant", MANAGED} and bool(self.tenant_id)


class Credentials:
    """The bearer token. `http` is msal's own kind of HTTP client, None for its usual one."""

    def __init__(self, registration: Registration, http: Any = None) -> None:
        self._who = registration
        self._http = http
        self._app: Any = None
        self._token = ""
        self._ends = 0.0
        self._lock = asyncio.Lock()

    @property
    def app_id(self) -> str:
        """Who we are, "" when nobody."""
        return self._who.app_id

    async def token(self) -> str:
        """A token with some minutes left, "" when we are nobody; raises `PassingError` or `RefusedError`."""
        if not self._who.app_id or time.time() < self._ends - _EARLY:
            return self._token
        async with self._lock:
            if time.time() >= self._ends - _EARLY:
                await self._renew()
        return self._token

    def forget(self) -> None:
        """Ask anew next time: Teams does not take this one."""
        self._ends = 0.0

    async def _renew(self) -> None:
        try:
            got = await asyncio.to_thread(self._ask)
        except Exception as error:  # noqa: BLE001 -- msal raises whatever its HTTP client raises
            self._app = None  # msal would not ask again for a minute; when to ask is for the outbox to say
            _log.warning("teams.login_unreachable", error=type(error).__name__)
            raise PassingError("login unreachable") from None
        if "access_token" not in got:
            _log.error("teams.login_refused", error=str(got.get("error", ""))[:60])
            raise RefusedError("login refused")
        self._token, self._ends = got["access_token"], time.time() + int(got.get("expires_in", 3600))

    def _ask(self) -> dict[str, Any]:
        import msal  # noqa: PLC0415 -- slow to import, and only needed with a registration

        if self._who.app_type.lower() == MANAGED:
            return self._ask_managed(msal)
        if self._app is None:
            self._app = msal.ConfidentialClientApplication(
                self._who.app_id,
                client_credential=self._who.password,
                authority=f"{self._who.login}/{self._authority}",
                http_client=self._http,
                timeout=None if self._http else 10,
            )
        self._app.remove_tokens_for_client()
        got: dict[str, Any] = self._app.acquire_token_for_client(scopes=[f"{_SCOPE}/.default"])
        return got

    def _ask_managed(self, msal: Any) -> dict[str, Any]:
        import requests  # noqa: PLC0415 -- the same

        identity = msal.UserAssignedManagedIdentity(client_id=self._who.app_id)
        client = msal.ManagedIdentityClient(identity, http_client=self._http or requests.Session())
        got: dict[str, Any] = client.acquire_token_for_client(resource=_SCOPE)
        return got

    @property
    def _authority(self) -> str:
        return self._who.tenant_id if self._who.single_tenant else _MULTI_TENANT
