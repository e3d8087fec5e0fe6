"""Brings the tables up to date when the bot starts, in one transaction."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from bot.storage.migrations import HEAD


def up_to_date(connection: Connection) -> None:
    """Run what is missing; costs next to nothing when nothing is."""
    if _revision(connection) == HEAD:
        return
    # Alembic takes longer to import than everything else here: only when there is something to do.
    from bot.storage.migrations.run import upgrade  # noqa: PLC0415

    upgrade(connection)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
