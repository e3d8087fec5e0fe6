"""Killed at any commit and any call: nothing lost, nothing twice, and everybody sees what they should."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

from tests.campaigns.campaign import SHORT, TEAMS, WHOLE, Plot, crashed_everywhere, played, points
from tests.campaigns.ending import Ending
from tests.campaigns.ledger import Ledger, every, first, not_fine, shown, too_slow
from tests.campaigns.verdict import Verdict

SAMPLE = 24
"""Points of the quick version."""


async def without_a_kill(folder: Path, plot: Plot) -> tuple[Verdict, Ending]:
    """The run that all others are compared with."""
    verdict, end = await played(folder / "whole", plot)
    assert verdict.fine, shown(verdict)
    assert verdict.deaths == 0
    assert end is not None
    return verdict, end


async def killed(folder: Path, plot: Plot, one_of: int, number: int) -> tuple[list[Verdict], str]:
    """A run for one of so many points (0: for some of them); and which ones were tried."""
    reference, end = await without_a_kill(folder, plot)
    everywhere = points(reference.counts)
    step = one_of or max(1, len(everywhere) // SAMPLE)
    found = await crashed_everywhere(folder, plot, end, everywhere[number::step], _tell)
    sampled = f"one of every {step}, from the {number + 1}. on" if step > 1 else "all"
    counts = f"{reference.counts['commit']} commits, {reference.counts['call']} calls"
    reached = f"{len(found)} runs, {sum(one.fired for one in found)} points reached"
    return found, f"{len(everywhere)} points ({counts}); tried: {sampled}; {reached}"


def _tell(verdict: Verdict) -> None:
    if not verdict.fine:
        sys.stderr.write(shown(verdict) + "\n")


@pytest.mark.timeout(300)
def test_killed_at_some_points_of_a_short_workshop(tmp_path: Path, ledger: Ledger) -> None:
    found, note = asyncio.run(killed(tmp_path, SHORT, 0, 3))

    ledger.add("Slack, four people, short", found, note)
    assert not_fine(found) == ""
    assert sum(one.fired for one in found) >= SAMPLE - 2


@pytest.mark.slow
def test_killed_at_every_point_of_the_first_workshop(tmp_path: Path, ledger: Ledger) -> None:
    found, note = asyncio.run(killed(tmp_path, WHOLE, every(), first()))

    ledger.add("Slack, eight people, whole", found, note)
    assert not_fine(found) == ""
    assert sum(one.fired for one in found) >= 0.9 * len(found)
    assert too_slow(found) == []


@pytest.mark.slow
def test_killed_at_points_of_a_workshop_in_teams(tmp_path: Path, ledger: Ledger) -> None:
    one_of = 2 * every() if every() > 1 else 1
    found, note = asyncio.run(killed(tmp_path, TEAMS, one_of, first()))

    doubtful = sum(one.doubtful for one in found)
    ledger.add("Teams, eight people, short", found, f"{note}; {doubtful} posts were in doubt")
    assert "\n".join(shown(one) for one in found if one.wrong) == ""
    assert [shown(one) for one in found if len(one.doubled_posts) > one.doubtful] == []
    assert too_slow(found) == []
