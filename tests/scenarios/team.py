"""A team with the bot in its chat: real web server, real database, a clock that the story moves."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, TypeVar

from aiohttp import web

from bot.app import Bot
from bot.config import Settings
from bot.storage.changes import BoardKey
from content.loader import default_library
from dialogs.boards import direct
from tests.scenarios.browser_chat import BrowserChat
from tests.scenarios.chat import Chat, Found, Picture, Seen, Values, full_name
from tests.scenarios.clock import StoryClock
from tests.scenarios.slack_chat import SlackChat
from tests.scenarios.teams_chat import TeamsChat
from tests.support.fake_connector import FakeConnector
from tests.support.fake_slack import FakeSlack

T = TypeVar("T")
KEY = "0123456789abcdefghijklmnopqrstuvwxyz-story"
_ERRANDS = frozenset({"errand"})
_ALL = _ERRANDS | {"courier"}
"""Names of the bot's tasks: what is said to whoever acted, and what is brought to the rooms."""
_PATIENCE = 60.0
"""Real seconds that the bot may be busy after one deed: only a story that hangs takes so long."""


class Team:
    """`chat` is what people see; the rest is what the story may do to them, and to the bot."""

    def __init__(self, chat: Chat, database_url: str, *, public: bool = True) -> None:
        self.chat = chat
        self.clock = StoryClock()
        self.bot: Bot
        self.url = ""
        self._database_url = database_url
        self._port = 0
        self._runner: web.AppRunner | None = None
        self._held = False
        self._public = public
        self.idlers = 0
        """How many sleep beside the bot's own tasks, so that the clock does not move for them."""

    # --- the bot ---

    async def start(self) -> None:
        """Start the bot on the team's database."""
        listening = socket.create_server(("127.0.0.1", self._port), reuse_port=False)
        self._port = listening.getsockname()[1]
        self.url = f"http://127.0.0.1:{self._port}"
        self.bot = Bot(self._settings(), default_library(), self.clock, {self.chat.name: _made(self.chat)})
        await self.bot.start()
        self._runner = web.AppRunner(
            self.bot.web, access_log=None, shutdown_timeout=0.1, handle_signals=False, auto_decompress=False
        )
        await self._runner.setup()
        await web.SockSite(self._runner, listening).start()
        await self.chat.arrive(self.url, self.settle)
        await self.settle()
        # By the machine's clock, the alarm finds by itself what fell due while nobody was there.
        await self.bot.core.alarm.ring_due()
        await self.settle()

    async def stop(self) -> None:
        """Stop the bot in good order."""
        if self._runner:
            await self._runner.cleanup()
        self._runner = None
        await self.bot.stop()

    async def restart(self, *, after_minutes: float = 0) -> None:
        """Stop, and start a new one on the same database, perhaps only when time has gone by."""
        await self.stop()
        self.clock.move_to(self.clock.seconds + after_minutes * 60)
        await self.start()

    def _settings(self) -> Settings:
        known: dict[str, Any] = {
            "PAJA_DATABASE_URL": self._database_url,
            "PAJA_SECRET_KEY": KEY,
            "PAJA_PUBLIC_URL": self.url if self._public else "",
            **self.chat.settings(),
        }
        return Settings(**known)

    # --- time ---

    async def settle(self) -> None:
        """Return when the bot has nothing left to do.

        While all of it only waits for the clock, the clock is moved: what would take seconds takes none.
        """
        async with asyncio.timeout(_PATIENCE):
            while busy := _busy(_ERRANDS if self._held else _ALL):
                if (
                    not self._held
                    and self.clock.sleepers() - self.idlers >= busy
                    and (wake := self.clock.next_wake()) is not None
                ):
                    self.clock.move_to(wake)
                    await asyncio.sleep(0)
                else:
                    await asyncio.sleep(0.001)

    async def waits(self, *, minutes: float = 0, seconds: float = 0) -> None:
        """Time goes by; every timer rings when it is due."""
        end = self.clock.seconds + minutes * 60 + seconds
        while due := await self._next_timer(end):
            self.clock.move_to(due)
            await self.bot.core.alarm.ring_due()
            await self.settle()
        self.clock.move_to(end)
        await self.settle()

    async def _next_timer(self, end: float) -> float | None:
        now = self.clock.now()
        coming = [
            self.clock.seconds + (timer.due - now).total_seconds()
            for timer in await self.bot.core.store.timers()
        ]
        return min((max(one, self.clock.seconds) for one in coming if one <= end), default=None)

    # --- people ---

    async def says(
        self, person: str, text: str, *, direct: bool = False, thread: str = "", about: str = ""
    ) -> str:
        """A command; the private answer."""
        return await self.chat.command(person, text, direct=direct, thread=thread, about=about)

    async def sees(self, person: str, label: str, card: str = "") -> Found:
        """A button on somebody's screen."""
        return await self.chat.find(person, label, card)

    async def presses(self, person: str, label: str, card: str = "") -> str:
        """Press the newest such button; the private answer."""
        return await self.chat.push(person, await self.chat.find(person, label, card))

    async def fills(
        self, person: str, label: str, *pages: Values, card: str = "", forced: bool = False
    ) -> str:
        """Open the form behind the newest such button and send it; the answer."""
        button = await self.chat.find(person, label, card)
        return await self.chat.fill(person, button, *pages, forced=forced)

    async def opens(self, person: str, label: str, card: str = "") -> str:
        """The words of the form behind the newest such button."""
        return await self.chat.form(person, await self.chat.find(person, label, card))

    async def at_once(self, *acts: Awaitable[T]) -> list[T]:
        """All of this in the same moment: the clock stands until everybody has acted."""
        self._held = True
        try:
            done = await asyncio.gather(*acts)
        finally:
            self._held = False
        await self.settle()
        return done

    # --- what stands ---

    async def channel(self) -> list[Seen]:
        return await self.chat.channel()

    async def direct(self, person: str) -> list[Seen]:
        return await self.chat.direct(person)

    async def card(self, words: str, person: str = "") -> Seen:
        """The newest card with these words in the channel, or in the direct messages of `person`."""
        cards = await (self.chat.direct(person) if person else self.chat.channel())
        found = [one for one in cards if words in one]
        assert found, f"{words!r} is on none of {[one.text for one in cards]}"
        return found[-1]

    async def titled(self, title: str, person: str = "") -> Seen:
        """The newest card of just that title."""
        cards = await (self.chat.direct(person) if person else self.chat.channel())
        found = [one for one in cards if one.title == title]
        assert found, f"{title!r} is none of {[one.title for one in cards]}"
        return found[-1]

    async def pictures(self, card: Seen) -> list[Picture]:
        return await self.chat.pictures(card)

    async def screens(self, *people: str) -> dict[str, list[tuple[str, str]]]:
        """All that stands in the channel, in its threads, and in these people's own conversations."""
        threads = [card for cards in (await self.chat.threads()).values() for card in cards]
        shown = {"": [*await self.chat.channel(), *threads]}
        shown |= {person: await self.chat.direct(person) for person in people}
        return {room: [(card.id, card.text) for card in cards] for room, cards in shown.items()}

    # --- what is true ---

    async def session(self) -> str:
        """The session that goes on."""
        (live,) = await self.bot.core.store.live()
        return live.session

    async def came(self, session: str, person: str, board: str) -> datetime:
        """When the newest state of a card came to somebody's direct messages."""
        kept = await self.bot.core.shelf.fetch(session)
        assert kept
        named = {**kept.session.names, **{id_: one.name for id_, one in kept.session.people.items()}}
        room = next(direct(id_) for id_, name in named.items() if name == full_name(person))
        row = await self.bot.core.store.board(BoardKey(session, str(room), board))
        assert row
        assert row.sent_at
        return row.sent_at

    async def facts(self) -> list[tuple[str, bytes]]:
        """All that was accepted in the sessions that go on, as it is stored."""
        found = []
        for row in await self.bot.core.store.live():
            log = await self.bot.core.store.log(row.session)
            assert log
            found += [(fact.kind, bytes(fact.body)) for fact in log.facts]
        return found


def _busy(names: frozenset[str]) -> int:
    return sum(task.get_name() in names and not task.done() for task in asyncio.all_tasks())


def _made(chat: Chat) -> Any:
    return lambda _, core: chat.make(core)


@asynccontextmanager
async def team_in(kind: str, database_url: str, *, public: bool = True) -> AsyncIterator[Team]:
    """A team in `slack`, `teams` or `browser`, with the bot started; `public`: it has a public address."""
    async with _chat(kind) as chat:
        team = Team(chat, database_url, public=public)
        try:
            await team.start()
            yield team
            await team.stop()
        finally:
            await chat.close()


@asynccontextmanager
async def _chat(kind: str) -> AsyncIterator[Chat]:
    if kind == "slack":
        async with FakeSlack() as slack:
            yield SlackChat(slack)
    elif kind == "teams":
        async with FakeConnector() as connector:
            yield TeamsChat(connector)
    else:
        yield BrowserChat()
