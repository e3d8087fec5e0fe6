"""The parts that need the SDK, put together. Imported only when the platform starts."""

from __future__ import annotations

from dataclasses import dataclass

import aiohttp

from bot.clock import Clock
from bot.platforms.platform import Book, Desk
from bot.platforms.teams.adapter import Adapter
from bot.platforms.teams.connector import Connector
from bot.platforms.teams.credentials import Credentials
from bot.platforms.teams.outbound import Outbound
from bot.platforms.teams.pace import Pace
from bot.platforms.teams.references import References
from bot.platforms.teams.roster import Roster
from bot.platforms.teams.service_url import ServiceUrls
from bot.platforms.teams.turns import Turns


@dataclass(frozen=True, slots=True)
class Parts:
    """A platform at work."""

    references: References
    roster: Roster
    outbound: Outbound
    turns: Turns
    adapter: Adapter


def assemble(
    desk: Desk,
    book: Book,
    session: aiohttp.ClientSession,
    credentials: Credentials,
    allowed: ServiceUrls,
    clock: Clock,
) -> Parts:
    """Everything between the front door and the network."""
    connector = Connector(session, credentials, allowed)
    references = References(book)
    roster = Roster(connector, references)
    bot = f"28:{credentials.app_id}" if credentials.app_id else ""
    pace = Pace(clock=clock.steady)
    outbound = Outbound(connector, references, roster, bot=bot, pace=pace, sleep=clock.sleep)
    turns = Turns(desk, references, roster, outbound)
    return Parts(references, roster, outbound, turns, Adapter(connector, credentials.app_id, turns.take))
