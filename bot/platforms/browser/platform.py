"""The browser behind the port: what is delivered is kept in memory, and every open tab hears of it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from datetime import UTC, datetime

from aiohttp import web

from adaptive_cards.actions import BadActionError
from adaptive_cards.renderers import html
from bot.platforms.browser import shown
from bot.platforms.browser.audience import Audience
from bot.platforms.browser.colleagues import Colleagues
from bot.platforms.browser.files import Files, enclosures
from bot.platforms.browser.gate import Gate
from bot.platforms.browser.people import People
from bot.platforms.browser.places import room_of
from bot.platforms.browser.rooms import Entry, Rooms
from bot.platforms.browser.routes import Routes
from bot.platforms.browser.visibility import sees
from bot.platforms.browser.wall import PostedCard, Wall
from bot.platforms.platform import (
    Address,
    AddressKind,
    DeliveryError,
    Desk,
    Member,
    MessageGoneError,
    Parcel,
    RefusedError,
    RoomGoneError,
)


class BrowserPlatform:
    """The practice room.

    `wall` is asked at the start for what stood in the rooms. `people` are known from the beginning; others
    come by choosing a name. `hosts` are the host names that it may be reached by, besides the loopback ones.
    `colleagues` may also be set later, before the first request.
    """

    name = "browser"

    def __init__(
        self,
        wall: Wall,
        people: Iterable[Member] = (),
        *,
        hosts: frozenset[str] = frozenset(),
        colleagues: Colleagues | None = None,
    ) -> None:
        self.desk: Desk | None = None
        self.colleagues = colleagues
        self.people = People(people)
        self.files = Files()
        self.rooms = Rooms(dropped=lambda entry: self.files.release(entry.files))
        self.audience = Audience()
        self._wall = wall
        self._routes = Routes(self, Gate(hosts))
        self.rooms.listen(self._tell)

    def add_routes(self, app: web.Application) -> None:
        """`/` and `/practice/…`; open tabs are let go when the application shuts down."""
        self._routes.add(app)

        async def let_go(_: web.Application) -> None:
            self.audience.close()

        app.on_shutdown.append(let_go)

    async def start(self, desk: Desk) -> None:
        """Put up again what stood in the rooms."""
        for posted in await self._wall.posted():
            with contextlib.suppress(DeliveryError):  # a thread, say, whose first message is gone
                self.rooms.post(self._entry(posted, None))
        self.desk = desk

    async def stop(self) -> None:
        """Let all tabs go."""
        self.desk = None
        self.audience.close()

    async def deliver(self, parcel: Parcel) -> str:
        """Post or edit. The reference is the parcel's key, so that the same post twice is one message."""
        standing = self.rooms.get(parcel.previous or parcel.key)
        if parcel.previous and standing is None:
            raise MessageGoneError("not_in_the_room")
        ref = standing.ref if standing else parcel.key
        posted = PostedCard(ref, parcel.address, parcel.card, parcel.enclosures)
        entry = self._entry(posted, datetime.now(UTC))
        if standing:
            self.rooms.edit(standing, entry)
        else:
            self.rooms.post(entry)
        return ref

    async def find(self, parcel: Parcel) -> str | None:
        """Always sure: what is not in the room was not delivered."""
        standing = self.rooms.get(parcel.key)
        return standing.ref if standing else None

    async def member(self, person: str) -> Member | None:
        """Who goes by that id, if anybody has chosen to."""
        return self.people.get(person)

    def _entry(self, posted: PostedCard, at: datetime | None) -> Entry:
        room = room_of(posted.address)
        self._check_thread(posted.address)
        names = self.files.keep(posted.enclosures)
        try:
            markup = html.render(posted.card, enclosures(names))
        except BadActionError:
            self.files.release(names.values())
            raise RefusedError("bad_action") from None
        return Entry(posted.ref, room, card=posted.card, html=markup, at=at, files=tuple(names.values()))

    def _check_thread(self, address: Address) -> None:
        if address.kind is AddressKind.THREAD and self.rooms.get(address.root) is None:
            raise RoomGoneError("no_such_thread")

    def _tell(self, entry: Entry) -> None:
        def may_hear(person: str) -> bool:
            return sees(person, entry.room)

        room = shown.room(entry.room, self.people)
        self.audience.tell(f"room {entry.room.key}", ("room", room), may_hear)
        self.audience.tell(f"entry {entry.ref}", ("entry", shown.entry(entry)), may_hear)
