"""Parcels -> Slack messages: post, edit, and find after doubt. Each call is made once; the outbox repeats.

Source: Slack, `chat.postMessage`, `chat.update`, `conversations.history`; platforms.md 1.3, 1.8, 1.11.
"""

from __future__ import annotations

import asyncio
from typing import Any

from adaptive_cards.renderers.block_kit import render
from bot.platforms.platform import (
    Address,
    AddressKind,
    Book,
    DeliveryError,
    DoubtfulError,
    Parcel,
    PictureRefusedError,
    RefusedError,
    RoomGoneError,
    UnreachableError,
)
from bot.platforms.slack.api import Api
from bot.platforms.slack.conversations import Conversations, opened
from bot.platforms.slack.files import Files
from bot.platforms.slack.ids import dereference, reference

EVENT = "paja_post"

_LITERAL = {"parse": "none", "link_names": False}
_QUIET = {"unfurl_links": False, "unfurl_media": False, "mrkdwn": False}
_PICTURE_WAITS = (0.5, 1.0, 2.0, 3.0)
_PAGE = 200
_PAGES = 5

Json = dict[str, Any]


class Outbound:
    """Deliveries of one workspace's bot."""

    def __init__(self, api: Api, book: Book) -> None:
        self._api = api
        self._conversations = Conversations(api, book)
        self._files = Files(api, book)

    async def deliver(self, parcel: Parcel) -> str:
        """Post or edit; the reference is `channel:ts`."""
        if parcel.previous:
            return await self._edit(parcel)
        try:
            return await self._post(parcel)
        except RoomGoneError:
            if not opened(parcel.address):
                raise
            return await self._post_anew(parcel)

    async def find(self, parcel: Parcel) -> str | None:
        """The message that carries the parcel's key. Needs the `*:history` scopes, else `RefusedError`."""
        channel, thread = await self._conversations.find(parcel.address)
        cursor = ""
        for _ in range(_PAGES):
            page = await self._page(channel, thread, cursor)
            for message in page.get("messages") or ():
                if _key(message) == parcel.key:
                    return reference(channel, message["ts"])
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                break
        return None

    async def _page(self, channel: str, thread: str, cursor: str) -> Json:
        method = "conversations.replies" if thread else "conversations.history"
        where = {
            "channel": channel,
            **({"ts": thread} if thread else {}),
            **({"cursor": cursor} if cursor else {}),
        }
        return await self._api.read(method, **where, limit=_PAGE, include_all_metadata=True)

    async def _post_anew(self, parcel: Parcel) -> str:
        """The noted conversation is gone; Slack opens it again for the same people, if they are there."""
        try:
            return await self._post(parcel, anew=True)
        except RoomGoneError as error:
            raise _nobody(parcel.address, error) from None

    async def _post(self, parcel: Parcel, *, anew: bool = False) -> str:
        channel, thread = await self._conversations.find(parcel.address, anew=anew)
        where = {"channel": channel, **({"thread_ts": thread} if thread else {})}
        metadata = {"event_type": EVENT, "event_payload": {"key": parcel.key}}
        more = {**where, "metadata": metadata, **_LITERAL, **_QUIET}
        answer = await self._shown(parcel, "chat.postMessage", more, channel, thread)
        if not answer.get("ts"):
            raise DoubtfulError("no_ts")
        return reference(str(answer.get("channel") or channel), str(answer["ts"]))

    async def _edit(self, parcel: Parcel) -> str:
        channel, stamp = dereference(parcel.previous)
        thread = stamp if parcel.address.kind is AddressKind.THREAD else ""
        await self._shown(
            parcel, "chat.update", {"channel": channel, "ts": stamp, **_LITERAL}, channel, thread
        )
        return parcel.previous

    async def _shown(self, parcel: Parcel, method: str, more: Json, channel: str, thread: str) -> Json:
        """Call `method` with the card; Slack refuses pictures that it is still processing: wait a little."""
        handed = await self._files.hand_over(parcel, channel, thread)
        message = {**render(parcel.card, handed), **more}
        for wait in (*_PICTURE_WAITS, None) if handed else (None,):
            try:
                return await self._api.call(method, message, repeatable=method == "chat.update")
            except RefusedError as error:
                if not handed or error.reason != "invalid_blocks":
                    raise
                if wait is None:
                    await self._files.forget(parcel)
                    raise PictureRefusedError(error.reason) from None
                await asyncio.sleep(wait)
        raise AssertionError  # the last round returns or raises


def _nobody(address: Address, error: RoomGoneError) -> DeliveryError:
    failure = UnreachableError if address.kind is AddressKind.DIRECT else RefusedError
    return failure(error.reason)


def _key(message: Json) -> str:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != EVENT:
        return ""
    return str((metadata.get("event_payload") or {}).get("key", ""))
