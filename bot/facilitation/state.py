"""What is true now: everything that was committed, as far as it is kept in memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from typing import Any

from bot.facilitation.journeys import Journeys
from bot.facilitation.kept import Kept
from bot.facilitation.kept_journey import KeptJourney
from bot.facilitation.shelf import Shelf
from bot.storage.changes import Changes
from bot.storage.store import Store
from dialogs.journey.journey import is_journey

_MOST_ANSWERS = 512


class State:
    """Sessions, which of them go on where, and the last answers (for arrivals that come twice)."""

    def __init__(self, store: Store, shelf: Shelf) -> None:
        self.store = store
        self.shelf = shelf
        self.journeys = Journeys(store)
        self.places: dict[str, str] = {}
        """Place -> the session that goes on there."""
        self._answers: OrderedDict[bytes, Any] = OrderedDict()

    async def load(self) -> None:
        """Read which sessions go on where; the sessions themselves are loaded when somebody needs them."""
        self.places = {row.place: row.session for row in await self.store.live()}
        await self.journeys.load()

    def publish(
        self,
        changes: Changes,
        kept: Iterable[Kept],
        journeys: Iterable[KeptJourney],
        answers: Mapping[bytes, Any],
    ) -> None:
        """All this is durable now."""
        for one in kept:
            self.shelf.put(one)
        for journey in journeys:
            self.journeys.put(journey)
        self.journeys.publish(changes)
        self.places.update({one.place: one.id for one in changes.sessions})
        closed = set(changes.closed)
        if closed:
            self.places = {place: session for place, session in self.places.items() if session not in closed}
        self._answers.update(answers)
        while len(self._answers) > _MOST_ANSWERS:
            self._answers.popitem(last=False)

    async def bring(self, stream: str) -> None:
        """Have a session or a journey in memory, and with a session the journey of its channel."""
        if is_journey(stream):
            await self.journeys.fetch(stream)
            return
        kept = self.shelf.get(stream) or await self.shelf.fetch(stream)
        journey = self.journeys.places.get(kept.session.place, "") if kept else ""
        if journey and self.journeys.get(journey) is None:
            await self.journeys.fetch(journey)

    def drop(self, stream: str) -> None:
        """What the database says is true: it may have written before it failed."""
        kept = self.shelf.get(stream)
        self.shelf.drop(stream)
        self.journeys.drop(self.journeys.places.get(kept.session.place, "") if kept else stream)

    def answered(self, delivery: bytes) -> tuple[bool, Any]:
        """Whether this arrival was answered lately, and the answer."""
        return delivery in self._answers, self._answers.get(delivery)

    def forget_answers(self) -> None:
        """They may hold what somebody wrote who is forgotten."""
        self._answers.clear()
