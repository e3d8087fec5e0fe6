"""A slow second opinion: walk through time in UTC and look at the wall clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

ZONES = ("Europe/Helsinki", "Europe/Stockholm", "Europe/London", "America/New_York", "Asia/Kolkata")
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
END = datetime(2037, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def walk(begin: datetime, end: datetime, step: timedelta, zone: str) -> Iterator[tuple[datetime, datetime]]:
    """Instants (UTC) and what the clock on the wall shows, naive."""
    clock = ZoneInfo(zone)
    while begin < end:
        yield begin, begin.astimezone(clock).replace(tzinfo=None)
        begin += step


@lru_cache(maxsize=8)
def every_hour(zone: str) -> tuple[tuple[datetime, datetime], ...]:
    """2026 to 2036, whenever the wall clock shows a full hour: in all of ZONES it is moved only then."""
    begin = BEGIN + BEGIN.astimezone(ZoneInfo(zone)).minute * MINUTE
    return tuple(walk(begin, END, HOUR, zone))


@lru_cache(maxsize=8)
def changes(zone: str) -> tuple[datetime, ...]:
    """The instants (UTC) from which the wall clock was moved."""
    steps = every_hour(zone)
    return tuple(b[0] for a, b in pairwise(steps) if b[1] - a[1] != HOUR)


@lru_cache(maxsize=8)
def openings(zone: str, start: time, end: time) -> dict[date, datetime]:
    """The first full hour (UTC) of each local day at which the wall clock shows `start` to `end`."""
    found: dict[date, datetime] = {}
    for instant, wall in every_hour(zone):
        if start <= wall.time() < end:
            found.setdefault(wall.date(), instant)
    return found


def first_shown(shown: Iterable[tuple[datetime, datetime]]) -> dict[datetime, datetime]:
    """When (UTC) the wall clock showed each time for the first time."""
    found: dict[datetime, datetime] = {}
    for instant, wall in shown:
        found.setdefault(wall, instant)
    return found
