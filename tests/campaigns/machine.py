"""A bot in a process of its own, and somebody who starts it again when it dies."""

from __future__ import annotations

import asyncio
import shutil
import signal
import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from tests.support.crashing_bot import AHEAD, COUNTS, KILL, SEED, Point, counted
from tests.support.processes import Fresh, Process, Started, free_port, starved
from tests.support.until import until

KEY = "crash-campaign-0123456789-abcdefghijk"
NEVER = Point()
PATIENCE = 60.0
_LOOK = 0.01
Left = tuple[int, int, str]
"""A board that is not as it is wanted: its number, what of it was sent, and as which message."""


@dataclass(frozen=True, slots=True)
class Resume:
    """One new start: seconds from the end of the old process; None: nothing waited, or it died before."""

    serving: float
    first_sent: float | None
    starved: float
    """For so long of that the new process itself waited for a core."""

    @property
    def took(self) -> float:
        """Until it served and the first message that waited was out."""
        return max(self.serving, self.first_sent or 0.0)


@dataclass
class Machine:
    """A database and a bot on it, with `settings` that say where its platform is."""

    folder: Path
    settings: Mapping[str, str]
    point: Point = NEVER
    seed: int = 7
    resumes: list[Resume] = field(default_factory=list)
    deaths: int = 0
    first_counts: dict[str, int] = field(default_factory=dict)
    """Commits and calls of the first process."""
    ahead: float = 0.0
    """Seconds that the next process' clock is ahead."""
    next_points: list[Point] = field(default_factory=list)
    """Where the next processes are to be killed, one after another."""
    doubtful: int = 0
    """New posts that were on their way when a process was killed."""
    port: int = field(default_factory=free_port)
    fresh: bool = False
    """Each process is a new interpreter; else it is forked from one that has imported everything."""
    bot: Process | None = None
    up: asyncio.Event = field(default_factory=asyncio.Event)
    trouble: list[str] = field(default_factory=list)
    _supervisor: asyncio.Task[None] | None = None
    _measuring: set[asyncio.Task[None]] = field(default_factory=set)
    _stopping: bool = False

    def __post_init__(self) -> None:
        """The folder is made."""
        self.folder.mkdir(parents=True, exist_ok=True)

    @property
    def url(self) -> str:
        """The bot's address."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def database(self) -> Path:
        """The bot's database."""
        return self.folder / "paja.sqlite3"

    async def start(self) -> None:
        """Start the bot, and again whenever it ends."""
        self._start(self.point)
        self._supervisor = asyncio.create_task(self._supervise())
        await self.serving()

    async def stop(self) -> None:
        """End everything."""
        self._stopping = True
        for task in (*self._measuring, *filter(None, [self._supervisor])):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        if self.bot is not None:
            await self.bot.kill()

    async def serving(self) -> None:
        """Return when the bot can be spoken to."""
        async with asyncio.timeout(PATIENCE):
            await self.up.wait()

    async def settled(self) -> None:
        """Return when the bot is there and everything that was wanted stands."""
        async with asyncio.timeout(PATIENCE):
            while True:
                await self.up.wait()
                if not unfinished(self.database):
                    return
                await asyncio.sleep(_LOOK)

    async def restarted(self, number: signal.Signals) -> float:
        """End the process by a signal; the seconds from that to when the next one serves."""
        deaths, began = self.deaths, asyncio.get_running_loop().time()
        assert self.bot is not None
        self.bot.send(number)
        async with asyncio.timeout(PATIENCE):
            await self.dead_more_often_than(deaths)
            await self.up.wait()
        return asyncio.get_running_loop().time() - began

    async def dead_more_often_than(self, times: int) -> None:
        """Return when the bot has died once more than `times`."""

        async def dead() -> bool:
            return self.deaths > times

        await until(dead, PATIENCE)

    def _start(self, point: Point) -> None:
        counts = self.folder / f"counts.{self.deaths}"
        settings = {
            "PAJA_DATABASE_URL": f"sqlite:///{self.database}",
            "PAJA_PORT": str(self.port),
            "PAJA_SECRET_KEY": KEY,
            "PAJA_PRACTICE_ROOM": "0",
            KILL: str(point),
            COUNTS: str(counts),
            SEED: str(self.seed),
            AHEAD: str(self.ahead),
            **self.settings,
        }
        self.bot = self._process(settings)

    def _process(self, settings: Mapping[str, str]) -> Process:
        if self.fresh:
            log = self.folder / "bot.log"
            return Fresh("tests.support.crashing_bot", settings, self.folder, log)
        return Started(_be_the_bot, settings, self.folder)

    async def _supervise(self) -> None:
        loop = asyncio.get_running_loop()
        waiting: list[Left] = []
        died = loop.time()
        while True:
            assert self.bot is not None
            measuring = asyncio.create_task(self._measure(self.bot, died, waiting, first=not self.deaths))
            self._measuring.add(measuring)
            await self.bot.ended()
            died = loop.time()
            self.up.clear()
            if not measuring.done():
                measuring.cancel()
            self._measuring.discard(measuring)
            if self._stopping:
                return
            if self.bot.exit_code not in (-signal.SIGKILL, 0):
                self.trouble.append(f"the bot ended by itself with {self.bot.exit_code}")
                return
            if not self.deaths:
                self.first_counts = counted(self.folder / "counts.0")
            self.deaths += 1
            waiting = await asyncio.to_thread(self._left_undone)
            self._start(self.next_points.pop(0) if self.next_points else NEVER)

    def _left_undone(self) -> list[Left]:
        """What waits to be sent, read from a copy: the next process must find all as the last one left it."""
        copy = self.folder / "copy"
        copy.mkdir(exist_ok=True)
        for ending in ("", "-wal"):
            file = self.database.with_name(self.database.name + ending)
            if file.exists():
                shutil.copy(file, copy / file.name)
        found = copy / self.database.name
        self.doubtful += len(rows(found, "SELECT id FROM outbox WHERE sending_at > 0 AND ref = ''"))
        return unfinished(found)

    async def _measure(self, bot: Process, died: float, waiting: list[Left], *, first: bool) -> None:
        loop = asyncio.get_running_loop()
        await self._ready(bot)
        self.up.set()
        serving, first_sent, waited = loop.time() - died, None, starved(bot.pid)
        try:
            while waiting and first_sent is None:
                if set(waiting) - set(unfinished(self.database)):
                    first_sent, waited = loop.time() - died, starved(bot.pid)
                else:
                    await asyncio.sleep(_LOOK)
        finally:
            if not first:
                self.resumes.append(Resume(serving, first_sent, waited))

    async def _ready(self, bot: Process) -> None:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as session:
            while bot.alive:
                with suppress(aiohttp.ClientError, TimeoutError):
                    async with session.get(f"{self.url}/readyz") as answer:
                        if answer.status == 200:
                            return
                await asyncio.sleep(_LOOK)
        await asyncio.sleep(PATIENCE)


def _be_the_bot(settings: Mapping[str, str], folder: Path) -> None:
    from tests.support import crashing_bot  # noqa: PLC0415 -- in the other process

    crashing_bot.run(settings, folder)


def rows(database: Path, question: str) -> list[tuple[Any, ...]]:
    """What a database says that a process may be writing to."""
    if not database.exists():
        return []
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=5)
    try:
        return connection.execute(question).fetchall()
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):
            return []
        raise
    finally:
        connection.close()


def unfinished(database: Path) -> list[Left]:
    """The boards that are not as they are wanted."""
    return rows(database, "SELECT id, sent, ref FROM outbox WHERE sent < wanted")
