"""Dates as people type them, in Finnish, English or Swedish (päivämäärät).

A date without a year is the next such date, a day of the week the next after today. "Ensi tiistaina" is the
Tuesday of next week; when this week still has one, either may be meant, and one has to ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from dialogs.calendar.clock_phrases import Clock, split_clock
from dialogs.calendar.date_words import tidy
from dialogs.calendar.day_phrases import Days, days_meant
from dialogs.calendar.hours import at_local
from dialogs.calendar.workdays import add_months

FARTHEST = 24
"""Months ahead that can be named."""
LONGEST = 100
"""Characters of a phrase that is read at all."""


class Problem(StrEnum):
    """Why what was typed is not one day to come."""

    PAST = "past"
    AMBIGUOUS = "ambiguous"
    TOO_FAR = "too_far"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Found:
    """A day to come (local), perhaps with a time of day and its end."""

    day: date
    at: time | None = None
    until: time | None = None
    week: bool = False
    """A week was named: `day` is its Monday, or today when the week is going on."""

    def instant(self, zone: str, otherwise: time) -> datetime:
        """The instant (UTC) in `zone`, at the local time `otherwise` when none was typed."""
        return at_local(self.day, self.at or otherwise, zone)


@dataclass(frozen=True, slots=True)
class Trouble:
    """No single day; with `AMBIGUOUS` the days that may be meant (local), in order."""

    problem: Problem
    candidates: tuple[date, ...] = ()


UNKNOWN = Trouble(Problem.UNKNOWN)


def read_date(text: str, now: datetime, zone: str) -> Found | Trouble:
    """The day that `text` means to somebody in `zone` (IANA) at `now` (UTC).

    With a time of day alone it is today, or tomorrow when that time has passed.
    """
    local, phrase = now.astimezone(ZoneInfo(zone)), tidy(text)
    if len(phrase) > LONGEST:
        return UNKNOWN
    days, clock = _parts(phrase, local)
    if days is None:
        return UNKNOWN
    judged = judge(days, local.date())
    if isinstance(judged, Trouble) or clock is None:
        return judged
    if judged.day == local.date() and not judged.week and clock.at <= local.time():
        return Trouble(Problem.PAST)
    return Found(judged.day, clock.at, clock.until, week=judged.week)


def judge(days: Days, today: date) -> Found | Trouble:
    """One of the days that were meant, if one of them is to come and near enough."""
    coming = [day for day in days.days if day >= today]
    near = tuple(day for day in coming if day <= add_months(today, FARTHEST))
    if len(near) == 1:
        return Found(near[0], week=days.week)
    if near:
        return Trouble(Problem.AMBIGUOUS, near)
    return Trouble(Problem.TOO_FAR if coming else Problem.PAST)


def _parts(phrase: str, local: datetime) -> tuple[Days | None, Clock | None]:
    if days := days_meant(phrase, local.date()):
        return days, None
    rest, clock = split_clock(phrase) or ("", None)
    if clock is None:
        return None, None
    if rest:
        return days_meant(rest, local.date()), clock
    passed = clock.at <= local.time()
    return Days((local.date() + timedelta(days=passed),)), clock
