"""Working days, against days that people know."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dialogs.calendar.workdays import (
    LONGEST_ABSENCE,
    Absence,
    add_months,
    add_workdays,
    is_holiday,
    is_workday,
    monday,
    next_workday,
    previous_workday,
)

HELSINKI = "Europe/Helsinki"


def holidays_of(zone: str, year: int) -> str:
    """Holidays that are not on a weekend anyway: "5.1. 6.1."."""
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(365))
    return " ".join(f"{day.day}.{day.month}." for day in days if is_holiday(day, zone) and day.weekday() < 5)


@pytest.mark.parametrize(
    ("zone", "days"),
    [
        (HELSINKI, "1.1. 6.1. 26.3. 29.3. 6.5. 25.6. 6.12. 24.12."),
        ("Europe/Stockholm", "1.1. 6.1. 26.3. 29.3. 6.5. 25.6. 24.12. 31.12."),
        ("Europe/London", "1.1. 26.3. 29.3. 3.5. 31.5. 30.8. 27.12. 28.12."),
        ("America/New_York", "1.1. 18.1. 15.2. 31.5. 18.6. 5.7. 6.9. 11.10. 11.11. 25.11. 24.12. 31.12."),
        ("America/Santiago", ""),
    ],
)
def test_each_zone_has_the_holidays_of_its_country(zone: str, days: str) -> None:
    assert holidays_of(zone, 2027) == days


def test_india_has_its_holidays_also_when_the_later_ones_are_not_known_yet() -> None:
    known = [date(2027, 1, 26), date(2028, 8, 15), date(2028, 10, 2), date(2045, 1, 26)]
    assert [is_holiday(day, "Asia/Kolkata") for day in known] == [True] * 4
    assert not is_holiday(date(2027, 1, 6), "Asia/Kolkata")


def test_where_the_country_is_not_known_only_weekends_are_free() -> None:
    assert [is_workday(date(2027, 1, day), "UTC") for day in range(1, 5)] == [True, False, False, True]


def test_people_work_on_their_days() -> None:
    week = [date(2027, 1, day) for day in range(4, 11)]  # Wednesday is Epiphany
    away = (Absence(date(2027, 1, 7), date(2027, 1, 7)),)
    assert [is_workday(day, HELSINKI) for day in week] == [True, True, False, True, True, False, False]
    assert [is_workday(day, HELSINKI, away) for day in week] == [True, True, False, False, True, False, False]
    shop = frozenset({1, 5})
    assert [is_workday(day, HELSINKI, days=shop) for day in week] == [False, True, *[False] * 3, True, False]


def test_one_steps_over_christmas() -> None:
    before = date(2026, 12, 23)
    assert next_workday(before, HELSINKI) == date(2026, 12, 28)
    assert previous_workday(date(2026, 12, 28), HELSINKI) == before
    away = (Absence(date(2026, 12, 23), date(2027, 1, 6)),)
    assert next_workday(before, HELSINKI, iter(away)) == date(2027, 1, 7)
    assert previous_workday(date(2027, 1, 7), HELSINKI, iter(away)) == date(2026, 12, 22)


@pytest.mark.parametrize(
    ("count", "day"),
    [(-3, "2026-12-18"), (-1, "2026-12-22"), (0, "2026-12-23"), (1, "2026-12-28"), (5, "2027-01-04")],
)
def test_working_days_are_counted_both_ways(count: int, day: str) -> None:
    assert add_workdays(date(2026, 12, 23), count, HELSINKI) == date.fromisoformat(day)


def test_an_absence_without_end_does_not_stop_the_world() -> None:
    today = date(2026, 11, 22)
    away = (Absence(today, date.max),)
    found = next_workday(today, HELSINKI, away)
    assert found - today > LONGEST_ABSENCE
    assert found - today < LONGEST_ABSENCE + timedelta(days=6)


def test_an_absence_is_of_some_days() -> None:
    assert date(2027, 1, 4) in Absence(date(2027, 1, 4), date(2027, 1, 4))
    with pytest.raises(ValueError, match="before it begins"):
        Absence(date(2027, 1, 4), date(2027, 1, 3))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-11-22", 1, "2026-12-22"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2027-11-30", 3, "2028-02-29"),
        ("2026-12-31", 6, "2027-06-30"),
        ("2027-01-31", -1, "2026-12-31"),
        ("2026-12-01", 12, "2027-12-01"),
    ],
)
def test_months_are_added(day: str, months: int, later: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(later)


def test_weeks_begin_on_monday() -> None:
    assert {monday(date(2026, 11, day)) for day in range(16, 23)} == {date(2026, 11, 16)}
