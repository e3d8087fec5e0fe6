"""The rooms and their names: what an `Address` means here, and what a `Place` is called."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.platforms.inbound import Place, PlaceKind
from bot.platforms.platform import Address, AddressKind, RoomGoneError, UnreachableError

CHANNEL = "browser:local:channel.harjoituspaja"
"""The one channel's `Place.id`."""

_PERSON = re.compile(r"browser:local:([a-z0-9-]{1,60})")
_THREAD = "/"


@dataclass(frozen=True, slots=True)
class Room:
    """One room. `key` is its name between the page and us, `people` those who see it (empty: everybody)."""

    key: str
    kind: AddressKind
    place: Place
    people: tuple[str, ...] = ()


THE_CHANNEL = Room(CHANNEL, AddressKind.CHANNEL, Place(CHANNEL, PlaceKind.CHANNEL))


def is_person(person: str) -> bool:
    """Whether `person` is the id of somebody in the practice room."""
    return _PERSON.fullmatch(person) is not None


def direct(person: str) -> Room:
    """The person's own chat with the bot; raises `UnreachableError` for an id of another platform."""
    local = _PERSON.fullmatch(person)
    if local is None:
        raise UnreachableError("not_of_the_practice_room")
    place = f"browser:local:direct.{local[1]}"
    return Room(place, AddressKind.DIRECT, Place(place, PlaceKind.DIRECT), (person,))


def thread(root: str) -> Room:
    """The thread under the message that `deliver` called `root`."""
    return Room(CHANNEL + _THREAD + root, AddressKind.THREAD, Place(CHANNEL, PlaceKind.CHANNEL, root))


def together(people: Sequence[str]) -> Room:
    """The room of these people and the bot: the same one in whatever order they are named."""
    if not people or not all(map(is_person, people)):
        raise UnreachableError("not_of_the_practice_room")
    members = tuple(sorted(set(people)))
    name = hashlib.sha256(" ".join(members).encode()).hexdigest()[:16]
    place = f"browser:local:together.{name}"
    return Room(place, AddressKind.TOGETHER, Place(place, PlaceKind.GROUP), members)


def room_of(address: Address) -> Room:
    """The room that a parcel goes to; raises `RoomGoneError` or `UnreachableError` when there is none."""
    if address.kind is AddressKind.DIRECT:
        return direct(address.people[0] if len(address.people) == 1 else "")
    if address.kind is AddressKind.TOGETHER:
        return together(address.people)
    if address.conversation != CHANNEL:
        raise RoomGoneError("no_such_room")
    return thread(address.root) if address.kind is AddressKind.THREAD else THE_CHANNEL
