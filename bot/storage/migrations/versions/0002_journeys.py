"""Journeys: what lives on between workshops, and the reminders of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make their tables; all that there is stays as it is."""
    op.create_table(
        "preferences",
        sa.Column("person", sa.Text(), primary_key=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "journeys",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("place", sa.Text(), nullable=False, unique=True),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
    )
    _nudges()


def _nudges() -> None:
    op.create_table(
        "nudges",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("stream", sa.String(32), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("ends", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("said_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("person", "stream", "item", "kind"),
        sqlite_with_rowid=False,
    )
    op.create_index("nudges_of_a_journey", "nudges", ["stream"])
    waits = sa.text("state = 0")
    op.create_index("nudges_waiting", "nudges", ["due"], sqlite_where=waits, postgresql_where=waits)
