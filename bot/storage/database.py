"""The database: one writer and a few readers, each transaction in one hop to a thread.

Why plain connections in our own threads, and not SQLAlchemy's asyncio layer: that one (aiosqlite) hops to a
thread and back for every statement, and all writing must go through one connection anyway (SQLite has one
writer; the lock hangs on PostgreSQL's). Here a whole batch of arrivals is one hop, one transaction and one
flush to the disk.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from bot.storage import migrate, postgres, sqlite
from bot.storage.errors import ConflictError, DatabaseBusyError, StorageError
from bot.storage.lock import FileLock

T = TypeVar("T")
_READERS = 2


class Database:
    """Open with `await open()`, close with `await close()`. `url` is as in `PAJA_DATABASE_URL`."""

    def __init__(self, url: str) -> None:
        self.url = plain(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._lock = FileLock(self.file) if self.is_sqlite else None
        self._writing = ThreadPoolExecutor(1, thread_name_prefix="database-writer")
        self._reading = ThreadPoolExecutor(_READERS, thread_name_prefix="database-reader")
        self._writer: Engine | None = None
        self._reader: Engine | None = None

    @property
    def file(self) -> Path:
        """Where SQLite keeps it; raises `StorageError` for a database in memory."""
        if not self.url.database or self.url.database == ":memory:":
            raise StorageError("a database in memory keeps nothing: name a file")
        return Path(self.url.database)

    async def open(self) -> None:
        """Take the lock, bring the tables up to date, and check that what is written stays written."""
        await self._hop(self._writing, self._open)

    async def close(self) -> None:
        """Finish what is being written, then let go. May be called again."""
        # What is being read first gives its connection back, or nobody would close it.
        await asyncio.to_thread(self._reading.shutdown)
        with suppress(DatabaseBusyError):
            await self._hop(self._writing, self._close)
        self._writing.shutdown()

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Do `work` in one transaction, after all earlier ones.

        Raises `ConflictError` or `DatabaseBusyError`.
        """
        return await self._hop(self._writing, lambda: self._transaction(self._writer, work))

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Do `work`, which only reads; sees all that was written before; raises `DatabaseBusyError`."""
        return await self._hop(self._reading, lambda: self._transaction(self._reader, work))

    async def vacate(self) -> None:
        """Leave no copy of deleted rows on the disk (SQLite: empty the write-ahead log)."""
        if self.is_sqlite:
            await self._hop(self._writing, lambda: sqlite.empty_log(_opened(self._writer)))

    async def _hop(self, pool: ThreadPoolExecutor, work: Callable[[], T]) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(pool, work)
        except RuntimeError as error:
            # The threads have gone: closed.
            raise DatabaseBusyError("closed") from error

    def _open(self) -> None:
        if self._lock is not None:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self._lock.take()
        try:
            self._writer, self._reader = self._engine(writes=True), self._engine(writes=False)
            with _opened(self._writer).begin() as connection:
                if self.is_sqlite:
                    sqlite.assert_durable(connection)
                migrate.up_to_date(connection)
        except DBAPIError as error:
            self._close()
            raise StorageError(f"the database cannot be opened: {reason(error)}") from None
        except BaseException:
            self._close()
            raise

    def _engine(self, *, writes: bool) -> Engine:
        # hide_parameters: errors and logs must not hold what people wrote.
        options: dict[str, Any] = {
            "hide_parameters": True,
            "pool_size": 1 if writes else _READERS,
            "max_overflow": 0,
        }
        engine = create_engine(
            self.url, **options, **(sqlite.OPTIONS if self.is_sqlite else postgres.OPTIONS)
        )
        kind = sqlite if self.is_sqlite else postgres
        event.listen(engine, "connect", kind.connected_writer if writes else kind.connected_reader)
        if self.is_sqlite:
            event.listen(engine, "begin", sqlite.begin_writing if writes else sqlite.begin_reading)
        return engine

    def _transaction(self, engine: Engine | None, work: Callable[[Connection], T]) -> T:
        try:
            with _opened(engine).begin() as connection:
                return work(connection)
        except IntegrityError as error:
            raise ConflictError(reason(error)) from None
        except OperationalError as error:
            raise DatabaseBusyError(reason(error)) from None

    def _close(self) -> None:
        for engine in (self._writer, self._reader):
            if engine is not None:
                with suppress(DBAPIError):
                    engine.dispose()
        self._writer = self._reader = None
        if self._lock is not None:
            self._lock.release()


def plain(url: str) -> URL:
    """`url` with the drivers that are used here.

    Raises `StorageError` when it is neither SQLite nor PostgreSQL.
    """
    try:
        parsed = make_url(url)
        backend = parsed.get_backend_name()
    except Exception:  # noqa: BLE001 -- whatever it is, it must not be quoted: it may hold a password
        raise StorageError("the address of the database cannot be read") from None
    if backend not in ("sqlite", "postgresql"):
        raise StorageError("the database must be sqlite or postgresql")
    return parsed.set(drivername="sqlite" if backend == "sqlite" else "postgresql+psycopg")


def reason(error: DBAPIError) -> str:
    """What the database says is wrong, without the rows: the kind of error and the database's own code."""
    origin = error.orig
    code = getattr(origin, "sqlite_errorname", None) or getattr(origin, "sqlstate", None) or ""
    return f"{type(origin).__name__} {code}".strip()


def _opened(engine: Engine | None) -> Engine:
    if engine is None:
        raise DatabaseBusyError("closed")
    return engine
