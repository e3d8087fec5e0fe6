"""The heart of the bot with people around it: what they press and see, crashes and new starts."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from adaptive_cards.actions import Action
from adaptive_cards.card import Values
from adaptive_cards.renderers.plain_text import render
from bot.clock import SystemClock
from bot.core import Core, Options
from bot.facilitation.kept import Kept
from bot.outbox.manners import Manners
from bot.platforms.inbound import (
    Caller,
    CommandGiven,
    FormAsked,
    FormSent,
    Inbound,
    Place,
    PlaceKind,
    Pressed,
    Reply,
)
from bot.storage.changes import Changes
from bot.storage.database import Database
from bot.storage.rows import BoardRow
from bot.storage.store import Store
from content.loader import default_library
from tests.support.recording_platform import RecordingPlatform

KEY = "0123456789abcdefghijklmnopqrstuvwxyz-test"
QUICK = Manners(between_edits=0.02, doubt=0.05, first_wait=0.01, longest_wait=0.05, root_wait=0.01, limits={})
CHANNEL = Place("slack:T1:C1", PlaceKind.CHANNEL)
_ids = itertools.count(1)


class MovedClock(SystemClock):
    """The machine's clock, put forward when a test says so."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> datetime:
        return super().now() + self.ahead


class Killed(BaseException):
    """The process was killed here."""


class MortalStore(Store):
    """Dies at its `at`-th transaction: before it, or (`after`) when it is durable and nobody has heard."""

    def __init__(self, database: Database, steps: Steps) -> None:
        super().__init__(database)
        self._steps = steps

    async def commit(self, changes: Changes) -> list[BoardRow]:
        self._steps.step()
        boards = await super().commit(changes)
        self._steps.step()
        return boards


@dataclass
class Steps:
    """Counts the moments at which the process could be killed, and kills it at one of them."""

    at: int = 0
    count: int = 0
    dead: asyncio.Event = field(default_factory=asyncio.Event)

    def step(self) -> None:
        self.count += 1
        if self.dead.is_set() or self.count == self.at:
            self.dead.set()
            raise Killed


@dataclass
class House:
    """`url` is the database. The platform outlives every crash, as in the world."""

    url: str
    manners: Manners = QUICK
    public_url: str = ""
    store: Callable[[Database], Store] = Store
    platform: RecordingPlatform = field(default_factory=lambda: RecordingPlatform("slack"))
    clock: MovedClock = field(default_factory=MovedClock)
    core: Core = field(init=False)

    async def open(self) -> None:
        options = Options(self.url, KEY, public_url=self.public_url, manners=self.manners)
        self.core = Core(options, default_library(), self.clock, self.store)
        self.core.platforms[self.platform.name] = self.platform
        await self.core.open()
        await self.core.start()

    async def close(self) -> None:
        await self.core.stop()

    async def restart(self) -> None:
        """Stop in good order, start again."""
        await self.core.stop()
        await self.open()

    async def kill(self) -> None:
        """End without finishing anything; what a thread is just writing is written or not, as in life."""
        self.core.alarm.stop()
        for task in asyncio.all_tasks():
            if task.get_name() in {"writer", "courier"}:
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError, Killed):
                    await task
        await self.core.database.close()

    async def settled(self, within: float = 20.0) -> None:
        """Return when everything that was wanted stands."""
        end = asyncio.get_running_loop().time() + within
        while not self.core.courier.idle():
            assert asyncio.get_running_loop().time() < end, "something that was wanted does not come"
            await asyncio.sleep(0.01)

    # --- people ---

    async def command(
        self, who: str, text: str, *, at: Place = CHANNEL, mentions: tuple[str, ...] = ()
    ) -> Reply:
        people = tuple(map(caller, mentions))
        return await self.handle(CommandGiven(delivery(), caller(who), at, text, people))

    async def press(self, who: str, verb: str, *args: str, session: str | None = None) -> Reply:
        return await self.handle(self.pressing(who, verb, *args, session=session))

    async def ask(self, who: str, verb: str, *args: str) -> Reply:
        return await self.handle(
            FormAsked(delivery(), caller(who), CHANNEL, Action(verb, self.session, args))
        )

    async def send(
        self, who: str, verb: str, *args: str, nonce: str = "", **values: str | tuple[str, ...]
    ) -> Reply:
        return await self.handle(self.sending(who, verb, *args, nonce=nonce, **values))

    async def handle(self, inbound: Inbound) -> Reply:
        return await self.core.desk.handle(inbound)

    def pressing(self, who: str, verb: str, *args: str, session: str | None = None) -> Pressed:
        action = Action(verb, self.session if session is None else session, args)
        return Pressed(delivery(), caller(who), CHANNEL, action)

    def sending(
        self, who: str, verb: str, *args: str, nonce: str = "", **values: str | tuple[str, ...]
    ) -> FormSent:
        fields: Values = {name.replace("__", "."): value for name, value in values.items()}
        action = Action(verb, self.session, args)
        return FormSent(delivery(), caller(who), CHANNEL, action, nonce or f"nonce-{next(_ids):06}", fields)

    # --- what is true ---

    @property
    def session(self) -> str:
        """The session that goes on in the channel."""
        return self.core.state.places.get(CHANNEL.id, "nosession")

    async def kept(self, session: str = "") -> Kept:
        found = await self.core.shelf.fetch(session or self.session)
        assert found is not None
        return found

    async def to_step(self, step: str) -> None:
        """Maija starts workshop 1, Anna, Ville and Sari join, and they go on until `step`."""
        await self.command("maija", "aloita 1")
        for who in ("anna", "ville", "sari"):
            await self.press(who, "join")
        await self.press("maija", "begin")
        while (await self.kept()).session.current != step:
            await self.command("maija", "seuraava")

    def seen(self, room: str = CHANNEL.id) -> list[str]:
        """The cards in a room as plain text."""
        return [render(card) for card in self.platform.seen(room)]


def caller(who: str) -> Caller:
    return Caller(f"slack:T1:{who}", who.title())


def direct(who: str) -> Place:
    return Place(f"slack:T1:D-{who}", PlaceKind.DIRECT)


def delivery() -> str:
    return f"delivery-{next(_ids)}"


def said(reply: Reply) -> str:
    """A reply in one line of text."""
    if reply.form is not None:
        return f"[{reply.form.title}]"
    if reply.errors:
        return repr(reply.errors)
    return re.sub(r"\s+", " ", render(reply.card)).strip() if reply.card else ""


def on_disk(folder: Path) -> bytes:
    """Every byte of a folder."""
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file())
