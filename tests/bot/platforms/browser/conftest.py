"""A practice room with tabs of a real browser open in it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio
from playwright.async_api import Browser

from bot.platforms.browser.platform import BrowserPlatform
from tests.support.chromium import chromium
from tests.support.practice_room import ListWall, RecordingDesk, served
from tests.support.practice_tabs import Colleagues, Tabs, answer


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser(chromium_path: str) -> AsyncIterator[Browser]:
    """One browser for a file of tests; each test has a fresh profile in it."""
    async with chromium(chromium_path) as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def tabs(browser: Browser) -> AsyncIterator[Tabs]:
    """The room, with nobody in it yet. Nothing may go wrong in any tab."""
    platform, desk = BrowserPlatform(ListWall(), colleagues=Colleagues()), RecordingDesk(answer)
    async with served(platform, desk) as client:
        context = await browser.new_context(viewport={"width": 1280, "height": 800}, locale="fi-FI")
        context.set_default_timeout(5000)
        room = Tabs(platform, desk, client, context)
        yield room
        await context.close()
    assert room.troubles == []
