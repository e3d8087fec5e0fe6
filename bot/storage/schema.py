"""The tables. What people wrote stands in `facts.body` only; all else is names, ids, counters and times.

`migrations/` makes them; a test holds the two together. The indexes over a part of a table are in `indexes`.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

# SQLite counts up by itself only in a column that is called INTEGER.
_COUNTED = BigInteger().with_variant(Integer(), "sqlite")

sessions = Table(
    "sessions",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("place", Text, nullable=False),
    Column("edition", String(32), nullable=False),
    Column("opened_at", BigInteger, nullable=False),
    Column("closed_at", BigInteger),
)

facts = Table(
    "facts",
    metadata,
    Column("session", String(32), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("session", "seq"),
    sqlite_with_rowid=False,
)

editions = Table(
    "editions",
    metadata,
    Column("fingerprint", String(32), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

attendance = Table(
    "attendance",
    metadata,
    Column("person", Text, nullable=False),
    Column("session", String(32), nullable=False),
    PrimaryKeyConstraint("person", "session"),
    sqlite_with_rowid=False,
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", _COUNTED, primary_key=True, autoincrement=True),
    # A session's id, or "person:<person>" for what belongs to one person and no session.
    Column("stream", Text, nullable=False),
    Column("room", Text, nullable=False),
    Column("board", Text, nullable=False),
    # 0, and 1, 2 ... when the same board was asked for again.
    Column("copy", Integer, nullable=False),
    # How many times it was asked for, and which of these has been sent: there is work while sent < wanted.
    Column("wanted", Integer, nullable=False),
    Column("sent", Integer, nullable=False),
    Column("wanted_at", BigInteger, nullable=False),
    # Since when a new post has been on its way; 0 when none is. After a crash such a post is in doubt.
    Column("sending_at", BigInteger, nullable=False),
    Column("sent_at", BigInteger, nullable=False),
    # How many times it has been posted anew because its message was gone.
    Column("posts", Integer, nullable=False),
    Column("ref", String(500), nullable=False),
    Column("digest", String(32), nullable=False),
    UniqueConstraint("stream", "room", "board", "copy"),
    sqlite_autoincrement=True,
)
Index("rooms_of_a_person", outbox.c.room)

timers = Table(
    "timers",
    metadata,
    Column("session", String(32), nullable=False),
    Column("name", Text, nullable=False),
    Column("due", BigInteger, nullable=False),
    PrimaryKeyConstraint("session", "name"),
    sqlite_with_rowid=False,
)

deliveries = Table(
    "deliveries",
    metadata,
    # A hash: what it was made from says who did what when.
    Column("id", LargeBinary(16), nullable=False),
    Column("at", BigInteger, nullable=False),
    PrimaryKeyConstraint("id"),
    sqlite_with_rowid=False,
)
Index("deliveries_by_age", deliveries.c.at)

people = Table(
    "people",
    metadata,
    Column("person", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("language", String(16), nullable=False),
    Column("timezone", String(64), nullable=False),
    Column("reachable", Integer, nullable=False),
)

personal = Table(
    "personal",
    metadata,
    Column("person", Text, primary_key=True),
    Column("language", String(16), nullable=False),
)

preferences = Table(
    "preferences",
    metadata,
    Column("person", Text, primary_key=True),
    # JSON: absences, hours; what a person has told us of when they may be reminded.
    Column("body", LargeBinary, nullable=False),
)

journeys = Table(
    "journeys",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("place", Text, nullable=False, unique=True),
    Column("opened_at", BigInteger, nullable=False),
)

nudges = Table(
    "nudges",
    metadata,
    Column("person", Text, nullable=False),
    # A journey's id, and what of it the person is to be reminded of; ids only.
    Column("stream", String(32), nullable=False),
    Column("item", Text, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("due", BigInteger, nullable=False),
    # From when on it is of no use, 0 for never.
    Column("ends", BigInteger, nullable=False),
    # 0 waits, 1 has been said, 2 has been answered or need not be said any more.
    Column("state", Integer, nullable=False),
    # The board ("digest/…") that it was said on, "" before.
    Column("digest", Text, nullable=False),
    Column("said_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("person", "stream", "item", "kind"),
    sqlite_with_rowid=False,
)
Index("nudges_of_a_journey", nudges.c.stream)

notebook = Table(
    "notebook",
    metadata,
    Column("key", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

troubles = Table(
    "troubles",
    metadata,
    Column("id", _COUNTED, primary_key=True, autoincrement=True),
    Column("at", BigInteger, nullable=False),
    Column("stream", Text, nullable=False),
    Column("room", Text, nullable=False),
    Column("board", Text, nullable=False),
    Column("reason", String(200), nullable=False),
    sqlite_autoincrement=True,
)
