"""Boards that are wanted: into the outbox, and back as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

import orjson
from sqlalchemy import Connection, func, select, update

from bot.storage import schema
from bot.storage.changes import BoardKey, Changes
from bot.storage.inserting import MOST_ROWS, insert_rows
from bot.storage.rows import BOARD_COLUMNS, BoardRow, board_row
from bot.storage.times import micros

_OUTBOX = (
    "stream", "room", "board", "copy", "wanted", "sent", "wanted_at", "sending_at", "sent_at", "posts", "ref",
    "digest",
)  # fmt: skip
_WANTED_AGAIN = """
    ON CONFLICT (stream, room, board, copy) DO UPDATE SET
        wanted = outbox.wanted + 1,
        wanted_at = CASE WHEN outbox.sent < outbox.wanted THEN outbox.wanted_at ELSE excluded.wanted_at END
"""
_RETURNING = f" RETURNING {', '.join(BOARD_COLUMNS)}"


def show(connection: Connection, changes: Changes, shows: Iterable[BoardKey]) -> Iterable[BoardRow]:
    """Want `shows` and the copies of `changes` as they are now; returns their rows, in this order."""
    keys = [*shows, *(_next_copy(connection, *board) for board in changes.copies)]
    at = micros(changes.at)
    rows = [(*key, 1, 0, at, 0, 0, 0, "", "") for key in keys]
    if connection.dialect.name == "sqlite":
        insert_rows(connection, schema.outbox, _OUTBOX, rows, _WANTED_AGAIN)
        return _in_one_value(connection, keys)
    return map(board_row, insert_rows(connection, schema.outbox, _OUTBOX, rows, _WANTED_AGAIN + _RETURNING))


def show_again(connection: Connection, changes: Changes) -> Iterable[BoardRow]:
    """Want everything of these streams that stands posted, or is on its way, once more."""
    outbox = schema.outbox
    if not changes.shows_again:
        return []
    standing = (
        update(outbox)
        # What is on its way just now may say what was so a moment ago.
        .where(outbox.c.stream.in_(changes.shows_again), (outbox.c.ref != "") | (outbox.c.sending_at != 0))
        .values(wanted=outbox.c.wanted + 1, wanted_at=micros(changes.at))
        .returning(*(outbox.c[name] for name in BOARD_COLUMNS))
    )
    return map(board_row, connection.execute(standing).all())


def _in_one_value(connection: Connection, keys: Sequence[BoardKey]) -> Iterable[BoardRow]:
    """The rows of `keys`, which SQLite packs into one value.

    Its driver lets go of the interpreter for each row of a result and must get hold of it again, while every
    reply that is being read meanwhile wants it, too.
    """
    found: dict[BoardKey, BoardRow] = {}
    for start in range(0, len(keys), MOST_ROWS):
        some = keys[start : start + MOST_ROWS]
        values = tuple(value for key in some for value in key)
        rows = orjson.loads(connection.exec_driver_sql(packed(len(some)), values).scalar_one())
        found.update((row.key, row) for row in map(board_row, rows))
    return map(found.__getitem__, keys)


@lru_cache(maxsize=MOST_ROWS)
def packed(count: int) -> str:
    """The SELECT for the rows of `count` keys, packed into one JSON list of lists (SQLite)."""
    keys = ", ".join(["(?, ?, ?, ?)"] * count)
    row = f"json_array({', '.join(BOARD_COLUMNS)})"
    # CROSS JOIN keeps the order of the two: otherwise the whole outbox is looked through.
    joined = "these CROSS JOIN outbox ON (stream, room, board, copy) = (a, b, c, d)"
    return f"WITH these (a, b, c, d) AS (VALUES {keys}) SELECT json_group_array({row}) FROM {joined}"  # noqa: S608 -- our own names


def _next_copy(connection: Connection, stream: str, room: str, board: str) -> BoardKey:
    box = schema.outbox
    here = (box.c.stream == stream, box.c.room == room, box.c.board == board)
    newest = connection.execute(select(func.max(box.c.copy)).where(*here)).scalar()
    return BoardKey(stream, room, board, 0 if newest is None else newest + 1)
