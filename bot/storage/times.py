"""Times in the database: whole microseconds since 1970 (UTC), alike on both databases and exact."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ONE = timedelta(microseconds=1)


def micros(at: datetime) -> int:
    """The moment as it is stored."""
    return (at - _EPOCH) // _ONE


def moment(stored: int) -> datetime:
    """The moment that was stored, in UTC."""
    return _EPOCH + timedelta(microseconds=stored)
