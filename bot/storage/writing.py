"""`Changes` into rows.

This is the way that every reply takes, so it goes straight to the driver: a table's rows are one
statement each, prepared once for each number of rows, and nothing is read that is not needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

import orjson
from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update

from bot.storage import nudging, schema
from bot.storage.changes import BoardKey, Changes, FactRow
from bot.storage.rows import BOARD_COLUMNS, BoardRow, board_row
from bot.storage.times import micros

Row = Sequence[Any]
_MOST_ROWS = 200
"""Rows of one statement; 32,766 values is the most that SQLite takes."""
_OUTBOX = (
    "stream",
    "room",
    "board",
    "copy",
    "wanted",
    "sent",
    "wanted_at",
    "sending_at",
    "sent_at",
    "posts",
    "ref",
    "digest",
)
_WANTED_AGAIN = """
    ON CONFLICT (stream, room, board, copy) DO UPDATE SET
        wanted = outbox.wanted + 1,
        wanted_at = CASE WHEN outbox.sent < outbox.wanted THEN outbox.wanted_at ELSE excluded.wanted_at END
"""
_RETURNING = f" RETURNING {', '.join(BOARD_COLUMNS)}"


def write(connection: Connection, changes: Changes) -> list[BoardRow]:
    """Write all of `changes`; returns the boards that are wanted by it, as they are now."""
    at = micros(changes.at)
    # The two tables whose keys can be taken come first, so that a lost race costs nothing.
    _insert(connection, schema.deliveries, ("id", "at"), [(one, at) for one in changes.deliveries])
    _insert(connection, schema.facts, FactRow._fields, changes.facts)
    for write_some in _WRITERS:
        write_some(connection, changes)
    shows = [*changes.shows]
    shows.extend(one for one in nudging.boards(connection, changes) if one not in changes.shows)
    return [*_show(connection, changes, shows, at), *_show_again(connection, changes, at)]


def rewrite(connection: Connection, session: str, facts: Sequence[FactRow]) -> None:
    """Put `facts` in the place of the whole log of `session`."""
    connection.execute(delete(schema.facts).where(schema.facts.c.session == session))
    _insert(connection, schema.facts, FactRow._fields, facts)


def _show(connection: Connection, changes: Changes, shows: Iterable[BoardKey], at: int) -> Iterable[BoardRow]:
    keys = [*shows, *(_next_copy(connection, *board) for board in changes.copies)]
    rows = [(*key, 1, 0, at, 0, 0, 0, "", "") for key in keys]
    return map(board_row, _insert(connection, schema.outbox, _OUTBOX, rows, _WANTED_AGAIN + _RETURNING))


def _next_copy(connection: Connection, stream: str, room: str, board: str) -> BoardKey:
    box = schema.outbox
    here = (box.c.stream == stream, box.c.room == room, box.c.board == board)
    newest = connection.execute(select(func.max(box.c.copy)).where(*here)).scalar()
    return BoardKey(stream, room, board, 0 if newest is None else newest + 1)


def _show_again(connection: Connection, changes: Changes, at: int) -> Iterable[BoardRow]:
    outbox = schema.outbox
    if not changes.shows_again:
        return []
    standing = (
        update(outbox)
        # What is on its way just now may say what was so a moment ago.
        .where(outbox.c.stream.in_(changes.shows_again), (outbox.c.ref != "") | (outbox.c.sending_at != 0))
        .values(wanted=outbox.c.wanted + 1, wanted_at=at)
        .returning(*(outbox.c[name] for name in BOARD_COLUMNS))
    )
    return map(board_row, connection.execute(standing).all())


# --- rows that every reply writes ---------------------------------------------------------------------------


def _insert(
    connection: Connection, table: Table, columns: Row, rows: Sequence[Row], tail: str = ""
) -> list[Any]:
    """Insert `rows`; returns what `tail` says to return."""
    returned: list[Any] = []
    for start in range(0, len(rows), _MOST_ROWS):
        some = rows[start : start + _MOST_ROWS]
        mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
        statement = _statement(table.name, tuple(columns), len(some), mark, tail)
        result = connection.exec_driver_sql(statement, tuple(value for row in some for value in row))
        if "RETURNING" in tail:
            returned.extend(result.all())
    return returned


@lru_cache(maxsize=2048)
def _statement(table: str, columns: tuple[str, ...], rows: int, mark: str, tail: str) -> str:
    one = f"({', '.join([mark] * len(columns))})"
    values = ", ".join([one] * rows)
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES {values}{tail}"  # noqa: S608 -- our own names


def _attend(connection: Connection, changes: Changes) -> None:
    rows = list(dict.fromkeys(changes.attendance))
    _insert(connection, schema.attendance, ("person", "session"), rows, " ON CONFLICT DO NOTHING")


def _set_timers(connection: Connection, changes: Changes) -> None:
    if not changes.timers:
        return
    off = [{"s": session, "n": name} for (session, name), due in changes.timers.items() if due is None]
    on = [(*key, micros(due)) for key, due in changes.timers.items() if due is not None]
    if off:
        connection.execute(_TIMER_OFF, off)
    tail = " ON CONFLICT (session, name) DO UPDATE SET due = excluded.due"
    _insert(connection, schema.timers, ("session", "name", "due"), on, tail)


_TIMER_OFF = delete(schema.timers).where(
    schema.timers.c.session == bindparam("s"), schema.timers.c.name == bindparam("n")
)


# --- the courier's books ------------------------------------------------------------------------------------


def _mark_sent(connection: Connection, changes: Changes) -> None:
    if changes.sending:
        connection.execute(_SENDING, [{"i": one, "at": micros(changes.at)} for one in changes.sending])
    if changes.sent:
        rows = [
            {"i": i, "rev": rev, "r": ref, "d": digest, "at": micros(at)}
            for i, rev, ref, digest, at in changes.sent
        ]
        connection.execute(_SENT, rows)


def _mark_not_sent(connection: Connection, changes: Changes) -> None:
    for statement, ids in ((_NOT_SENT, changes.not_sent), (_LOST, changes.lost), (_DROPPED, changes.dropped)):
        if ids:
            connection.execute(statement, [{"i": one} for one in ids])


_BOX = schema.outbox
_THIS = _BOX.c.id == bindparam("i")
_SENDING = update(_BOX).where(_THIS).values(sending_at=bindparam("at"))
_SENT = (
    update(_BOX)
    .where(_THIS)
    .values(
        sent=bindparam("rev"),
        ref=bindparam("r"),
        digest=bindparam("d"),
        sent_at=bindparam("at"),
        sending_at=0,
    )
)
_NOT_SENT = update(_BOX).where(_THIS).values(sending_at=0)
_LOST = update(_BOX).where(_THIS).values(ref="", digest="", sending_at=0, posts=_BOX.c.posts + 1)
_DROPPED = update(_BOX).where(_THIS).values(sent=_BOX.c.wanted, sending_at=0)


# --- the rest -----------------------------------------------------------------------------------------------


def _open(connection: Connection, changes: Changes) -> None:
    editions = list(changes.editions.items())
    _insert(connection, schema.editions, ("fingerprint", "body"), editions, " ON CONFLICT DO NOTHING")
    rows = [(one.id, one.place, one.edition, micros(one.opened_at)) for one in changes.sessions]
    _insert(connection, schema.sessions, ("id", "place", "edition", "opened_at"), rows)


def _begin_journeys(connection: Connection, changes: Changes) -> None:
    rows = [(one.id, one.place, micros(one.opened_at)) for one in changes.journeys]
    _insert(connection, schema.journeys, ("id", "place", "opened_at"), rows)


def _nudge(connection: Connection, changes: Changes) -> None:
    if changes.nudges or changes.said or changes.put_off:
        nudging.settle(connection, changes)
        _insert(connection, schema.nudges, nudging.COLUMNS, nudging.rows(changes), nudging.UPSERT)


def _close(connection: Connection, changes: Changes) -> None:
    if changes.closed:
        these = schema.sessions.c.id.in_(changes.closed)
        connection.execute(update(schema.sessions).where(these).values(closed_at=micros(changes.at)))


def _know(connection: Connection, changes: Changes) -> None:
    rows = [(*one[:4], int(one.reachable)) for one in changes.people.values()]
    columns = ("person", "name", "language", "timezone", "reachable")
    _insert(connection, schema.people, columns, rows, _upsert("person", *columns[1:]))
    chosen = list(changes.languages.items())
    _insert(connection, schema.personal, ("person", "language"), chosen, _upsert("person", "language"))
    told = [(person, orjson.dumps(body)) for person, body in changes.preferences.items()]
    _insert(connection, schema.preferences, ("person", "body"), told, _upsert("person", "body"))


def _note(connection: Connection, changes: Changes) -> None:
    rows = [(key, orjson.dumps(value)) for key, value in changes.notes.items()]
    _insert(connection, schema.notebook, ("key", "body"), rows, _upsert("key", "body"))


def _trouble(connection: Connection, changes: Changes) -> None:
    rows = [{**one._asdict(), "at": micros(one.at)} for one in changes.troubles]
    if rows:
        connection.execute(insert(schema.troubles), rows)


def _upsert(key: str, *columns: str) -> str:
    return f" ON CONFLICT ({key}) DO UPDATE SET " + ", ".join(f"{one} = excluded.{one}" for one in columns)


_WRITERS: tuple[Callable[[Connection, Changes], None], ...] = (
    _open, _begin_journeys, _close, _attend, _nudge, _set_timers, _mark_sent, _mark_not_sent, _know, _note,
    _trouble,
)  # fmt: skip
