"""The journeys in memory, and which of them belongs to which place."""

from __future__ import annotations

from collections import OrderedDict

from immutables import Map

from bot.facilitation.kept_journey import KeptJourney
from bot.storage.changes import Changes
from bot.storage.store import Store
from dialogs.codec import load_journey
from dialogs.journey.engine import fold

MOST_JOURNEYS = 1200
"""Journeys in memory."""


class Journeys:
    """What stands here is what was committed, never more."""

    def __init__(self, store: Store, most: int = MOST_JOURNEYS) -> None:
        self._store = store
        self._most = most
        self._kept: OrderedDict[str, KeptJourney] = OrderedDict()
        self.places: dict[str, str] = {}
        """Place -> its journey."""

    async def load(self) -> None:
        """Read which journey belongs where."""
        self.places = {row.place: row.session for row in await self._store.journeys()}

    def get(self, journey: str) -> KeptJourney | None:
        """The journey, when it is in memory."""
        kept = self._kept.get(journey)
        if kept is not None:
            self._kept.move_to_end(journey)
        return kept

    def put(self, kept: KeptJourney) -> None:
        """Keep it as it was just committed."""
        self._kept[kept.journey.id] = kept
        self._kept.move_to_end(kept.journey.id)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)

    def drop(self, journey: str) -> None:
        """It may have changed behind our back: load it anew when it is needed."""
        self._kept.pop(journey, None)

    def publish(self, changes: Changes) -> None:
        """These have begun."""
        self.places.update({one.place: one.id for one in changes.journeys})

    async def fetch(self, journey: str) -> KeptJourney | None:
        """The journey, loaded when need be; None when there is none such."""
        if kept := self.get(journey):
            return kept
        facts = await self._store.facts(journey)
        if not facts:
            return None
        nudges = await self._store.nudges_of(journey)
        timers = Map(await self._store.timers_of(journey))
        # Committed in the meantime, it is newer in memory than what was read.
        if kept := self.get(journey):
            return kept
        folded = fold(load_journey(one.kind, one.body) for one in facts)
        self.put(KeptJourney(folded, facts[-1].seq, timers, frozenset(one.key for one in nudges)))
        return self.get(journey)
