"""One message a day: stories of Anna's reminders in Helsinki, and properties of whole months."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dialogs.calendar.budget import Later, Plan, Reminder, Sent, decide
from dialogs.calendar.hours import Rhythm
from dialogs.calendar.workdays import Absence

ANNA = Rhythm("Europe/Helsinki")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


NINE, TEN, NEXT_NINE = at("2026-11-24 07:00"), at("2026-11-24 08:00"), at("2026-11-25 07:00")


def sent(when: datetime, *reminders: Reminder) -> Sent:
    return Sent(when, frozenset(one.id for one in reminders))


REVIEW = Reminder("review", NINE, urgency=1)
HALF_WAY = Reminder("half-way", NINE, urgency=8)
AT_TEN = Reminder("at ten", TEN)
TOMORROW = Reminder("tomorrow", NEXT_NINE)


def test_all_of_the_day_is_one_message_the_most_urgent_first() -> None:
    plan = decide([HALF_WAY, TOMORROW, AT_TEN, REVIEW], [], NINE, ANNA)
    assert plan == Plan(now=(AT_TEN, REVIEW, HALF_WAY), later=(Later(NEXT_NINE, TOMORROW),))


def test_nothing_is_sent_before_something_is_due() -> None:
    before = NINE - timedelta(seconds=1)
    assert decide([REVIEW, AT_TEN], [], before, ANNA) == Plan(later=(Later(NINE, REVIEW), Later(TEN, AT_TEN)))


def test_a_second_message_waits_for_the_next_working_day() -> None:
    assert decide([AT_TEN], [sent(NINE, REVIEW)], TEN, ANNA) == Plan(later=(Later(NEXT_NINE, AT_TEN),))
    friday = at("2026-11-27 08:00")
    late = Reminder("late", friday)
    assert decide([late], [sent(friday, REVIEW)], friday, ANNA) == Plan(
        later=(Later(at("2026-11-30 07:00"), late),)
    )


def test_yesterdays_message_is_forgotten() -> None:
    yesterday = sent(NINE - timedelta(hours=18), HALF_WAY)
    assert decide([REVIEW], [yesterday], NINE, ANNA) == Plan(now=(REVIEW,))


def test_what_has_been_sent_is_not_sent_again() -> None:
    assert decide([REVIEW, HALF_WAY], [sent(NINE, REVIEW)], NINE, ANNA) == Plan(
        later=(Later(NEXT_NINE, HALF_WAY),)
    )
    assert decide([REVIEW, REVIEW], [], NINE, ANNA) == Plan(now=(REVIEW,))
    assert decide([REVIEW], [sent(NINE - timedelta(days=9), REVIEW)], NINE, ANNA) == Plan()


def test_out_of_hours_all_waits() -> None:
    evening = at("2026-11-24 18:00")
    assert decide([REVIEW, TOMORROW], [], evening, ANNA) == Plan(
        later=(Later(NEXT_NINE, TOMORROW), Later(NEXT_NINE, REVIEW))
    )


def test_do_not_disturb_is_respected() -> None:
    eleven = at("2026-11-24 09:00")
    assert decide([REVIEW], [], NINE, ANNA, quiet_until=eleven) == Plan(later=(Later(eleven, REVIEW),))
    assert decide([REVIEW], [], eleven, ANNA, quiet_until=eleven) == Plan(now=(REVIEW,))
    evening = at("2026-11-24 16:00")
    assert decide([REVIEW], [], NINE, ANNA, quiet_until=evening) == Plan(later=(Later(NEXT_NINE, REVIEW),))


def test_what_would_be_too_late_tomorrow_goes_today_and_takes_all_along() -> None:
    hour_before = Reminder("hour before", TEN, urgency=0, ends=at("2026-11-24 09:00"))
    waiting = Reminder("waiting", TEN - timedelta(minutes=5), urgency=3)
    assert decide([hour_before, waiting], [sent(NINE, REVIEW)], TEN - timedelta(minutes=1), ANNA) == Plan(
        later=(Later(TEN, hour_before), Later(NEXT_NINE, waiting))
    )
    assert decide([hour_before, waiting], [sent(NINE, REVIEW)], TEN, ANNA) == Plan(now=(hour_before, waiting))


def test_what_is_of_no_use_any_more_is_dropped() -> None:
    gone = Reminder("gone", NINE, ends=NINE)
    overnight = Reminder("overnight", at("2026-11-24 17:00"), ends=NEXT_NINE)
    assert decide([gone, overnight, REVIEW], [], NINE, ANNA) == Plan(now=(overnight, REVIEW), dropped=(gone,))
    assert decide([overnight], [], at("2026-11-24 18:00"), ANNA) == Plan(dropped=(overnight,))


def test_a_rider_goes_along_or_by_itself_at_its_time() -> None:
    rider = Reminder("rider", at("2026-11-27 07:00"), urgency=9, rides=True)
    assert decide([rider, REVIEW], [], NINE, ANNA) == Plan(now=(REVIEW, rider))
    assert decide([rider], [], NINE, ANNA) == Plan(later=(Later(rider.at, rider),))
    assert decide([rider], [], rider.at, ANNA) == Plan(now=(rider,))


# --- properties -----------------------------------------------------------------------------------

START = at("2027-03-22 00:00")
"""The week before Easter and the clock change."""
ZONES = st.sampled_from(["Europe/Helsinki", "America/New_York", "Asia/Kolkata"])


@st.composite
def reminders(draw: st.DrawFn) -> Reminder:
    due = START + timedelta(minutes=30) * draw(st.integers(0, 48 * 12))
    useful = draw(st.one_of(st.none(), st.integers(1, 48 * 5)))
    ends = None if useful is None else due + timedelta(minutes=30) * useful
    name = str(draw(st.integers(0, 12)))
    return Reminder(name, due, draw(st.integers(0, 3)), ends, rides=draw(st.booleans()))


@st.composite
def people(draw: st.DrawFn) -> Rhythm:
    first = date(2027, 3, 20) + timedelta(days=draw(st.integers(0, 12)))
    away = Absence(first, first + timedelta(days=draw(st.integers(0, 5))))
    return Rhythm(draw(ZONES), absences=draw(st.sampled_from([(), (away,)])))


def with_shuffled(ones: list[Reminder]) -> st.SearchStrategy[tuple[list[Reminder], list[Reminder]]]:
    return st.tuples(st.just(ones), st.permutations(ones))


nows = st.integers(0, 48 * 14).map(lambda n: START + n * timedelta(minutes=30))
histories = st.lists(nows.map(lambda one: Sent(one, frozenset({"0"}))), max_size=3)


@given(
    waiting=st.lists(reminders(), max_size=8).flatmap(
        lambda all_: st.tuples(st.just(all_), st.permutations(all_))
    ),
    before=histories,
    now=nows,
    person=people(),
)
def test_the_order_does_not_matter_and_each_has_one_place(
    waiting: tuple[list[Reminder], list[Reminder]], before: list[Sent], now: datetime, person: Rhythm
) -> None:
    given_, shuffled = waiting
    plan = decide(given_, before, now, person)
    assert decide(shuffled, before[::-1], now, person) == plan
    places = [*plan.now, *(one.reminder for one in plan.later), *plan.dropped]
    gone = {name for one in before for name in one.ids}
    assert sorted(one.id for one in places) == sorted({one.id for one in given_} - gone)
    assert set(places) <= set(given_)
    assert not plan.now or person.allows(now)
    assert all(one.at > now and person.allows(one.at) for one in plan.later)
    assert all(one.ends is None or one.ends > now for one in plan.now)


@given(waiting=st.lists(reminders(), max_size=10, unique_by=lambda one: one.id), person=people())
def test_over_the_weeks_each_goes_out_once_in_one_message_a_day(
    waiting: list[Reminder], person: Rhythm
) -> None:
    now, left, log, dropped = START, waiting, list[Sent](), set[Reminder]()
    for _ in range(100):
        plan = decide(left, log, now, person)
        if plan.now:
            log.append(sent(now, *plan.now))
        dropped |= set(plan.dropped)
        left = [one.reminder for one in plan.later]
        if not left:
            break
        now = plan.later[0].at
    out = [name for one in log for name in one.ids]
    assert sorted(out + [one.id for one in dropped]) == sorted(one.id for one in waiting)
    late = {one.id: one for one in waiting}
    for message in log:
        assert person.allows(message.at)
        same_day = [one for one in log if person.day_of(one.at) == person.day_of(message.at)]
        # A second message of a day has something that tomorrow would be too late for.
        assert message is same_day[0] or any(
            (ends := late[name].ends) and ends <= person.next_day(message.at) for name in message.ids
        )
    for one in dropped:
        assert one.ends is not None
        assert person.earliest(one.at) >= one.ends


@given(waiting=st.lists(reminders(), max_size=8, unique_by=lambda one: one.id), now=nows, person=people())
def test_deciding_twice_sends_once(waiting: list[Reminder], now: datetime, person: Rhythm) -> None:
    plan = decide(waiting, [], now, person)
    again = decide(waiting, [sent(now, *plan.now)] if plan.now else [], now, person)
    assert again == Plan((), plan.later, plan.dropped)
