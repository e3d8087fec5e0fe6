"""Where to write to one person, or to several together. Source: Slack, `conversations.open`."""

from __future__ import annotations

from bot.platforms.platform import (
    Address,
    AddressKind,
    Book,
    RefusedError,
    RoomGoneError,
    UnreachableError,
)
from bot.platforms.slack.api import Api
from bot.platforms.slack.ids import dereference, local


class Conversations:
    """Conversations by address. Slack opens the same one for the same people; the Book saves asking."""

    def __init__(self, api: Api, book: Book) -> None:
        self._api = api
        self._book = book
        self._known: dict[str, str] = {}

    async def find(self, address: Address, *, anew: bool = False) -> tuple[str, str]:
        """Slack's channel id and thread ("" outside threads). `anew`: what is noted is wrong."""
        if address.kind is AddressKind.CHANNEL:
            return local(address.conversation), ""
        if address.kind is AddressKind.THREAD:
            return _root(address)
        if address.kind is AddressKind.DIRECT:
            return await self._open(address.people[:1], anew=anew), ""
        return await self._together(address.people, anew=anew), ""

    async def _together(self, people: tuple[str, ...], *, anew: bool) -> str:
        try:
            return await self._open(tuple(sorted(set(people))), anew=anew)
        except (UnreachableError, RoomGoneError) as error:
            raise RefusedError(
                error.reason
            ) from None  # one of them is missing, so there is no such conversation

    async def _open(self, people: tuple[str, ...], *, anew: bool) -> str:
        users = ",".join(local(person) for person in people)
        if not users:
            raise RefusedError("not_enough_users")
        key = f"slack:{people[0].split(':')[1]}:conversation:{users}"
        channel = "" if anew else self._known.get(key) or (await self._book.get(key) or {}).get("channel", "")
        if not channel:
            answer = await self._api.call("conversations.open", {"users": users}, repeatable=True)
            channel = str(answer["channel"]["id"])
            await self._book.put(key, {"channel": channel})
        self._known[key] = channel
        return channel


def opened(address: Address) -> bool:
    """Whether the conversation is one that the bot opens by itself."""
    return address.kind in (AddressKind.DIRECT, AddressKind.TOGETHER)


def _root(address: Address) -> tuple[str, str]:
    if ":" in address.root:
        return dereference(address.root)
    return local(address.conversation), address.root
