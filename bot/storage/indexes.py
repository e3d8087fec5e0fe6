"""The indexes over a part of a table.

Apart from the tables because they name what each database calls it, and with that SQLAlchemy loads all that
it knows of both: nobody but the migrations needs them, and the bot starts without.
"""

from __future__ import annotations

from sqlalchemy import Index, text

from bot.storage.schema import metadata, nudges, outbox, sessions

# One live session in a channel, whatever happens at the same time.
Index(
    "one_live_session_in_a_place",
    sessions.c.place,
    unique=True,
    sqlite_where=text("closed_at IS NULL"),
    postgresql_where=text("closed_at IS NULL"),
)
Index(
    "unfinished",
    outbox.c.wanted_at,
    sqlite_where=text("sent < wanted"),
    postgresql_where=text("sent < wanted"),
)
Index(
    "nudges_waiting",
    nudges.c.due,
    sqlite_where=text("state = 0"),
    postgresql_where=text("state = 0"),
)

__all__ = ["metadata"]
