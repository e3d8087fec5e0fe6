"""SQLite keeps its promises: what is committed stays, what is removed is gone, and nobody else writes."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, create_engine, event

from bot.storage import showing, sqlite
from bot.storage.changes import Changes, FactRow
from bot.storage.database import Database, plain
from bot.storage.errors import DatabaseBusyError, StorageError, TakenError, UnsafeError
from bot.storage.lock import FileLock, _drive
from bot.storage.store import Store

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
SECRET = "näin me sen teimme"


@pytest.fixture
async def opened(sqlite_url: str) -> AsyncIterator[Database]:
    database = Database(sqlite_url)
    await database.open()
    yield database
    await database.close()


def on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file())


async def test_a_commit_survives_a_power_cut(opened: Database) -> None:
    def settings(connection: Connection) -> dict[str, object]:
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names}

    assert await opened.write(settings) == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
    }


def weakened(file: Path, pragma: str) -> Engine:
    engine = create_engine(f"sqlite:///{file}")
    event.listen(engine, "connect", sqlite.connected_writer)
    event.listen(engine, "connect", lambda connection, _: connection.execute(f"PRAGMA {pragma}"))
    return engine


async def test_the_boards_of_a_reply_are_found_by_their_key(opened: Database) -> None:
    """Looked for among all boards that there ever were, a reply would cost more with every session."""

    def plan(connection: Connection) -> list[str]:
        values = ("s1", "channel", "lobby", 0) * 3
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {showing.packed(3)}", values)
        return [row[3] for row in rows if "outbox" in row[3]]

    assert await opened.read(plan) == [
        "SEARCH outbox USING INDEX sqlite_autoindex_outbox_1 (stream=? AND room=? AND board=? AND copy=?)"
    ]


@pytest.mark.parametrize("pragma", ["synchronous = NORMAL", "secure_delete = OFF", "journal_mode = DELETE"])
def test_a_disk_that_does_not_take_the_settings_is_refused(tmp_path: Path, pragma: str) -> None:
    engine = weakened(tmp_path / "weak.sqlite3", pragma)

    with engine.connect() as connection, pytest.raises(UnsafeError, match=pragma.split(maxsplit=1)[0]):
        sqlite.assert_durable(connection)

    engine.dispose()


async def test_what_is_removed_leaves_no_copy_on_the_disk(opened: Database, tmp_path: Path) -> None:
    store = Store(opened)
    facts = [FactRow("s1", seq, "NoteWritten", f"{SECRET} {seq}".encode()) for seq in range(1, 200)]
    await store.commit(Changes(NOW, facts=facts))
    assert SECRET.encode() in on_disk(tmp_path)

    blank = [FactRow("s1", seq, "NoteWritten", b"-") for seq in range(1, 200)]
    await store.forget("slack:T1:anna", {"s1": blank}, Changes(NOW))

    assert on_disk(tmp_path).count(SECRET.encode()) == 0


async def test_a_second_process_is_refused_and_told_who_has_it(opened: Database, sqlite_url: str) -> None:
    script = (
        "import asyncio, sys; from bot.storage.database import Database\n"
        "try: asyncio.run(Database(sys.argv[1]).open())\n"
        "except Exception as error: print(type(error).__name__, error)\n"
    )
    command = [sys.executable, "-c", script, sqlite_url]
    found = await asyncio.to_thread(
        lambda: subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    )

    assert found.stdout.startswith("TakenError the database paja.sqlite3 is in use by another process")
    assert f"process {os.getpid()} on " in found.stdout
    assert opened.file.exists()


async def test_when_the_first_has_gone_the_second_gets_in(opened: Database, sqlite_url: str) -> None:
    second = Database(sqlite_url)
    with pytest.raises(TakenError):
        await second.open()
    await opened.close()

    third = Database(sqlite_url)
    await third.open()
    await Store(third).ping()
    await third.close()


def test_a_network_drive_is_refused(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\nserver:/x {tmp_path} nfs4 rw 0 0\n")

    assert _drive(tmp_path / "paja", mounts) == "nfs4"
    assert _drive(Path("/etc"), mounts) == "ext4"
    assert _drive(tmp_path, tmp_path / "none") == ""


def test_the_lock_goes_with_its_holder(tmp_path: Path) -> None:
    first, second = FileLock(tmp_path / "a.sqlite3"), FileLock(tmp_path / "a.sqlite3")
    first.take()
    with pytest.raises(TakenError):
        second.take()
    first.release()
    second.take()
    second.release()


async def test_a_closed_database_says_so(opened: Database) -> None:
    await opened.close()
    database = Database("sqlite:////nowhere/at/all.sqlite3")
    with pytest.raises(DatabaseBusyError):
        await database.read(lambda connection: connection)


@pytest.mark.parametrize("url", ["", "mysql://u:p@h/d", "sqlite:", "nonsense://hush", "postgresql"])
def test_an_address_that_cannot_be_used_is_not_quoted(url: str) -> None:
    if url == "sqlite:":
        url = "sqlite"
    with pytest.raises(StorageError) as caught:
        plain(url)

    assert "hush" not in str(caught.value)


async def test_an_error_holds_nothing_that_people_wrote(opened: Database) -> None:
    store = Store(opened)
    await store.commit(Changes(NOW, facts=[FactRow("s1", 1, "NoteWritten", SECRET.encode())]))

    with pytest.raises(Exception, match="IntegrityError") as caught:
        await store.commit(Changes(NOW, facts=[FactRow("s1", 1, "NoteWritten", SECRET.encode())]))

    assert SECRET not in repr(caught.value)
    assert caught.value.__context__ is None or SECRET not in repr(caught.value.__context__)
