"""The bot was down over the due time: what becomes of each kind of reminder."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from dialogs.calendar.due import Kind
from dialogs.calendar.gaps import AfterGap, Late, after_gap
from dialogs.calendar.hours import Rhythm
from dialogs.calendar.workdays import Absence
from tests.dialogs.calendar.zones import HOUR, ZONES, changes, every_hour, openings

HELSINKI = Rhythm("Europe/Helsinki")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


DUE = at("2026-11-23 07:00")
SOON = [
    *(Kind.REVIEW, Kind.WORKSHOP_DAY, Kind.FOLLOW_UP),
    *(Kind.DAY_BEFORE, Kind.TASK_CLOSING, Kind.TASK_GIVEN),
]
RIDING = [Kind.FIRST_STEP, Kind.TASK_HALF_WAY, Kind.HALF_WAY, Kind.WORKSHOP_WEEK]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("seconds", [0, 1, 60, 3600])
def test_after_an_hour_at_most_all_go_out_as_if_nothing_had_been(kind: Kind, seconds: int) -> None:
    now = DUE + timedelta(seconds=seconds)
    assert after_gap(kind, DUE, now, HELSINKI) == AfterGap(Late.IN_TIME, now)


@pytest.mark.parametrize("kind", Kind)
def test_what_is_to_come_keeps_its_time(kind: Kind) -> None:
    assert after_gap(kind, DUE, DUE - timedelta(days=3), HELSINKI) == AfterGap(Late.IN_TIME, DUE)


@pytest.mark.parametrize("kind", SOON)
def test_after_three_days_some_are_made_good_at_once(kind: Kind) -> None:
    now = at("2026-11-26 09:00")
    assert after_gap(kind, DUE, now, HELSINKI, now + timedelta(hours=1)) == AfterGap(Late.ONCE, now)
    assert after_gap(kind, DUE, at("2026-11-27 14:00"), HELSINKI) == AfterGap(
        Late.ONCE, at("2026-11-30 07:00")
    )


@pytest.mark.parametrize("kind", RIDING)
def test_after_three_days_others_wait_for_the_next_message(kind: Kind) -> None:
    now, tomorrow = at("2026-11-26 09:00"), at("2026-11-27 07:00")
    assert after_gap(kind, DUE, now, HELSINKI) == AfterGap(Late.MERGE, tomorrow)
    assert after_gap(kind, DUE, now, HELSINKI, tomorrow + timedelta(hours=1)) == AfterGap(
        Late.MERGE, tomorrow
    )
    # Tomorrow would be too late.
    assert after_gap(kind, DUE, now, HELSINKI, tomorrow) == AfterGap(Late.ONCE, now)


@pytest.mark.parametrize("kind", Kind)
def test_what_is_of_no_use_any_more_is_not_sent(kind: Kind) -> None:
    now = at("2026-11-26 09:00")
    assert after_gap(kind, DUE, now, HELSINKI, now) == AfterGap(Late.DROP)
    evening = at("2026-11-26 15:00")
    assert after_gap(kind, DUE, evening, HELSINKI, evening + timedelta(hours=12)) == AfterGap(Late.DROP)


def test_an_hour_before_is_dropped_after_an_hour() -> None:
    starts = DUE + timedelta(hours=1)
    in_time, too_late = starts - timedelta(minutes=5), starts
    assert after_gap(Kind.WORKSHOP_HOUR, DUE, in_time, HELSINKI, starts) == AfterGap(Late.IN_TIME, in_time)
    assert after_gap(Kind.WORKSHOP_HOUR, DUE, too_late, HELSINKI, starts) == AfterGap(Late.DROP)
    assert after_gap(Kind.WORKSHOP_HOUR, DUE, DUE + timedelta(hours=2), HELSINKI) == AfterGap(Late.DROP)


def test_who_is_away_is_left_in_peace() -> None:
    away = Rhythm("Europe/Helsinki", absences=(Absence(date(2026, 11, 24), date(2026, 12, 6)),))
    now = at("2026-11-26 09:00")
    assert after_gap(Kind.REVIEW, DUE, now, away) == AfterGap(Late.ONCE, at("2026-12-07 07:00"))
    assert after_gap(Kind.HALF_WAY, DUE, now, away) == AfterGap(Late.MERGE, at("2026-12-07 07:00"))


@pytest.mark.parametrize("zone", ZONES)
def test_what_is_made_good_over_clock_changes_is_where_walking_finds_it(zone: str) -> None:
    rhythm, chance = Rhythm(zone), random.Random(zone)
    opened = openings(zone, rhythm.hours.start, rhythm.hours.end)
    working = [instant for one, instant in sorted(opened.items()) if rhythm.works_on(one)]
    shown = dict(every_hour(zone))
    for change in changes(zone)[1:] or working[300:2700:60]:
        due = next(instant for instant in working if instant > change - timedelta(days=5))
        now = due + timedelta(days=1) + chance.randrange(100) * HOUR
        inside = rhythm.works_on(shown[now].date()) and 9 <= shown[now].hour < 16
        soon = now if inside else next(instant for instant in working if instant > now)
        tomorrow = next(i for i in working if i > now and shown[i].date() > shown[now].date())
        assert after_gap(Kind.REVIEW, due, now, rhythm) == AfterGap(Late.ONCE, soon)
        assert after_gap(Kind.HALF_WAY, due, now, rhythm) == AfterGap(Late.MERGE, tomorrow)
