"""Every workshop in the practice room of a real browser: nothing breaks, nothing is too wide."""

from __future__ import annotations

import pytest

from tests.scenarios.practice_play import goes_through
from tests.scenarios.team import team_in
from tests.support.chromium import chromium

pytestmark = [pytest.mark.chromium, pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.mark.parametrize("workshop", ["1", "2", "3", "4", "5"])
async def test_a_workshop_is_played_in_a_browser(workshop: str, sqlite_url: str, chromium_path: str) -> None:
    async with chromium(chromium_path) as browser, team_in("browser", sqlite_url) as team:
        screens = await goes_through(team, browser, workshop)
    assert screens.troubles == []
    assert screens.seen[-1] in {"lopetus", "loppupurku"}
    assert len(screens.seen) == len(set(screens.seen))
