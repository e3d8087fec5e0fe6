"""A platform in memory that holds us to the port: remembers what it was given, and fails as it is told."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from aiohttp import web

from adaptive_cards.card import Card
from bot.platforms.platform import (
    Address,
    DeliveryError,
    Desk,
    Member,
    MessageGoneError,
    Parcel,
    RefusedError,
)

LONGEST_KEY = 64


@dataclass
class Message:
    """What stands in a room: every state that it has had."""

    ref: str
    key: str
    address: Address
    cards: list[Card]
    enclosed: frozenset[str]


@dataclass
class Order:
    """One failure: for the next parcel that fits. `landed`: the platform did it all the same."""

    error: DeliveryError
    fits: Callable[[Parcel], bool]
    landed: bool = False


@dataclass
class RecordingPlatform:
    """`people`: person -> name. `can_find` False: it has no way to tell, like Teams."""

    name: str = "browser"
    people: dict[str, str] = field(default_factory=dict)
    can_find: bool = True
    slowness: float = 0.0
    messages: dict[str, Message] = field(default_factory=dict)
    calls: list[tuple[str, str]] = field(default_factory=list)
    """("post" | "edit" | "find", conversation) in order."""
    posts: Counter[str] = field(default_factory=Counter)
    """Key -> how many messages carry it."""
    orders: list[Order] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    silence: float = 0.0
    """Seconds before it says who somebody is."""
    before: Callable[[Parcel], None] = lambda _: None
    """Called before anything happens to a parcel; may raise what it likes."""
    most_at_once: int = 0
    _busy: set[str] = field(default_factory=set)

    def add_routes(self, app: web.Application) -> None:
        del app

    async def start(self, desk: Desk) -> None:
        del desk

    async def stop(self) -> None:
        return

    def fail(
        self,
        error: DeliveryError,
        fits: Callable[[Parcel], bool] = lambda _: True,
        *,
        landed: bool = False,
        times: int = 1,
    ) -> None:
        """Fail the next `times` parcels that fit."""
        self.orders.extend(Order(error, fits, landed) for _ in range(times))

    async def deliver(self, parcel: Parcel) -> str:
        room = conversation(parcel.address)
        assert room not in self._busy, "one parcel at a time within a room"
        assert 0 < len(parcel.key) <= LONGEST_KEY
        self._busy.add(room)
        self.most_at_once = max(self.most_at_once, len(self._busy))
        try:
            await asyncio.sleep(self.slowness)
            self.before(parcel)
            self.calls.append(("edit" if parcel.previous else "post", room))
            order = next((one for one in self.orders if one.fits(parcel)), None)
            if order is None:
                return self._take(parcel)
            self.orders.remove(order)
            if order.landed:
                self._take(parcel)
            raise order.error
        finally:
            self._busy.discard(room)

    def _take(self, parcel: Parcel) -> str:
        if parcel.previous:
            message = self.messages.get(parcel.previous)
            if message is None:
                raise MessageGoneError("message_not_found")
            assert message.address == parcel.address, "an edit stays in its room"
            message.cards.append(parcel.card)
            message.enclosed = frozenset(parcel.enclosures)
            return parcel.previous
        if parcel.address.root:
            assert parcel.address.root in self.messages, "a thread hangs under a message"
        self.posts[parcel.key] += 1
        ref = f"{self.name}-{self.posts.total()}"
        enclosed = frozenset(parcel.enclosures)
        self.messages[ref] = Message(ref, parcel.key, parcel.address, [parcel.card], enclosed)
        return ref

    async def find(self, parcel: Parcel) -> str | None:
        self.calls.append(("find", conversation(parcel.address)))
        if not self.can_find:
            raise RefusedError("no_way_to_tell")
        return next((one.ref for one in self.messages.values() if one.key == parcel.key), None)

    async def member(self, person: str) -> Member | None:
        self.asked.append(person)
        await asyncio.sleep(self.silence)
        return Member(person, self.people[person]) if person in self.people else None

    # --- what a person would see ---

    def seen(self, room: str) -> list[Card]:
        """The cards that stand in a room, oldest first, as they are now."""
        return [one.cards[-1] for one in self.messages.values() if conversation(one.address) == room]

    def titles(self, room: str) -> list[str]:
        """The titles of the cards in a room."""
        return [card.title for card in self.seen(room)]

    def texts(self) -> str:
        """Everything that has ever stood anywhere."""
        return repr([one.cards for one in self.messages.values()])


def conversation(address: Address) -> str:
    """Where it goes, in one word."""
    return "+".join(address.people) or address.conversation + (f"/{address.root}" if address.root else "")
