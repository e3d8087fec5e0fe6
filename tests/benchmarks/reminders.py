"""Reminders: a hundred thousand that wait, and two thousand that are due at nine.

python -m tests.benchmarks.reminders
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from adaptive_cards.views.journey import digest as views
from bot.commands.serve import tidy_from_now_on
from bot.outbox.manners import Manners
from bot.storage.changes import Changes, NudgeKey, NudgeTimes
from dialogs.calendar.due import Kind
from dialogs.journey import areas
from tests.benchmarks.measured import Line, at_most, median
from tests.simulation.world import World
from tests.support.reminded import Ping, Reminded, nudge_of, ping

WAITING = 100_000
DUE = 2_000
LOOKS = 30
SLACK_A_MINUTE = 200
"""Posts that nobody waits for, of the several hundred a minute that Slack allows in a workspace."""


@dataclass
class Found:
    """What was seen; times in milliseconds unless they are called otherwise."""

    empty: float = 0.0
    among_many: float = 0.0
    said_seconds: float = 0.0
    blocked: float = 0.0
    minutes: float = 0.0
    a_minute: int = 0
    out_of_place: int = 0
    posts: int = 0


async def _look(world: World) -> float:
    """The milliseconds of a look when nothing is due: the one in the middle."""
    times = []
    for _ in range(LOOKS):
        begun = time.perf_counter()
        await world.core.reminders.say_due()
        times.append((time.perf_counter() - begun) * 1000)
    return median(times)


async def _set(world: World, number: int, after: timedelta) -> None:
    """So many reminders of as many people, each a little after the one before."""
    stream = next(iter(world.core.state.journeys.places.values()))
    now = world.now
    for start in range(0, number, 1000):
        nudges: dict[NudgeKey, NudgeTimes | None] = {
            NudgeKey(f"slack:T1:U{one:06}", stream, f"task/{one}", Kind.TASK_GIVEN): NudgeTimes(
                now + after + timedelta(milliseconds=one)
            )
            for one in range(start, min(start + 1000, number))
        }
        await world.core.writer.write(Changes(now, nudges=nudges))


async def _longest_block(work: Callable[[], Awaitable[None]]) -> float:
    """The most milliseconds (of the processor) for which nobody else had a turn while `work` was done."""
    worst, over = 0.0, asyncio.Event()

    async def tick() -> None:
        nonlocal worst
        while not over.is_set():
            begun = time.thread_time()
            await asyncio.sleep(0.001)
            worst = max(worst, time.thread_time() - begun)

    ticking = asyncio.create_task(tick())
    await work()
    over.set()
    await ticking
    return worst * 1000


async def _run(folder: str) -> Found:
    found = Found()
    world = World(f"sqlite:///{folder}/bench.sqlite3", Random(1), faults=0.0, manners=Manners())
    await world.open()
    await Reminded.journey_in(world.core)
    found.empty = await _look(world)
    await _set(world, WAITING, timedelta(days=300))
    found.among_many = await _look(world)

    await _set(world, DUE, timedelta(0))
    world.move_to(world.now + timedelta(seconds=3))
    begun, nine = time.perf_counter(), world.now

    async def say() -> None:
        await world.core.reminders.say_due()
        found.said_seconds = time.perf_counter() - begun
        await world.settled()

    tidy_from_now_on()  # as in `paja serve`: the default looks through all 100,000 time and again
    found.blocked = await _longest_block(say)
    digests = world.watch.digests
    found.posts = len(digests)
    times = [(one.at - nine).total_seconds() for one in digests]
    found.minutes = max(times, default=0.0) / 60
    found.a_minute = max(sum(start <= one < start + 60 for one in times) for start in times[::20])
    wanted = {person: place for place, person in enumerate(sorted(one.person for one in digests))}
    found.out_of_place = max(abs(wanted[one.person] - place) for place, one in enumerate(digests))
    await world.close()
    return found


def measure() -> list[Line]:
    """Lines for the table."""
    for kind in Kind:
        areas.NUDGES[kind.value] = nudge_of(kind.value)
    views.NUDGE_VIEWS = {**views.NUDGE_VIEWS, Ping: ping}
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(_run(folder))
    idle = (found.among_many - found.empty) * 2 / 60_000 * 100
    return [
        at_most("reminders: a look among 100,000 that wait", found.among_many, 10, "ms"),
        Line(
            "reminders: share of a core for 100,000 that wait",
            f"{max(idle, 0):.4f} % more than for none ({found.empty:.2f} ms a look, two a minute)",
            "≤ 0.01 %",
            idle <= 0.01,
        ),
        at_most("reminders: 2,000 due at nine are decided and durable", found.said_seconds, 20, "s"),
        at_most("reminders: longest time without a turn for others meanwhile", found.blocked, 250, "ms"),
        Line("reminders: digests posted", str(found.posts), str(DUE), found.posts == DUE),
        at_most("reminders: most posts in any minute", found.a_minute, SLACK_A_MINUTE, "in a workspace"),
        at_most("reminders: until the last has left (limits kept)", found.minutes, 12, "min"),
        at_most("reminders: furthest out of its place in the queue", found.out_of_place, 20, "places"),
    ]


if __name__ == "__main__":
    for line in measure():
        print(line.what, "|", line.measured, "|", line.target, "|", line.met)
