"""What can go wrong with the database, as far as anybody outside `bot.storage` needs to tell it apart."""

from __future__ import annotations


class StorageError(Exception):
    """The database cannot be used. The text is for the operator and holds nothing that people wrote."""


class TakenError(StorageError):
    """Another process has this database open."""


class UnsafeError(StorageError):
    """The database would not keep what it says it keeps (no write-ahead log, no full synchronisation)."""


class ConflictError(Exception):
    """A row was there already (a repeated delivery, or somebody else's fact).

    Nothing of the transaction was kept.
    """


class DatabaseBusyError(Exception):
    """The database could not do it now (gone, locked, disk full); nothing of the transaction was kept."""
