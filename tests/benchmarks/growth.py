"""Whether a reply stays as cheap when a session grows, and when there are a thousand of them.

    python -m tests.benchmarks.growth

All through `paja serve` and its front door for Slack, one reply after another; what is compared takes turns,
so that what the machine does meanwhile, it does to both. A reply is a sent note: the session really grows.
"""

from __future__ import annotations

import asyncio
import itertools
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from tests.benchmarks.measured import Line, at_most, flat, median
from tests.benchmarks.rooms import Room, prepared
from tests.benchmarks.servers import Server, paja, started
from tests.benchmarks.slack_load import burst, notes, one_by_one

SESSIONS = 1000
LATE = 10_000
STARTS = 5
TURNS = 30
AT_A_TIME = 10


def measure() -> list[Line]:
    """The lines of the table."""
    with tempfile.TemporaryDirectory() as folder, started("tests.benchmarks.slack_sink") as slack:
        few, many = Path(folder) / "few", Path(folder) / "many"
        few.mkdir()
        many.mkdir()
        return [*_many_sessions(few, many, slack), *_one_session(Path(folder), slack)]


def _many_sessions(few: Path, many: Path, slack: str) -> Iterator[Line]:
    alone, rooms = asyncio.run(prepared(few, 1)), asyncio.run(prepared(many, SESSIONS))
    yield from _cold(many, slack)
    with ExitStack() as stack:
        one = stack.enter_context(paja(few, slack))
        lots = stack.enter_context(paja(many, slack))
        asyncio.run(burst(lots.port, [next(notes(room)) for room in rooms]))
        memory = lots.memory
        everywhere = itertools.chain.from_iterable(zip(*map(notes, rooms), strict=True))
        before, after = _in_turns(one, notes(alone[0]), lots, everywhere)
    yield flat(f"A reply with 1 and with {SESSIONS:,} live sessions", before, after, "ms")
    yield at_most(f"Memory with {SESSIONS:,} sessions of 16 people in it", memory, 200, "MB")


def _cold(many: Path, slack: str) -> Iterator[Line]:
    found: list[tuple[float, float]] = []
    for _ in range(STARTS):
        with paja(many, slack) as server:
            found.append((server.cold, server.worked))
    seconds, worked = (median(each) for each in zip(*found, strict=True))
    more = f" ({worked:.2f} s of processor)"
    yield at_most(f"Cold start to /readyz with {SESSIONS:,} sessions stored", seconds, 1.5, "s", more)


def _one_session(folder: Path, slack: str) -> Iterator[Line]:
    (folder / "long").mkdir()
    old, *young = asyncio.run(prepared(folder / "long", 1 + TURNS))
    with paja(folder / "long", slack) as server:
        long = notes(old)
        asyncio.run(burst(server.port, list(itertools.islice(long, LATE))))
        for room in young:
            asyncio.run(burst(server.port, list(itertools.islice(notes(room), AT_A_TIME)), 1))
        fresh = itertools.chain.from_iterable(map(_some, young))
        before, after = _in_turns(server, fresh, server, long)
    yield flat(f"The 10th and the {LATE:,}th reply of a session", before, after, "ms")


def _some(room: Room) -> Iterator[bytes]:
    return itertools.islice(notes(room), AT_A_TIME)


def _in_turns(
    one: Server, first: Iterator[bytes], other: Server, second: Iterator[bytes]
) -> tuple[float, float]:
    """Median milliseconds of a reply of each."""
    before: list[float] = []
    after: list[float] = []
    for _ in range(TURNS):
        before += asyncio.run(one_by_one(one.port, list(itertools.islice(first, AT_A_TIME))))
        after += asyncio.run(one_by_one(other.port, list(itertools.islice(second, AT_A_TIME))))
    return 1000 * median(before), 1000 * median(after)


if __name__ == "__main__":
    for line in measure():
        print(line.what, line.measured, line.target, line.met)
