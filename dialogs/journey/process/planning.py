"""Dates of a process: proposed from its content, and moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from content.process import Process
from dialogs.calendar import series
from dialogs.calendar.hours import at_local
from dialogs.calendar.series_moves import Moved, move
from dialogs.journey.process.facts import FirstDate, NewDate
from dialogs.journey.process.state import (
    Course,
    FollowUpSpec,
    Given,
    MeetingState,
    Planned,
    PromiseSpec,
    Structure,
)
from dialogs.journey.tasks.spec import spec_of

_WEEK = 7


def structure_of(process: Process, least: int = 0, most: int = 0) -> Structure:
    """What the engine needs of a process, with `least` to `most` weeks between (0: as the content has it)."""
    return Structure(
        slug=process.slug,
        minutes=process.minutes,
        min_days=(least or process.gap.least) * _WEEK,
        max_days=(most or process.gap.most) * _WEEK,
        tasks=tuple(
            Given(one.after, spec_of(process.slug, one, process.by_id[one.into.meeting].workshop))
            for one in process.tasks
        ),
        promises=tuple(
            PromiseSpec(one.id, one.kind, one.asked_in.meeting, one.again) for one in process.commitments
        ),
        follow_ups=tuple(FollowUpSpec(one.id, one.months) for one in process.follow_ups),
        practices=process.practices is not None,
        evaluated_in=process.evaluation.joint.meeting if process.evaluation else "",
        cycle=process.cycle,
    )


def propose(process: Process, first: date, wishes: series.Wishes) -> tuple[FirstDate, ...]:
    """A date for each meeting of the process, the first of them within a week from `first` (local)."""
    found = series.propose(first, replace(wishes, number=len(process.meetings)))
    return tuple(
        FirstDate(one.id, one.workshop, one.kind, at.starts, at.ends, at.why)
        for one, at in zip(process.meetings, found, strict=True)
    )


def planned(one: FirstDate) -> Planned:
    """A meeting as it is planned."""
    workshops = (one.workshop,) if one.workshop else ()
    return Planned(one.id, (one.id,), workshops, one.starts, one.ends, one.kind, one.why)


def day_of(instant: datetime, zone: str) -> date:
    """The local day of an instant (UTC)."""
    return instant.astimezone(ZoneInfo(zone)).date()


def moved(
    course: Course, meeting: str, to: date, at: time | None = None
) -> tuple[tuple[NewDate, ...], Moved]:
    """The dates that change when a coming meeting goes to another day (local), and what to know of it.

    A meeting that was left out is in nobody's way.
    """
    there = [one for one in course.meetings if one.state is not MeetingState.SKIPPED]
    number = next(index for index, one in enumerate(there) if one.id == meeting)
    whole = tuple(
        series.Meeting(index, day_of(one.starts, course.zone), one.starts, one.ends, series.Why(one.why))
        for index, one in enumerate(there)
    )
    found = move(whole, number, to, course.wishes, at)
    changed = (
        NewDate(there[new.number].id, new.starts, new.ends, new.why)
        for old, new in zip(whole, found.meetings, strict=True)
        if (old.starts, old.ends) != (new.starts, new.ends)
    )
    return tuple(changed), found


def free_from(course: Course, day: date) -> date:
    """The best day in the week from `day` (local) for a meeting of the course."""
    return series.choose(day, day + timedelta(days=6), course.weekday, course.wishes)[0]


def postponed(course: Course, day: date) -> tuple[NewDate, ...]:
    """What becomes of the dates when nothing can be before `day` (local)."""
    coming = course.coming
    if not coming or day_of(coming[0].starts, course.zone) >= day:
        return ()
    to, clock = free_from(course, day), coming[0].starts.astimezone(ZoneInfo(course.zone)).time()
    changed, found = moved(course, coming[0].id, to, clock)
    del found
    return changed


def interval(course: Course, day: date, at: time | None) -> tuple[datetime, datetime]:
    """When a meeting on `day` (local) begins and ends (UTC)."""
    starts = at_local(day, at or course.clock, course.zone)
    return starts, starts + timedelta(minutes=course.structure.minutes)
