"""Random kills on a bad day of the platform, restarts in good order, and the platform's bad day alone."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.campaigns.campaign import Meanwhile, played
from tests.campaigns.ending import Ending
from tests.campaigns.ledger import SLOWEST, Ledger, not_fine, shown, too_slow
from tests.campaigns.storms import TOGETHER, BadDay, Kills, Restarts
from tests.campaigns.verdict import Verdict

KILLS = 50
RESTARTS = 10
_MOST_RUNS = 25


async def stormy(folder: Path, make: list[Meanwhile]) -> list[Verdict]:
    """A workshop for each of them, in which everybody acts at the same time; compared with a calm one."""
    calm, end = await played(folder / "calm", TOGETHER)
    assert calm.fine, shown(calm)
    return [await _one(folder / f"storm-{number}", end, storm) for number, storm in enumerate(make)]


async def _one(folder: Path, expected: Ending | None, storm: Meanwhile) -> Verdict:
    verdict, _ = await played(folder, TOGETHER, expected=expected, meanwhile=storm)
    return verdict


async def until_killed(folder: Path, times: int) -> list[Verdict]:
    """Workshop after workshop, until so many kills."""
    found: list[Verdict] = []
    for seed in range(_MOST_RUNS):
        found += await stormy(folder / str(seed), [Kills(seed)])
        if sum(one.deaths for one in found) >= times:
            break
    return found


@pytest.mark.slow
def test_killed_at_random_while_the_platform_has_a_bad_day(tmp_path: Path, ledger: Ledger) -> None:
    found = asyncio.run(until_killed(tmp_path, KILLS))

    ledger.add("Slack, random kills and faults (429, 500, 503, dropped, slow)", found)
    assert not_fine(found) == ""
    assert sum(one.deaths for one in found) >= KILLS
    assert too_slow(found) == []


@pytest.mark.slow
def test_restarted_in_good_order_again_and_again(tmp_path: Path, ledger: Ledger) -> None:
    restarts = Restarts(RESTARTS)
    found = asyncio.run(stormy(tmp_path, [restarts]))

    longest = max(restarts.gaps, default=0.0)
    note = f"{len(restarts.gaps)} restarts; from SIGTERM until served again {longest:.2f} s at most"
    ledger.add("Slack, SIGTERM", found, note)
    assert not_fine(found) == ""
    assert len(restarts.gaps) == RESTARTS
    assert longest <= SLOWEST


@pytest.mark.slow
def test_a_bad_day_of_the_platform(tmp_path: Path, ledger: Ledger) -> None:
    days = [BadDay(1), BadDay(2)]
    found = asyncio.run(stormy(tmp_path, [*days]))

    ledger.add("Slack, faults only", found, f"{sum(one.faults for one in days)} faults were set up")
    assert not_fine(found) == ""
