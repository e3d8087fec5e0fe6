"""Deadlines of a workshop that goes on over days (hitaasti): on working days, while there is light."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from dialogs.calendar.hours import at_local
from dialogs.calendar.workdays import add_workdays, is_workday, next_workday

CLOSES = time(15, 0)
"""When a working day's deadline falls, local time.

Late enough to have had the day, early enough to be noticed.
"""
MORNING = time(11, 0)
"""What begins before this can still be done today."""


def deadline(now: datetime, zone: str, days: int) -> datetime:
    """The deadline (UTC) `days` working days after `now` (UTC); with 0 days today, if it is still morning."""
    local = now.astimezone(ZoneInfo(zone))
    day = local.date()
    if not (is_workday(day, zone) and local.time() < MORNING):
        day = next_workday(day, zone)
    return at_local(add_workdays(day, days, zone), CLOSES, zone)
