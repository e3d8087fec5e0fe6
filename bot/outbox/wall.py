"""What stands in the browser's rooms, for when it starts again (`bot.platforms.browser.wall.Wall`)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.outbox.addressing import No, address_of
from bot.outbox.rendering import Renderer
from bot.platforms.browser.wall import PostedCard
from bot.storage.rows import BoardRow
from bot.storage.store import Store

_BROWSER = "browser:"
_NEWEST = 300
"""Cards; older ones are not shown again."""


class StoredWall:
    """Rendered now, from what the outbox says was posted."""

    def __init__(self, store: Store, renderer: Renderer) -> None:
        self._store = store
        self._renderer = renderer

    async def posted(self) -> Sequence[PostedCard]:
        """All cards that stand posted in the browser's rooms, in the order they were first posted."""
        rows = await self._store.standing(await self._store.streams_in(_BROWSER))
        cards = [await self._card(row) for row in rows[-_NEWEST:]]
        return [card for card in cards if card is not None]

    async def _card(self, row: BoardRow) -> PostedCard | None:
        rendered = await self._renderer.render(row.key)
        address = await address_of(row.key, self._renderer, self._store)
        if rendered is None or isinstance(address, No):
            return None
        return PostedCard(row.ref, address, rendered.card, rendered.enclosures)
