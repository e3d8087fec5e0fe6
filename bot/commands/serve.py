"""`paja serve`: the bot, until it is told to stop (Ctrl-C, SIGTERM)."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from collections.abc import Coroutine
from typing import Any

from aiohttp import web

from bot.app import Bot
from bot.config import Settings, SettingsError, load_or_exit
from bot.library import library
from bot.log import configure
from bot.storage.errors import StorageError
from content.errors import ContentError

_PATIENCE = 8.0
"""Seconds that open requests get when the bot stops."""
_SELDOM = (20_000, 20, 50)
"""New objects before garbage is looked for among them; such rounds before the older ones have their turn."""


def run() -> int:
    """Serve; 1 when it cannot start, 2 when settings are wrong (each is named on a line)."""
    settings = load_or_exit()
    configure()
    try:
        on_loop(_serve(settings))
    except (SettingsError, StorageError, ContentError, OSError) as error:
        sys.stderr.write(f"{_said(error, settings)}\n")
        return 1
    return 0


def on_loop(work: Coroutine[Any, Any, None]) -> None:
    """Run `work` on the loop that the bot runs on: uvloop, which there is for all systems but Windows."""
    if sys.platform == "win32":
        asyncio.run(work)
    else:
        import uvloop  # noqa: PLC0415 -- not on Windows

        uvloop.run(work)


def _said(error: Exception, settings: Settings) -> str:
    if isinstance(error, OSError) and not isinstance(error, StorageError):
        return f"PAJA_HOST, PAJA_PORT: cannot listen on {settings.host}:{settings.port} ({error.strerror})"
    return str(error)


async def _serve(settings: Settings) -> None:
    bot = Bot(settings, library(settings.content_dir))
    stopping = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    runner = web.AppRunner(
        bot.web, access_log=None, shutdown_timeout=_PATIENCE, handle_signals=False, auto_decompress=False
    )
    await bot.start()
    try:
        await runner.setup()
        await web.TCPSite(runner, settings.host, settings.port).start()
        tidy_from_now_on()
        sys.stdout.write(_welcome(settings, bot))
        sys.stdout.flush()
        await stopping.wait()
    finally:
        await runner.cleanup()
        await bot.stop()


def tidy_from_now_on() -> None:
    """Let garbage be looked for again, seldom, and not among what was loaded at the start.

    Hardly anything here is garbage that only a search finds; looking for it took a fifth of a reply's time.
    """
    gc.freeze()
    gc.set_threshold(*_SELDOM)
    gc.enable()


def _welcome(settings: Settings, bot: Bot) -> str:
    """Where the bot is to be found."""
    host = "localhost" if settings.on_loopback else settings.host
    lines = [f"Platforms: {', '.join(sorted(bot.core.platforms))}"]
    if settings.practice_room:
        lines.append(f"Practice room (harjoitushuone): http://{host}:{settings.port}/")
    return "\n".join(lines) + "\n"
