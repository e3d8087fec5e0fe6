"""How much the desk can take: durable replies a second, how long one takes, and whether it stays so.

Run alone with `python -m tests.benchmarks.desk`; `measure()` is for the table of `make bench`.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from adaptive_cards.actions import Action
from bot.core import Core, Options
from bot.outbox.manners import Manners
from bot.platforms.inbound import Caller, CommandGiven, FormSent, Place, PlaceKind, Pressed, Reply
from content.loader import default_library
from tests.support.recording_platform import RecordingPlatform

AT_ONCE = 32
PEOPLE = 16
STEP = "muutoskeskustelu"
CELLS = ("muutokset", "suunta")
QUIET = Manners(between_edits=3600.0, limits={})
"""The courier posts what is new and otherwise rests: what is measured is the desk."""


@dataclass(frozen=True)
class Results:
    """Replies a second, milliseconds, ratios, megabytes and seconds."""

    replies: float
    single: float
    single_p99: float
    tenth: float
    ten_thousandth: float
    one_session: float
    many_sessions: float
    memory: float
    cold_start: float

    def lines(self) -> Iterator[str]:
        """The table."""
        yield f"durable replies, {AT_ONCE} at once      {self.replies:8.0f} /s"
        yield f"a single one, median           {self.single:8.2f} ms   (p99 {self.single_p99:.2f} ms)"
        yield f"10th reply of a session        {self.tenth:8.2f} ms"
        late, many = self.ten_thousandth / self.tenth, self.many_sessions / self.one_session
        yield f"10,000th reply of a session    {self.ten_thousandth:8.2f} ms   ({late:.2f} x)"
        yield f"reply with 1 live session      {self.one_session:8.2f} ms"
        yield f"reply with 1,000 live sessions {self.many_sessions:8.2f} ms   ({many:.2f} x)"
        yield f"memory with 1,000 sessions     {self.memory:8.0f} MB"
        yield f"cold start with them           {self.cold_start:8.2f} s"


@dataclass
class Room:
    """One channel with a session that has come to its first step for writing."""

    core: Core
    channel: int
    session: str = ""
    count: Iterator[int] = field(default_factory=itertools.count)

    @property
    def place(self) -> Place:
        return Place(f"slack:T1:C{self.channel}", PlaceKind.CHANNEL)

    def person(self, number: int) -> Caller:
        return Caller(f"slack:T1:U{self.channel}.{number}", f"Nimi {number}")

    async def open(self) -> None:
        await self._command("aloita 1")
        self.session = self.core.state.places[self.place.id]
        for number in range(1, PEOPLE):
            await self.core.desk.handle(
                Pressed(self._id(), self.person(number), self.place, Action("join", self.session))
            )
        await self.core.desk.handle(
            Pressed(self._id(), self.person(0), self.place, Action("begin", self.session))
        )
        for _ in range(2):
            await self._command("seuraava")

    async def note(self) -> Reply:
        """Somebody writes a note."""
        number = next(self.count)
        nonce = f"nonce-{self.channel}-{number}"
        values: dict[str, str | tuple[str, ...]] = {
            "cell": CELLS[number % 2],
            "text": f"Lappu numero {number}",
        }
        action = Action("note", self.session, (STEP, "all"))
        sent = FormSent(self._id(), self.person(1 + number % (PEOPLE - 1)), self.place, action, nonce, values)
        reply = await self.core.desk.handle(sent)
        assert reply.form is not None, "the note was not accepted"
        return reply

    async def _command(self, text: str) -> None:
        await self.core.desk.handle(CommandGiven(self._id(), self.person(0), self.place, text))

    def _id(self) -> str:
        return f"{self.channel}-{next(_IDS)}"


_IDS = itertools.count()


async def opened(folder: Path, *, sending: bool = True) -> Core:
    """A core that keeps its data in `folder`; `sending` False: its courier rests."""
    options = Options(f"sqlite:///{folder}/paja.sqlite3", "k" * 40, manners=QUIET)
    core = Core(options, default_library())
    core.platforms["slack"] = RecordingPlatform("slack")
    await core.open()
    if sending:
        await core.start()
    return core


async def all_sent(core: Core) -> None:
    """As if all cards had been brought: making those of a thousand workshops is not what is measured."""
    sent = "UPDATE outbox SET sent = wanted, ref = 'm' || id"
    await core.database.write(lambda connection: connection.exec_driver_sql(sent))


async def throughput(doers: list[Callable[[], Awaitable[object]]], seconds: float) -> float:
    """How many a second, `AT_ONCE` at once."""
    done, end = 0, time.perf_counter() + seconds

    async def one(index: int) -> None:
        nonlocal done
        for step in itertools.count():
            if time.perf_counter() > end:
                return
            await doers[(index + step * AT_ONCE) % len(doers)]()
            done += 1

    start = time.perf_counter()
    await asyncio.gather(*(one(index) for index in range(AT_ONCE)))
    return done / (time.perf_counter() - start)


async def times(do: Callable[[], Awaitable[object]], count: int) -> list[float]:
    """Milliseconds of each, one after another."""
    found = []
    for _ in range(count):
        start = time.perf_counter()
        await do()
        found.append((time.perf_counter() - start) * 1000)
    return found


async def side_by_side(
    one: Callable[[], Awaitable[object]], other: Callable[[], Awaitable[object]], count: int
) -> tuple[list[float], list[float]]:
    """Milliseconds of each, in turn: what the machine does meanwhile, it does to both."""
    found = [(*await times(one, 1), *await times(other, 1)) for _ in range(count)]
    return [first for first, _ in found], [second for _, second in found]


async def in_one_session(folder: Path) -> tuple[float, float, float, float, float]:
    """Replies a second, a single one (median, p99), around the 10th and around the 10,000th."""
    core = await opened(folder, sending=False)
    rooms = [Room(core, channel) for channel in range(1, 22)]
    for room in rooms:
        await room.open()
    old, young = rooms[0], itertools.cycle(rooms[1:])
    single = await times(rooms[1].note, 200)
    replies = await throughput([old.note], 4.0)
    while next(old.count) < 10_000:
        await asyncio.gather(*(old.note() for _ in range(AT_ONCE)))
    tenth, late = await side_by_side(lambda: next(young).note(), old.note, 300)
    await core.stop()
    p99 = statistics.quantiles(single, n=100)[98]
    return replies, statistics.median(single), p99, statistics.median(tenth), statistics.median(late)


async def in_many_sessions(folder: Path, count: int) -> tuple[float, float]:
    """A reply with one live session, and with `count` of them (each time in another)."""
    (folder / "one").mkdir()
    few, core = await opened(folder / "one", sending=False), await opened(folder, sending=False)
    alone = Room(few, 0)
    await alone.open()
    rooms: list[Room] = []
    for start in range(1, count + 1, 8):
        new = [Room(core, channel) for channel in range(start, min(start + 8, count + 1))]
        await asyncio.gather(*(room.open() for room in new))
        rooms.extend(new)
    everywhere = itertools.cycle(rooms)
    one, many = await side_by_side(alone.note, lambda: next(everywhere).note(), 1000)
    await all_sent(core)
    await core.stop()
    await few.stop()
    return statistics.median(one), statistics.median(many)


def cold(folder: Path) -> tuple[float, float]:
    """Seconds from nothing to taking in, and megabytes with every session in memory."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "tests.benchmarks.desk", "cold", str(folder)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": "."}
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        seconds = time.perf_counter() - start
        megabytes = float(process.stdout.readline())
    return seconds, megabytes


def memory() -> float:
    """Megabytes of this process."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


async def _cold(folder: Path) -> None:
    """What the other process does."""
    core = await opened(folder)
    print("ready", flush=True)
    await core.load_live("slack")
    print(memory(), flush=True)
    await core.stop()


def measure(sessions: int = 1000) -> Results:
    """All of it; takes about a minute."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as many:
        replies, single, p99, tenth, late = asyncio.run(in_one_session(Path(one)))
        few, lots = asyncio.run(in_many_sessions(Path(many), sessions))
        seconds, megabytes = cold(Path(many))
    return Results(replies, single, p99, tenth, late, few, lots, megabytes, seconds)


if __name__ == "__main__":
    if sys.argv[1:2] == ["cold"]:
        asyncio.run(_cold(Path(sys.argv[2])))
    else:
        print("\n".join(measure().lines()))
