"""The measure for Slack: a bare slack-bolt app that only acks, as fast as bolt can be set to be.

    python -m tests.benchmarks.bare_bolt

Prints its port and process id. `process_before_response=True` spares bolt its polling.
"""

from __future__ import annotations

import asyncio
import os
import re
from typing import Any

from aiohttp import web
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

from tests.support.fake_slack_world import BOT_TOKEN, SIGNING_SECRET


async def _serve() -> None:
    async def authorize(**_: Any) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id="T1", bot_user_id="UBOT", bot_token=BOT_TOKEN)

    app = AsyncApp(signing_secret=SIGNING_SECRET, authorize=authorize, process_before_response=True)

    @app.action(re.compile(".*"))
    async def press(ack: Any) -> None:
        await ack()

    runner = web.AppRunner(app.web_app(), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], os.getpid(), flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_serve())
