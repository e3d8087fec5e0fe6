"""PostgreSQL: the same promises, and the lock that keeps a second process away."""

from __future__ import annotations

from typing import Any

from bot.storage.errors import TakenError

OPTIONS: dict[str, Any] = {
    "pool_pre_ping": True,
    "connect_args": {"connect_timeout": 5, "application_name": "pajabotti"},
}
LOCK = 7_252_541_001
"""The number of our advisory lock; it holds within one database."""


def connected_writer(connection: Any, _: Any) -> None:
    """Take the lock on the connection that writes: who has lost it has lost the right to write, too."""
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = on")
        cursor.execute("SELECT pg_try_advisory_lock(%s)", (LOCK,))
        (taken,) = cursor.fetchone()
    connection.commit()
    if not taken:
        raise TakenError("the PostgreSQL database is in use by another process of this bot; stop it first")


def connected_reader(connection: Any, _: Any) -> None:
    """Settings of a connection that only reads."""
    with connection.cursor() as cursor:
        cursor.execute("SET default_transaction_read_only = on")
    connection.commit()
