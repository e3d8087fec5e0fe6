"""The tables that the migrations make are those that the code means, and a migration is all or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect

from bot.storage import indexes, schema
from bot.storage.database import Database
from bot.storage.migrations import HEAD, run


async def test_migrations_and_code_mean_the_same_tables(database: Database) -> None:
    def differences(connection: Connection) -> Any:
        return compare_metadata(MigrationContext.configure(connection), indexes.metadata)

    assert await database.write(differences) == []


async def test_opening_again_changes_nothing(database: Database, database_url: str) -> None:
    await database.close()
    again = Database(database_url)
    await again.open()
    await again.close()

    reopened = Database(database_url)
    await reopened.open()
    tables = await reopened.read(lambda connection: sorted(inspect(connection).get_table_names()))
    await reopened.close()

    assert tables == sorted([*schema.metadata.tables, "alembic_version"])


def test_the_newest_revision_is_named(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/x.sqlite3")
    with engine.connect() as connection:
        script = ScriptDirectory.from_config(run.config(connection))
    engine.dispose()

    assert script.get_heads() == [HEAD]


async def test_a_migration_that_is_cut_short_has_not_happened(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PowerCutError(Exception):
        """The machine is off."""

    def cut_short(connection: Connection) -> None:
        upgrade(connection)
        raise PowerCutError

    upgrade = run.upgrade
    monkeypatch.setattr(run, "upgrade", cut_short)
    with pytest.raises(PowerCutError):
        await Database(database_url).open()
    monkeypatch.undo()

    opened = Database(database_url)
    await opened.open()
    tables = await opened.read(lambda connection: inspect(connection).get_table_names())
    await opened.close()

    assert set(schema.metadata.tables) <= set(tables)
