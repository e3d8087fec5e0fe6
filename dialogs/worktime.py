"""Working time: deadlines fall on working days, in working hours, on the wall clock of the team (työaika)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

CLOSES = time(15, 0)
"""When a working day's deadline falls, local time.

Late enough to have had the day, early enough to be noticed.
"""
MORNING = time(11, 0)
"""What begins before this can still be done today."""
_FINNISH = "Europe/Helsinki"


def deadline(now: datetime, zone: str, days: int) -> datetime:
    """The deadline (UTC) `days` working days after `now` (UTC); with 0 days today, if it is still morning."""
    local = now.astimezone(ZoneInfo(zone))
    day = local.date()
    if not (is_working_day(day, zone) and local.time() < MORNING):
        day = next_working_day(day, zone)
    for _ in range(days):
        day = next_working_day(day, zone)
    return datetime.combine(day, CLOSES, ZoneInfo(zone)).astimezone(UTC)


def next_working_day(day: date, zone: str) -> date:
    """The first working day after `day`."""
    day += timedelta(days=1)
    while not is_working_day(day, zone):
        day += timedelta(days=1)
    return day


def is_working_day(day: date, zone: str) -> bool:
    """Monday to Friday, and no public holiday where those are known (Finland)."""
    return day.weekday() < 5 and not (zone == _FINNISH and day in _finnish(day.year))  # noqa: PLR2004 -- Saturday


@lru_cache(maxsize=8)
def _finnish(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("FI", years=year))
