"""What goes on beside a workshop.

Kills at random, restarts in good order, and a platform that has a bad day.
"""

from __future__ import annotations

import asyncio
import signal
from random import Random

from tests.campaigns.campaign import Plot
from tests.campaigns.people import PatientPeople
from tests.campaigns.slack_run import SlackRun

TOGETHER = Plot(together=True)
"""Everybody acts at the same time."""
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
    """SIGKILL again and again, at random moments; with `faults` the platform misbehaves as well."""

    def __init__(
        self, seed: int = 1, *, faults: bool = True, between: tuple[float, float] = (0.3, 2.5)
    ) -> None:
        self._chance = Random(seed)
        self._faults = faults
        self._between = between
        self.kills = 0

    async def __call__(self, run: SlackRun, people: PatientPeople) -> None:
        """Until it is cancelled."""
        while True:
            await run.machine.up.wait()
            if self._faults:
                await _misbehave(self._chance, people)
            await asyncio.sleep(self._chance.uniform(*self._between))
            await run.machine.restarted(signal.SIGKILL)
            self.kills += 1


class Restarts:
    """SIGTERM, `times` times, as in a rolling deploy; `gaps` are the seconds in which nobody was served."""

    def __init__(self, times: int = 10, every: float = 0.7) -> None:
        self._times = times
        self._every = every
        self.gaps: list[float] = []

    async def __call__(self, run: SlackRun, people: PatientPeople) -> None:
        """Then let it be."""
        await people.control("rates")
        for _ in range(self._times):
            await run.machine.up.wait()
            await asyncio.sleep(self._every)
            self.gaps.append(await run.machine.restarted(signal.SIGTERM))


class BadDay:
    """No kills: only what platforms do."""

    def __init__(self, seed: int = 1, every: float = 0.05) -> None:
        self._chance = Random(seed)
        self._every = every
        self.faults = 0

    async def __call__(self, run: SlackRun, people: PatientPeople) -> None:
        """Until it is cancelled."""
        while True:
            await run.machine.up.wait()
            await _misbehave(self._chance, people)
            self.faults += 1
            await asyncio.sleep(self._every)


async def _misbehave(chance: Random, people: PatientPeople) -> None:
    """One more thing goes wrong, soon."""
    await people.control(
        "fault", method=chance.choice(_METHODS), skip=chance.randrange(3), **chance.choice(_FAULTS)
    )
