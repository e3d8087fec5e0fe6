"""What goes on beside a workshop: kills at random, restarts in good order, a platform's bad day."""

from __future__ import annotations

import asyncio
import signal
from random import Random

from tests.campaigns.company import Company
from tests.campaigns.machine import Machine

_METHODS = (
    "chat.postMessage",
    "chat.postMessage",
    "chat.update",
    "chat.update",
    "conversations.open",
    "conversations.history",
    "files.getUploadURLExternal",
    "files.completeUploadExternal",
)
_LIVES = (0.3, 2.5)
"""Seconds that a bot serves before it is killed."""
_FAULTS = (
    {"kind": "error", "error": "ratelimited", "after": 1},
    {"kind": "status", "status": 500},
    {"kind": "status", "status": 503},
    {"kind": "drop"},
    {"kind": "status", "status": 500, "accepted": True},
    {"kind": "drop", "accepted": True},
    {"kind": "delay", "delay": 0.3},
)


class Kills:
    """SIGKILL again and again, `most` times, at random moments; with `faults` the platform misbehaves too.

    Without an end a bot on a busy machine might never live long enough to do anything.
    """

    def __init__(self, seed: int = 1, *, faults: bool = True, most: int = 10) -> None:
        self._chance = Random(seed)
        self._faults = faults
        self._left = most

    async def __call__(self, machine: Machine, company: Company) -> None:
        """Until it is cancelled, or they are all dealt."""
        while self._left:
            await machine.up.wait()
            if self._faults:
                await _misbehave(self._chance, company)
            await asyncio.sleep(self._chance.uniform(*_LIVES))
            await machine.restarted(signal.SIGKILL)
            self._left -= 1


class Restarts:
    """SIGTERM, `times` times, as in a rolling deploy; `gaps` are the seconds in which nobody was served."""

    def __init__(self, times: int = 10, every: float = 0.4) -> None:
        self._times = times
        self._every = every
        self.gaps: list[float] = []

    async def __call__(self, machine: Machine, company: Company) -> None:
        """Then let it be."""
        del company
        for _ in range(self._times):
            await machine.up.wait()
            await asyncio.sleep(self._every)
            self.gaps.append(await machine.restarted(signal.SIGTERM))


class BadDay:
    """No kills: only what platforms do."""

    def __init__(self, seed: int = 1, every: float = 0.05) -> None:
        self._chance = Random(seed)
        self._every = every
        self.faults = 0

    async def __call__(self, machine: Machine, company: Company) -> None:
        """Until it is cancelled."""
        while True:
            await machine.up.wait()
            await _misbehave(self._chance, company)
            self.faults += 1
            await asyncio.sleep(self._every)


async def _misbehave(chance: Random, company: Company) -> None:
    """One more thing goes wrong, soon."""
    fault = chance.choice(_FAULTS)
    await company.goes_wrong({"method": chance.choice(_METHODS), "skip": chance.randrange(3), **fault})
