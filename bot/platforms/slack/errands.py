"""What is sent to Slack beside the answer to a request: passing answers and modals, nothing lasting."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import structlog

from bot.log import fault
from bot.platforms.platform import DeliveryError, PassingError, RateLimitedError

_log = structlog.get_logger(__name__)
_TRIES = 3
_LONGEST_WAIT = 5.0
_GRACE = 3.0


class Errands:
    """Runs errands beside the request; none of them can fail loudly."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[Any]] = set()

    def start(self, errand: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run `errand` beside what is going on now."""
        task = asyncio.create_task(_quietly(errand), name="errand")
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    async def finish(self) -> None:
        """Wait a moment for what is under way, then drop it."""
        if self._running:
            await asyncio.wait(set(self._running), timeout=_GRACE)
        for task in set(self._running):
            task.cancel()


async def tried(call: Callable[[], Coroutine[Any, Any, dict[str, Any]]]) -> dict[str, Any]:
    """The result of `call`, made again when Slack is only busy; for calls that do no harm twice."""
    for _ in range(_TRIES - 1):
        try:
            return await call()
        except (RateLimitedError, PassingError) as error:
            await asyncio.sleep(min(error.after or 0.3, _LONGEST_WAIT))
    return await call()


async def _quietly(errand: Coroutine[Any, Any, Any]) -> Any:
    try:
        return await errand
    except DeliveryError as error:
        _log.info("an answer is not shown", reason=error.reason)
    except Exception as error:  # noqa: BLE001 -- whoever acted has been answered already
        _log.error("an answer has failed", **fault(error))
    return None
