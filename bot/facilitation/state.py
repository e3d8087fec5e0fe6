"""What is true now: everything that was committed, as far as it is kept in memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from typing import Any

from bot.facilitation.kept import Kept
from bot.facilitation.shelf import Shelf
from bot.storage.changes import Changes
from bot.storage.store import Store

_MOST_ANSWERS = 512


class State:
    """Sessions, which of them go on where, and the last answers (for arrivals that come twice)."""

    def __init__(self, store: Store, shelf: Shelf) -> None:
        self.store = store
        self.shelf = shelf
        self.places: dict[str, str] = {}
        """Place -> the session that goes on there."""
        self._answers: OrderedDict[bytes, Any] = OrderedDict()

    async def load(self) -> None:
        """Read which sessions go on where; the sessions themselves are loaded when somebody needs them."""
        self.places = {row.place: row.session for row in await self.store.live()}

    def publish(self, changes: Changes, kept: Iterable[Kept], answers: Mapping[bytes, Any]) -> None:
        """All this is durable now."""
        for one in kept:
            self.shelf.put(one)
        self.places.update({one.place: one.id for one in changes.sessions})
        closed = set(changes.closed)
        if closed:
            self.places = {place: session for place, session in self.places.items() if session not in closed}
        self._answers.update(answers)
        while len(self._answers) > _MOST_ANSWERS:
            self._answers.popitem(last=False)

    def answered(self, delivery: bytes) -> tuple[bool, Any]:
        """Whether this arrival was answered lately, and the answer."""
        return delivery in self._answers, self._answers.get(delivery)

    def forget_answers(self) -> None:
        """They may hold what somebody wrote who is forgotten."""
        self._answers.clear()
