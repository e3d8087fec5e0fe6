"""A bot that is dead while a timer comes due: how often it rings afterwards, and what is seen of it."""

from __future__ import annotations

import asyncio
import json
import signal
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.campaigns.campaign import Plot, scene
from tests.campaigns.machine import Machine, rows
from tests.campaigns.story import Story
from tests.support.crashing_bot import Point
from tests.support.until import until

PEOPLE = 3
_WAIT = 60.0


@dataclass(frozen=True, slots=True)
class Rung:
    """`facts`: what the timers have brought about. `asked`: cards that ask the facilitator what to do now."""

    facts: Counter[str]
    asked: int
    lateness: float
    """Seconds from the kill by our hand to the ring."""


async def rung(folder: Path, late: float, points: tuple[Point, ...] = (), platform: str = "slack") -> Rung:
    """Dead over a due time, and up again `late` seconds after it; then killed at `points`, in turn."""
    async with scene(folder, Plot(platform, PEOPLE)) as company:
        machine = company.machine
        await machine.start()
        story = Story(company, size=PEOPLE)
        await story.leader.commands("aloita 1")
        for one in story.team:
            await one.presses("join", company.channel)
        await story.leader.presses("begin")
        await machine.settled()
        machine.ahead = _first_due(machine) - datetime.now(UTC).timestamp() + late
        machine.next_points = list(points)
        assert machine.bot is not None
        machine.bot.send(signal.SIGKILL)
        began = asyncio.get_running_loop().time()
        await _something_rang(machine)
        lateness = asyncio.get_running_loop().time() - began
        await machine.settled()
        for _ in range(2):  # whatever has rung does not ring again
            await machine.restarted(signal.SIGKILL)
            await asyncio.sleep(0.3)
            await machine.settled()
        cards = [one.text for one in await company.seen([story.leader.user])]
        asked = sum(one.startswith(("2 min jäljellä: ", "Aika tuli täyteen: ")) for one in cards)
        return Rung(_ringing(machine), asked, lateness)


def _first_due(machine: Machine) -> float:
    """Seconds of the epoch."""
    (earliest,) = rows(machine.database, "SELECT min(due) FROM timers")
    return float(earliest[0]) / 1e6


async def _something_rang(machine: Machine) -> None:
    async def has_rung() -> bool:
        return bool(_ringing(machine))

    await until(has_rung, _WAIT)


def _ringing(machine: Machine) -> Counter[str]:
    stored = rows(machine.database, "SELECT kind, body FROM facts")
    kinds = {"TimeWarned", "TimeRanOut"}
    return Counter(f"{kind} {json.loads(body)['visit']}" for kind, body in stored if kind in kinds)
