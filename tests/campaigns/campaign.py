"""Runs, a few at a time: play, kill, start again, play on, and hold the end against the record."""

from __future__ import annotations

import asyncio
import shutil
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tests.campaigns.company import Company
from tests.campaigns.ending import Ending, ending
from tests.campaigns.machine import NEVER, Machine
from tests.campaigns.slack_company import in_slack
from tests.campaigns.story import Story
from tests.campaigns.teams_company import in_teams
from tests.campaigns.verdict import Comparison, Verdict, compare, lost_and_doubled
from tests.support.crashing_bot import Point, counted

T = TypeVar("T")
AT_A_TIME = 3
LONGEST = 400.0
"""Seconds of one run."""


@dataclass(frozen=True, slots=True)
class Plot:
    """Which workshop is played where: how many people, which scenes, all at the same time or in turn."""

    platform: str = "slack"
    people: int = 8
    scenes: Sequence[str] = Story.SCENES
    together: bool = False
    fresh: bool = False
    """Each new start of the bot is a new interpreter."""


FEW_SCENES = ("lobby", "talk", "pairs", "end")
PLATFORMS: dict[str, Callable[[Machine, int], AbstractAsyncContextManager[Company]]] = {
    "slack": in_slack,
    "teams": in_teams,
}
Meanwhile = Callable[[Machine, Company], Awaitable[None]]


@asynccontextmanager
async def scene(folder: Path, plot: Plot, point: Point = NEVER) -> AsyncIterator[Company]:
    """People on their platform; the bot may be started."""
    machine = Machine(folder, {}, point, fresh=plot.fresh)
    async with PLATFORMS[plot.platform](machine, plot.people) as company:
        try:
            yield company
        finally:
            await machine.stop()


async def played(
    folder: Path,
    plot: Plot,
    point: Point = NEVER,
    expected: Ending | None = None,
    meanwhile: Meanwhile | None = None,
) -> tuple[Verdict, Ending | None]:
    """One run, compared with `expected` if given, `meanwhile` beside it. Its folder stays if it fails."""
    async with scene(folder, plot, point) as company:
        end, broken = None, list[str]()
        beside = asyncio.ensure_future(meanwhile(company.machine, company)) if meanwhile else None
        try:
            async with asyncio.timeout(LONGEST):
                end = await _to_the_end(company, plot)
        except Exception as error:  # noqa: BLE001 -- whatever it is, it is what the run has shown
            broken.append("".join(traceback.format_exception_only(error)).strip() + _where(error))
        finally:
            if beside is not None:
                beside.cancel()
                await asyncio.gather(beside, return_exceptions=True)
        broken += company.machine.trouble
        verdict = _verdict(company, plot, end, expected, "; ".join(broken))
    if verdict.fine:
        shutil.rmtree(folder, ignore_errors=True)
    return verdict, end


async def _to_the_end(company: Company, plot: Plot) -> Ending:
    await company.machine.start()
    story = Story(company, size=plot.people, together=plot.together)
    await story.play(plot.scenes)
    await company.machine.settled()
    users = [one.user for one in story.everybody]
    return await ending(company, company.machine.folder, users, story.leader.user)


def _verdict(
    company: Company, plot: Plot, end: Ending | None, expected: Ending | None, broken: str
) -> Verdict:
    machine, record = company.machine, company.record
    lost, doubled = lost_and_doubled(record.acknowledged, end.deeds) if end else ((), ())
    compared = (
        compare(expected, end, in_order=not plot.together, keys=plot.platform == "slack")
        if end and expected
        else Comparison()
    )
    return Verdict(
        point=machine.point,
        fired=machine.deaths > 0,
        lost=lost,
        doubled_effects=doubled,
        doubled_posts=(*(end.doubled if end else ()), *map(str, compared.doubled_posts)),
        most_in_a_room=compared.most_in_a_room,
        strayed=end.strayed if end else (),
        different=compared.different,
        resumes=tuple(machine.resumes),
        deaths=machine.deaths,
        doubtful=machine.doubtful,
        acknowledged=len(record.acknowledged),
        again=record.refused,
        broken=broken,
        counts=machine.first_counts or counted(machine.folder / "counts.0"),
    )


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
    """A run for each of the points, a few at a time."""

    def job(point: Point) -> Callable[[], Awaitable[Verdict]]:
        async def run() -> Verdict:
            return (await played(folder / str(point).replace(":", "-"), plot, point, expected))[0]

        return run

    return await in_pairs(map(job, which), told)


def _where(error: BaseException) -> str:
    """The places in the story and in what people do that led there."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [
        f"{Path(one.filename).stem}:{one.lineno} {one.name}" for one in frames if "campaigns" in one.filename
    ]
    return f" (at {' > '.join(ours[-4:])})"
