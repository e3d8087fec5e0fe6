"""Reminders in the database: which wait, which are due, which were said on which board."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select, update

from bot.storage import schema
from bot.storage.changes import BoardKey, Changes, NudgeKey
from bot.storage.rows import NudgeRow
from bot.storage.times import micros, moment

WAITS, SAID, ANSWERED = 0, 1, 2
_T = schema.nudges
COLUMNS = ("person", "stream", "item", "kind", "due", "ends", "state", "digest", "said_at")
UPSERT = (
    " ON CONFLICT (person, stream, item, kind) DO UPDATE SET due = excluded.due, ends = excluded.ends,"
    " state = 0, digest = '',"
    " said_at = 0"
)
_THIS = (
    (_T.c.person == bindparam("p"))
    & (_T.c.stream == bindparam("s"))
    & (_T.c.item == bindparam("i"))
    & (_T.c.kind == bindparam("k"))
)
_OFF = delete(_T).where(_THIS, _T.c.state == WAITS)
_ANSWER = update(_T).where(_THIS, _T.c.state == SAID).values(state=ANSWERED)
_SAY = (
    update(_T)
    .where(_THIS, _T.c.state == WAITS)
    .values(state=SAID, digest=bindparam("d"), said_at=bindparam("at"))
)
_MOVE = update(_T).where(_THIS, _T.c.state == WAITS).values(due=bindparam("at"))


def rows(changes: Changes) -> list[tuple[Any, ...]]:
    """The reminders that are set, as rows."""
    return [
        (*key, micros(times.due), micros(times.ends) if times.ends else 0, WAITS, "", 0)
        for key, times in changes.nudges.items()
        if times is not None
    ]


def settle(connection: Connection, changes: Changes) -> None:
    """What was answered, said, and moved."""
    if off := [_named(key) for key, times in changes.nudges.items() if times is None]:
        connection.execute(_OFF, off)
        connection.execute(_ANSWER, off)
    if changes.said:
        at = micros(changes.at)
        connection.execute(_SAY, [{**_named(key), "d": digest, "at": at} for key, digest in changes.said])
    if changes.postponed:
        moved = [{**_named(key), "at": micros(due)} for key, due in changes.postponed.items()]
        connection.execute(_MOVE, moved)


def answered_boards(connection: Connection, changes: Changes) -> list[BoardKey]:
    """The boards on which something was said that is answered (or changed) now: they are to be looked at."""
    keys = [key for key in changes.nudges if key not in {one.key for one in changes.said}]
    if not keys:
        return []
    found = connection.execute(
        select(_T.c.person, _T.c.digest)
        .where(
            _T.c.stream.in_({key.stream for key in keys}),
            _T.c.item.in_({key.item for key in keys}),
            _T.c.person.in_({key.person for key in keys}),
            _T.c.digest != "",
        )
        .distinct()
    )
    return [BoardKey(f"person:{person}", f"direct={person}", digest) for person, digest in found]


def _named(key: NudgeKey) -> dict[str, str]:
    return {"p": key.person, "s": key.stream, "i": key.item, "k": key.kind}


# --- questions ---


def first(connection: Connection) -> datetime | None:
    """When the next reminder is due; None when none waits."""
    due = connection.execute(select(func.min(_T.c.due)).where(_T.c.state == WAITS)).scalar()
    return moment(due) if due is not None else None


def due(connection: Connection, now: datetime, ahead: timedelta, most: int) -> list[NudgeRow]:
    """All that waits until `now + ahead` for the `most` people who have waited longest for what is due."""
    people = (
        select(_T.c.person)
        .where(_T.c.state == WAITS, _T.c.due <= micros(now))
        .group_by(_T.c.person)
        .order_by(func.min(_T.c.due), _T.c.person)
        .limit(most)
    )
    asked = [*connection.execute(people).scalars()]
    where = (_T.c.person.in_(asked), _T.c.state == WAITS, _T.c.due <= micros(now + ahead))
    return _rows(connection.execute(select(_T).where(*where).order_by(_T.c.due, *_KEY)).all())


def on(connection: Connection, person: str, digest: str) -> list[NudgeRow]:
    """What was said to a person on one board."""
    where = (_T.c.person == person, _T.c.digest == digest)
    return _rows(connection.execute(select(_T).where(*where).order_by(_T.c.due, *_KEY)).all())


def said_since(connection: Connection, people: Iterable[str], since: datetime) -> dict[str, list[datetime]]:
    """When each of `people` has got boards of reminders since then."""
    where = (_T.c.person.in_(list(people)), _T.c.said_at >= micros(since))
    found: dict[str, list[datetime]] = {}
    for person, at in connection.execute(select(_T.c.person, _T.c.said_at).where(*where).distinct()):
        found.setdefault(person, []).append(moment(at))
    return found


def of_journey(connection: Connection, stream: str) -> list[NudgeRow]:
    """The reminders of a journey that wait or have been said."""
    found = select(_T).where(_T.c.stream == stream, _T.c.state != ANSWERED).order_by(*_KEY)
    return _rows(connection.execute(found).all())


_KEY = (_T.c.person, _T.c.stream, _T.c.item, _T.c.kind)


def _rows(found: Sequence[Any]) -> list[NudgeRow]:
    return [_row(*one) for one in found]


def _row(  # noqa: PLR0913, PLR0917 -- a row's columns
    person: str, stream: str, item: str, kind: str, due: int, ends: int, state: int, digest: str, _: int
) -> NudgeRow:
    key = NudgeKey(person, stream, item, kind)
    return NudgeRow(key, moment(due), moment(ends) if ends else None, state, digest)
