"""A digest: what a person is reminded of, composed from the journeys as they are when it is sent."""

from __future__ import annotations

from datetime import date, datetime

from bot.facilitation.journeys import Journeys
from bot.storage.changes import BoardKey, NudgeKey
from bot.storage.nudging import SAID
from bot.storage.rows import NudgeRow
from bot.storage.store import Store
from dialogs.calendar.due import Kind, urgency
from dialogs.journey.engine import nudge
from dialogs.journey.messages import Digest, DigestLine

KINDS = frozenset(map(str, Kind))


async def digest(
    store: Store, journeys: Journeys, key: BoardKey, person: str, now: datetime
) -> Digest | None:
    """The digest `key` (its board is "digest/2027-03-01/1") of a person; None when there is nothing to say.

    What was answered before it was posted does not stand on it; what is answered later says so.
    """
    rows = sorted(await store.nudges_on(person, key.board), key=_place)
    lines = [line for row in rows if (line := await _line(journeys, row, now)) is not None]
    row = await store.board(key)
    if row is None or not row.ref:
        lines = [line for line in lines if line.view is not None]
    known = tuple(lines)
    day = date.fromisoformat(key.board.split("/")[1])
    return Digest(day, known) if known else None


def _place(row: NudgeRow) -> tuple[int, datetime, NudgeKey]:
    """The most urgent first."""
    kind = row.key.kind
    return (urgency(Kind(kind)) if kind in KINDS else len(KINDS)), row.due, row.key


async def _line(journeys: Journeys, row: NudgeRow, now: datetime) -> DigestLine | None:
    kept = await journeys.fetch(row.key.stream)
    if kept is None:
        return None
    journey, key = kept.journey, row.key
    view = nudge(journey, key.kind, key.item, key.person, now) if row.state == SAID else None
    slug = journey.held[-1].slug if journey.held else ""
    return DigestLine(journey.id, slug, key.item, key.kind, view)
