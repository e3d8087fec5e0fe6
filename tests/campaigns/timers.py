"""A bot that is dead while a timer comes due.

How often it rings afterwards, and what the facilitator sees of it.
"""

from __future__ import annotations

import asyncio
import json
import signal
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.campaigns.campaign import Plot, scene
from tests.campaigns.slack_run import NEVER, SlackRun, rows
from tests.campaigns.story import Story
from tests.support.crashing_bot import Point
from tests.support.slack_texts import text_of

FEW = Plot(people=3)
_WAIT = 10.0


@dataclass(frozen=True, slots=True)
class Rung:
    """`facts`: what the timers have brought about. `asked`: cards that ask the facilitator what to do now."""

    facts: Counter[str]
    asked: int
    lateness: float
    """Seconds from the kill by our hand to the ring."""


async def rung(folder: Path, late: float, points: tuple[Point, ...] = ()) -> Rung:
    """Dead over a due time, and up again `late` seconds after it.

    Then killed at `points`, one after another.
    """
    async with scene(folder, NEVER, FEW) as (run, people):
        await run.machine.start()
        story = Story(people, size=FEW.people)
        await story.leader.commands("aloita 1")
        for one in story.team:
            await one.presses("join", "C1")
        await story.leader.presses("begin")
        await run.machine.settled()
        run.machine.ahead = _first_due(run) - datetime.now(UTC).timestamp() + late
        run.machine.next_points = list(points)
        assert run.machine.bot is not None
        run.machine.bot.send(signal.SIGKILL)
        began = asyncio.get_running_loop().time()
        await _something_rang(run)
        lateness = asyncio.get_running_loop().time() - began
        await run.machine.settled()
        for _ in range(2):  # whatever has rung does not ring again
            await run.machine.restarted(signal.SIGKILL)
            await asyncio.sleep(0.3)
            await run.machine.settled()
        messages = await story.leader.messages()
        asked = sum(
            "2 min jäljellä" in text_of(one) or "Aika tuli täyteen:" in text_of(one) for one in messages
        )
        return Rung(_ringing(run), asked, lateness)


def _first_due(run: SlackRun) -> float:
    """Seconds of the epoch."""
    (earliest,) = rows(run.machine.database, "SELECT min(due) FROM timers")
    return float(earliest[0]) / 1e6


async def _something_rang(run: SlackRun) -> None:
    async with asyncio.timeout(_WAIT):
        while not _ringing(run):  # noqa: ASYNC110 -- told by a log file
            await asyncio.sleep(0.01)


def _ringing(run: SlackRun) -> Counter[str]:
    stored = rows(run.machine.database, "SELECT kind, body FROM facts")
    kinds = {"TimeWarned", "TimeRanOut"}
    return Counter(f"{kind} {json.loads(body)['visit']}" for kind, body in stored if kind in kinds)
