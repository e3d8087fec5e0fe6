"""Working hours, as people tell them and against walking through eleven years."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.calendar.hours import OFFICE, Hours, Rhythm, at_local, next_moment, within
from dialogs.calendar.workdays import Absence, is_holiday
from tests.dialogs.calendar.zones import (
    BEGIN,
    END,
    HOUR,
    MINUTE,
    ZONES,
    changes,
    every_hour,
    first_shown,
    openings,
    walk,
)

HELSINKI = "Europe/Helsinki"
NIGHT = Hours(time(2), time(4), frozenset(range(7)))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_a_message_waits_for_the_morning() -> None:
    friday_evening, monday_morning = at("2026-11-20 14:00"), at("2026-11-23 07:00")
    assert not within(friday_evening, HELSINKI)
    assert next_moment(friday_evening, HELSINKI) == monday_morning
    assert next_moment(monday_morning, HELSINKI) == monday_morning
    assert next_moment(at("2026-11-20 13:59"), HELSINKI) == at("2026-11-20 13:59")
    assert next_moment(at("2026-11-23 06:59"), HELSINKI) == monday_morning


def test_a_message_waits_for_the_end_of_a_holiday() -> None:
    away = (Absence(date(2026, 12, 23), date(2027, 1, 6)),)
    assert next_moment(at("2026-12-23 10:00"), HELSINKI, OFFICE, away) == at("2027-01-07 07:00")


def test_everybody_has_their_own_morning() -> None:
    sunday = at("2026-11-22 12:00")
    assert [next_moment(sunday, zone) for zone in ZONES] == [
        at("2026-11-23 07:00"),
        at("2026-11-23 08:00"),
        at("2026-11-23 09:00"),
        at("2026-11-23 14:00"),
        at("2026-11-23 03:30"),
    ]


def test_summer_time_is_right_the_morning_after() -> None:
    assert next_moment(at("2027-03-27 12:00"), HELSINKI) == at("2027-03-30 06:00")  # Monday is Easter
    assert next_moment(at("2027-10-30 12:00"), HELSINKI) == at("2027-11-01 07:00")


@pytest.mark.parametrize(
    ("day", "clock", "zone", "instant"),
    [
        ("2027-03-28", "02:59", HELSINKI, "2027-03-28 00:59"),
        ("2027-03-28", "03:00", HELSINKI, "2027-03-28 01:00"),
        ("2027-03-28", "03:59:59.5", HELSINKI, "2027-03-28 01:00"),
        ("2027-03-28", "04:00", HELSINKI, "2027-03-28 01:00"),
        ("2027-10-31", "03:30", HELSINKI, "2027-10-31 00:30"),
        ("2027-10-31", "04:00", HELSINKI, "2027-10-31 02:00"),
        ("2027-10-03", "02:15", "Australia/Lord_Howe", "2027-10-02 15:30"),  # half an hour only
        ("2011-12-30", "09:00", "Pacific/Apia", "2011-12-30 10:00"),  # a day that never was
    ],
)
def test_times_that_do_not_exist_or_exist_twice(day: str, clock: str, zone: str, instant: str) -> None:
    assert at_local(date.fromisoformat(day), time.fromisoformat(clock), zone) == at(instant)


def test_hours_within_the_gap_do_not_open_that_day() -> None:
    hours = Hours(time(3), time(3, 30), frozenset(range(7)))
    after_easter = at("2027-03-30 00:00")
    assert next_moment(at("2027-03-27 12:00"), HELSINKI, hours) == after_easter


def test_hours_begin_before_they_end() -> None:
    with pytest.raises(ValueError, match="before they begin"):
        Hours(time(22), time(6))
    with pytest.raises(ValueError, match="before they begin"):
        Hours(time(9), time(9))
    with pytest.raises(ValueError, match="days of the week"):
        Hours(days=frozenset({7}))
    with pytest.raises(ValueError, match="days of the week"):
        Hours(days=frozenset())


def test_a_rhythm_says_the_same_in_one_value() -> None:
    rhythm = Rhythm(HELSINKI, OFFICE, (Absence(date(2026, 11, 23), date(2026, 11, 24)),))
    late = at("2026-11-22 22:30")
    assert rhythm.day_of(late) == date(2026, 11, 23)
    assert [rhythm.works_on(date(2026, 11, day)) for day in (22, 23, 25)] == [False, False, True]
    assert rhythm.earliest(late) == rhythm.opening(date(2026, 11, 22)) == at("2026-11-25 07:00")
    assert rhythm.next_day(at("2026-11-25 08:00")) == at("2026-11-26 07:00")
    assert rhythm.allows(at("2026-11-25 08:00"))
    assert not rhythm.allows(late)


# --- against the slow way -------------------------------------------------------------------------


@pytest.mark.parametrize("zone", ZONES)
def test_the_clock_is_moved_as_often_as_it_should_be(zone: str) -> None:
    assert len(changes(zone)) == (0 if zone == "Asia/Kolkata" else 22)


@pytest.mark.parametrize("zone", ZONES)
def test_every_hour_of_eleven_years_is_where_the_wall_clock_shows_it(zone: str) -> None:
    shown = first_shown(every_hour(zone))
    for wall, instant in list(shown.items())[::7]:
        assert at_local(wall.date(), wall.time(), zone) == instant


@pytest.mark.parametrize("zone", ZONES)
def test_every_minute_around_every_change_is_where_the_wall_clock_shows_it(zone: str) -> None:
    for change in changes(zone):
        shown = first_shown(walk(change - 4 * HOUR, change + 4 * HOUR, MINUTE, zone))
        changed = min(shown) + 4 * HOUR
        for wall in (changed + n * MINUTE for n in range(-75, 75)):
            # What is jumped over is where the clock was moved: the first instant that shows something later.
            instant = shown.get(wall) or next(shown[one] for one in shown if one > wall)
            assert at_local(wall.date(), wall.time(), zone) == instant


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("hours", [OFFICE, NIGHT])
def test_the_next_moment_is_the_one_found_by_waiting(zone: str, hours: Hours) -> None:
    steps, first = every_hour(zone), openings(zone, hours.start, hours.end)
    opened = {instant for day, instant in first.items() if _works(day, zone, hours)}
    near = {change + n * HOUR for change in changes(zone) for n in range(-4, 4)}
    following, seen = END, 0
    for index in reversed(range(len(steps))):
        instant, wall = steps[index]
        following = instant if instant in opened else following
        if following < END and (index % 51 == 0 or instant in near):
            works = hours.start <= wall.time() < hours.end and _works(wall.date(), zone, hours)
            assert next_moment(instant, zone, hours) == (instant if works else following)
            seen += 1
    assert seen > len(steps) / 52


def _works(day: date, zone: str, hours: Hours) -> bool:
    return day.weekday() in hours.days and not is_holiday(day, zone)


@given(
    instant=st.datetimes(BEGIN.replace(tzinfo=None), END.replace(tzinfo=None), timezones=st.just(UTC)),
    zone=st.sampled_from(ZONES),
    start=st.integers(0, 22),
    length=st.integers(1, 24),
    days=st.frozensets(st.integers(0, 6), min_size=1),
    away=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 20)), max_size=3),
)
def test_the_next_moment_is_allowed_and_nothing_later_would_do(
    instant: datetime,
    zone: str,
    start: int,
    length: int,
    days: frozenset[int],
    away: list[tuple[int, int]],
) -> None:
    hours = Hours(time(start), time(start + length) if start + length < 24 else time.max, days)
    absences = [
        Absence(instant.date() + timedelta(days=n), instant.date() + timedelta(days=n + m)) for n, m in away
    ]
    found = next_moment(instant, zone, hours, absences)
    assert found >= instant
    assert within(found, zone, hours, absences)
    assert next_moment(found, zone, hours, absences) == found
    halfway = instant + (found - instant) / 2
    assert next_moment(halfway, zone, hours, absences) in {found, halfway}
