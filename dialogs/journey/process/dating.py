"""Decisions about the dates: planned, agreed, moved, merged, left out, added, rested."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from dialogs.calendar.hours import at_local
from dialogs.calendar.series_moves import Caution
from dialogs.journey.area import Decide
from dialogs.journey.draft import Draft
from dialogs.journey.people import known
from dialogs.journey.process import events as e
from dialogs.journey.process import facts as f
from dialogs.journey.process.planning import day_of, interval, moved, postponed
from dialogs.journey.process.state import Course, MeetingState, Phase
from dialogs.journey.process.steering import UNKNOWN, by_facilitator
from dialogs.receipts import DONE, Code, Receipt

MOST_MEETINGS = 30
_REST = timedelta(days=7)
"""From when a process goes on, at the earliest, to its next meeting when that was during the pause."""


def _planned(draft: Draft, event: e.ProcessAsked) -> Receipt:
    if any(one.live for one in draft.journey.courses):
        return Receipt(Code.PROCESS_GOES_ON)
    known(draft, event.person, event.name)
    draft.accept(
        f.ProcessPlanned(
            at=draft.now,
            person=event.person,
            number=len(draft.journey.courses) + 1,
            structure=event.structure,
            zone=draft.journey.zone,
            clock=f"{event.clock:%H:%M}",
            weekday=event.weekday,
            meetings=event.meetings,
        )
    )
    return Receipt(Code.PROCESS_PROPOSED)


def _agreed(draft: Draft, course: Course, event: e.Agreed) -> Receipt:
    if course.phase is not Phase.PROPOSED:
        return Receipt(Code.ALREADY_STARTED)
    if course.coming and course.coming[0].starts <= draft.now:
        return Receipt(Code.DATE_HAS_PASSED)
    draft.accept(f.ProcessAgreed(at=draft.now, person=event.person, number=course.number))
    return DONE


def _dropped(draft: Draft, course: Course, event: e.Dropped) -> Receipt:
    draft.accept(f.ProcessArchived(at=draft.now, person=event.person, number=course.number))
    return DONE


def _moved(draft: Draft, course: Course, event: e.MoveWanted) -> Receipt:
    one = course.find(event.meeting)
    if one is None or not one.coming:
        return UNKNOWN
    if interval(course, event.day, event.at)[0] <= draft.now:
        return Receipt(Code.DATE_HAS_PASSED)
    dates, found = moved(course, one.id, event.day, event.at)
    if Caution.NOT_IN_ORDER in found.cautions:
        return Receipt(Code.NOT_THAT_DAY)
    if not dates:
        return DONE
    _accept_dates(draft, course, event.person, dates)
    return Receipt(Code.MEETING_MOVED, n=len(dates) - 1) if len(dates) > 1 else DONE


def _accept_dates(draft: Draft, course: Course, person: str, dates: tuple[f.NewDate, ...]) -> None:
    if dates:
        draft.accept(f.MeetingsMoved(at=draft.now, person=person, number=course.number, dates=dates))


def _merged(draft: Draft, course: Course, event: e.Merged) -> Receipt:
    one = course.find(event.meeting)
    following = [other for other in course.coming if one and other.starts > one.starts]
    if one is None or not one.coming or not following:
        return Receipt(Code.NOTHING_TO_MERGE)
    draft.accept(
        f.MeetingsMerged(
            at=draft.now,
            person=event.person,
            number=course.number,
            meeting=one.id,
            merged=following[0].id,
        )
    )
    return DONE


def _skipped(draft: Draft, course: Course, event: e.Skipped) -> Receipt:
    one = course.find(event.meeting)
    if one is None or not one.coming:
        return UNKNOWN
    if len(course.coming) == 1 and not course.held:
        return Receipt(Code.LAST_MEETING)
    draft.accept(f.MeetingSkipped(at=draft.now, person=event.person, number=course.number, meeting=one.id))
    return DONE


def _restored(draft: Draft, course: Course, event: e.Restored) -> Receipt:
    one = course.find(event.meeting)
    if one is None or one.state is not MeetingState.SKIPPED:
        return UNKNOWN
    if one.starts <= draft.now:
        return Receipt(Code.DATE_HAS_PASSED)
    draft.accept(f.MeetingRestored(at=draft.now, person=event.person, number=course.number, meeting=one.id))
    return DONE


def _added(draft: Draft, course: Course, event: e.Added) -> Receipt:
    starts, ends = interval(course, event.day, event.at)
    if starts <= draft.now:
        return Receipt(Code.DATE_HAS_PASSED)
    if len(course.meetings) >= MOST_MEETINGS:
        return Receipt(Code.TOO_MANY_MEETINGS, n=MOST_MEETINGS)
    if any(day_of(one.starts, course.zone) == event.day for one in course.coming):
        return Receipt(Code.DAY_IS_TAKEN)
    draft.accept(
        f.MeetingAdded(
            at=draft.now,
            person=event.person,
            number=course.number,
            # Also those that were merged keep their names.
            meeting=f"x{sum(len(one.ids) for one in course.meetings) + 1}",
            workshop=event.workshop,
            starts=starts,
            ends=ends,
        )
    )
    return DONE


def _paused(draft: Draft, course: Course, event: e.PauseWanted) -> Receipt:
    if course.phase is not Phase.GOING:
        return UNKNOWN
    until = at_local(event.until, course.clock, course.zone) if event.until else None
    draft.accept(f.ProcessPaused(at=draft.now, person=event.person, number=course.number, until=until))
    if event.until:
        _accept_dates(draft, course, event.person, postponed(course, event.until))
    return DONE


def _resumed(draft: Draft, course: Course, event: e.ResumeWanted) -> Receipt:
    if course.phase is not Phase.PAUSED:
        return Receipt(Code.NOT_PAUSED)
    resume(draft, course, event.person)
    return DONE


def resume(draft: Draft, course: Course, person: str = "") -> None:
    """The process goes on; a meeting that would have been in the pause is put some days from now."""
    draft.accept(f.ProcessResumed(at=draft.now, person=person, number=course.number))
    if course.coming and course.coming[0].starts < draft.now:
        day = day_of(draft.now + _REST, course.zone)
        _accept_dates(draft, course, person, postponed(course, day))


def lost(draft: Draft, _: e.ChannelLost) -> Receipt:
    """Nothing can be said in the channel any more: the process rests, until somebody goes on with it."""
    for course in draft.journey.courses:
        if course.phase is Phase.GOING:
            draft.accept(f.ProcessPaused(at=draft.now, person="", number=course.number))
        elif course.phase is Phase.PAUSED and course.until:
            still = replace(course, until=None)
            draft.accept(f.ProcessPaused(at=draft.now, person="", number=still.number))
    return DONE


DECIDE: Mapping[type, Decide] = {
    e.ProcessAsked: _planned,
    e.Agreed: by_facilitator(_agreed),
    e.Dropped: by_facilitator(_dropped),
    e.MoveWanted: by_facilitator(_moved),
    e.Merged: by_facilitator(_merged),
    e.Skipped: by_facilitator(_skipped),
    e.Restored: by_facilitator(_restored),
    e.Added: by_facilitator(_added),
    e.PauseWanted: by_facilitator(_paused),
    e.ResumeWanted: by_facilitator(_resumed),
    e.ChannelLost: lost,
}
