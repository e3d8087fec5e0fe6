"""The real bot, as `paja serve` runs it, that kills itself with SIGKILL at one chosen point.

    PAJA_TEST_KILL=commit:within:17 SLACK_BOT_TOKEN=… python -m tests.support.crashing_bot

Nothing in the product knows of it: its transactions and its requests are wrapped from the outside. Points are
counted from 1. `commit:before` is before BEGIN, `commit:within` after the last statement and before COMMIT,
`commit:after` when it is durable and nobody has heard of it. `call:before` is before a request to a platform,
`call:after` when the platform has taken it (it is in the journal) and the bot has not seen the answer.
"""

from __future__ import annotations

import functools
import mmap
import os
import secrets
import signal
import struct
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any, TypeVar

import aiohttp
from sqlalchemy import Connection, Engine

import bot.app
import bot.core
import bot.facilitation.following
import bot.facilitation.jobs
from bot.clock import SystemClock
from bot.commands import serve
from bot.core import Options
from bot.outbox.manners import Manners
from bot.platforms.teams import pace as teams_pace
from bot.storage import migrate
from bot.storage.database import Database
from tests.support.processes import be

T = TypeVar("T")
KILL, COUNTS, AHEAD, SEED = "PAJA_TEST_KILL", "PAJA_TEST_COUNTS", "PAJA_TEST_AHEAD", "PAJA_TEST_SEED"
QUICK = Manners(between_edits=0.05, doubt=0.3, first_wait=0.05, longest_wait=0.5, root_wait=0.02, limits={})
"""The product's own waits (2 s between edits, 10 s until a lost post goes again) only cost time."""
WHEN = {"commit": ("before", "within", "after"), "call": ("before", "after")}
_COUNTERS = struct.Struct("QQ")


@dataclass(frozen=True, slots=True)
class Point:
    """A moment in the life of the process; `number` 0 never comes."""

    kind: str = "commit"
    when: str = "before"
    number: int = 0

    def __str__(self) -> str:
        return f"{self.kind}:{self.when}:{self.number}"

    @classmethod
    def parse(cls, text: str) -> Point:
        """What `str` has written; "" is never."""
        kind, when, number = text.split(":") if text else ("commit", "before", "0")
        if when not in WHEN.get(kind, ()):
            raise ValueError(f"no such point: {text}")
        return cls(kind, when, int(number))


def points(counts: Mapping[str, int]) -> list[Point]:
    """All points of a run with so many commits and calls."""
    return [
        Point(kind, when, number)
        for kind, times in counts.items()
        for when in WHEN[kind]
        for number in range(1, times + 1)
    ]


class Counters:
    """How many commits and calls there have been, in a file that outlives a SIGKILL."""

    def __init__(self, file: Path | None) -> None:
        self._lock = threading.Lock()
        self._counted = {"commit": 0, "call": 0}
        self._map = _mapped(file) if file else None

    def next(self, kind: str) -> int:
        """One more; its number."""
        with self._lock:
            self._counted[kind] += 1
            if self._map is not None:
                self._map[:] = _COUNTERS.pack(self._counted["commit"], self._counted["call"])
            return self._counted[kind]


def _mapped(file: Path) -> mmap.mmap:
    file.write_bytes(_COUNTERS.pack(0, 0))
    with file.open("r+b") as opened:
        return mmap.mmap(opened.fileno(), 0)


def counted(file: Path) -> dict[str, int]:
    """What a process has counted, dead or alive."""
    commits, calls = _COUNTERS.unpack(file.read_bytes()) if file.exists() else (0, 0)
    return {"commit": commits, "call": calls}


class Fate:
    """Kills the process when its point has come."""

    def __init__(self, point: Point, counters: Counters) -> None:
        self._point = point
        self._counters = counters

    def next(self, kind: str) -> int:
        """Something of this kind begins."""
        return self._counters.next(kind)

    def reached(self, kind: str, when: str, number: int) -> None:
        """This moment is here now."""
        if self._point == Point(kind, when, number):
            os.kill(os.getpid(), signal.SIGKILL)


def mortal(fate: Fate) -> None:
    """Let `fate` see every commit and every call."""
    _watch_transactions(fate)
    _watch_migration(fate)
    _watch_requests(fate)


