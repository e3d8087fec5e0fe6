"""Random kills on a bad day of the platform, restarts in good order, and the platform's bad day alone.

Everybody acts at the same time here, so which kill hits what is another one each time; a seed makes only the
waits and the faults the same. The invariants are those of `test_crash_points`, with two differences: lines
within a card may come in any order, and how long a start took is written down but only has to stay below
`TOO_LONG`: a storm cannot be tried again alone, the machine may be busy, and 5 s are for `test_crash_points`
to show.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from tests.campaigns.campaign import Meanwhile, Plot, in_pairs, played
from tests.campaigns.ending import Ending
from tests.campaigns.ledger import Ledger, shown
from tests.campaigns.storms import BadDay, Kills, Restarts
from tests.campaigns.verdict import Verdict

KILLS = {"slack": 50, "teams": 20}
RESTARTS = 10
SURELY = 5
"""On a quick machine the workshop may be over before the last restart."""
TOO_LONG = 20.0
"""Seconds."""
_MOST_RUNS = 25
_AT_ONCE = 2


async def calm(folder: Path, plot: Plot) -> Ending:
    """How the workshop ends when nothing happens to the bot."""
    verdict, end = await played(folder / "calm", plot)
    assert verdict.fine, shown(verdict)
    assert end is not None
    return end


async def stormy(folder: Path, plot: Plot, expected: Ending, storms: Sequence[Meanwhile]) -> list[Verdict]:
    """A workshop for each of them, compared with the calm one."""

    async def one(number: int, storm: Meanwhile) -> Verdict:
        return (await played(folder / f"storm-{number}", plot, expected=expected, meanwhile=storm))[0]

    jobs: list[Callable[[], Awaitable[Verdict]]] = [partial(one, *about) for about in enumerate(storms)]
    return await in_pairs(jobs, lambda _: None)


async def until_killed(folder: Path, platform: str) -> list[Verdict]:
    """Workshop after workshop, until so many kills."""
    plot, found = Plot(platform, together=True), list[Verdict]()
    expected = await calm(folder, plot)
    faults = platform == "slack"  # in Teams a fault may double a post without any kill
    for seed in range(0, _MOST_RUNS, _AT_ONCE):
        storms = [Kills(seed + number, faults=faults) for number in range(_AT_ONCE)]
        found += await stormy(folder / str(seed), plot, expected, storms)
        if sum(one.deaths for one in found) >= KILLS[platform]:
            break
    return found


async def beside(folder: Path, storms: Sequence[Meanwhile]) -> list[Verdict]:
    """Workshops in Slack, one beside each storm."""
    plot = Plot(together=True)
    return await stormy(folder, plot, await calm(folder, plot), storms)


def longest(found: Sequence[Verdict]) -> float:
    """Seconds from the end of a process until the first message that waited was out."""
    return max((one.resumed for one in found), default=0.0)


def wrong(found: Sequence[Verdict], *, may_double: bool = False) -> str:
    """Every run that was not as it should be."""
    bad = (one for one in found if one.wrong or not (one.excusable if may_double else one.fine))
    return "\n".join(map(shown, bad))


@pytest.mark.slow
def test_killed_at_random_while_slack_has_a_bad_day(tmp_path: Path, ledger: Ledger) -> None:
    found = asyncio.run(until_killed(tmp_path, "slack"))

    ledger.add("Slack, random kills and faults (429, 500, 503, dropped, slow)", found)
    assert wrong(found) == ""
    assert sum(one.deaths for one in found) >= KILLS["slack"]
    assert longest(found) <= TOO_LONG


@pytest.mark.slow
def test_killed_at_random_in_teams(tmp_path: Path, ledger: Ledger) -> None:
    found = asyncio.run(until_killed(tmp_path, "teams"))

    ledger.add(
        "Teams, random kills", found, f"posts that were in doubt: {sum(one.doubtful for one in found)}"
    )
    assert wrong(found, may_double=True) == ""
    assert sum(one.deaths for one in found) >= KILLS["teams"]
    assert longest(found) <= TOO_LONG


@pytest.mark.slow
def test_restarted_in_good_order_again_and_again(tmp_path: Path, ledger: Ledger) -> None:
    restarts = Restarts(RESTARTS)
    found = asyncio.run(beside(tmp_path, [restarts]))

    gap = max(restarts.gaps, default=0.0)
    note = f"{len(restarts.gaps)} restarts; from SIGTERM until served again {gap:.2f} s at most"
    ledger.add("Slack, SIGTERM", found, note)
    assert wrong(found) == ""
    assert len(restarts.gaps) >= SURELY
    assert gap <= TOO_LONG


@pytest.mark.slow
def test_a_bad_day_of_the_platform(tmp_path: Path, ledger: Ledger) -> None:
    days = [BadDay(1), BadDay(2)]
    found = asyncio.run(beside(tmp_path, days))

    ledger.add("Slack, faults only", found, f"{sum(one.faults for one in days)} faults were set up")
    assert wrong(found) == ""
