"""Slack, end to end: a signed press through the real front door and the real desk, durable before the ack.

    python -m tests.benchmarks.slack_end_to_end

`paja serve` beside a bare slack-bolt app that only acks; the rounds take turns. Every press changes
something: somebody says that they are ready. Whoever presses has been met before.
"""

from __future__ import annotations

import asyncio
import itertools
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.measured import Line, at_least, at_most, median, p99
from tests.benchmarks.rooms import PEOPLE, prepared
from tests.benchmarks.servers import Server, paja, started
from tests.benchmarks.slack_load import CONNECTIONS, burst, greetings, one_by_one, presses

ROOMS = 240
ROUNDS = 9
REQUESTS = 320
SINGLE = 40


@dataclass
class Results:
    """Of one server: replies a second of each round; seconds of each reply, 32 at once and alone; work."""

    rates: list[float] = field(default_factory=list)
    together: list[float] = field(default_factory=list)
    alone: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)


def measure() -> list[Line]:
    """The lines of the table."""
    ours, bolt = compare()
    ratio = median([mine / theirs for mine, theirs in zip(ours.rates, bolt.rates, strict=True)])
    rates = f"({median(ours.rates):,.0f}/s beside {median(bolt.rates):,.0f}/s)"
    work = median([mine / theirs for mine, theirs in zip(ours.worked, bolt.worked, strict=True)])
    used = f"{1e6 * median(ours.worked):,.0f} µs ({work:.2f} × bare bolt's)"
    return [
        at_least(f"Slack: replies, {CONNECTIONS} at once, beside bare bolt", ratio, 1, "×", f" {rates}"),
        at_most("Slack: p99 of a reply, 32 at once", 1000 * p99(ours.together), 100, "ms"),
        at_most("Slack: a single reply, median", 1000 * median(ours.alone), 5, "ms"),
        Line("Slack: processor time of a reply, 32 at once", used),
    ]


def compare() -> tuple[Results, Results]:
    """Ours and bare bolt."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        rooms = asyncio.run(prepared(Path(folder), ROOMS))
        slack = stack.enter_context(started("tests.benchmarks.slack_sink"))
        ours = stack.enter_context(paja(Path(folder), slack))
        bolt = Server(*map(int, stack.enter_context(started("tests.benchmarks.bare_bolt")).split()))
        asyncio.run(burst(ours.port, list(greetings(rooms, slack))))
        asyncio.run(burst(bolt.port, list(itertools.islice(greetings(rooms, slack), 500))))
        return _rounds(ours, bolt, presses(rooms, slack), itertools.cycle(greetings(rooms, slack)))


def _rounds(
    ours: Server, bolt: Server, mine: Iterator[bytes], theirs: Iterator[bytes]
) -> tuple[Results, Results]:
    found = Results(), Results()
    assert (ROUNDS * (REQUESTS + SINGLE)) <= ROOMS * PEOPLE
    for _ in range(ROUNDS):
        for server, requests, into in ((ours, mine, found[0]), (bolt, theirs, found[1])):
            _round(server, list(itertools.islice(requests, REQUESTS)), into)
            into.alone.extend(asyncio.run(one_by_one(server.port, list(itertools.islice(requests, SINGLE)))))
    return found


def _round(server: Server, requests: list[bytes], into: Results) -> None:
    worked, began = server.worked, time.perf_counter()
    into.together.extend(asyncio.run(burst(server.port, requests)))
    into.rates.append(len(requests) / (time.perf_counter() - began))
    into.worked.append((server.worked - worked) / len(requests))


if __name__ == "__main__":
    for line in measure():
        print(line.what, line.measured, line.target, line.met)
