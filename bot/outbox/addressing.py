"""Where a board goes: fixed by its room, never by what happened last."""

from __future__ import annotations

from enum import Enum

from bot.facilitation.office import tenant
from bot.outbox.rendering import Renderer
from bot.platforms.platform import Address, AddressKind
from bot.storage.changes import BoardKey
from bot.storage.store import Store
from dialogs.boards import CHANNEL, Room, RoomKind


class No(Enum):
    """Why there is no address."""

    YET = "the card that the thread hangs under has not been posted"
    EVER = "it never will be"


async def address_of(key: BoardKey, renderer: Renderer, store: Store) -> Address | No:
    """The address of a board's room."""
    room = Room.parse(key.room)
    if room.kind is RoomKind.DIRECT:
        return Address(AddressKind.DIRECT, people=(room.person,))
    place = await renderer.place(key.stream)
    if not place:
        return No.EVER
    if room.kind is RoomKind.CHANNEL:
        return Address(AddressKind.CHANNEL, conversation=place)
    if room.kind is RoomKind.TOGETHER:
        people = await renderer.group(key.stream, room)
        return Address(AddressKind.TOGETHER, people=people) if people else No.EVER
    row = await store.board(BoardKey(key.stream, str(CHANNEL), room.root))
    if row is not None and row.ref:
        return Address(AddressKind.THREAD, conversation=place, root=row.ref)
    return No.EVER if row is None or row.sent >= row.wanted else No.YET


def platform_of(address: Address) -> str:
    """The name of the platform that it is on."""
    return whose(address)[1].partition(":")[0]


def whose(address: Address) -> tuple[str, str]:
    """The organisation and the conversation: what platforms limit."""
    conversation = address.conversation or "+".join(address.people)
    return tenant(conversation), conversation
