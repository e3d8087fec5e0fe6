"""Deadlines of a workshop that goes on slowly."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.worktime import CLOSES, deadline, is_working_day, next_working_day

HELSINKI = "Europe/Helsinki"
ZONES = (HELSINKI, "Europe/Stockholm", "Asia/Tokyo", "America/New_York", "Pacific/Kiritimati", "UTC")


def local(text: str, zone: str = HELSINKI) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def due(text: str, days: int, zone: str = HELSINKI) -> str:
    """The deadline on the wall clock."""
    return f"{deadline(local(text, zone), zone, days).astimezone(ZoneInfo(zone)):%a %d.%m.%Y %H.%M}"


@pytest.mark.parametrize(
    ("now", "days", "then"),
    [
        ("2026-01-12 09:00", 0, "Mon 12.01.2026 15.00"),  # in the morning of a Monday: today
        ("2026-01-12 10:59", 0, "Mon 12.01.2026 15.00"),
        ("2026-01-12 11:00", 0, "Tue 13.01.2026 15.00"),  # too late for today
        ("2026-01-12 09:00", 1, "Tue 13.01.2026 15.00"),
        ("2026-01-12 14:00", 1, "Wed 14.01.2026 15.00"),
        ("2026-01-15 09:00", 2, "Mon 19.01.2026 15.00"),  # over a weekend
        ("2026-01-16 16:00", 0, "Mon 19.01.2026 15.00"),  # a Friday afternoon
        ("2026-01-17 09:00", 0, "Mon 19.01.2026 15.00"),  # a Saturday
        ("2026-01-17 09:00", 1, "Tue 20.01.2026 15.00"),
        ("2026-04-02 09:00", 1, "Tue 07.04.2026 15.00"),  # over Easter: Good Friday and Monday
        ("2026-04-30 09:00", 1, "Mon 04.05.2026 15.00"),  # May Day is a Friday
        ("2026-05-13 12:00", 0, "Fri 15.05.2026 15.00"),  # Ascension Day is a Thursday
        ("2025-12-05 12:00", 0, "Mon 08.12.2025 15.00"),  # Independence Day is a Saturday
        ("2027-01-05 12:00", 0, "Thu 07.01.2027 15.00"),  # Epiphany is a Wednesday
        ("2024-12-23 12:00", 1, "Mon 30.12.2024 15.00"),  # Christmas
    ],
)
def test_deadlines_fall_on_working_days(now: str, days: int, then: str) -> None:
    assert due(now, days) == then


@pytest.mark.parametrize("now", ["2026-03-27 09:00", "2026-10-23 09:00"])
def test_a_deadline_after_a_clock_change_is_at_three_on_the_wall(now: str) -> None:
    """Fridays before the last Sundays of March and October."""
    assert due(now, 1).startswith("Mon")
    assert due(now, 1).endswith("15.00")
    assert deadline(local(now), HELSINKI, 1).hour == (12 if "-03-" in now else 13)


def test_other_places_have_their_own_clock_and_only_weekends() -> None:
    assert due("2026-05-01 09:00", 0, "Asia/Tokyo") == "Fri 01.05.2026 15.00"
    assert due("2026-04-30 23:30", 0, "America/New_York") == "Fri 01.05.2026 15.00"
    assert due("2026-05-01 12:00", 0, "UTC") == "Mon 04.05.2026 15.00"


def test_what_day_it_is_depends_on_the_place() -> None:
    """Sunday evening in New York is Monday morning in Tokyo."""
    now = local("2026-01-11 20:00", "America/New_York")
    assert deadline(now, "Asia/Tokyo", 0) == local("2026-01-12 15:00", "Asia/Tokyo")
    assert deadline(now, "America/New_York", 0) == local("2026-01-12 15:00", "America/New_York")


@given(
    st.dates(date(2020, 1, 1), date(2040, 12, 31)),
    st.times(),
    st.sampled_from(ZONES),
    st.integers(0, 5),
)
def test_a_deadline_is_later_on_a_working_day_and_a_day_more_is_later_still(
    day: date, at: time, zone: str, days: int
) -> None:
    now = datetime.combine(day, at, ZoneInfo(zone))
    found = deadline(now, zone, days).astimezone(ZoneInfo(zone))
    assert found > now
    assert found.time() == CLOSES == time(15)
    assert is_working_day(found.date(), zone)
    assert deadline(now, zone, days + 1).astimezone(ZoneInfo(zone)).date() == next_working_day(
        found.date(), zone
    )


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.sampled_from(ZONES))
def test_the_next_working_day_is_near_and_nothing_is_skipped(day: date, zone: str) -> None:
    found = next_working_day(day, zone)
    assert 1 <= (found - day).days <= 7
    between = [date.fromordinal(one) for one in range(day.toordinal() + 1, found.toordinal())]
    assert not any(is_working_day(one, zone) for one in between)
