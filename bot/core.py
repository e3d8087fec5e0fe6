"""The heart, put together: everything between the platforms and the database, started and stopped in order.

`Core(...)`, put the platforms into `platforms`, then `await open()` (database, memory, writer), start the
platforms, `await start()` (courier and alarm take up what was left undone). At the end `await rest()` (the
courier stops), stop the platforms, `await stop()` (what waits is written, then all is closed).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from bot.clock import Clock, SystemClock
from bot.facilitation.desk import Desk
from bot.facilitation.office import Office
from bot.facilitation.people import People
from bot.facilitation.shelf import MOST_SESSIONS, Shelf
from bot.facilitation.speech import Speech
from bot.facilitation.state import State
from bot.facilitation.writer import Writer
from bot.outbox.courier import Courier
from bot.outbox.manners import Manners
from bot.outbox.pictures import Studio
from bot.outbox.rendering import Renderer
from bot.outbox.wall import StoredWall
from bot.platforms.platform import Platform
from bot.scheduling.alarm import Alarm
from bot.scheduling.reminders import Reminders
from bot.storage.book import StoredBook
from bot.storage.changes import Changes
from bot.storage.database import Database
from bot.storage.store import Store
from content.library import Edition, Library
from dialogs.session import Session


@dataclass(frozen=True, slots=True)
class Options:
    """What can be set from outside. `secret_key` signs the addresses of pictures."""

    database_url: str
    secret_key: str
    public_url: str = ""
    timezone: str = "Europe/Helsinki"
    manners: Manners = field(default_factory=Manners)
    most_sessions: int = MOST_SESSIONS
    """Sessions in memory."""


class Core:
    """`desk`, `book` and `wall` are for the platforms; `renderer`, `studio` and `store` for the web."""

    def __init__(
        self,
        options: Options,
        library: Library,
        clock: Clock | None = None,
        store: Callable[[Database], Store] = Store,
    ) -> None:
        self.clock = clock or SystemClock()
        self.platforms: dict[str, Platform] = {}
        self.database = Database(options.database_url)
        self.store = store(self.database)
        self.shelf = Shelf(self.store, library, options.most_sessions)
        self.state = State(self.store, self.shelf)
        self.writer = Writer(self.state, self.clock)
        self.book = StoredBook(self.store, self.writer.write)
        self.speech = Speech(library, ZoneInfo(options.timezone))
        self.people = People(self.store, self.writer.write, self.platforms, self.speech)
        self.studio = Studio(options.secret_key, options.public_url)
        self.renderer = Renderer(
            self.store,
            self.shelf,
            self.state.journeys,
            self.people,
            self.speech,
            self.studio,
            self.clock,
        )
        self.wall = StoredWall(self.store, self.renderer)
        self.desk = Desk(
            Office(self.store, self.state, self.writer, self.people, self.speech, self.clock, self._forgotten)
        )
        self.courier = Courier(
            store=self.store,
            writer=self.writer,
            renderer=self.renderer,
            people=self.people,
            platforms=self.platforms,
            happen=self.desk.happen,
            clock=self.clock,
            manners=options.manners,
        )
        self.alarm = Alarm(self.store, self.desk.ring, self.clock)
        self.reminders = Reminders(
            self.store, self.writer, self.people, self.state.journeys, self.clock, options.timezone
        )
        self.reminders.wake = lambda when: self.alarm.wake_at("reminders", when, self.reminders.say_due)
        self.courier.calm = self.reminders.calm
        self.writer.on_boards = self.courier.wanted
        self.writer.ticket = self.courier.ticket
        self.writer.on_changes = self._heard

    async def open(self) -> None:
        """Open the database and begin to write; raises `StorageError` when that cannot be."""
        await self.database.open()
        await self.state.load()
        self.writer.start()

    async def start(self) -> None:
        """Take up what was left undone: boards that are not as they are wanted, timers that fell due."""
        await self.courier.start()
        await self.alarm.start()
        self.alarm.look_often("reminders-look", self.reminders.say_due)
        await self.reminders.say_due()

    async def rest(self) -> None:
        """Finish the parcels that are on their way and send no more: call it before the platforms stop."""
        self.alarm.stop()
        await self.desk.rest()
        await self.courier.stop()

    async def stop(self) -> None:
        """Write what waits, close. The platforms are stopped by then."""
        await self.rest()
        await self.writer.stop()
        await self.database.close()

    async def load_live(self, platform: str) -> None:
        """Load the live sessions of a platform, so that `live` has them."""
        for place, session in list(self.state.places.items()):
            if place.startswith(f"{platform}:"):
                await self.shelf.fetch(session)

    def live(self, platform: str) -> list[tuple[Session, Edition]]:
        """The sessions of a platform that go on and are in memory."""
        ours = [session for place, session in self.state.places.items() if place.startswith(f"{platform}:")]
        kept = filter(None, map(self.shelf.get, ours))
        return [(one.session, one.edition) for one in kept]

    def _heard(self, changes: Changes) -> None:
        self.alarm.heard(changes)
        self.reminders.heard(changes)

    def _forgotten(self, person: str) -> None:
        self.courier.forget(person)
