"""`/healthz`: the process lives. `/readyz`: it can do its work, and how long the oldest message waits."""

from __future__ import annotations

import asyncio

from aiohttp import web

from bot.clock import Clock
from bot.storage.errors import DatabaseBusyError
from bot.storage.store import Store

_PATIENCE = 2.0
"""Seconds that the database may take."""


class Health:
    """Call `ready()` when everything has started, `leaving()` when the bot begins to stop."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._ready = False

    def add_routes(self, app: web.Application) -> None:
        """Add both routes."""
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/readyz", self._readyz)

    def ready(self) -> None:
        """Everything has started."""
        self._ready = True

    def leaving(self) -> None:
        """The bot stops: send it nothing more."""
        self._ready = False

    async def _healthz(self, _: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def _readyz(self, _: web.Request) -> web.Response:
        try:
            oldest = await asyncio.wait_for(self._store.oldest_unfinished(), _PATIENCE)
        except (TimeoutError, DatabaseBusyError):
            return web.json_response({"status": "no database"}, status=503)
        waits = max(0.0, (self._clock.now() - oldest).total_seconds()) if oldest else 0.0
        status = "ok" if self._ready else "starting or stopping"
        body = {"status": status, "oldest_unfinished_seconds": round(waits, 1)}
        return web.json_response(body, status=200 if self._ready else 503)
