"""`make screenshots`: plays workshop 1 in a practice room and takes the README's pictures.

A bot of its own, a real process, a real browser, simulated colleagues. Look at what comes out before you
commit it.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.async_api import Page, ViewportSize

from tests.support.chromium import chromium

TO = Path(__file__).parent.parent / "docs" / "screenshots"
COLLEAGUES = 7
_PATIENCE = 90_000
_PHONE: ViewportSize = {"width": 390, "height": 844}
_DESKTOP: ViewportSize = {"width": 1280, "height": 1240}


async def main() -> None:
    """Take them all."""
    TO.mkdir(parents=True, exist_ok=True)
    path = os.environ.get("PAJA_CHROMIUM") or shutil.which("chromium") or "chromium"
    async with _bot() as address, chromium(path) as browser:
        page = await browser.new_page(viewport=_DESKTOP)
        await _open(page, address, "Maija")
        await _workshop(page)
        phone = await browser.new_page(viewport=_PHONE)
        await _open(phone, address, "Anna")
        await _shoot(phone, "phone")


@asynccontextmanager
async def _bot() -> AsyncIterator[str]:
    """A bot on a free port, in a folder that goes away."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            "PATH": os.environ["PATH"],
            "PAJA_PORT": str(port),
            "PYTHONPATH": str(TO.parent.parent),
        }
        command = (sys.executable, "-c", "from bot.cli import main; main()", "serve")
        process = await asyncio.create_subprocess_exec(*command, cwd=folder, env=environment)
        address = f"http://localhost:{port}"
        try:
            await _until_ready(address)
            yield address
        finally:
            process.send_signal(signal.SIGTERM)
            await process.wait()


async def _until_ready(address: str) -> None:
    for _ in range(300):
        try:
            await asyncio.to_thread(urlopen, f"{address}/readyz", None, 2)
        except OSError:
            await asyncio.sleep(0.2)
        else:
            return
    raise TimeoutError(address)


async def _open(page: Page, address: str, name: str) -> None:
    await page.goto(address)
    await page.click(f"#names button:has-text('{name}')")


async def _workshop(page: Page) -> None:
    """From the one line to the thanks."""
    await page.fill("#composer input", "/paja aloita 1")
    await page.keyboard.press("Enter")
    await page.get_by_text("Mukana 0").wait_for()
    await page.fill("#colleagues-count", str(COLLEAGUES))
    await page.check("#colleagues-on")
    await page.get_by_text(f"Mukana {COLLEAGUES}").wait_for(timeout=_PATIENCE)
    await _shoot(page, "lobby")
    await _direct(page)
    await page.get_by_role("button", name="Aloita", exact=True).last.click()
    while (step := await _next(page)) is not None:
        await _look(page, step)
    await _channel(page)
    await _shoot(page, "thanks")


async def _next(page: Page) -> str | None:
    """Wait until the colleagues are ready, shoot what is worth it, go on; None when it is over."""
    await _direct(page)
    await asyncio.sleep(2)
    panel = page.locator("#list > li", has_text="Ohjaamo").last
    lines = (await panel.inner_text()).splitlines()
    step = next(line for line in lines if line.startswith("Ohjaamo"))
    if "Voimavarojen" in step:
        await asyncio.sleep(8)
        await _shoot(page, "cockpit")
    for _ in range(_PATIENCE // 1000):
        if "Odotetaan" not in await panel.inner_text():
            break
        await asyncio.sleep(1)
    await _look(page, step)
    await _direct(page)
    button = page.get_by_role("button", name="Seuraava", exact=True)
    if not await button.count():
        await page.get_by_role("button", name="Päätä paja", exact=True).last.click()
        await page.get_by_text("Yhteenveto, paja 1").first.wait_for()
        await _shoot(page, "summary")
        return None
    await button.last.click()
    await asyncio.sleep(1)
    return step


async def _look(page: Page, step: str) -> None:
    """The channel's side of the steps that the README shows."""
    shots = {"Voimavarojen": "canvas", "kukan": "flower", "Joo": "exchange"}
    name = next((shot for word, shot in shots.items() if word in step), "")
    if name and not (TO / f"{name}.png").exists():
        await _channel(page)
        await _shoot(page, name)


async def _direct(page: Page) -> None:
    for button in await page.locator("#rooms button").all():
        if (await button.inner_text()).split("\n")[0].strip() == "Paja":
            await button.click()
            await asyncio.sleep(0.4)


async def _channel(page: Page) -> None:
    await page.locator("#rooms button").first.click()
    await asyncio.sleep(0.6)


async def _shoot(page: Page, name: str) -> None:
    await asyncio.sleep(0.6)
    await page.screenshot(path=TO / f"{name}.png")
    sys.stdout.write(f"{TO / name}.png\n")


if __name__ == "__main__":
    shutil.rmtree(TO, ignore_errors=True)
    asyncio.run(main())
