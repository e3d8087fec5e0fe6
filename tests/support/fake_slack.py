"""A strict fake of Slack: Web API, uploads, `response_url`s, Socket Mode; in this process or in its own.

    python -m tests.support.fake_slack --port 8710 --journal slack.jsonl

Every accepted call is a line of the journal, flushed at once. `/control/…` is for tests: what everybody sees,
what is to go wrong, and the means to act as a person (`slack_people`).
"""

from __future__ import annotations

import argparse
import asyncio
import json
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TextIO

from aiohttp import WSMsgType, web

from tests.support import fake_slack_control
from tests.support.fake_slack_limits import Fault, Faults, Rates
from tests.support.fake_slack_methods import READS, call, lint_message, with_block_ids
from tests.support.fake_slack_world import APP_TOKEN, BOT_TOKEN, Json, SlackSaysNo, World

ANSWER_URL_USES = 5
ANSWER_URL_LIFE = 1800.0


class FakeSlack:
    """The fake, an async context manager. `url` is its address, `api_url` the root of its Web API."""

    def __init__(self, port: int = 0, journal: Path | None = None, people: int = 16) -> None:
        self.world = World(people)
        self.rates = Rates()
        self.faults = Faults()
        self.calls: list[Json] = []
        self.sockets: list[web.WebSocketResponse] = []
        self.acks: dict[str, asyncio.Future[Any]] = {}
        self.answer_urls: dict[str, Json] = {}
        self.url = ""
        self._port = port
        self._journal: TextIO | None = journal.open("a", encoding="utf-8") if journal else None
        self._runner: web.AppRunner | None = None

    @property
    def api_url(self) -> str:
        """What to give the bot as `SLACK_API_URL`."""
        return f"{self.url}/api/"

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=32 * 1024 * 1024)
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_post("/upload/{file}", self._upload)
        app.router.add_post("/answer/{id}", self._answer)
        app.router.add_get("/socket", self._socket)
        fake_slack_control.add_routes(app, self)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for socket in self.sockets:
            await socket.close()
        if self._runner:
            await self._runner.cleanup()
        if self._journal:
            self._journal.close()

    def note(self, method: str, arguments: Json, answer: Json) -> None:
        """Write an accepted call down before anybody is told."""
        kept = {key: value for key, value in arguments.items() if key != "token"}
        line = {"n": len(self.calls), "method": method, "arguments": kept, "answer": answer}
        self.calls.append(line)
        if self._journal:
            self._journal.write(json.dumps(line, ensure_ascii=False) + "\n")
            self._journal.flush()

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        arguments = await _arguments(request, method)
        fault = self.faults.next(method)
        if fault and not fault.accepted:
            return await self._faulty(request, fault)
        response = self._called(request, method, arguments)
        return await self._faulty(request, fault, response) if fault else response

    def _called(self, request: web.Request, method: str, arguments: Json) -> web.Response:
        wait = self.rates.wait(method, str(arguments.get("channel", "")))
        if wait:
            return _limited(wait)
        try:
            answer = self._connection(request) if method == "apps.connections.open" else None
            answer = answer or self._authorized(request, method, arguments)
        except SlackSaysNo as no:
            return web.json_response(no.answer)
        self.note(method, arguments, answer)
        return web.json_response({"ok": True, **answer})

    def _authorized(self, request: web.Request, method: str, arguments: Json) -> Json:
        if request.headers.get("Authorization") != f"Bearer {BOT_TOKEN}":
            raise SlackSaysNo("invalid_auth" if "Authorization" in request.headers else "not_authed")
        return call(self.world, method, arguments, self.url)

    def _connection(self, request: web.Request) -> Json:
        if request.headers.get("Authorization") != f"Bearer {APP_TOKEN}":
            raise SlackSaysNo("invalid_auth")
        return {"url": f"{self.url.replace('http', 'ws', 1)}/socket"}

    async def _faulty(
        self, request: web.Request, fault: Fault, response: web.Response | None = None
    ) -> web.StreamResponse:
        await asyncio.sleep(fault.delay)
        if fault.kind == "drop" and request.transport:
            request.transport.abort()
            return web.Response()  # nobody is left to read it
        if fault.kind == "status":
            return web.Response(status=fault.status, text="<html>trouble</html>", content_type="text/html")
        if fault.error == "ratelimited":
            return _limited(fault.after)
        if fault.kind == "error":
            more = {"needed": "files:write", "provided": ""} if fault.error == "missing_scope" else {}
            return web.json_response({"ok": False, "error": fault.error, **more})
        if response is None:
            method = request.match_info["method"]
            return self._called(request, method, await _arguments(request, method))
        return response

    async def _upload(self, request: web.Request) -> web.Response:
        fault = self.faults.next("upload")
        if fault:
            return web.Response(status=fault.status)
        file = self.world.files.get(request.match_info["file"])
        data = await request.read()
        if file is None or len(data) != file["length"]:
            return web.Response(status=400, text="length_mismatch")
        file["data"] = data
        return web.Response(text=f"OK - {len(data)}")

    async def _answer(self, request: web.Request) -> web.Response:
        """A `response_url`: five uses within half an hour, for a message to one person."""
        known = self.answer_urls.get(request.match_info["id"])
        fault = self.faults.next("response_url")
        if fault:
            return web.Response(status=fault.status)
        if known is None or known["uses"] >= ANSWER_URL_USES or self.now() - known["at"] > ANSWER_URL_LIFE:
            return web.json_response({"ok": False, "error": "used_url"}, status=404)
        message = await request.json()
        try:
            lint_message(self.world, message)
        except SlackSaysNo as no:
            return web.json_response(no.answer, status=400)
        known["uses"] += 1
        self.say_privately(known["channel"], known["user"], message)
        self.note("response_url", message, {})
        return web.Response(text="ok")

    def say_privately(self, channel: str, user: str, message: Json) -> None:
        """Show a message to one person only."""
        shown = {"to": user, "ts": self.world.stamp(), "text": message.get("text", "")}
        shown["blocks"] = with_block_ids(message.get("blocks"))
        shown |= {"thread_ts": message["thread_ts"]} if message.get("thread_ts") else {}
        self.world.conversations[channel].ephemeral.append(shown)

    def now(self) -> float:
        """Seconds."""
        return asyncio.get_running_loop().time()

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1, "connection_info": {"app_id": "A1"}})
        self.sockets.append(socket)
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                ack = json.loads(message.data)
                waiting = self.acks.get(ack.get("envelope_id", ""))
                if waiting and not waiting.done():
                    waiting.set_result(ack.get("payload"))
        self.sockets.remove(socket)
        return socket


def _limited(wait: int) -> web.Response:
    body = {"ok": False, "error": "ratelimited"}
    return web.json_response(body, status=429, headers={"Retry-After": str(wait)})


async def _arguments(request: web.Request, method: str) -> Json:
    """The arguments, from where Slack reads them: JSON only for methods that write."""
    if request.content_type == "application/json":
        return {} if method in READS else dict(await request.json())
    form = {**request.query, **(await request.post())} if request.method == "POST" else dict(request.query)
    return {key: _parsed(key, str(value)) for key, value in form.items()}


def _parsed(key: str, value: str) -> Any:
    return json.loads(value) if key in ("blocks", "view", "metadata", "files") else value


async def _serve(port: int, journal: Path | None, people: int) -> None:
    async with FakeSlack(port, journal, people) as fake:
        print(fake.url, flush=True)  # noqa: T201 -- whoever has started us waits for this line
        await asyncio.Event().wait()


def main() -> None:
    """Run the fake in a process of its own until it is ended."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--journal", type=Path, default=None)
    parser.add_argument("--people", type=int, default=16)
    given = parser.parse_args()
    asyncio.run(_serve(given.port, given.journal, given.people))


if __name__ == "__main__":
    main()
