"""A whole workshop in the practice room of a real browser: Maija leads at her desk, Anna looks on by phone.

The colleagues are simulated ones; only the time between their deeds is left out. With a folder to put them
in, pictures of both screens are taken at every step:

    python -m tests.scenarios.practice_play /tmp/pictures 3
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import Browser, Page, ViewportSize

from content.library import Edition
from content.loader import default_library
from dialogs.messages import Stage
from dialogs.rehearsal import next_deed
from dialogs.session import Session
from tests.scenarios.team import Team, team_in
from tests.support.chromium import chromium
from tests.support.practice_tabs import overflow

COLLEAGUES = 7
DESK: ViewportSize = {"width": 1280, "height": 1240}
PHONE: ViewportSize = {"width": 390, "height": 844}
_DEEDS = 1000
_PAUSE = 2.0
"""Seconds of the story's clock, longer than any colleague waits before the next deed."""
_SAME_CLICK = 1.1
"""Seconds within which the page takes a second click on a button for the same one."""
_ONWARDS = ("Jatka", "Seuraava työpiste", "Kotipisteelle", "Seuraava")
_LOADED = "() => [...document.images].every((one) => one.complete && one.naturalWidth > 0)"


@dataclass
class Screens:
    """Two open pages; `troubles` is what their consoles complained of and what did not fit."""

    team: Team
    desk: Page
    phone: Page
    shots: Path | None = None
    troubles: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    """The steps that were gone through."""

    def listen(self) -> None:
        """Note what goes wrong on the pages."""
        for page in (self.desk, self.phone):
            page.on("pageerror", lambda error: self.troubles.append(str(error)))
            page.on("console", lambda line: self._console(line.type, line.text))

    def _console(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.troubles.append(text)

    async def look(self, name: str) -> None:
        """Everything is loaded and nothing is wider than its window; perhaps a picture of it."""
        for device, page in (("desk", self.desk), ("phone", self.phone)):
            await page.wait_for_function(_LOADED)
            if too_wide := await overflow(page):
                self.troubles.append(f"{device}: {name} is {too_wide} px too wide")
            if self.shots:
                await page.screenshot(path=self.shots / f"{name}-{device}.png")


async def goes_through(team: Team, browser: Browser, workshop: str, shots: Path | None = None) -> Screens:
    """From the one line to the summary."""
    screens = Screens(
        team, await browser.new_page(viewport=DESK), await browser.new_page(viewport=PHONE), shots
    )
    screens.listen()
    for page, name in ((screens.desk, "Maija"), (screens.phone, "Anna")):
        await page.goto(team.url)
        await page.click(f"#names button:has-text('{name}')")
    await _opens(screens, workshop)
    while await _step(screens):
        await _goes_on(screens)
    await _ends(screens)
    for page in (screens.desk, screens.phone):
        await page.close()
    return screens


async def _opens(screens: Screens, workshop: str) -> None:
    desk = screens.desk
    await desk.fill("#composer input", f"/paja aloita {workshop}")
    await desk.keyboard.press("Enter")
    await desk.get_by_text("Mukana 0").wait_for()
    await desk.fill("#colleagues-count", str(COLLEAGUES))
    await desk.check("#colleagues-on")
    screens.team.idlers = 1
    await asyncio.sleep(0.2)
    await _colleagues_work(screens)
    await desk.get_by_text(f"Mukana {COLLEAGUES}").wait_for()
    await screens.look("00-lobby")
    await _direct(desk)
    await _presses(screens, "Aloita")


async def _step(screens: Screens) -> bool:
    """The colleagues do what there is to do, both look; False when this was the last step."""
    session = _session(screens)
    step, number = session.current, len(screens.seen) + 1
    screens.seen.append(step)
    await _colleagues_work(screens)
    await screens.desk.bring_to_front()
    await _channel(screens.desk)
    await screens.look(f"{number:02}-{step}-channel")
    await _direct(screens.desk)
    await screens.look(f"{number:02}-{step}-panel")
    return session.on_agenda[-1] != step


async def _goes_on(screens: Screens) -> None:
    """By the newest panel: the next step or station, or on after a break."""
    before = _session(screens)
    found = [
        label
        for label in _ONWARDS
        if await screens.desk.get_by_role("button", name=label, exact=True).count()
    ]
    assert found, "the panel leads nowhere"
    await _presses(screens, found[0])
    after = _session(screens)
    if after.stage is Stage.PAUSED or after.current == before.current:
        await _colleagues_work(screens)
        await asyncio.sleep(_SAME_CLICK)
        await _goes_on(screens)


async def _presses(screens: Screens, label: str) -> None:
    """The newest such button; returns when the bot has done what it asks for."""
    before = screens.team.bot.core.live("browser")
    await screens.desk.get_by_role("button", name=label, exact=True).last.click()
    async with asyncio.timeout(10):
        while screens.team.bot.core.live("browser") == before:  # noqa: ASYNC110 -- the bot tells nobody
            await asyncio.sleep(0.01)
    await screens.team.settle()
    await asyncio.sleep(0.2)


async def _ends(screens: Screens) -> None:
    await _presses(screens, "Päätä paja")
    await screens.desk.get_by_text(re.compile("Yhteenveto, paja")).first.wait_for()
    await screens.look("98-summary")
    await _channel(screens.desk)
    await screens.desk.get_by_text("Kiitos").last.wait_for()
    await screens.look("99-thanks")


async def _colleagues_work(screens: Screens) -> None:
    """Time goes by until they have nothing left to do."""
    for _ in range(_DEEDS):
        if not _something_to_do(screens):
            return
        screens.team.clock.move_to(screens.team.clock.seconds + _PAUSE)
        await asyncio.sleep(0.002)
        await screens.team.settle()
    raise AssertionError("they never come to an end")


def _something_to_do(screens: Screens) -> bool:
    session, edition = _live(screens)
    if len(session.here) < COLLEAGUES:
        return True
    words = edition.in_language(session.language)
    return any(next_deed(session, one.person, words) for one in session.here)


def _session(screens: Screens) -> Session:
    return _live(screens)[0]


def _live(screens: Screens) -> tuple[Session, Edition]:
    (found,) = screens.team.bot.core.live("browser")
    return found


async def _direct(page: Page) -> None:
    for button in await page.locator("#rooms button").all():
        if (await button.inner_text()).split("\n")[0].strip() == "Paja":
            await button.click()
            await asyncio.sleep(0.3)


async def _channel(page: Page) -> None:
    await page.locator("#rooms button").first.click()
    await asyncio.sleep(0.3)


async def main(to: str, *workshops: str) -> None:
    """Take pictures of these workshops (all by default) into folders of `to`."""
    path = os.environ.get("PAJA_CHROMIUM") or shutil.which("chromium") or "chromium"
    known = sorted(str(one.workshop.number) for one in default_library().editions.values())
    async with chromium(path) as browser:
        for workshop in workshops or known:
            folder = Path(to) / workshop
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory() as data:
                async with team_in("browser", f"sqlite:///{data}/paja.sqlite3") as team:
                    screens = await goes_through(team, browser, workshop, folder)
            sys.stdout.write(f"{workshop}: {len(screens.seen)} steps, troubles: {screens.troubles}\n")


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