def _watch_transactions(fate: Fate) -> None:
    transaction = Database._transaction  # noqa: SLF001 -- the one door of all transactions

    def watched(self: Database, engine: Engine | None, work: Callable[[Connection], T]) -> T:
        if engine is not self._writer:
            return transaction(self, engine, work)
        number = fate.next("commit")
        fate.reached("commit", "before", number)
        result = transaction(self, engine, _then(work, lambda: fate.reached("commit", "within", number)))
        fate.reached("commit", "after", number)
        return result

    _put(Database, "_transaction", watched)


def _watch_migration(fate: Fate) -> None:
    """The tables are made in a transaction of its own: the first commit."""
    up_to_date = migrate.up_to_date

    def watched(connection: Connection) -> None:
        number = fate.next("commit")
        fate.reached("commit", "before", number)
        up_to_date(connection)
        fate.reached("commit", "within", number)

    _put(migrate, "up_to_date", watched)
    opened = Database._open  # noqa: SLF001 -- the migration is committed in it

    def watched_open(self: Database) -> None:
        opened(self)
        fate.reached("commit", "after", 1)

    _put(Database, "_open", watched_open)


def _then(work: Callable[[Connection], T], afterwards: Callable[[], None]) -> Callable[[Connection], T]:
    def both(connection: Connection) -> T:
        result = work(connection)
        afterwards()
        return result

    return both


def _watch_requests(fate: Fate) -> None:
    request = aiohttp.ClientSession._request  # noqa: SLF001 -- the one door of all requests

    async def watched(self: aiohttp.ClientSession, *args: Any, **more: Any) -> Any:
        number = fate.next("call")
        fate.reached("call", "before", number)
        answer = await request(self, *args, **more)
        fate.reached("call", "after", number)
        return answer

    _put(aiohttp.ClientSession, "_request", watched)


def hurried() -> None:
    """Short waits, and no waiting for the platforms' own limits (the fakes have none then)."""
    _put(bot.app, "Options", functools.partial(Options, manners=QUICK))
    _put(teams_pace.Pace, "take", lambda *_: 0.0)


def _put(owner: Any, name: str, value: Any) -> None:
    """Another value in the place of the product's own."""
    setattr(owner, name, value)


def same_every_time(seed: int) -> None:
    """The session's id and its chance are those of the seed, so that runs can be compared."""
    chance = Random(seed)
    session, number = chance.randbytes(5).hex(), chance.randrange(2**31)
    same = SimpleNamespace(token_hex=lambda _: session, randbelow=lambda most: number % most)
    _put(bot.facilitation.jobs, "secrets", same)
    _put(bot.facilitation.following, "secrets", same)


def ahead(by: timedelta) -> None:
    """The wall clock is `by` ahead of the machine's, for us and for APScheduler."""
    from apscheduler.schedulers import base  # noqa: PLC0415 -- only here

    class Later(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Later:
            later = datetime.now(tz) + by
            return cls.combine(later.date(), later.timetz())

    class Clock(SystemClock):
        def now(self) -> datetime:
            return super().now() + by

    _put(base, "datetime", Later)
    _put(bot.core, "SystemClock", Clock)


def run(environment: Mapping[str, str], folder: Path) -> None:
    """Be the bot with these settings and no others; its log and output go to `folder`/bot.log."""
    for name in [one for one in os.environ if one.startswith(("PAJA_", "SLACK_", "MicrosoftApp"))]:
        del os.environ[name]
    os.environ.update(environment)
    os.chdir(folder)
    be(folder / "bot.log", "crashing_bot")
    main()


def main() -> None:
    """Serve as the environment says."""
    counts = os.environ.get(COUNTS)
    mortal(Fate(Point.parse(os.environ.get(KILL, "")), Counters(Path(counts) if counts else None)))
    hurried()
    same_every_time(int(os.environ.get(SEED) or secrets.randbelow(2**31)))
    if seconds := float(os.environ.get(AHEAD) or 0):
        ahead(timedelta(seconds=seconds))
    raise SystemExit(serve.run())


if __name__ == "__main__":
    main()
