"""When reminders are due: as people would say it, and against walking through eleven years."""

from __future__ import annotations

import random
from bisect import bisect_left
from datetime import UTC, date, datetime, time, timedelta

import pytest

from dialogs.calendar.due import (
    APART,
    Due,
    Kind,
    experiment_dues,
    still_wanted,
    task_dues,
    urgency,
    workshop_dues,
)
from dialogs.calendar.hours import Hours, Rhythm
from dialogs.calendar.workdays import Absence, is_holiday
from tests.dialogs.calendar.zones import HOUR, ZONES, changes, every_hour, openings

HELSINKI = Rhythm("Europe/Helsinki")
DAY = timedelta(days=1)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def day(text: str) -> date:
    return date.fromisoformat(text)


AGREED = at("2026-11-23 10:00")


# --- an experiment --------------------------------------------------------------------------------


def test_an_experiment_of_a_month_is_reminded_of_four_times() -> None:
    review = at("2026-12-28 07:00")  # the 25th is Christmas, then a weekend
    assert experiment_dues(day("2026-11-25"), day("2026-12-25"), HELSINKI, AGREED) == (
        Due(Kind.FIRST_STEP, at("2026-11-25 07:00"), review),
        Due(Kind.HALF_WAY, at("2026-12-10 07:00"), review),
        Due(Kind.DAY_BEFORE, at("2026-12-23 07:00"), review),
        Due(Kind.REVIEW, review),
    )


def test_a_short_experiment_has_no_half_way_nor_what_has_been() -> None:
    review = at("2026-11-26 07:00")
    assert experiment_dues(day("2026-11-23"), day("2026-11-26"), HELSINKI, AGREED) == (
        Due(Kind.DAY_BEFORE, at("2026-11-25 07:00"), review),
        Due(Kind.REVIEW, review),
    )
    assert experiment_dues(day("2026-11-25"), day("2026-11-26"), HELSINKI, AGREED) == (
        Due(Kind.FIRST_STEP, at("2026-11-25 07:00"), review),
        Due(Kind.REVIEW, review),
    )


def test_half_way_is_three_days_from_the_others_at_the_least() -> None:
    review = at("2026-12-01 07:00")
    week = (
        Due(Kind.FIRST_STEP, at("2026-11-24 07:00"), review),
        Due(Kind.HALF_WAY, at("2026-11-27 07:00"), review),
        Due(Kind.DAY_BEFORE, at("2026-11-30 07:00"), review),
        Due(Kind.REVIEW, review),
    )
    assert experiment_dues(day("2026-11-24"), day("2026-12-01"), HELSINKI, AGREED) == week
    day_less = experiment_dues(day("2026-11-25"), day("2026-12-01"), HELSINKI, AGREED)
    assert [one.kind for one in day_less] == [Kind.FIRST_STEP, Kind.DAY_BEFORE, Kind.REVIEW]


def test_a_day_before_is_a_week_before_at_the_most() -> None:
    starts = at("2026-12-15 11:00")
    for away_from, before in (("2026-12-09", [at("2026-12-08 07:00")]), ("2026-12-08", [])):
        away = Rhythm("Europe/Helsinki", absences=(Absence(day(away_from), day("2026-12-14")),))
        dues = workshop_dues(starts, away, AGREED)
        assert [one.at for one in dues if one.kind is Kind.WORKSHOP_DAY] == before


def test_a_review_is_never_lost() -> None:
    today, long_ago = day("2026-11-23"), day("2026-01-07")
    assert experiment_dues(today, today, HELSINKI, AGREED) == (Due(Kind.REVIEW, AGREED),)
    assert experiment_dues(long_ago, long_ago, HELSINKI, AGREED) == (Due(Kind.REVIEW, AGREED),)
    assert experiment_dues(today, long_ago, HELSINKI, at("2026-11-21 10:00")) == (
        Due(Kind.REVIEW, at("2026-11-23 07:00")),
    )


def test_who_is_away_over_the_review_judges_it_when_back_without_a_day_before() -> None:
    away = Rhythm("Europe/Helsinki", absences=(Absence(day("2026-12-14"), day("2027-01-10")),))
    back = at("2027-01-11 07:00")
    assert experiment_dues(day("2026-11-24"), day("2026-12-18"), away, AGREED) == (
        Due(Kind.FIRST_STEP, at("2026-11-24 07:00"), back),
        Due(Kind.HALF_WAY, at("2026-12-07 07:00"), back),
        Due(Kind.REVIEW, back),
    )


