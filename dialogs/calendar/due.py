"""When to remind of an experiment, an interim task and a workshop (muistutusten ajat).

Everything is sent in the working hours of the one it is for, when they begin, and two reminders of one thing
never fall on the same day. Instants are UTC, days local.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from dialogs.calendar.hours import Rhythm
from dialogs.calendar.workdays import add_workdays, previous_workday

NUDGES_PER_THING = 2
"""After so many without an answer one leaves people in peace: silence is an answer."""
APART = timedelta(days=3)
"""Half-way is worth a reminder only when there are so many days to the ones before and after."""
NOT_EARLIER = timedelta(days=7)
"""What reminds of tomorrow is left out when the working day before is longer ago than this."""
SHORT_NOTICE = timedelta(minutes=15)
"""The hour before, moved to when the working hours begin, is of use until so long before the start."""
HOUR = timedelta(hours=1)
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


class Kind(StrEnum):
    """What is reminded of; the most urgent first, as in a digest."""

    WORKSHOP_HOUR = "workshop_hour"
    REVIEW = "review"
    """The day to judge an experiment (arviointipäivä)."""
    WORKSHOP_DAY = "workshop_day"
    FOLLOW_UP = "follow_up"
    """An agreed practice is to be looked at, some months after the process (seuranta)."""
    DAY_BEFORE = "day_before"
    """Before the review."""
    TASK_CLOSING = "task_closing"
    """Two working days are left for an interim task (välitehtävä)."""
    TASK_GIVEN = "task_given"
    FIRST_STEP = "first_step"
    TASK_HALF_WAY = "task_half_way"
    HALF_WAY = "half_way"
    """An experiment's: how does it go (miten menee)."""
    WORKSHOP_WEEK = "workshop_week"


NUDGES = frozenset(Kind) - {Kind.REVIEW, Kind.TASK_GIVEN, Kind.WORKSHOP_HOUR}
"""What counts among the two.

The task itself, the review day (else an experiment would never be judged) and the hour before a workshop are
no nudges but what was agreed: they come whatever has been left unanswered.
"""


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder at an instant (UTC), which is of no use from `ends` (UTC) on."""

    kind: Kind
    at: datetime
    ends: datetime | None = None


def urgency(kind: Kind) -> int:
    """The place of a kind in a digest: 0 comes first."""
    return tuple(Kind).index(kind)


def still_wanted(kind: Kind, unanswered: int) -> bool:
    """Whether to remind once more, when so many reminders of the same thing are without any answer."""
    return kind not in NUDGES or unanswered < NUDGES_PER_THING


def experiment_dues(starts: date, review: date, rhythm: Rhythm, since: datetime) -> tuple[Due, ...]:
    """First step, half-way, the working day before the review, the review; in order.

    What would have been before `since` (UTC; when it was agreed, or the date changed) is left out, but not
    the review: it comes at once when its day has passed.
    """
    at = rhythm.earliest(max(rhythm.opening(review), since))
    first, before = rhythm.opening(starts), _workday_before(at, rhythm)
    half = rhythm.opening(starts + (review - starts) // 2)
    dues = [Due(Kind.FIRST_STEP, first, at)] if _before_day(first, at, rhythm) else []
    if before and _before_day(first, before, rhythm):
        dues.append(Due(Kind.DAY_BEFORE, before, at))
    if _amid(half, first, before or at, rhythm):
        dues.append(Due(Kind.HALF_WAY, half, at))
    return (*_in_order(dues, since), Due(Kind.REVIEW, at))


def task_dues(given: datetime, due: datetime, rhythm: Rhythm) -> tuple[Due, ...]:
    """An interim task as it is given, half-way, and when two working days are left; in order.

    Args:
        given: when the workshop gave it (UTC).
        due: when the next workshop begins (UTC), which ends the task.
        rhythm: of the one who has the task.
    """
    begun = rhythm.earliest(given)
    first, last = rhythm.day_of(given), rhythm.day_of(due)
    closing = rhythm.opening(add_workdays(last, -2, rhythm.zone, rhythm.absences, rhythm.hours.days))
    half = rhythm.opening(first + (last - first) // 2)
    dues = [Due(Kind.TASK_GIVEN, begun, due)]
    if _before_day(begun, closing, rhythm):
        dues.append(Due(Kind.TASK_CLOSING, closing, due))
    if _amid(half, begun, closing, rhythm):
        dues.append(Due(Kind.TASK_HALF_WAY, half, due))
    return _in_order([one for one in dues if one.at < due], given)


def workshop_dues(starts: datetime, rhythm: Rhythm, since: datetime) -> tuple[Due, ...]:
    """A week, a working day and an hour before a workshop that starts at `starts` (UTC); in order.

    What would have been before `since` (UTC) is left out; so is the hour before when it is not within the
    working hours and these begin less than a quarter before the workshop.
    """
    week, before = rhythm.opening(rhythm.day_of(starts) - _WEEK), _workday_before(starts, rhythm)
    hour = rhythm.earliest(starts - HOUR)
    dues = [Due(Kind.WORKSHOP_WEEK, week, starts)] if _before_day(week, before or starts, rhythm) else []
    if before:
        dues.append(Due(Kind.WORKSHOP_DAY, before, starts))
    if hour <= starts - SHORT_NOTICE:
        dues.append(Due(Kind.WORKSHOP_HOUR, hour, starts))
    return _in_order(dues, since)


def _workday_before(instant: datetime, rhythm: Rhythm) -> datetime | None:
    day = rhythm.day_of(instant)
    found = previous_workday(day, rhythm.zone, rhythm.absences, rhythm.hours.days)
    opening = rhythm.opening(found)
    return opening if day - found <= NOT_EARLIER and opening < instant else None


def _before_day(one: datetime, other: datetime, rhythm: Rhythm) -> bool:
    return rhythm.day_of(one) < rhythm.day_of(other)


def _amid(one: datetime, before: datetime, after: datetime, rhythm: Rhythm) -> bool:
    day = rhythm.day_of(one)
    return rhythm.day_of(before) + APART <= day <= rhythm.day_of(after) - APART


def _in_order(dues: Iterable[Due], since: datetime) -> tuple[Due, ...]:
    return tuple(sorted((one for one in dues if one.at >= since), key=lambda one: one.at))
