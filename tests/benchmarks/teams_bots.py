"""The bots that are compared, each in its own process: `ours`, `door` and `stock` (botbuilder's echo bot).

`ours` is the whole bot: each message is a command that is durable before it is answered. `door` is its
platform alone, with an echo behind it.

    python -m tests.benchmarks.teams_bots ours http://127.0.0.1:8720

Prints its address. Both check the token of each message and post one reply to the service address of the
message.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import uvloop
from aiohttp import web
from botbuilder.core import ActivityHandler, TurnContext
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication
from botframework.connector.auth.channel_validation import ChannelValidation
from botframework.connector.auth.microsoft_app_credentials import MicrosoftAppCredentials

from adaptive_cards.card import Card, Paragraph, Span
from bot.core import Core, Options
from bot.platforms.inbound import CommandGiven, Inbound, Reply
from bot.platforms.platform import Address, AddressKind, Book, Parcel
from bot.platforms.teams.platform import Endpoints, TeamsPlatform
from content.loader import default_library
from tests.support.fake_teams_login import ThroughLogin
from tests.support.fake_teams_world import APP_ID, PASSWORD, TENANT
from tests.support.recording_desk import MemoryBook


class EchoDesk:
    """Answers at once, through the platform's own way out."""

    def __init__(self, platform: TeamsPlatform) -> None:
        self._platform = platform

    async def handle(self, inbound: Inbound) -> Reply:
        """One message in, one card out."""
        if isinstance(inbound, CommandGiven):
            card = Card("", (Paragraph((Span(f"Echo: {inbound.text}"),)),), "Echo")
            address = Address(AddressKind.DIRECT, people=(inbound.caller.person,))
            await self._platform.deliver(Parcel(inbound.delivery, address, card))
        return Reply()


class _Echo(ActivityHandler):  # type: ignore[misc]  # the SDK has no types
    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """The sample's only line."""
        await turn_context.send_activity(f"Echo: {turn_context.activity.text}")


async def ours(app: web.Application, sink: str) -> None:
    """The whole bot, with a database on the disk."""
    folder = Path(tempfile.mkdtemp(prefix="paja-bench-"))
    core = Core(Options(f"sqlite:///{folder}/paja.sqlite3", "k" * 40), default_library())
    platform = _platform(core.book, sink)
    core.platforms["teams"] = platform
    platform.add_routes(app)

    async def start(_: web.Application) -> None:
        await core.open()
        await platform.start(core.desk)
        await core.start()

    app.on_startup.append(start)


def _platform(book: Book, sink: str) -> TeamsPlatform:
    login = ThroughLogin(f"{sink}/login")
    endpoints = Endpoints(openid=f"{sink}/openid", login_http=login, loopback=True)
    return TeamsPlatform(book, app_id=APP_ID, app_password=PASSWORD, endpoints=endpoints)


async def door(app: web.Application, sink: str) -> None:
    """Our platform, registered with the sink."""
    platform = _platform(MemoryBook(), sink)
    platform.add_routes(app)

    async def start(_: web.Application) -> None:
        await platform.start(EchoDesk(platform))

    app.on_startup.append(start)


async def stock(app: web.Application, sink: str) -> None:
    """Botbuilder as its samples use it, with the sink's keys."""
    ChannelValidation.open_id_metadata_endpoint = f"{sink}/openid"
    # The sink asks for no token; asking Microsoft for one is not what is measured.
    MicrosoftAppCredentials.get_access_token = lambda *_: "x"
    who = SimpleNamespace(APP_ID=APP_ID, APP_PASSWORD=PASSWORD, APP_TYPE="MultiTenant", APP_TENANTID=TENANT)
    adapter, bot = CloudAdapter(ConfigurationBotFrameworkAuthentication(who)), _Echo()

    async def messages(request: web.Request) -> Any:
        return await adapter.process(request, bot)

    app.router.add_post("/api/messages", messages)


async def _serve(name: str, sink: str) -> None:
    app = web.Application()
    await {"ours": ours, "door": door, "stock": stock}[name](app, sink)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(f"http://127.0.0.1:{runner.addresses[0][1]}", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    # As each is meant to run: ours with uvloop, the samples of botbuilder without.
    run = asyncio.run if sys.argv[1] == "stock" else uvloop.run
    run(_serve(*sys.argv[1:3]))