# --- an interim task ------------------------------------------------------------------------------


def test_an_interim_task_is_given_looked_at_and_closed() -> None:
    next_workshop = at("2026-12-15 07:00")
    assert task_dues(at("2026-11-24 10:00"), next_workshop, HELSINKI) == (
        Due(Kind.TASK_GIVEN, at("2026-11-24 10:00"), next_workshop),
        Due(Kind.TASK_HALF_WAY, at("2026-12-04 07:00"), next_workshop),
        Due(Kind.TASK_CLOSING, at("2026-12-11 07:00"), next_workshop),
    )


def test_a_task_until_tomorrow_is_only_given() -> None:
    next_workshop = at("2026-11-25 07:00")
    assert task_dues(at("2026-11-24 10:00"), next_workshop, HELSINKI) == (
        Due(Kind.TASK_GIVEN, at("2026-11-24 10:00"), next_workshop),
    )
    assert task_dues(at("2026-11-24 15:00"), next_workshop, HELSINKI) == ()


# --- the next workshop ----------------------------------------------------------------------------


def test_a_workshop_is_announced_a_week_a_day_and_an_hour_before() -> None:
    starts = at("2026-12-14 11:00")
    assert workshop_dues(starts, HELSINKI, AGREED) == (
        Due(Kind.WORKSHOP_WEEK, at("2026-12-07 07:00"), starts),
        Due(Kind.WORKSHOP_DAY, at("2026-12-11 07:00"), starts),
        Due(Kind.WORKSHOP_HOUR, at("2026-12-14 10:00"), starts),
    )
    assert [one.kind for one in workshop_dues(starts, HELSINKI, at("2026-12-12 10:00"))] == [
        Kind.WORKSHOP_HOUR
    ]


@pytest.mark.parametrize(
    ("starts", "hour"),
    [
        ("07:00", None),
        ("07:10", None),
        ("07:15", "07:00"),
        ("07:30", "07:00"),
        ("08:00", "07:00"),
        ("08:01", "07:01"),
        ("14:30", "13:30"),
        ("15:00", None),  # an hour before the day is over
    ],
)
def test_the_hour_before_keeps_to_working_hours(starts: str, hour: str | None) -> None:
    dues = workshop_dues(at(f"2026-12-14 {starts}"), HELSINKI, at("2026-12-12 10:00"))
    assert [one.at for one in dues] == ([at(f"2026-12-14 {hour}")] if hour else [])


def test_who_is_away_before_a_workshop_hears_of_it_in_time() -> None:
    starts = at("2026-12-14 11:00")
    away = Rhythm("Europe/Helsinki", absences=(Absence(day("2026-12-04"), day("2026-12-13")),))
    assert [one.at for one in workshop_dues(starts, away, AGREED)] == [at("2026-12-14 10:00")]
    gone = Rhythm("Europe/Helsinki", absences=(Absence(day("2026-12-14"), day("2026-12-20")),))
    assert [one.kind for one in workshop_dues(starts, gone, AGREED)] == [
        Kind.WORKSHOP_WEEK,
        Kind.WORKSHOP_DAY,
    ]


def test_two_without_an_answer_are_enough_but_what_was_agreed_comes() -> None:
    assert [kind for kind in Kind if still_wanted(kind, 1)] == list(Kind)
    assert [kind for kind in Kind if still_wanted(kind, 2)] == [
        Kind.WORKSHOP_HOUR,
        Kind.REVIEW,
        Kind.TASK_GIVEN,
    ]
    assert sorted(Kind, key=urgency) == list(Kind)


# --- against the slow way -------------------------------------------------------------------------


class Slowly:
    """The same, found by looking at the wall clock every hour of eleven years."""

    def __init__(self, rhythm: Rhythm) -> None:
        hours = rhythm.hours
        self.opened = {
            one: instant
            for one, instant in openings(rhythm.zone, hours.start, hours.end).items()
            if one.weekday() in hours.days
            and not is_holiday(one, rhythm.zone)
            and not any(away.first <= one <= away.last for away in rhythm.absences)
        }
        self.days = sorted(self.opened)

    def on_or_after(self, wanted: date) -> date:
        return self.days[bisect_left(self.days, wanted)]

    def before(self, wanted: date, number: int = 1) -> date:
        return self.days[bisect_left(self.days, wanted) - number]


