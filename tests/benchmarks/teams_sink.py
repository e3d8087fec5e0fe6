"""Where a benchmark's replies go, and where its keys come from: the least that answers like Teams.

    python -m tests.benchmarks.teams_sink

Prints its address. No limits, no lint: what is measured is the bot. Signs tokens (`/token`), counts what
arrives.
"""

from __future__ import annotations

import asyncio

import orjson
from aiohttp import web

from tests.support.fake_teams_login import ISSUER, MICROSOFT, SigningKey, claims

_KEY = SigningKey()
_JSON = "application/json"


def _answer(value: object, status: int = 200) -> web.Response:
    return web.Response(body=orjson.dumps(value), status=status, content_type=_JSON)


async def _serve() -> None:
    app, counted, url = web.Application(), {"posts": 0}, ""

    async def post(request: web.Request) -> web.Response:
        await request.read()
        counted["posts"] += 1
        return _answer({"id": str(counted["posts"])}, 201)

    async def openid(_: web.Request) -> web.Response:
        return _answer({"issuer": ISSUER, "jwks_uri": f"{url}/keys"})

    async def keys(_: web.Request) -> web.Response:
        return _answer({"keys": [_KEY.jwk]})

    async def token(_: web.Request) -> web.Response:
        return _answer(_KEY.sign(claims(f"{url}/teams/")))

    async def count(_: web.Request) -> web.Response:
        return _answer(counted["posts"])

    async def metadata(_: web.Request) -> web.Response:
        paths = ("authorization_endpoint", "token_endpoint", "issuer")
        return _answer({"metadata": [], **{name: f"{MICROSOFT}/made-up/{name}" for name in paths}})

    async def login(_: web.Request) -> web.Response:
        return _answer({"access_token": "x", "token_type": "Bearer", "expires_in": 3600})

    app.router.add_post("/teams/v3/conversations/{conversation}/activities", post)
    app.router.add_post("/teams/v3/conversations/{conversation}/activities/{activity}", post)
    app.router.add_get("/openid", openid)
    app.router.add_get("/keys", keys)
    app.router.add_get("/token", token)
    app.router.add_get("/count", count)
    app.router.add_get("/login/{tail:.*}", metadata)
    app.router.add_post("/login/{tail:.*}", login)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    print(url, flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_serve())
