"""SQLite, set so that it keeps its promises: the defaults lose updates and leave deleted text behind."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine

from bot.storage.errors import UnsafeError

_WAIT = 30.0
"""Seconds to wait for another program that has the file open (a backup)."""
OPTIONS: dict[str, Any] = {
    "connect_args": {"timeout": _WAIT, "check_same_thread": False, "cached_statements": 512}
}
_FULL = 2
_PROMISES = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON")
_ROOM = (
    # Of a statement of many rows SQLite keeps what it may have to take back: in memory, not in a file.
    "temp_store = MEMORY",
    # 16 MB: the pages that replies touch need not be read again.
    "cache_size = -16384",
    # 16 MB of the log before it is moved into the file: a page that many replies change is moved once.
    "wal_autocheckpoint = 4096",
)


def connected_writer(connection: Any, _: Any) -> None:
    """Settings of the connection that writes."""
    _connected(connection)
    for pragma in (*_PROMISES, *_ROOM):
        connection.execute(f"PRAGMA {pragma}")


def connected_reader(connection: Any, _: Any) -> None:
    """Settings of a connection that only reads."""
    _connected(connection)
    connection.execute("PRAGMA query_only = ON")


def begin_writing(connection: Connection) -> None:
    """Take the writer's place at once: reading first and writing later could lose an update."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def begin_reading(connection: Connection) -> None:
    """See one moment of the database all through."""
    connection.exec_driver_sql("BEGIN")


def assert_durable(connection: Connection) -> None:
    """Raise `UnsafeError` unless a commit survives a power cut and a deletion leaves nothing behind."""
    found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in _WANTED}
    wrong = sorted(name for name, wanted in _WANTED.items() if found[name] != wanted)
    if wrong:
        raise UnsafeError(f"SQLite did not take these settings: {', '.join(wrong)}; is the disk a real one?")


_WANTED = {"journal_mode": "wal", "synchronous": _FULL, "foreign_keys": 1, "secure_delete": 1}


def empty_log(engine: Engine) -> None:
    """Move everything from the write-ahead log into the file and cut the log to nothing."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        raw.close()


def _connected(connection: Any) -> None:
    # The driver must not open transactions on its own: BEGIN is ours.
    connection.isolation_level = None
