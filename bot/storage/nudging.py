"""Reminders in the database: which wait, which are due, which were said on which board.

Theory of operation. One row is one reminder (person, journey, item, kind). It waits, is said on a board, is
answered; set anew it waits again, and still names the board that it was last said on, so that this can be
edited. What was decided about a reminder counts only while it waits with the same due time: whoever answered
or moved it in the meantime was first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, literal_column, select, update

from bot.storage import schema
from bot.storage.changes import BoardKey, Changes, NudgeKey, PutOffRow, SaidRow
from bot.storage.rows import NudgeRow
from bot.storage.times import micros, moment

WAITS, SAID, ANSWERED = 0, 1, 2
_T = schema.nudges
COLUMNS = ("person", "stream", "item", "kind", "due", "ends", "state", "digest", "said_at")
UPSERT = (
    " ON CONFLICT (person, stream, item, kind) DO UPDATE SET due = excluded.due, ends = excluded.ends,"
    f" state = {WAITS}"
)
_THIS = (
    (_T.c.person == bindparam("p"))
    & (_T.c.stream == bindparam("s"))
    & (_T.c.item == bindparam("i"))
    & (_T.c.kind == bindparam("k"))
)
# A number in the words of the statement: with one that is bound nobody sees that the small index will do.
_WAITING = _T.c.state == literal_column(str(WAITS))
_AS_IT_WAS = _THIS & _WAITING & (_T.c.due == bindparam("was"))
_OFF = delete(_T).where(_THIS, _T.c.digest == "")
_ANSWER = update(_T).where(_THIS).values(state=ANSWERED)
_SAY = update(_T).where(_AS_IT_WAS).values(state=SAID, digest=bindparam("d"), said_at=bindparam("at"))
_MOVE = update(_T).where(_AS_IT_WAS).values(due=bindparam("at"))
_VOID = delete(_T).where(_AS_IT_WAS, _T.c.digest == "")
_VOID_SAID = update(_T).where(_AS_IT_WAS).values(state=ANSWERED)


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
        connection.execute(_SAY, [{**_was(one), "d": one.digest, "at": at} for one in changes.said])
    if moved := [{**_was(one), "at": micros(one.until)} for one in changes.put_off if one.until]:
        connection.execute(_MOVE, moved)
    if void := [_was(one) for one in changes.put_off if one.until is None]:
        connection.execute(_VOID, void)
        connection.execute(_VOID_SAID, void)


def boards(connection: Connection, changes: Changes) -> list[BoardKey]:
    """The boards to be looked at: new ones, and those with something that is answered (or changed) now."""
    new = _found(connection, {one.key for one in changes.said}) if changes.said else set()
    wanted = dict.fromkeys((one.key.person, one.digest) for one in changes.said)
    answered = _found(connection, changes.nudges.keys()) if changes.nudges else set()
    return [
        _board(*one) for one in (*(one for one in wanted if one in new), *sorted(answered - wanted.keys()))
    ]


def _found(connection: Connection, keys: Collection[NudgeKey]) -> set[tuple[str, str]]:
    """The person and board of reminders that were said; None of those that are not there (any more)."""
    rows = connection.execute(
        select(_T.c.person, _T.c.stream, _T.c.item, _T.c.kind, _T.c.digest).where(
            _T.c.person.in_({key.person for key in keys}),
            _T.c.stream.in_({key.stream for key in keys}),
            _T.c.digest != "",
        )
    )
    return {(person, digest) for person, *rest, digest in rows if NudgeKey(person, *rest) in keys}


def _board(person: str, digest: str) -> BoardKey:
    return BoardKey(f"person:{person}", f"direct={person}", digest)


def _was(row: SaidRow | PutOffRow) -> dict[str, Any]:
    return {**_named(row.key), "was": micros(row.due)}


def _named(key: NudgeKey) -> dict[str, str]:
    return {"p": key.person, "s": key.stream, "i": key.item, "k": key.kind}


# --- questions ---


def first(connection: Connection) -> datetime | None:
    """When the next reminder is due; None when none waits."""
    due = connection.execute(select(func.min(_T.c.due)).where(_WAITING)).scalar()
    return moment(due) if due is not None else None


def due(connection: Connection, now: datetime, ahead: timedelta, most: int) -> list[NudgeRow]:
    """All that waits until `now + ahead` for the `most` people who have waited longest for what is due."""
    # Not the column itself: in its order SQLite would walk through all rows that there are.
    person = _T.c.person + literal_column("''")
    people = (
        select(person)
        .where(_WAITING, _T.c.due <= micros(now))
        .group_by(person)
        .order_by(func.min(_T.c.due), person)
        .limit(most)
    )
    asked = [*connection.execute(people).scalars()]
    where = (_T.c.person.in_(asked), _WAITING, _T.c.due <= micros(now + ahead))
    return _rows(connection.execute(select(_T).where(*where).order_by(_T.c.due, *_KEY)).all())


def on(connection: Connection, person: str, digest: str) -> list[NudgeRow]:
    """What was said to a person on one board."""
    where = (_T.c.person == person, _T.c.digest == digest)
    return _rows(connection.execute(select(_T).where(*where).order_by(_T.c.due, *_KEY)).all())


def said_since(connection: Connection, people: Iterable[str], since: datetime) -> dict[str, list[datetime]]:
    """When each of `people` has got boards of reminders since then."""
    asked = list(people)
    on_its_way = set(pending(connection, asked).items())
    where = (_T.c.person.in_(asked), _T.c.said_at >= micros(since))
    found: dict[str, list[datetime]] = {}
    rows = select(_T.c.person, _T.c.said_at, _T.c.digest).where(*where).distinct()
    for person, at, digest in connection.execute(rows):
        if (person, digest) not in on_its_way:
            found.setdefault(person, []).append(moment(at))
    return found


def pending(connection: Connection, people: Iterable[str]) -> dict[str, str]:
    """Person -> the board of reminders that waits to be posted: what is said now can still go with it."""
    box = schema.outbox
    rooms = {f"direct={person}": person for person in people}
    where = (box.c.room.in_(rooms), box.c.ref == "", box.c.sent < box.c.wanted)
    rows = connection.execute(select(box.c.room, box.c.board).where(*where).order_by(box.c.id))
    return {rooms[room]: board for room, board in rows if board.startswith("digest/")}


def unanswered(
    connection: Connection, people: Iterable[str], kinds: Iterable[str]
) -> Counter[tuple[str, str, str]]:
    """(person, journey, item) -> how many reminders of these kinds were said of it and not answered."""
    where = (_T.c.person.in_(list(people)), _T.c.state == SAID, _T.c.kind.in_(list(kinds)))
    return Counter(
        tuple(one) for one in connection.execute(select(_T.c.person, _T.c.stream, _T.c.item).where(*where))
    )


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
