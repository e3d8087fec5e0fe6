"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_COUNTED = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make them."""
    _sessions()
    _outbox()
    _people()


def _sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("edition", sa.String(32), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.BigInteger()),
    )
    live = sa.text("closed_at IS NULL")
    name = "one_live_session_in_a_place"
    op.create_index(name, "sessions", ["place"], unique=True, sqlite_where=live, postgresql_where=live)
    op.create_table(
        "facts",
        sa.Column("session", sa.String(32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("session", "seq"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "editions",
        sa.Column("fingerprint", sa.String(32), primary_key=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "attendance",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("session", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("person", "session"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "timers",
        sa.Column("session", sa.String(32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("session", "name"),
        sqlite_with_rowid=False,
    )


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", _COUNTED, primary_key=True, autoincrement=True),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("board", sa.Text(), nullable=False),
        sa.Column("copy", sa.Integer(), nullable=False),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.Column("sent", sa.Integer(), nullable=False),
        sa.Column("wanted_at", sa.BigInteger(), nullable=False),
        sa.Column("sending_at", sa.BigInteger(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=False),
        sa.Column("posts", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(500), nullable=False),
        sa.Column("digest", sa.String(32), nullable=False),
        sa.UniqueConstraint("stream", "room", "board", "copy"),
        sqlite_autoincrement=True,
    )
    waiting = sa.text("sent < wanted")
    op.create_index("unfinished", "outbox", ["wanted_at"], sqlite_where=waiting, postgresql_where=waiting)
    op.create_index("rooms_of_a_person", "outbox", ["room"])
    op.create_table(
        "deliveries",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_index("deliveries_by_age", "deliveries", ["at"])
    op.create_table(
        "troubles",
        sa.Column("id", _COUNTED, primary_key=True, autoincrement=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("board", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(200), nullable=False),
        sqlite_autoincrement=True,
    )


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("person", sa.Text(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("timezone", sa.String(64), nullable=False),
        sa.Column("reachable", sa.Integer(), nullable=False),
    )
    op.create_table(
        "personal",
        sa.Column("person", sa.Text(), primary_key=True),
        sa.Column("language", sa.String(16), nullable=False),
    )
    op.create_table(
        "notebook",
        sa.Column("key", sa.Text(), primary_key=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
    )
