"""Teams: a message in, one reply out to a local sink; ours beside a stock botbuilder echo bot, in one run.

    python -m tests.benchmarks.teams

Bot, sink and driver are three processes. Every message has a real token, an id of its own, and one of 400
people, each in their own 1:1 chat (Teams allows 7 messages a second to one conversation, and ours keeps to
that). The whole bot writes what each message asks for before it answers (`kieli fi`).
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from tests.benchmarks.measured import Line, at_least
from tests.support import teams_activities as activities

CONCURRENCY = 32
PEOPLE = 400
WARM_UP = 50


@dataclass(frozen=True, slots=True)
class Measured:
    """Messages answered in a second; milliseconds that one took (p50, p99), and that the bot worked on it.

    The last is the figure that does not depend on what else the machine is doing.
    """

    per_second: float
    p50: float
    p99: float
    worked: float


async def measured(name: str, seconds: float = 5.0) -> Measured:
    """One bot (`ours`, `door` or `stock`) under load."""
    sink, sink_url = await _started("tests.benchmarks.teams_sink")
    bot, bot_url = await _started("tests.benchmarks.teams_bots", name, sink_url)
    try:
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=CONCURRENCY)) as session:
            async with session.get(f"{sink_url}/token") as answer:
                headers = {"Authorization": f"Bearer {await answer.json()}"}
            driver = _Driver(session, bot_url, f"{sink_url}/teams/", headers)
            await driver.run(until=time.perf_counter() + 60, most=WARM_UP)
            return await driver.measured(sink_url, seconds, bot.pid)
    finally:
        for process in (bot, sink):
            process.kill()
            await process.wait()


class _Driver:
    def __init__(
        self, session: aiohttp.ClientSession, bot_url: str, service_url: str, headers: dict[str, str]
    ) -> None:
        self._session, self._bot_url = session, bot_url
        self._service_url, self._headers = service_url, headers
        self._number = 0
        self.took: list[float] = []

    async def measured(self, sink_url: str, seconds: float, bot: int) -> Measured:
        """What comes out at the other end counts, not what was taken in."""
        self.took.clear()
        worked, before, started = _worked(bot), await self._count(sink_url), time.perf_counter()
        await self.run(until=started + seconds)
        spent = time.perf_counter() - started
        replies = await self._count(sink_url) - before
        took = sorted(self.took)
        p50, p99 = 1000 * took[len(took) // 2], 1000 * took[len(took) * 99 // 100]
        return Measured(replies / spent, p50, p99, 1000 * (_worked(bot) - worked) / max(replies, 1))

    async def run(self, until: float, most: int = 10**9) -> None:
        """`CONCURRENCY` people write as fast as they are answered."""
        last = self._number + most

        async def one() -> None:
            while time.perf_counter() < until and self._number < last:
                await self._send()

        await asyncio.gather(*(one() for _ in range(CONCURRENCY)))

    async def _send(self) -> None:
        self._number += 1
        number = self._number % PEOPLE
        person = {"id": f"29:1-{number}", "name": f"Person {number}", "aadObjectId": f"aad-{number}"}
        where = {"conversation": f"a:1-{number}", "kind": "personal"}
        said = activities.message(person, where, self._service_url, "kieli fi", str(self._number))
        started = time.perf_counter()
        url = f"{self._bot_url}/api/messages"
        async with self._session.post(url, json=said, headers=self._headers) as answer:
            await answer.read()
            if answer.status >= 300:
                raise RuntimeError(f"the bot answered {answer.status}")
        self.took.append(time.perf_counter() - started)

    async def _count(self, sink_url: str) -> int:
        async with self._session.get(f"{sink_url}/count") as answer:
            return int(await answer.json())


def _worked(pid: int) -> float:
    """Processor seconds that a process has used, 0 where /proc does not tell."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return 0.0
    fields = stat.read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _started(module: str, *given: str) -> tuple[asyncio.subprocess.Process, str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, *given, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    async with asyncio.timeout(30):
        while not (line := (await process.stdout.readline()).decode()).startswith("http"):
            assert line, f"{module} did not start"
    return process, line.strip()


def measure() -> list[Line]:
    """The lines of the table."""
    stock, ours, door = (asyncio.run(measured(name)) for name in ("stock", "ours", "door"))
    beside = f" ({ours.per_second:,.0f}/s beside {stock.per_second:,.0f}/s)"
    return [
        at_least(
            "Teams: replies, beside botbuilder's echo", ours.per_second / stock.per_second, 8, "×", beside
        ),
        Line(
            "Teams: p99 of a message, 32 at once", f"{ours.p99:.0f} ms (botbuilder's echo {stock.p99:.0f} ms)"
        ),
        Line(
            "Teams: processor time of a message",
            f"{ours.worked:.2f} ms (botbuilder's echo {stock.worked:.2f} ms)",
        ),
        Line("Teams: the front door alone", f"{door.per_second:,.0f}/s"),
    ]


if __name__ == "__main__":
    for line in measure():
        print(line.what, line.measured, line.target, line.met)
