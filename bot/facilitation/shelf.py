"""The sessions in memory: loaded when somebody needs them, the longest unused ones put back."""

from __future__ import annotations

import asyncio
from collections import OrderedDict

from immutables import Map

from bot.facilitation.kept import Kept
from bot.storage.rows import Log
from bot.storage.store import Store
from content.library import Edition, Library
from dialogs.codec import load
from dialogs.evolve import fold

MOST_SESSIONS = 1200
"""Sessions in memory; one of 16 people with its notes takes some 50 kB."""


class Shelf:
    """What stands on it is what was committed, never more."""

    def __init__(self, store: Store, library: Library, most: int = MOST_SESSIONS) -> None:
        self._store = store
        self._most = most
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._editions = {one.fingerprint: one for one in library.editions.values()}
        self._loading: dict[str, asyncio.Task[Kept | None]] = {}

    def get(self, session: str) -> Kept | None:
        """The session, when it is in memory."""
        kept = self._kept.get(session)
        if kept is not None:
            self._kept.move_to_end(session)
        return kept

    def put(self, kept: Kept) -> None:
        """Keep it as it was just committed."""
        self._kept[kept.session.id] = kept
        self._kept.move_to_end(kept.session.id)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)

    def drop(self, session: str) -> None:
        """It may have changed behind our back: load it anew when it is needed."""
        self._kept.pop(session, None)

    async def fetch(self, session: str) -> Kept | None:
        """The session, loaded when need be; None when there is none such."""
        if kept := self.get(session):
            return kept
        if session not in self._loading:
            task = asyncio.ensure_future(self._load(session))
            self._loading[session] = task
            task.add_done_callback(lambda _: self._loading.pop(session, None))
        return await asyncio.shield(self._loading[session])

    async def _load(self, session: str) -> Kept | None:
        log = await self._store.log(session)
        if log is None:
            return None
        kept = Kept(
            session=fold(
                (load(one.kind, one.body) for one in log.facts),
                (edition := await self._edition(log)).workshop,
            ),
            edition=edition,
            seq=log.facts[-1].seq,
            timers=Map(await self._store.timers_of(session)),
        )
        # Committed in the meantime, it is newer in memory than what was read.
        return self.get(session) or self._shelve(kept)

    def _shelve(self, kept: Kept) -> Kept:
        self.put(kept)
        return kept

    async def _edition(self, log: Log) -> Edition:
        """The content that the session began with, to its end."""
        if log.edition not in self._editions:
            body = await self._store.edition(log.edition)
            if body is None:
                raise LookupError(f"the edition {log.edition} is not in the database")
            self._editions[log.edition] = Edition.model_validate_json(body)
        return self._editions[log.edition]
