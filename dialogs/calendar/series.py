"""Dates for a process of workshops (prosessin aikataulu): some weeks apart, not on holidays nor in July."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from dialogs.calendar.hours import at_local
from dialogs.calendar.workdays import QUIET_MONTHS, WEEKDAYS, Absence, add_months, is_workday

FOLLOW_UPS = (3, 6)
"""Months after the last workshop."""
_DAY = timedelta(days=1)


class Why(StrEnum):
    """Why a workshop is on its day."""

    NORMAL = "normal"
    HOLIDAY = "holiday"
    """The usual day is no working day."""
    QUIET_MONTH = "quiet_month"
    """The usual day is in July."""
    ABSENCE = "absence"
    """More people can come than on the usual day."""
    ASKED = "asked"
    """People have put it there."""
    GAP = "gap"
    """The one before has been moved, and there have to be some weeks between."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the dates of a process should be like.

    Raises:
        ValueError: no dates can be like that.
    """

    zone: str
    """Of the team (IANA)."""
    number: int = 10
    """Of workshops: the orientation and nine."""
    min_days: int = 21
    max_days: int = 28
    """Days from one to the next."""
    weekday: int | None = None
    """The usual day of the week, 0 is Monday; None for that of the first day."""
    at: time = time(9)
    """When they begin, local time."""
    minutes: int = 180
    absences: tuple[tuple[Absence, ...], ...] = ()
    """Of each participant."""
    days: frozenset[int] = WEEKDAYS
    quiet_months: frozenset[int] = QUIET_MONTHS

    def __post_init__(self) -> None:
        if not 0 < self.min_days <= self.max_days or self.minutes <= 0 or self.number < 0:
            raise ValueError("there have to be days between workshops, and minutes in them")
        if not self.days & frozenset(range(7)) or self.quiet_months >= frozenset(range(1, 13)):
            raise ValueError("there has to be a day of the week and a month for workshops")

    def free(self, day: date) -> bool:
        """Whether a workshop can be on `day`: a working day of the team, outside July."""
        return day.month not in self.quiet_months and is_workday(day, self.zone, (), self.days)

    def away(self, day: date) -> int:
        """How many of the participants are away on `day`."""
        return sum(any(day in one for one in absences) for absences in self.absences)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A proposed workshop: its number in the series (0 is the orientation), day (local), instants (UTC)."""

    number: int
    day: date
    starts: datetime
    ends: datetime
    why: Why = Why.NORMAL


def propose(first: date, wishes: Wishes) -> tuple[Meeting, ...]:
    """The dates of a process, the first of them within a week from `first` (local).

    Each is `min_days` to `max_days` after the one before, later only when all those days are holidays or
    July. Of the possible days that is taken on which most can come, then the usual day of the week, then the
    nearest to the shortest gap.
    """
    weekday = first.weekday() if wishes.weekday is None else wishes.weekday
    meetings: list[Meeting] = []
    begin, end = first, first + 6 * _DAY
    for number in range(wishes.number):
        day, why = choose(begin, end, weekday, wishes)
        meetings.append(meeting(number, day, why, wishes))
        begin, end = day + wishes.min_days * _DAY, day + wishes.max_days * _DAY
    return tuple(meetings)


def follow_ups(last: date, wishes: Wishes) -> tuple[Meeting, ...]:
    """The follow-ups three and six months after the `last` workshop (local), or in the week from then.

    Their numbers begin at 1.
    """
    found = (choose(begin, begin + 6 * _DAY, last.weekday(), wishes) for begin in _months_after(last))
    return tuple(meeting(number, day, why, wishes) for number, (day, why) in enumerate(found, 1))


def _months_after(last: date) -> Iterable[date]:
    return (add_months(last, months) for months in FOLLOW_UPS)


def meeting(number: int, day: date, why: Why, wishes: Wishes) -> Meeting:
    """The workshop on its day, at the usual time."""
    starts = at_local(day, wishes.at, wishes.zone)
    return Meeting(number, day, starts, starts + timedelta(minutes=wishes.minutes), why)


def choose(begin: date, end: date, weekday: int, wishes: Wishes) -> tuple[date, Why]:
    """The best day from `begin` to `end` (local), or of the week from the first possible one after them."""
    usual = _usual(begin, end, weekday)
    days = _free_days(begin, end, wishes)
    if not days:
        begin = next(day for day in _days_from(end + _DAY) if wishes.free(day))
        days = _free_days(begin, begin + 6 * _DAY, wishes)
    day = min(days, key=lambda one: (wishes.away(one), one.weekday() != weekday, abs(one - usual), one))
    return day, _why(day, usual, wishes)


def _usual(begin: date, end: date, weekday: int) -> date:
    """The first such day of the week, if there is one; else the first day."""
    day = begin + (weekday - begin.weekday()) % 7 * _DAY
    return day if day <= end else begin


def _why(day: date, usual: date, wishes: Wishes) -> Why:
    if day == usual:
        return Why.NORMAL
    if usual.month in wishes.quiet_months:
        return Why.QUIET_MONTH
    return Why.ABSENCE if wishes.free(usual) else Why.HOLIDAY


def _free_days(begin: date, end: date, wishes: Wishes) -> list[date]:
    return [begin + n * _DAY for n in range((end - begin).days + 1) if wishes.free(begin + n * _DAY)]


def _days_from(day: date) -> Iterable[date]:
    return (day + n * _DAY for n in range(366 * 2))
