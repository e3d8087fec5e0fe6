"""A digest: what a person is reminded of, composed from the journeys as they are when it is sent."""

from __future__ import annotations

from datetime import date, datetime

from bot.facilitation.journeys import Journeys
from bot.storage.nudging import SAID
from bot.storage.rows import NudgeRow
from bot.storage.store import Store
from dialogs.journey.engine import nudge
from dialogs.journey.messages import Digest, DigestLine


async def digest(store: Store, journeys: Journeys, person: str, board: str, now: datetime) -> Digest | None:
    """The digest `board` ("digest/2027-03-01/1") of a person; None when there is nothing to say."""
    rows = await store.nudges_on(person, board)
    lines = [await _line(journeys, row, now) for row in rows]
    known = tuple(line for line in lines if line is not None)
    day = date.fromisoformat(board.split("/")[1])
    return Digest(day, known) if known else None


async def _line(journeys: Journeys, row: NudgeRow, now: datetime) -> DigestLine | None:
    kept = await journeys.fetch(row.key.stream)
    if kept is None:
        return None
    journey, key = kept.journey, row.key
    view = nudge(journey, key.kind, key.item, key.person, now) if row.state == SAID else None
    slug = journey.held[-1].slug if journey.held else ""
    return DigestLine(journey.id, slug, key.item, key.kind, view)
