"""Dead while a timer comes due: it rings when the bot is up again, once, and nobody is asked twice."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from tests.campaigns.timers import rung
from tests.support.crashing_bot import Point

MINUTE, DAY = 60.0, 86_400.0


@pytest.mark.parametrize(
    ("late", "expected"),
    [
        pytest.param(1.0, "TimeWarned 1", id="a second late"),
        pytest.param(MINUTE, "TimeWarned 1", id="a minute late"),
        pytest.param(3 * DAY, "TimeRanOut 1", id="three days late"),
    ],
)
def test_it_rings_once_however_late(tmp_path: Path, late: float, expected: str) -> None:
    found = asyncio.run(rung(tmp_path, late))

    assert (found.facts, found.asked) == (Counter({expected: 1}), 1)


def test_it_rings_once_in_teams(tmp_path: Path) -> None:
    found = asyncio.run(rung(tmp_path, MINUTE, platform="teams"))

    assert (found.facts, found.asked) == (Counter({"TimeWarned 1": 1}), 1)


@pytest.mark.slow
@pytest.mark.parametrize("when", ["before", "within", "after"])
@pytest.mark.parametrize("late", [1.0, 3 * DAY])
def test_also_when_it_is_killed_as_it_rings(tmp_path: Path, late: float, when: str) -> None:
    found = asyncio.run(rung(tmp_path, late, tuple(Point("commit", when, number) for number in (2, 3, 4, 5))))

    assert (found.facts.total(), found.asked) == (1, 1)
