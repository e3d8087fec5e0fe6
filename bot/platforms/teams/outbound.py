"""Cards on their way out: where each goes, one at a time in a conversation, and what its failing means."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from weakref import WeakValueDictionary

from adaptive_cards.card import Card
from adaptive_cards.renderers import adaptive_card
from adaptive_cards.renderers.enclosures import NOTHING, Enclosure, Enclosures
from bot.platforms.inbound import PlaceKind
from bot.platforms.platform import (
    Address,
    AddressKind,
    MessageGoneError,
    Parcel,
    PassingError,
    PictureRefusedError,
    RateLimitedError,
    RefusedError,
    RoomGoneError,
    UnreachableError,
)
from bot.platforms.teams import ids, links
from bot.platforms.teams.connector import Connector, message
from bot.platforms.teams.errors import Answer, Doing, Lost, meaning
from bot.platforms.teams.pace import Pace
from bot.platforms.teams.references import Record, References
from bot.platforms.teams.roster import Roster

_Made = TypeVar("_Made")
_NOT_FOUND = 404
_SHORT_WAIT = 1.0
"""Seconds that a message waits here for its turn; with more to wait it goes back to the outbox."""


@dataclass(frozen=True, slots=True)
class Route:
    """How a message gets there. `person`: whose 1:1 conversation was taken from the records, "" otherwise."""

    service_url: str
    bot: str
    conversation: str
    direct: bool = False
    opens_thread: bool = False
    person: str = ""


class Outbound:
    """Delivers parcels; raises `DeliveryError`s only."""

    def __init__(
        self,
        connector: Connector,
        references: References,
        roster: Roster,
        *,
        bot: str,
        pace: Pace,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._connector = connector
        self._references = references
        self._roster = roster
        self._bot = bot
        self._pace = pace
        self._sleep = sleep
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def deliver(self, parcel: Parcel) -> str:
        """Post, or edit when there is something to edit; the reference for the next edit."""
        content = adaptive_card.render(await self._linked(parcel.card), enclosures_of(parcel))
        if parcel.previous:
            return await self._edit(parcel, content)
        route = await self._route(parcel.address)
        return await self.post(route, content)

    async def _linked(self, card: Card) -> Card:
        """With links to the chats that people open among themselves."""
        found = {one: await self._roster.address(one) for one in sorted(links.people(card))}
        tenant, _ = ids.parts(next(iter(found), ""))
        return links.linked(card, tenant, found) if found else card

    async def tell(self, person: str, card: Card) -> None:
        """An answer to one person. Nothing is noted of it: it may be that they are forgotten."""
        route = await self._direct(Address(AddressKind.DIRECT, people=(person,)), noted=False)
        await self.post(route, adaptive_card.render(card, NOTHING))

    async def post(self, route: Route, content: dict[str, Any]) -> str:
        """Post a card; where it ended up."""
        activity = message(content, route.bot, route.conversation)
        base = ids.without_thread(route.conversation)
        async with self._lock(base):
            await self._turn(base)
            if route.opens_thread:
                opening = self._connector.open_thread(route.service_url, base, activity)
                conversation, id_ = await self._tried(opening, Doing.POST, route)
                return ids.reference(conversation, id_ or ids.root_of(conversation))
            sending = self._connector.post(route.service_url, route.conversation, activity)
            return ids.reference(route.conversation, await self._tried(sending, Doing.POST, route))

    async def _edit(self, parcel: Parcel, content: dict[str, Any]) -> str:
        id_, conversation = ids.read_reference(parcel.previous)
        if not id_ or not conversation:
            raise MessageGoneError("no id")
        direct = parcel.address.kind is AddressKind.DIRECT
        way = await self._way(parcel.address)
        route = Route(way["service_url"], self._bot or way["bot"], conversation, direct=direct)
        activity = message(content, route.bot, conversation)
        base = ids.without_thread(conversation)
        async with self._lock(base):
            await self._turn(base)
            editing = self._connector.edit(route.service_url, conversation, id_, activity)
            await self._tried(editing, Doing.EDIT, route)
        return parcel.previous

    async def _tried(self, sending: Awaitable[_Made], doing: Doing, route: Route) -> _Made:
        try:
            return await sending
        except (Answer, Lost) as problem:
            if is_stale(problem, route):
                await self._references.note_direct(route.person, "")
                raise PassingError(str(problem)) from None  # the next try opens it anew
            raise meaning(problem, doing, direct=route.direct) from None

    async def _route(self, address: Address) -> Route:
        match address.kind:
            case AddressKind.TOGETHER:
                raise RefusedError("a bot cannot make a group chat")
            case AddressKind.DIRECT:
                return await self._direct(address)
            case AddressKind.THREAD:
                return await self._thread(address)
            case AddressKind.CHANNEL:
                way, conversation = await self._way(address), ids.parts(address.conversation)[1]
                bot, opens = self._bot or way["bot"], is_channel(way, conversation)
                return Route(way["service_url"], bot, conversation, opens_thread=opens)

    async def _thread(self, address: Address) -> Route:
        """A reply in a channel; group chats have no threads, so there it is one more message."""
        way, conversation = await self._way(address), ids.parts(address.conversation)[1]
        root, home = ids.read_reference(address.root)
        if is_channel(way, conversation):
            conversation = ids.in_thread(conversation, ids.root_of(home) or root)
        return Route(way["service_url"], self._bot or way["bot"], conversation)

    async def _direct(self, address: Address, *, noted: bool = True) -> Route:
        (person,) = address.people
        way = await self._way(address)
        bot, known = self._bot or way["bot"], str(way.get("direct") or "")
        if known:
            return Route(way["service_url"], bot, known, direct=True, person=person)
        tenant, local = ids.parts(person)
        user = str(way.get("user") or self._references.user_of(tenant, local))
        opening = self._connector.open_direct(way["service_url"], tenant, bot, user)
        route = Route(way["service_url"], bot, "", direct=True)
        conversation = await self._tried(opening, Doing.OPEN, route)
        if noted:
            await self._references.note_direct(person, conversation)
        return Route(way["service_url"], bot, conversation, direct=True)

    async def _way(self, address: Address) -> Record:
        """What is known of the room or the person; the tenant's own address for those never seen."""
        if address.kind is AddressKind.DIRECT:
            known = await self._references.person(address.people[0])
            tenant, _ = ids.parts(address.people[0])
            gone: type[UnreachableError | RoomGoneError] = UnreachableError
        else:
            known = await self._references.room(address.conversation)
            tenant, _ = ids.parts(address.conversation)
            gone = RoomGoneError
        found = (await self._references.tenant(tenant) or {}) | (known or {})
        if not found.get("service_url"):
            raise gone("never seen")
        return found

    async def _turn(self, conversation: str) -> None:
        while wait := self._pace.take(conversation):
            if wait > _SHORT_WAIT:
                raise RateLimitedError("pace", after=wait)
            await self._sleep(wait)

    def _lock(self, conversation: str) -> asyncio.Lock:
        """One message at a time: Teams answers 412 to two at once."""
        return self._locks.setdefault(conversation, asyncio.Lock())


def is_stale(problem: Answer | Lost, route: Route) -> bool:
    """Whether a 1:1 conversation that we remembered is not there any more."""
    return isinstance(problem, Answer) and problem.status == _NOT_FOUND and bool(route.person)


def is_channel(room: Record, conversation: str) -> bool:
    """Whether posts there have threads."""
    kind = room.get("kind")
    return kind == PlaceKind.CHANNEL if kind else conversation.endswith(("@thread.tacv2", "@thread.skype"))


def enclosures_of(parcel: Parcel) -> Enclosures:
    """The public addresses of pictures and files; raises `PictureRefusedError` where there is none."""
    made = {ref: Enclosure(content.url) for ref, content in parcel.enclosures.items()}
    if not all(adaptive_card.is_address(one.url) for one in made.values()):
        raise PictureRefusedError("no public address")
    return made
