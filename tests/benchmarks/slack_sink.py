"""Slack's Web API, as little of it as a benchmark needs: says yes to everything, and counts.

    python -m tests.benchmarks.slack_sink

Prints its address. `GET /count` tells how often each method was called.
"""

from __future__ import annotations

import asyncio
import itertools
from collections import Counter

import orjson
from aiohttp import web

_STAMPS = itertools.count(1)


async def _serve() -> None:
    counted: Counter[str] = Counter()

    async def api(request: web.Request) -> web.Response:
        method = request.match_info["method"]
        counted[method] += 1
        body = await request.read()
        asked = orjson.loads(body) if request.content_type == "application/json" and body else {}
        return _answer({"ok": True, **_said(method, asked, request)})

    async def answer(request: web.Request) -> web.Response:
        counted["response_url"] += 1
        await request.read()
        return web.Response(text="ok")

    async def count(_: web.Request) -> web.Response:
        return _answer(dict(counted))

    app = web.Application()
    app.router.add_route("*", "/api/{method}", api)
    app.router.add_post("/answer/{number}", answer)
    app.router.add_get("/count", count)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(f"http://127.0.0.1:{runner.addresses[0][1]}", flush=True)
    await asyncio.Event().wait()


def _said(method: str, asked: dict[str, object], request: web.Request) -> dict[str, object]:
    match method:
        case "auth.test":
            return {"team_id": "T1", "user_id": "UBOT", "bot_id": "BBOT"}
        case "conversations.open":
            return {"channel": {"id": f"D{asked.get('users')}"}}
        case "users.info":
            person = request.query.get("user", "")
            return {"user": {"id": person, "name": person, "tz": "Europe/Helsinki"}}
        case _:
            return {"channel": asked.get("channel"), "ts": asked.get("ts") or f"{next(_STAMPS)}.000100"}


def _answer(value: object) -> web.Response:
    return web.Response(body=orjson.dumps(value), content_type="application/json")


if __name__ == "__main__":
    asyncio.run(_serve())
