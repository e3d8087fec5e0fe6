"""One process at a time on one database: what is kept folded in memory must be the only truth.

SQLite: a locked file beside the database, released by the system however the process ends. A network drive
may not hold such locks (nor SQLite's own), so it is refused. PostgreSQL: an advisory lock on the very
connection that writes.
"""

from __future__ import annotations

import fcntl
import os
import socket
from pathlib import Path
from typing import IO

from bot.storage.errors import StorageError, TakenError

_NETWORK_DRIVES = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "glusterfs", "ceph"})


class FileLock:
    """The lock beside an SQLite file. Taking it raises `TakenError` or `StorageError`."""

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(database.name + ".lock")
        self._file: IO[str] | None = None

    def take(self) -> None:
        """Take the lock, or say who has it."""
        _refuse_network_drive(self._path.parent)
        file = self._path.open("a+", encoding="utf-8")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            owner = _owner(file)
            file.close()
            name = self._path.with_suffix("").name
            raise TakenError(
                f"the database {name} is in use by another process ({owner}); stop it first"
            ) from None
        self._sign(file)
        self._file = file

    def release(self) -> None:
        """Let another process have it."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _sign(self, file: IO[str]) -> None:
        file.seek(0)
        file.truncate()
        file.write(f"{socket.gethostname()} {os.getpid()}\n")
        file.flush()


def _owner(file: IO[str]) -> str:
    file.seek(0)
    host, _, process = file.read(200).strip().partition(" ")
    return f"process {process} on {host}" if process else "unknown"


def _refuse_network_drive(folder: Path) -> None:
    if _drive(folder) in _NETWORK_DRIVES:
        message = (
            "SQLite cannot be trusted on a network drive: use a local disk, or PostgreSQL (PAJA_DATABASE_URL)"
        )
        raise StorageError(message)


def _drive(folder: Path, table: Path = Path("/proc/mounts")) -> str:
    """The kind of file system that `folder` is on, "" where the system does not say."""
    try:
        mounts = [line.split() for line in table.read_text(encoding="utf-8").splitlines()]
    except OSError:
        return ""
    above = [(mount[1], mount[2]) for mount in mounts if folder.resolve().is_relative_to(mount[1])]
    return max(above, key=lambda mount: len(mount[0]), default=("", ""))[1]
