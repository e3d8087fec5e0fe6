"""The port that Slack, Teams and the browser stand behind.

In: a platform's listeners turn what arrives into `Inbound` values and hand them to the `Desk`. The desk's
reply comes back when all is durable; only then may the platform be told "ok". Out: the courier hands a
`Parcel` to `Platform.deliver`, one at a time within a room. A platform never retries by itself: it says what
happened by one of the errors below, and the outbox decides.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol, runtime_checkable

from aiohttp import web

from adaptive_cards.card import Card
from bot.platforms.inbound import Inbound, Reply


class DeliveryError(Exception):
    """A delivery did not go as asked. `reason` is the platform's code, never what people wrote."""

    def __init__(self, reason: str = "", *, after: float = 0.0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.after = after
        """Seconds to wait before the next try, as the platform asked (`Retry-After`); 0 when it did not."""


class RateLimitedError(DeliveryError):
    """429: nothing was delivered.

    Wait `after` seconds (the whole platform method, not just this room, when `wide`).
    """


class PassingError(DeliveryError):
    """Nothing was delivered, and it is worth trying again.

    Refused connection, 502/503/504 before acceptance, 412.
    """


class DoubtfulError(DeliveryError):
    """It may or may not have been delivered: the answer was lost (timeout, reset, 5xx after sending)."""


class UnreachableError(DeliveryError):
    """This person cannot be reached (any more): not installed, blocked, deactivated. Do not try again."""


class RoomGoneError(DeliveryError):
    """The conversation is archived or deleted, or the bot is no longer in it. Do not try again."""


class MessageGoneError(DeliveryError):
    """The message to edit no longer exists or can no longer be edited: post it anew."""


class PictureRefusedError(DeliveryError):
    """The picture or file could not be handed over (scope, method, address). Send the card without it."""


class RefusedError(DeliveryError):
    """The platform refuses this payload or us (invalid blocks, revoked token). Trying again will not help."""


class AddressKind(StrEnum):
    """How a room is reached."""

    CHANNEL = "channel"
    DIRECT = "direct"
    THREAD = "thread"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a parcel goes; fixed when it is made, never "the last conversation".

    CHANNEL: `conversation` (a `Place.id`). DIRECT: `people` holds the one person. THREAD: `conversation`, and
    `root` is what `deliver` returned for the message that the thread hangs under. TOGETHER: a conversation of
    `people` and the bot (Slack group message; platforms that cannot make one raise `RefusedError`).
    """

    kind: AddressKind
    conversation: str = ""
    people: tuple[str, ...] = ()
    root: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a picture or a file.

    `url` is its signed public address for platforms that fetch, "" when there is none.
    """

    data: bytes
    media_type: str
    filename: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One card on its way.

    `key` is the same for every try of the same post (an idempotency key, at most 64 characters).

    `previous` is what `deliver` returned last time: present means edit, absent means post. `enclosures` holds
    the bytes of the card's pictures and files by their `ref`; a ref that is not there is to be left out.
    """

    key: str
    address: Address
    card: Card
    previous: str = ""
    enclosures: Mapping[str, Content] = field(default_factory=dict)


class Desk(Protocol):
    """What every platform hands its arrivals to."""

    async def handle(self, inbound: Inbound) -> Reply:
        """Take in, make durable, answer. Never raises for anything that a person did."""
        ...


@runtime_checkable
class Quiet(Protocol):
    """A platform that can tell who does not want to be disturbed now."""

    async def quiet(self, people: Collection[str]) -> Mapping[str, datetime]:
        """Those of `people` who are not to be disturbed now, and until when (UTC); never raises."""
        ...


class Book(Protocol):
    """A small durable notebook for a platform's own facts (conversation references, group message ids).

    Key -> JSON object.
    """

    async def get(self, key: str) -> dict[str, Any] | None:
        """What was noted under `key`, or None."""
        ...

    async def put(self, key: str, value: dict[str, Any]) -> None:
        """Note `value` under `key`, in place of what was there."""
        ...


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a conversation."""

    person: str
    name: str
    language: str = ""
    timezone: str = ""


class Platform(Protocol):
    """One platform: its web routes, its start and stop, and its way of delivering."""

    name: str

    def add_routes(self, app: web.Application) -> None:
        """Add this platform's routes (`/slack/events`, `/api/messages`, …) to the one web application."""
        ...

    async def start(self, desk: Desk) -> None:
        """Open sessions and connections. Must not block on the network being there."""
        ...

    async def stop(self) -> None:
        """Close everything that `start` opened."""
        ...

    async def deliver(self, parcel: Parcel) -> str:
        """Post or edit; return an opaque reference (at most 500 characters) for the next edit.

        Raises `DeliveryError`s only.
        """
        ...

    async def find(self, parcel: Parcel) -> str | None:
        """After doubt: the message that carries `parcel.key`, None when it is surely not there.

        Raises `RefusedError` when the platform has no way to tell; the outbox then decides.
        """
        ...

    async def member(self, person: str) -> Member | None:
        """Name, language and time zone of a person, or None when unknown. Cached; never raises."""
        ...