def rhythms(zone: str, seed: int) -> tuple[Rhythm, Slowly]:
    chance = random.Random(f"{zone}{seed}")
    first = date(2026, 6, 1) + chance.randrange(3600) * DAY
    away = tuple(
        Absence(first + n * 100 * DAY, first + (n * 100 + chance.randrange(12)) * DAY) for n in range(4)
    )
    rhythm = Rhythm(zone, Hours(time(8), time(16)), away)
    return rhythm, Slowly(rhythm)


def starting_days(zone: str, chance: random.Random) -> list[date]:
    """Around every clock change, and anywhere."""
    around = [change.date() - chance.randrange(30) * DAY for change in changes(zone)]
    return [one for one in around if one > date(2026, 2, 1)] + [
        date(2026, 2, 1) + chance.randrange(3800) * DAY for _ in range(20)
    ]


@pytest.mark.parametrize("zone", ZONES)
def test_an_experiments_reminders_over_eleven_years(zone: str) -> None:
    rhythm, slowly = rhythms(zone, 1)
    chance = random.Random(zone)
    for starts in starting_days(zone, chance):
        wanted = starts + chance.randrange(45) * DAY
        dues = {one.kind: one.at for one in experiment_dues(starts, wanted, rhythm, at("2026-01-01 00:00"))}
        first, review = slowly.on_or_after(starts), slowly.on_or_after(wanted)
        before, half = slowly.before(review), slowly.on_or_after(starts + (wanted - starts).days // 2 * DAY)
        days = {Kind.REVIEW: review}
        if first < review:
            days[Kind.FIRST_STEP] = first
        if first < before and (review - before).days <= 7:
            days[Kind.DAY_BEFORE] = before
        last = before if (review - before).days <= 7 else review
        if first + APART <= half <= last - APART:
            days[Kind.HALF_WAY] = half
        assert dues == {kind: slowly.opened[one] for kind, one in days.items()}, (starts, wanted)


@pytest.mark.parametrize("zone", ZONES)
def test_a_tasks_reminders_over_eleven_years(zone: str) -> None:
    rhythm, slowly = rhythms(zone, 2)
    chance = random.Random(zone)
    for given in starting_days(zone, chance):
        begin = slowly.opened[slowly.on_or_after(given)] + chance.randrange(6) * HOUR
        first = slowly.on_or_after(given)
        last = slowly.on_or_after(first + chance.randrange(1, 40) * DAY)
        due = slowly.opened[last] + chance.randrange(6) * HOUR
        closing, half = slowly.before(last, 2), slowly.on_or_after(first + (last - first).days // 2 * DAY)
        expected = {Kind.TASK_GIVEN: begin}
        if first < closing:
            expected[Kind.TASK_CLOSING] = slowly.opened[closing]
        if first + APART <= half <= closing - APART:
            expected[Kind.TASK_HALF_WAY] = slowly.opened[half]
        assert {one.kind: one.at for one in task_dues(begin, due, rhythm)} == expected, (begin, due)


@pytest.mark.parametrize("zone", ZONES)
def test_a_workshops_reminders_over_eleven_years(zone: str) -> None:
    rhythm, slowly = rhythms(zone, 3)
    chance = random.Random(zone)
    shown = dict(every_hour(zone))
    for wanted in starting_days(zone, chance):
        last = slowly.on_or_after(wanted + 9 * DAY)
        starts = slowly.opened[last] + chance.randrange(7) * HOUR
        before, week = slowly.before(last), slowly.on_or_after(last - 7 * DAY)
        expected = {}
        if (last - before).days <= 7:
            expected[Kind.WORKSHOP_DAY] = slowly.opened[before]
        if week < (before if Kind.WORKSHOP_DAY in expected else last):
            expected[Kind.WORKSHOP_WEEK] = slowly.opened[week]
        if shown[starts - HOUR].time() >= rhythm.hours.start:
            expected[Kind.WORKSHOP_HOUR] = starts - HOUR
        dues = workshop_dues(starts, rhythm, at("2026-01-01 00:00"))
        assert {one.kind: one.at for one in dues} == expected, starts
