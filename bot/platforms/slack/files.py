"""Pictures and files handed over to Slack: three calls, remembered so that nothing is uploaded again.

A picture is uploaded without a place and then shown by an `image` block; a file is shared into the
conversation. Source: Slack, "Uploading files" (`files.getUploadURLExternal`, `files.completeUploadExternal`);
platforms.md 1.11.
"""

from __future__ import annotations

from typing import Any

from adaptive_cards.card import Attachment, Picture
from adaptive_cards.renderers.enclosures import Enclosure
from bot.platforms.platform import (
    Book,
    Content,
    DeliveryError,
    Parcel,
    PassingError,
    PictureRefusedError,
    RateLimitedError,
)
from bot.platforms.slack.api import Api


class Files:
    """Uploads of one workspace's bot."""

    def __init__(self, api: Api, book: Book) -> None:
        self._api = api
        self._book = book

    async def hand_over(self, parcel: Parcel, channel: str, thread: str) -> dict[str, Enclosure]:
        """What is enclosed, as Slack knows it; `PictureRefusedError` when Slack takes no files from us."""
        handed: dict[str, Enclosure] = {}
        for part in parcel.card.blocks:
            if isinstance(part, Picture | Attachment) and part.ref in parcel.enclosures:
                handed[part.ref] = Enclosure(file_id=await self._file(part, parcel, channel, thread))
        return handed

    async def forget(self, parcel: Parcel) -> None:
        """Upload the parcel's pictures anew next time: Slack does not show those that it has."""
        for part in parcel.card.blocks:
            if isinstance(part, Picture) and part.ref in parcel.enclosures:
                await self._book.put(_key(part, ""), {})

    async def _file(self, part: Picture | Attachment, parcel: Parcel, channel: str, thread: str) -> str:
        key = _key(part, channel)
        known = (await self._book.get(key) or {}).get("file", "")
        if known:
            return str(known)
        share = _share(part, channel, thread)
        try:
            file = await self._upload(parcel.enclosures[part.ref], share)
        except (RateLimitedError, PassingError):
            raise
        except DeliveryError as error:
            raise PictureRefusedError(error.reason) from None
        await self._book.put(key, {"file": file})
        return file

    async def _upload(self, content: Content, share: dict[str, Any]) -> str:
        size = len(content.data)
        slot = await self._api.read("files.getUploadURLExternal", filename=content.filename, length=size)
        if not slot.get("upload_url") or not slot.get("file_id"):
            raise PictureRefusedError("no_upload_url")
        await self._api.send_bytes(str(slot["upload_url"]), content.data)
        file = str(slot["file_id"])
        about = {"files": [{"id": file, "title": content.filename}], **share}
        await self._api.call("files.completeUploadExternal", about, repeatable=True)
        return file


def _share(part: Picture | Attachment, channel: str, thread: str) -> dict[str, Any]:
    if isinstance(part, Picture):
        return {}
    return {"channel_id": channel, **({"thread_ts": thread} if thread else {})}


def _key(part: Picture | Attachment, channel: str) -> str:
    return f"slack:file:{part.ref}" if isinstance(part, Picture) else f"slack:file:{channel}:{part.ref}"
