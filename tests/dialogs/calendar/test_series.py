"""Dates for a process, and moving them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.calendar.series import Meeting, Why, Wishes, follow_ups, propose
from dialogs.calendar.series_moves import Caution, Moved, Shift, move
from dialogs.calendar.workdays import WEEKDAYS, Absence
from tests.dialogs.calendar.zones import ZONES

WISHES = Wishes("Europe/Helsinki")


def day(text: str) -> date:
    return date.fromisoformat(text)


def lines(meetings: tuple[Meeting, ...]) -> list[str]:
    return [f"{one.number} {one.day:%a %Y-%m-%d} {one.why}" for one in meetings]


PLAN = propose(day("2027-01-12"), WISHES)


def test_a_process_goes_on_every_third_tuesday_but_not_in_july() -> None:
    assert lines(PLAN) == [
        "0 Tue 2027-01-12 normal",
        "1 Tue 2027-02-02 normal",
        "2 Tue 2027-02-23 normal",
        "3 Tue 2027-03-16 normal",
        "4 Tue 2027-04-06 normal",
        "5 Tue 2027-04-27 normal",
        "6 Tue 2027-05-18 normal",
        "7 Tue 2027-06-08 normal",
        "8 Tue 2027-06-29 normal",
        "9 Tue 2027-08-03 quiet_month",
    ]


def test_no_workshops_have_no_dates() -> None:
    assert propose(day("2027-01-12"), Wishes("Europe/Helsinki", number=0)) == ()


def test_they_are_at_nine_on_the_wall_clock_for_three_hours() -> None:
    assert PLAN[3] == Meeting(
        3, day("2027-03-16"), datetime(2027, 3, 16, 7, tzinfo=UTC), datetime(2027, 3, 16, 10, tzinfo=UTC)
    )
    assert PLAN[4].starts == datetime(2027, 4, 6, 6, tzinfo=UTC)


def test_a_holiday_moves_a_workshop_to_the_next_week() -> None:
    # Epiphany 2027 is a Wednesday, and so would three weeks after the 16th of December be.
    assert lines(propose(day("2026-12-16"), Wishes("Europe/Helsinki", number=2))) == [
        "0 Wed 2026-12-16 normal",
        "1 Wed 2027-01-13 holiday",
    ]


def test_the_first_day_may_be_no_day_for_a_workshop() -> None:
    two = Wishes("Europe/Helsinki", number=1)
    assert lines(propose(day("2026-12-25"), two)) == ["0 Mon 2026-12-28 holiday"]
    assert lines(propose(day("2027-07-07"), two)) == ["0 Wed 2027-08-04 quiet_month"]
    on_tuesdays = Wishes("Europe/Helsinki", number=1, weekday=1)
    assert lines(propose(day("2027-01-13"), on_tuesdays)) == ["0 Tue 2027-01-19 normal"]


def test_most_people_can_come() -> None:
    skiing = (Absence(day("2027-02-01"), day("2027-02-07")),)
    wishes = Wishes("Europe/Helsinki", number=2, absences=(skiing, (), skiing))
    assert lines(propose(day("2027-01-12"), wishes))[1] == "1 Tue 2027-02-09 absence"
    skiing_and_more = (*skiing, Absence(day("2027-02-09"), day("2027-02-09")))
    wishes = Wishes("Europe/Helsinki", number=2, absences=(skiing_and_more,))
    assert lines(propose(day("2027-01-12"), wishes))[1] == "1 Mon 2027-02-08 absence"
    everybody = (Absence(day("2027-02-01"), day("2027-02-28")),)
    wishes = Wishes("Europe/Helsinki", number=2, absences=(everybody,))
    assert lines(propose(day("2027-01-12"), wishes))[1] == "1 Tue 2027-02-02 normal"


def test_follow_ups_come_after_three_and_six_months() -> None:
    assert lines(follow_ups(day("2027-08-24"), WISHES)) == [
        "1 Tue 2027-11-30 normal",
        "2 Tue 2028-02-29 normal",
    ]
    assert lines(follow_ups(day("2027-04-06"), WISHES)) == [
        "1 Tue 2027-08-03 quiet_month",
        "2 Tue 2027-10-12 normal",
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"min_days": 0},
        {"min_days": 29},
        {"minutes": 0},
        {"number": -1},
        {"days": frozenset()},
        {"quiet_months": frozenset(range(1, 13))},
    ],
)
def test_wishes_can_be_fulfilled(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="there ha"):
        Wishes("Europe/Helsinki", **wrong)  # type: ignore[arg-type]


# --- moving ---------------------------------------------------------------------------------------


def test_a_workshop_is_moved_and_the_others_stay() -> None:
    assert move(PLAN, 1, PLAN[1].day, WISHES).cautions == ()
    moved = move(PLAN, 1, day("2027-02-01"), WISHES)
    assert moved == Moved((PLAN[0], moved.meetings[1], *PLAN[2:]), (), (Caution.TOO_SOON,))
    assert moved.meetings[1] == Meeting(
        1,
        day("2027-02-01"),
        datetime(2027, 2, 1, 7, tzinfo=UTC),
        datetime(2027, 2, 1, 10, tzinfo=UTC),
        Why.ASKED,
    )


def test_those_that_come_too_near_are_shifted_and_no_more() -> None:
    moved = move(PLAN, 6, day("2027-05-25"), WISHES)
    assert lines(moved.meetings[5:]) == [
        "5 Tue 2027-04-27 normal",
        "6 Tue 2027-05-25 asked",
        "7 Tue 2027-06-15 gap",
        "8 Tue 2027-08-03 quiet_month",
        "9 Tue 2027-08-24 gap",
    ]
    assert moved.shifts == (
        Shift(7, day("2027-06-08"), day("2027-06-15")),
        Shift(8, day("2027-06-29"), day("2027-08-03")),
        Shift(9, day("2027-08-03"), day("2027-08-24")),
    )
    assert moved.cautions == ()
    assert [one.number for one in move(PLAN, 1, day("2027-02-08"), WISHES).shifts] == list(range(2, 10))
    assert [one.number for one in move(PLAN, 8, day("2027-07-01"), WISHES).shifts] == []


def test_a_later_day_pushes_all_that_follow() -> None:
    moved = move(PLAN, 7, day("2027-08-17"), WISHES)
    assert moved.shifts == (
        Shift(8, day("2027-06-29"), day("2027-09-07")),
        Shift(9, day("2027-08-03"), day("2027-09-28")),
    )
    assert moved.cautions == (Caution.TOO_LATE,)


def test_a_move_to_an_odd_day_is_done_as_asked_and_said() -> None:
    away = Wishes("Europe/Helsinki", absences=((Absence(day("2027-05-06"), day("2027-05-06")),),))
    on_ascension = move(PLAN, 5, day("2027-05-06"), away)
    assert on_ascension.meetings[5].day == day("2027-05-06")
    assert on_ascension.cautions == (Caution.HOLIDAY, Caution.ABSENCE, Caution.TOO_LATE)
    assert move(PLAN, 8, day("2027-07-06"), WISHES).cautions == (Caution.QUIET_MONTH,)
    assert move(PLAN, 5, day("2027-04-15"), WISHES).cautions == (Caution.TOO_SOON, Caution.LONG_AFTER)


def test_the_order_stays() -> None:
    assert move(PLAN, 3, PLAN[2].day, WISHES) == Moved(PLAN, (), (Caution.NOT_IN_ORDER,))
    with pytest.raises(KeyError):
        move(PLAN, 10, day("2027-10-10"), WISHES)


def test_a_moved_workshop_keeps_its_own_time_and_may_get_another() -> None:
    afternoon = move(PLAN, 1, day("2027-02-03"), WISHES, time(13)).meetings
    assert afternoon[1].starts == datetime(2027, 2, 3, 11, tzinfo=UTC)
    in_summer = move(afternoon, 1, day("2027-03-30"), WISHES).meetings[1]
    assert (in_summer.starts, in_summer.ends) == (
        datetime(2027, 3, 30, 10, tzinfo=UTC),
        datetime(2027, 3, 30, 13, tzinfo=UTC),
    )


# --- properties -----------------------------------------------------------------------------------


@st.composite
def wished(draw: st.DrawFn) -> Wishes:
    shortest = draw(st.integers(14, 28))
    first = st.integers(0, 300).map(lambda n: date(2027, 1, 1) + timedelta(days=n))
    away = st.tuples(first, st.integers(0, 20)).map(
        lambda one: Absence(one[0], one[0] + timedelta(days=one[1]))
    )
    return Wishes(
        draw(st.sampled_from(ZONES)),
        number=draw(st.integers(1, 12)),
        min_days=shortest,
        max_days=shortest + draw(st.integers(0, 14)),
        weekday=draw(st.one_of(st.none(), st.integers(0, 4))),
        at=time(draw(st.integers(7, 16))),
        absences=tuple(draw(st.lists(st.lists(away, max_size=2).map(tuple), max_size=4))),
    )


firsts = st.integers(0, 3000).map(lambda n: date(2026, 12, 1) + timedelta(days=n))


@given(first=firsts, wishes=wished())
def test_proposed_dates_are_as_wished(first: date, wishes: Wishes) -> None:
    plan = propose(first, wishes)
    assert [one.number for one in plan] == list(range(wishes.number))
    assert first <= plan[0].day
    for one in plan:
        local = one.starts.astimezone(ZoneInfo(wishes.zone))
        assert (local.date(), local.time()) == (one.day, wishes.at)
        assert one.ends - one.starts == timedelta(hours=3)
        assert wishes.free(one.day)
        assert one.day.weekday() in WEEKDAYS
        assert one.day.month != 7
    for before, after in pairwise(plan):
        gap = (after.day - before.day).days
        assert gap >= wishes.min_days
        between = [before.day + timedelta(days=n) for n in range(wishes.min_days, wishes.max_days + 1)]
        free = [one for one in between if wishes.free(one)]
        assert gap <= wishes.max_days or not free
        assert not free or wishes.away(after.day) == min(map(wishes.away, free))


@given(first=firsts, wishes=wished(), by=st.integers(-40, 90), data=st.data())
def test_after_a_move_there_is_time_between(
    first: date, wishes: Wishes, by: int, data: st.DataObject
) -> None:
    plan = propose(first, wishes)
    number = data.draw(st.integers(0, wishes.number - 1))
    to = plan[number].day + timedelta(days=by)
    moved = move(plan, number, to, wishes)
    days = [one.day for one in moved.meetings]
    if Caution.NOT_IN_ORDER in moved.cautions:
        assert moved.meetings == plan
        assert to <= plan[number - 1].day
        return
    assert moved.meetings[:number] == plan[:number]
    assert days[number] == to
    assert all((b - a).days >= wishes.min_days for a, b in pairwise(days[number:]))
    shifted = {one.number: (one.before, one.after) for one in moved.shifts}
    changed = [(was, one) for was, one in zip(plan, moved.meetings, strict=True) if was.day != one.day]
    assert shifted == {was.number: (was.day, one.day) for was, one in changed if was.number != number}
    assert all(wishes.free(after) and after > before for before, after in shifted.values())
