"""Runs, one after another or two at a time.

Play, kill, start again, play on, and hold the end against the record.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tests.campaigns.ending import Ending, ending
from tests.campaigns.people import PatientPeople
from tests.campaigns.slack_run import NEVER, SlackRun
from tests.campaigns.story import Story
from tests.campaigns.verdict import Verdict, differences, lost_and_doubled
from tests.support.crashing_bot import WHEN, Point, counted

T = TypeVar("T")
AT_A_TIME = 2
LONGEST = 240.0
"""Seconds of one run."""


@dataclass(frozen=True, slots=True)
class Plot:
    """Which workshop is played: how many people, which scenes, at the same time or one after another."""

    people: int = 8
    scenes: Sequence[str] = Story.SCENES
    together: bool = False


WHOLE = Plot()
SHORT = Plot(people=4, scenes=("lobby", "talk", "pairs", "end"))
Meanwhile = Callable[[SlackRun, PatientPeople], Awaitable[None]]


@asynccontextmanager
async def scene(folder: Path, point: Point, plot: Plot) -> AsyncIterator[tuple[SlackRun, PatientPeople]]:
    """A bot that serves, and people in front of it."""
    async with (
        SlackRun(folder, point, people=plot.people) as run,
        PatientPeople(run.fake_url, run.machine) as people,
    ):
        await people.control("no_rates")
        yield run, people


async def played(
    folder: Path,
    plot: Plot = WHOLE,
    point: Point = NEVER,
    expected: Ending | None = None,
    meanwhile: Meanwhile | None = None,
) -> tuple[Verdict, Ending | None]:
    """One run; compared with `expected` if given.

    `meanwhile` goes on beside it. Its folder stays if it fails.
    """
    async with scene(folder, point, plot) as (run, people):
        end, broken = None, ""
        beside = asyncio.ensure_future(meanwhile(run, people)) if meanwhile else None
        try:
            async with asyncio.timeout(LONGEST):
                end = await _to_the_end(run, people, plot)
        except Exception as error:  # noqa: BLE001 -- whatever it is, it is what the run has shown
            broken = "".join(traceback.format_exception_only(error)).strip() + _where(error)
        finally:
            if beside is not None:
                beside.cancel()
                await asyncio.gather(beside, return_exceptions=True)
        verdict = _verdict(
            run, people, plot, end, expected, "; ".join([*run.machine.trouble, broken]).strip("; ")
        )
    if verdict.fine:
        shutil.rmtree(folder, ignore_errors=True)
    return verdict, end


async def _to_the_end(run: SlackRun, people: PatientPeople, plot: Plot) -> Ending:
    await run.machine.start()
    story = Story(people, size=plot.people, together=plot.together)
    await story.play(plot.scenes)
    await run.machine.settled()
    return await ending(people, run.folder, [one.user for one in story.everybody], story.leader.user)


def _verdict(
    run: SlackRun,
    people: PatientPeople,
    plot: Plot,
    end: Ending | None,
    expected: Ending | None,
    broken: str,
) -> Verdict:
    machine, record = run.machine, people.record
    lost, doubled = lost_and_doubled(record.acknowledged, end.deeds) if end else ((), ())
    first = machine.first_counts or counted(run.folder / "counts.0")
    return Verdict(
        point=machine.point,
        fired=machine.deaths > 0,
        lost=lost,
        doubled_effects=doubled,
        doubled_posts=end.doubled if end else (),
        strayed=end.strayed if end else (),
        different=differences(expected, end, in_order=not plot.together) if end and expected else (),
        resumes=tuple(machine.resumes),
        deaths=machine.deaths,
        acknowledged=len(record.acknowledged),
        posts=end.posts if end else 0,
        again=record.refused,
        broken=broken,
        counts=first,
    )


def points(counts: dict[str, int], every: int = 1) -> list[Point]:
    """All points of a run that has so many commits and calls; of `every` points one, in turn of each sort."""
    found = [
        Point(kind, when, number)
        for kind, times in counts.items()
        for when in WHEN[kind]
        for number in range(1, times + 1)
    ]
    return found[::every]


async def in_pairs(jobs: Iterable[Callable[[], Awaitable[T]]], told: Callable[[T], None]) -> list[T]:
    """Do all jobs, a few at a time; `told` hears of each at once."""
    slots, done = asyncio.Semaphore(AT_A_TIME), []

    async def one(job: Callable[[], Awaitable[T]]) -> None:
        async with slots:
            result = await job()
        done.append(result)
        told(result)

    await asyncio.gather(*map(one, jobs))
    return done


async def crashed_everywhere(
    folder: Path, plot: Plot, expected: Ending, which: Sequence[Point], told: Callable[[Verdict], None]
) -> list[Verdict]:
    """A run for each of the points."""

    def job(point: Point) -> Callable[[], Awaitable[Verdict]]:
        async def run() -> Verdict:
            return (await played(folder / str(point).replace(":", "-"), plot, point, expected))[0]

        return run

    return await in_pairs(map(job, which), told)


def cores() -> int:
    """Those of the machine that we may use."""
    return len(os.sched_getaffinity(0))


def _where(error: BaseException) -> str:
    """The places in the story and in what people do that led there."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [
        f"{Path(one.filename).stem}:{one.lineno} {one.name}" for one in frames if "campaigns" in one.filename
    ]
    return f" (at {' > '.join(ours[-4:])})"
