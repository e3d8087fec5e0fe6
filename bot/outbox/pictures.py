"""Pictures: drawn by another process, kept for a while, and fetched from signed addresses."""

from __future__ import annotations

import asyncio
from collections import OrderedDict

from itsdangerous import BadSignature, URLSafeTimedSerializer

from adaptive_cards.views import pictures as views
from adaptive_cards.words import Words
from bot.outbox.artist import Artist, the_artist
from bot.platforms.platform import Content
from bot.storage.changes import BoardKey
from dialogs.journey.diary.messages import TimelineView
from dialogs.messages import PictureView

PICTURES = "/pictures/"
FILES = "/files/"
_MOST = 64
_PICTURE_LIVES = 180 * 24 * 3600
"""Seconds that the address of a picture works: as long as somebody may scroll back to it."""
_FILE_LIVES = 24 * 3600
"""Seconds that the address of a person's own file works."""


class Studio:
    """`public_url` "" means that no platform can fetch anything from us: then addresses are ""."""

    def __init__(self, secret_key: str, public_url: str = "", artist: Artist | None = None) -> None:
        self.artist = artist or the_artist()
        self._public_url = public_url.rstrip("/")
        self._pictures = URLSafeTimedSerializer(secret_key, salt="paja.picture")
        self._files = URLSafeTimedSerializer(secret_key, salt="paja.file")
        self._drawn: OrderedDict[str, bytes] = OrderedDict()
        self._drawing: dict[str, asyncio.Task[bytes]] = {}
        self._one_at_a_time = asyncio.Lock()

    async def picture(
        self,
        ref: str,
        view: PictureView | TimelineView,
        words: Words,
        key: BoardKey,
        patience: float | None = None,
    ) -> Content:
        """The picture as a PNG; raises `NotDrawnError`, and `TimeoutError` as `png` does."""
        png = await self.png(ref, view, words, patience)
        return Content(
            png, "image/png", f"{ref}.png", self._address(PICTURES, self._pictures, key, ".png", ref)
        )

    async def png(
        self, ref: str, view: PictureView | TimelineView, words: Words, patience: float | None = None
    ) -> bytes:
        """The bytes of it; one that is wanted by many rooms at once is drawn once.

        Raises `TimeoutError` when it is not there after `patience` seconds. It is drawn all the same, for
        whoever asks again.
        """
        if ref in self._drawn:
            self._drawn.move_to_end(ref)
            return self._drawn[ref]
        task = self._drawing.get(ref)
        if task is None:
            task = self._drawing[ref] = asyncio.create_task(self._draw(ref, view, words))
        done, _ = await asyncio.wait({task}, timeout=patience)
        if not done:
            raise TimeoutError
        if self._drawing.get(ref) is task:
            del self._drawing[ref]
        return task.result()

    async def _draw(self, ref: str, view: PictureView | TimelineView, words: Words) -> bytes:
        async with self._one_at_a_time:
            png = await asyncio.to_thread(self.artist.draw, views.spec(view, words))
        if self._drawing.get(ref) is asyncio.current_task():  # and it was not to be forgotten meanwhile
            self._drawn[ref] = png
        while len(self._drawn) > _MOST:
            self._drawn.popitem(last=False)
        return png

    def file_address(self, key: BoardKey, filename: str) -> str:
        """Where a platform can fetch a file from, "" where it cannot."""
        return self._address(FILES, self._files, key, filename[filename.rfind(".") :])

    def picture_at(self, token: str) -> BoardKey | None:
        """The board whose picture a signed address is of; None for a forged or an old one."""
        return _opened(self._pictures, token, _PICTURE_LIVES)

    def file_at(self, token: str) -> BoardKey | None:
        """The board whose file a signed address is of; None for a forged or an old one."""
        return _opened(self._files, token, _FILE_LIVES)

    def forget(self) -> None:
        """Somebody was forgotten whose words may stand on a picture."""
        self._drawn.clear()
        self._drawing.clear()

    def _address(
        self, route: str, signer: URLSafeTimedSerializer, key: BoardKey, ending: str, ref: str = ""
    ) -> str:
        if not self._public_url:
            return ""
        # The picture's name is in it so that another picture has another address: platforms keep what they
        # fetched.
        return f"{self._public_url}{route}{signer.dumps([*key, ref])}{ending}"


def _opened(signer: URLSafeTimedSerializer, token: str, seconds: int) -> BoardKey | None:
    try:
        stream, room, board, copy, _ = signer.loads(token, max_age=seconds)
    except (BadSignature, ValueError, TypeError):
        return None
    return BoardKey(stream, room, board, copy)
