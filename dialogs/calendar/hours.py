"""Working hours (työaika): when somebody may be written to, on the wall clock of their zone.

Where the clock jumps over a time in spring, the first moment after the gap stands for it; where autumn
repeats a time, the first of the two does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dialogs.calendar.workdays import WEEKDAYS, Absence, is_workday, next_workday

_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Hours:
    """A working day from `start` until (not at) `end`, local time, on `days` (0 is Monday).

    Raises:
        ValueError: the day would be over before it begins (nights over midnight are not working hours here),
            or there are no days of the week.
    """

    start: time = time(9)
    end: time = time(16)
    days: frozenset[int] = WEEKDAYS

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"working hours that end ({self.end}) before they begin ({self.start})")
        if not self.days or not self.days <= frozenset(range(7)):
            raise ValueError(f"days of the week are 0 to 6, at least one: {sorted(self.days)}")


OFFICE = Hours()
"""What holds for whoever has said nothing else: 9 to 16, Monday to Friday."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Somebody's (or a team's) working rhythm: zone (IANA), hours, absences."""

    zone: str
    hours: Hours = OFFICE
    absences: tuple[Absence, ...] = ()

    def works_on(self, day: date) -> bool:
        """Whether `day` (local) is a working day."""
        return is_workday(day, self.zone, self.absences, self.hours.days)

    def day_of(self, instant: datetime) -> date:
        """The local day of an instant (UTC)."""
        return instant.astimezone(ZoneInfo(self.zone)).date()

    def allows(self, instant: datetime) -> bool:
        """Whether an instant (UTC) is within the working hours."""
        return within(instant, self.zone, self.hours, self.absences)

    def earliest(self, instant: datetime) -> datetime:
        """The instant (UTC) itself if it is within the working hours, else when they next begin."""
        return next_moment(instant, self.zone, self.hours, self.absences)

    def opening(self, day: date) -> datetime:
        """When the working hours begin (UTC) on `day`, or on the first working day after it."""
        return self.earliest(at_local(day, time(), self.zone))

    def next_day(self, instant: datetime) -> datetime:
        """When the working hours begin (UTC) on the first working day after that of `instant` (UTC)."""
        return self.opening(self.day_of(instant) + timedelta(days=1))


def within(instant: datetime, zone: str, hours: Hours = OFFICE, absences: Iterable[Absence] = ()) -> bool:
    """Whether the wall clock of `zone` shows working hours of a working day at `instant` (UTC)."""
    local = instant.astimezone(ZoneInfo(zone))
    return hours.start <= local.time() < hours.end and is_workday(local.date(), zone, absences, hours.days)


def next_moment(
    instant: datetime, zone: str, hours: Hours = OFFICE, absences: Iterable[Absence] = ()
) -> datetime:
    """`instant` (UTC) if it is within working hours, else when they next begin (UTC)."""
    away = tuple(absences)
    if within(instant, zone, hours, away):
        return instant.astimezone(UTC)
    day = instant.astimezone(ZoneInfo(zone)).date()
    if not is_workday(day, zone, away, hours.days):
        day = next_workday(day, zone, away, hours.days)
    # A day whose whole hours fall into the gap of spring does not open.
    while (opening := at_local(day, hours.start, zone)) <= instant or not _opens(opening, day, zone, hours):
        day = next_workday(day, zone, away, hours.days)
    return opening


def _opens(opening: datetime, day: date, zone: str, hours: Hours) -> bool:
    local = opening.astimezone(ZoneInfo(zone))
    return local.date() == day and hours.start <= local.time() < hours.end


def at_local(day: date, clock: time, zone: str) -> datetime:
    """The instant (UTC) at which the clocks of `zone` show `clock` on `day`.

    A time that is jumped over gives the first instant after the gap, a repeated one the first of the two.
    """
    wall = datetime.combine(day, clock.replace(fold=0, tzinfo=None), ZoneInfo(zone))
    late = wall.astimezone(UTC)
    if late.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == wall.replace(tzinfo=None):
        return late
    return _after_gap(wall.replace(fold=1).astimezone(UTC), late, ZoneInfo(zone))


def _after_gap(early: datetime, late: datetime, zone: ZoneInfo) -> datetime:
    """The second at which the clock was moved, between an instant before and one after that."""
    before = early.astimezone(zone).utcoffset()
    while late - early > _SECOND:
        middle = early + (late - early) // 2
        if middle.astimezone(zone).utcoffset() == before:
            early = middle
        else:
            late = middle
    return late.replace(microsecond=0)
