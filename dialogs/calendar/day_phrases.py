"""What day a phrase means, seen from a day: "23.1.", "ensi tiistaina", "viikolla 7", "in two weeks".

A phrase may mean several days: they are all given, and whoever asks chooses what to do about it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dialogs.calendar.date_words import (
    COMING,
    MONTH,
    MONTHS,
    NEAR,
    NEXT,
    NUMBER,
    NUMBERS,
    UNIT,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
)
from dialogs.calendar.workdays import add_months, monday

_CENTURY = 2000
_LEAP_YEARS = 9
"""Years to look for one that has a 29th of February."""
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Days:
    """The days that are meant, in order, none twice."""

    days: tuple[date, ...]
    week: bool = False
    """A whole week; the day is its Monday, or the day it is seen from when that is in it."""
    every: Literal["", "week", "year"] = ""
    """How often there is such a day: what was said has no year (or is a day of the week)."""
    steps: bool = False
    """A number of weeks from now: with a day of the week, that day is meant."""


Reader = Callable[[re.Match[str], date], Days | None]


def days_meant(phrase: str, today: date) -> Days | None:
    """The days that a tidied phrase can mean, seen from `today` (local); None when it is no day."""
    return _simple(phrase, today) or _with_weekday(phrase, today)


def _ordered(days: Iterable[date]) -> tuple[date, ...]:
    return tuple(sorted(set(days)))


def _simple(phrase: str, today: date) -> Days | None:
    for pattern, read in _READERS:
        if match := pattern.fullmatch(phrase):
            with suppress(ValueError, OverflowError):  # no such day
                return read(match, today)
    return None


# --- a day of the month ---------------------------------------------------------------------------


def _dated(match: re.Match[str], today: date) -> Days | None:
    """With a year that day, without one the next such day, today included."""
    parts = match.groupdict()
    month = MONTHS.get(parts["month"]) or int(parts["month"])
    return _day_of(int(parts["day"]), month, _year(parts), today)


def _slashed(match: re.Match[str], today: date) -> Days | None:
    """British and American: day and month either way round, whichever exists."""
    year, numbers = _year(match.groupdict()), (int(match["first"]), int(match["second"]))
    ways = [_day_of(*way, year, today) for way in (numbers, numbers[::-1]) if way[1] in range(1, 13)]
    days = [day for way in ways if way for day in way.days]
    return Days(_ordered(days), every="" if year else "year") if days else None


def _year(parts: dict[str, str | None]) -> int | None:
    if short := parts.get("short"):
        return _CENTURY + int(short)
    year = parts.get("year") or parts.get("later_year")
    return int(year) if year else None


def _day_of(day: int, month: int, year: int | None, today: date) -> Days | None:
    if year is not None:
        return Days((date(year, month, day),))
    for candidate in range(today.year, today.year + _LEAP_YEARS):
        with suppress(ValueError):
            if (found := date(candidate, month, day)) >= today:
                return Days((found,), every="year")
    return None


# --- near days, days of the week, weeks -----------------------------------------------------------


def _near(match: re.Match[str], today: date) -> Days:
    return Days((today + NEAR[match[0]] * _DAY,))


def _weekday(match: re.Match[str], today: date) -> Days:
    """The next one after today.

    "Ensi" is that of next week: when there is one before it, either may be meant.
    """
    this = monday(today) + WEEKDAYS[match["weekday"]] * _DAY
    if match["next"] and this > today:
        return Days((this, this + _WEEK))
    return Days((this if this > today else this + _WEEK,), every="week")


def _numbered_week(match: re.Match[str], today: date) -> Days | None:
    """Weeks by ISO 8601. Without a year the next such week, this one included."""
    week = int(match["week"])
    if year := match["year"]:
        return _week(date.fromisocalendar(int(year), week, 1), today)
    for candidate in range(today.isocalendar().year, today.year + _LEAP_YEARS):
        with suppress(ValueError):
            first = date.fromisocalendar(candidate, week, 1)
            if first + _WEEK > today:
                return _week(first, today, every="year")
    return None


def _this_or_next_week(match: re.Match[str], today: date) -> Days:
    return _week(monday(today) + (_WEEK if match["next"] else 0 * _DAY), today)


def _week(first: date, today: date, every: Literal["", "year"] = "") -> Days:
    return Days((today if first <= today < first + _WEEK else first,), week=True, every=every)


def _from_now(match: re.Match[str], today: date) -> Days:
    """In so many days, weeks, months or years."""
    parts = match.groupdict()
    unit = next(unit for unit in UNITS if parts[unit])
    number = parts["number"] or "1"
    count = NUMBERS.get(number) or int(number)
    if unit in {"month", "year"}:
        return Days((add_months(today, count * (12 if unit == "year" else 1)),))
    return Days((today + count * (_WEEK if unit == "week" else _DAY),), steps=unit == "week")


def _half_year(_: re.Match[str], today: date) -> Days:
    return Days((add_months(today, 6),))


# --- a day of the week beside another phrase ------------------------------------------------------


def _with_weekday(phrase: str, today: date) -> Days | None:
    """As in "ti 23.1.", "ensi viikon tiistaina", "viikon päästä tiistaina"; either part first."""
    for pattern in _BESIDE:
        match = pattern.fullmatch(phrase)
        if match and (other := _simple(match["rest"].strip(" ,"), today)):
            return _on_weekday(other, WEEKDAYS[match["weekday"]], today)
    return None


def _on_weekday(other: Days, weekday: int, today: date) -> Days:
    of_week = monday(other.days[0]) + weekday * _DAY
    if other.week:
        return Days((of_week,))
    if other.steps:
        coming = today + (weekday - today.weekday()) % 7 * _DAY
        return Days(_ordered((of_week, coming + (other.days[0] - today))))
    # When the two do not agree the date may be wrong, or the day of the week.
    fitting = [day for day in other.days if day.weekday() == weekday]
    fitting = fitting or [*other.days, *(_nearest(day, weekday) for day in other.days)]
    return Days(_ordered(fitting), every=other.every)


def _nearest(day: date, weekday: int) -> date:
    return day + ((weekday - day.weekday() + 3) % 7 - 3) * _DAY


_YEAR = r"(?:,? (?P<year>\d{4}))?"
_DOTTED = (
    r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})"
    r"(?:\. ?(?P<year>\d{4})|\.(?P<short>\d{2})| (?P<later_year>\d{4}))?\.?"
)
_THIS = "tällä|tämä|tämän|this|den här|denna"
_WEEK_WORD = r"(?:in |på |under )?(?:viikolla|viikolle|viikko|viikon|vko|vk|v|week|vecka)\.?"
_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", _dated),
        (_DOTTED, _dated),
        (r"(?P<first>\d{1,2})/(?P<second>\d{1,2})(?:/(?:(?P<year>\d{4})|(?P<short>\d{2})))?", _slashed),
        (rf"(?:(?:the|den) )?(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th|:a|:e)? ?(?:of )?{MONTH}{_YEAR}", _dated),
        (rf"{MONTH} (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_YEAR}", _dated),
        ("|".join(NEAR), _near),
        (rf"(?:{NEXT} |{COMING} )?{WEEKDAY}", _weekday),
        (rf"{_WEEK_WORD} ?(?P<week>\d{{1,2}})(?:[ /](?P<year>\d{{4}}))?", _numbered_week),
        (
            rf"(?:{NEXT}|{_THIS}) (?:viikolla|viikko|viikon|week|veckan?)",
            _this_or_next_week,
        ),
        (rf"(?:{NUMBER} )?{UNIT} (?:päästä|kuluttua|from now|from today)", _from_now),
        (rf"(?:in|om) {NUMBER} {UNIT}", _from_now),
        (r"puolen vuoden (?:päästä|kuluttua)|in half a year|om ett halvår", _half_year),
    )
)
_BESIDE = (
    re.compile(rf"(?:{COMING} )?{WEEKDAY},? (?P<rest>.+)"),
    re.compile(rf"(?P<rest>.+?),? (?:{COMING} )?{WEEKDAY}"),
)
