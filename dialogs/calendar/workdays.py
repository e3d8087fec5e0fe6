"""Working days (työpäivät): weekends, public holidays of a zone's country, a person's absences."""

from __future__ import annotations

import warnings
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import count

import holidays

WEEKDAYS = frozenset(range(5))
"""Monday (0) to Friday: the days of most people."""
QUIET_MONTHS = frozenset({7})
"""July, when Finland is on holiday: nothing new is planned for it, but whoever works is reminded as ever."""
LONGEST_ABSENCE = timedelta(days=1100)
"""Who is away for longer is not reached by waiting: from then on absences no longer count."""

_DAY = timedelta(days=1)
_COUNTRIES: dict[str, tuple[str, str | None, tuple[str, ...]]] = {
    # Zone: country, part of it, and kinds of holiday by the `holidays` library. In Sweden the eves of
    # midsummer, Christmas and the new year are holidays by custom only; London stands for England.
    "Europe/Helsinki": ("FI", None, ("public",)),
    "Europe/Mariehamn": ("FI", None, ("public",)),
    "Europe/Stockholm": ("SE", None, ("public", "de_facto")),
    "Europe/London": ("GB", "ENG", ("public",)),
    "America/New_York": ("US", None, ("public",)),
    "Asia/Kolkata": ("IN", None, ("public",)),
    "Asia/Calcutta": ("IN", None, ("public",)),
}


@dataclass(frozen=True, slots=True)
class Absence:
    """Away (poissa) from the `first` to the `last` day, both included; local days.

    Raises:
        ValueError: the last day is before the first.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"an absence that ends ({self.last}) before it begins ({self.first})")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def is_workday(
    day: date, zone: str, absences: Iterable[Absence] = (), days: frozenset[int] = WEEKDAYS
) -> bool:
    """Whether somebody in `zone` works on `day`: one of their `days` (0 is Monday), no holiday, not away."""
    return day.weekday() in days and not is_holiday(day, zone) and not any(day in one for one in absences)


def is_holiday(day: date, zone: str) -> bool:
    """Whether `day` is a public holiday in the country of `zone`; never where the country is not known."""
    return day in _holidays(zone, day.year)


def next_workday(
    day: date, zone: str, absences: Iterable[Absence] = (), days: frozenset[int] = WEEKDAYS
) -> date:
    """The first working day after `day`."""
    return next(one for one, away in _walk(day, _DAY, absences) if is_workday(one, zone, away, days))


def previous_workday(
    day: date, zone: str, absences: Iterable[Absence] = (), days: frozenset[int] = WEEKDAYS
) -> date:
    """The last working day before `day`."""
    return next(one for one, away in _walk(day, -_DAY, absences) if is_workday(one, zone, away, days))


def add_workdays(
    day: date, number: int, zone: str, absences: Iterable[Absence] = (), days: frozenset[int] = WEEKDAYS
) -> date:
    """The working day `number` working days after `day`, before it when negative; `day` itself when 0."""
    away, step = tuple(absences), next_workday if number > 0 else previous_workday
    for _ in range(abs(number)):
        day = step(day, zone, away, days)
    return day


def add_months(day: date, months: int) -> date:
    """The same day `months` later (or earlier); the month's last day, where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def monday(day: date) -> date:
    """The Monday of the (ISO) week of `day`."""
    return day - day.weekday() * _DAY


def _walk(
    day: date, step: timedelta, absences: Iterable[Absence]
) -> Iterator[tuple[date, tuple[Absence, ...]]]:
    """The days after (or before) `day`, each with the absences that still count."""
    away = tuple(absences)
    for n in count(1):
        yield day + n * step, away if n <= LONGEST_ABSENCE.days else ()


@lru_cache(maxsize=256)
def _holidays(zone: str, year: int) -> frozenset[date]:
    if zone not in _COUNTRIES:
        return frozenset()
    country, part, kinds = _COUNTRIES[zone]
    with warnings.catch_warnings():
        # Holidays by the moon are known for some years ahead only; after those the rest must do.
        warnings.simplefilter("ignore", UserWarning)
        return frozenset(holidays.country_holidays(country, subdiv=part, years=year, categories=kinds))
