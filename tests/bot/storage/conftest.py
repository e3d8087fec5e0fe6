"""Real databases."""

from __future__ import annotations

from tests.support.databases import (
    database,
    database_url,
    postgres_server,
    postgres_url,
    sqlite_url,
    store,
)

__all__ = ["database", "database_url", "postgres_server", "postgres_url", "sqlite_url", "store"]
