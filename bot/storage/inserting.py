"""Many rows of one table in one statement, straight to the driver.

This is the way that every reply takes: a statement is made once for each number of rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Table

Row = Sequence[Any]
MOST_ROWS = 200
"""Rows of one statement; 32,766 values is the most that SQLite takes."""


def insert_rows(
    connection: Connection, table: Table, columns: Row, rows: Sequence[Row], tail: str = ""
) -> list[Any]:
    """Insert `rows` of `columns`; `tail` follows the values. Returns what `tail` says to return."""
    returned: list[Any] = []
    for start in range(0, len(rows), MOST_ROWS):
        some = rows[start : start + MOST_ROWS]
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
