"""Sessions to measure with: as many channels as wanted, sixteen people in each, everybody known by name."""

from __future__ import annotations

import asyncio
import itertools
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from adaptive_cards.actions import Action
from bot.core import Core, Options
from bot.platforms.inbound import Caller, CommandGiven, Place, PlaceKind, Pressed
from bot.platforms.platform import Desk, Member, Parcel
from content.loader import default_library

PEOPLE = 16
STEP = "muutoskeskustelu"
CELLS = ("muutokset", "suunta")
"""Where notes of that step are written."""
TEAM = "T1"
_TOGETHER = 8
_IDS = itertools.count()


@dataclass
class Room:
    """One channel with a session that has come to its first step for writing."""

    core: Core
    channel: int
    session: str = ""

    @property
    def place(self) -> Place:
        return Place(f"slack:{TEAM}:{self.slack_channel}", PlaceKind.CHANNEL)

    @property
    def slack_channel(self) -> str:
        return f"C{self.channel}"

    async def open(self) -> None:
        await self._command("aloita 1")
        self.session = self.core.state.places[self.place.id]
        for number in range(1, PEOPLE):
            await self._press(number, "join")
        await self._press(0, "begin")
        for _ in range(2):
            await self._command("seuraava")

    async def _press(self, number: int, verb: str) -> None:
        action = Action(verb, self.session)
        await self.core.desk.handle(Pressed(_id(), caller(self.channel, number), self.place, action))

    async def _command(self, text: str) -> None:
        await self.core.desk.handle(CommandGiven(_id(), caller(self.channel, 0), self.place, text))


def user(channel: int, number: int) -> str:
    """Slack's id of a person."""
    return f"U{channel}x{number}"


def caller(channel: int, number: int) -> Caller:
    """The person, as an arrival names them: without a name, like Slack."""
    return Caller(f"slack:{TEAM}:{user(channel, number)}")


def _id() -> str:
    return f"prepared-{next(_IDS)}"


def url(folder: Path) -> str:
    """The database in `folder`."""
    return f"sqlite:///{folder}/paja.sqlite3"


async def prepared(folder: Path, count: int) -> list[Room]:
    """A database in `folder` with `count` live sessions, as if all cards of theirs had been brought."""
    core = Core(Options(url(folder), "k" * 40, most_sessions=2 * count), default_library())
    core.platforms["slack"] = _Everybody()
    await core.open()
    rooms = [Room(core, channel) for channel in range(1, count + 1)]
    for start in range(0, count, _TOGETHER):
        await asyncio.gather(*(room.open() for room in rooms[start : start + _TOGETHER]))
    await core.database.write(lambda connection: connection.exec_driver_sql(_ALL_SENT))
    await core.stop()
    return rooms


_ALL_SENT = "UPDATE outbox SET sent = wanted, ref = 'C1:' || id || '.000100'"


class _Everybody:
    """A platform in memory that knows everybody's name; the courier rests, so nothing is delivered."""

    name = "slack"

    def add_routes(self, app: web.Application) -> None:
        del app

    async def start(self, desk: Desk) -> None:
        del desk

    async def stop(self) -> None:
        return

    async def deliver(self, parcel: Parcel) -> str:
        raise AssertionError(f"the courier rests, but brings {parcel.key}")

    async def find(self, parcel: Parcel) -> str | None:
        raise AssertionError(f"the courier rests, but brings {parcel.key}")

    async def member(self, person: str) -> Member | None:
        return Member(person, f"Nimi {person.rpartition('x')[2]}", "fi", "Europe/Helsinki")
