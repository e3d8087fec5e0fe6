"""Signed `block_actions` against our front door and against a bare slack-bolt app, side by side.

    python -m tests.benchmarks slack-door

Each server has a process of its own; this one sends over 32 connections, the rounds taking turns. Each
request is signed, different, and holds the whole pressed message, as Slack's do. Our desk answers at
once: this is what is left for the durable commit. Bolt only acks (`process_before_response=True` spares
it its polling).
"""

from __future__ import annotations

import asyncio
import itertools
import statistics
import subprocess
import sys
import time
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

from adaptive_cards.actions import Action
from adaptive_cards.card import Button, Buttons, Card, Mention, Paragraph, Span
from adaptive_cards.renderers.block_kit import render
from bot.platforms.inbound import NOTHING_TO_SAY, Inbound, Reply
from bot.platforms.slack.platform import SlackPlatform
from tests.benchmarks.measured import Line
from tests.support import slack_payloads as payloads
from tests.support.fake_slack_world import BOT_TOKEN, SIGNING_SECRET
from tests.support.recording_desk import MemoryBook

CONNECTIONS = 32
REQUESTS = 6000
WARM_UP = 500
ROUNDS = 3
_USER = {"id": "U2", "name": "anna.aalto"}
_CHANNEL = {"id": "C1", "kind": "channel", "name": "tukipalvelut"}
_BUTTON = {
    "text": {"type": "plain_text", "text": "Liity mukaan"},
    "action_id": "paja.join.0",
    "value": "join|s1",
}
_CARD = Card(
    "Paja 1: Tietotyön muutos ja osaamisen voimavarat",
    (
        Paragraph((Span("Mitä me osaamme, ja miten saamme siitä enemmän iloa työhön?"),)),
        Paragraph((Span("Noin 2 h. Fasilitaattori: "), Mention("slack:T1:U1", "Maija"), Span("."))),
        Paragraph((Span("Mukana 5: Anna, Ville, Sari, Omar, Liisa", italic=True),)),
        Buttons(
            (Button("Liity mukaan", Action("join", "s1")), Button("Mitä tallennetaan?", Action("why", "s1")))
        ),
    ),
    "Paja 1",
)
_MESSAGE = {"ts": "1700000000.000100", "type": "message", "user": "UBOT", "bot_id": "BBOT", **render(_CARD)}
_NUMBERS = itertools.count()


@dataclass(frozen=True)
class Measured:
    """Of one server: replies a second, milliseconds that one took, processor time of the server (µs)."""

    name: str
    replies: float
    median: float
    p99: float
    cpu: float


def compare() -> tuple[Measured, Measured]:
    """Ours and bare bolt, the median of the rounds of each."""
    with served("ours") as ours, served("bolt") as bolt:
        rounds = [(run(_load("ours", ours)), run(_load("bolt", bolt))) for _ in range(ROUNDS)]
    first, second = zip(*rounds, strict=True)
    return _typical(first), _typical(second)


def _typical(rounds: tuple[Measured, ...]) -> Measured:
    return sorted(rounds, key=lambda measured: measured.replies)[len(rounds) // 2]


def run(work: Coroutine[Any, Any, Any]) -> Any:
    """Run on the loop that the bot runs on."""
    return asyncio.run(work)


@contextmanager
def served(which: str) -> Iterator[int]:
    """A server in its own process; yields its port."""
    command = [sys.executable, "-m", "tests.benchmarks.slack_front_door", which]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout
        try:
            # The log may have something to say before it.
            yield next(int(line) for line in process.stdout if line.strip().isdigit())
        finally:
            process.terminate()


async def _load(name: str, port: int) -> Measured:
    await _burst(port, [_request() for _ in range(WARM_UP)])
    requests = [_request() for _ in range(REQUESTS)]
    busy, began = await _cpu(port), time.perf_counter()
    taken = await _burst(port, requests)
    whole, busy = time.perf_counter() - began, await _cpu(port) - busy
    cuts = statistics.quantiles(taken, n=100)
    return Measured(name, len(taken) / whole, 1000 * cuts[49], 1000 * cuts[98], 1e6 * busy / len(taken))


async def _cpu(port: int) -> float:
    """The processor time that a server has used so far: on a busy machine it says more than the clock."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /cpu HTTP/1.1\r\nHost: paja\r\nConnection: close\r\n\r\n")
    answer = await reader.read()
    writer.close()
    return float(answer.rpartition(b"\r\n\r\n")[2])


async def _burst(port: int, requests: list[bytes]) -> list[float]:
    taken: list[float] = []
    share = [requests[start::CONNECTIONS] for start in range(CONNECTIONS)]
    await asyncio.gather(*(_connection(port, mine, taken) for mine in share))
    return taken


async def _connection(port: int, requests: list[bytes], taken: list[float]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for request in requests:
        began = time.perf_counter()
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        taken.append(time.perf_counter() - began)
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(head.split(b"\r\n")[0])
        if b"Content-Length: 0" not in head:
            raise RuntimeError("an ack has no body")
    writer.close()
    await writer.wait_closed()


def _request() -> bytes:
    number = next(_NUMBERS)
    acted = {"trigger_id": f"{number}.{number}.abc", "response_url": "https://hooks.slack.com/actions/T1/1/x"}
    made = payloads.pressed(_USER, _BUTTON, "b1", acted)
    body = payloads.form_body(payloads.in_message(made, _CHANNEL, _MESSAGE, acted))
    headers = {
        "Host": "paja",
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": str(len(body)),
        **payloads.signed(body),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"POST /slack/events HTTP/1.1\r\n{lines}\r\n".encode() + body


class _InstantDesk:
    async def handle(self, _inbound: Inbound) -> Reply:
        return NOTHING_TO_SAY


async def _serve_ours() -> None:
    platform = SlackPlatform(
        bot_token=BOT_TOKEN,
        signing_secret=SIGNING_SECRET,
        book=MemoryBook(),
        api_url="http://127.0.0.1:9/api/",
    )
    app = web.Application()
    platform.add_routes(app)
    await platform.start(_InstantDesk())
    await _serve(app)


async def _serve_bolt() -> None:
    async def authorize(**_: Any) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id="T1", bot_user_id="UBOT", bot_token=BOT_TOKEN)

    app = AsyncApp(signing_secret=SIGNING_SECRET, authorize=authorize, process_before_response=True)

    @app.action("paja.join.0")
    async def press(ack: Any) -> None:
        await ack()

    await _serve(app.web_app())


async def _used(_request: web.Request) -> web.Response:
    return web.Response(text=str(time.process_time()))


async def _serve(app: web.Application) -> None:
    app.router.add_get("/cpu", _used)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


def measure() -> list[Line]:
    """The lines of the table."""
    ours, bolt = compare()
    rates = (
        f"{ours.replies / bolt.replies:.2f} × bare bolt ({ours.replies:,.0f}/s beside {bolt.replies:,.0f}/s)"
    )
    return [Line("Slack: the front door alone, 32 at once", rates)]


if __name__ == "__main__":
    asyncio.run(_serve_ours() if sys.argv[1] == "ours" else _serve_bolt())
