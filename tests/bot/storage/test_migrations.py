"""The tables that the migrations make are those that the code means, and a migration is all or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, insert, inspect

from bot.storage import indexes, schema
from bot.storage.changes import Changes, NudgeKey, NudgeTimes, PersonRow, TroubleRow
from bot.storage.database import Database
from bot.storage.migrations import HEAD, run
from tests.support.house import House, caller

FIRST_REVISION = "0001"


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


# --- from the first release ---------------------------------------------------------------------------------

FIRST_TABLES = {
    "attendance", "deliveries", "editions", "facts", "notebook", "outbox", "people", "personal", "sessions",
    "timers", "troubles",
}  # fmt: skip
"""What the first released schema had, with a workshop in it."""


async def test_a_workshop_of_the_first_release_goes_on(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = House(f"sqlite:///{tmp_path}/old.sqlite3")
    await old.open()
    await _live_through_something(old)
    before = (await old.kept()).session
    rows = await _every_row(old.core.database)
    await old.close()
    await _first_release(database_url, rows, monkeypatch)

    new = House(database_url, platform=old.platform)
    calls = len(old.platform.calls)
    await new.open()
    await new.settled()
    assert await _every_row(new.core.database) == rows
    assert (await new.kept()).session == before
    assert len(new.platform.calls) == calls, "what stood is left as it stood"

    await new.command("maija", "lopeta")
    await new.settled()
    (journey,) = await new.core.store.journeys()
    anna = caller("anna").person
    key = NudgeKey(anna, journey.session, "experiment/1", "review")
    await new.core.writer.write(Changes(new.clock.now(), nudges={key: NudgeTimes(new.clock.now())}))
    assert [row.key for row in await new.core.store.nudges_of(journey.session) if row.key == key] == [key]
    assert await new.core.store.journeys_of(anna) == [journey.session]
    await new.close()


async def _live_through_something(house: House) -> None:
    await house.command("ville", "kieli en")
    await house.to_step("muutoskeskustelu")
    await house.send("anna", "note", "muutoskeskustelu", "all", cell="muutokset", text="Kiire \u2603 loppuu")
    one = caller("olli")
    await house.core.writer.write(
        Changes(
            house.clock.now(),
            people={one.person: PersonRow(one.person, one.name, "fi", "Asia/Kolkata", reachable=False)},
            notes={"slack:T1:dm:anna": {"channel": "D1"}},
            troubles=[TroubleRow(house.clock.now(), house.session, "channel", "lobby", "made_up")],
        )
    )
    await house.settled()


async def _every_row(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Table -> its rows, of the tables that the first release had."""

    def read(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
        tables = (schema.metadata.tables[name] for name in sorted(FIRST_TABLES))
        return {one.name: sorted(map(tuple, connection.execute(one.select())), key=repr) for one in tables}

    return await database.read(read)


async def _first_release(
    url: str, rows: dict[str, list[tuple[Any, ...]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database as the first release left it."""
    monkeypatch.setattr(
        run, "upgrade", lambda connection: command.upgrade(run.config(connection), FIRST_REVISION)
    )
    database = Database(url)
    await database.open()
    monkeypatch.undo()

    def write(connection: Connection) -> set[str]:
        for name, some in rows.items():
            table = schema.metadata.tables[name]
            columns = [column.name for column in table.columns]
            assert some, f"nothing of the first release's {name} would be shown"
            connection.execute(insert(table), [dict(zip(columns, row, strict=True)) for row in some])
        if connection.dialect.name == "postgresql":
            # Its counters do not see ids that are given.
            for name in ("outbox", "troubles"):
                counter = f"pg_get_serial_sequence('{name}', 'id')"
                newest = f"(SELECT max(id) FROM {name})"  # noqa: S608 -- our own names
                connection.exec_driver_sql(f"SELECT setval({counter}, {newest})")
        return set(inspect(connection).get_table_names()) - {"alembic_version"}

    assert await database.write(write) == FIRST_TABLES
    await database.close()
