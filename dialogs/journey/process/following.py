"""What follows of facts, and of time: meetings held, tasks given, pauses over, follow-ups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from dialogs.journey.area import Decide, Ring, Then
from dialogs.journey.draft import Draft
from dialogs.journey.process import events as e
from dialogs.journey.process import facts as f
from dialogs.journey.process.dating import resume
from dialogs.journey.process.state import Course, Phase, Planned
from dialogs.journey.process.steering import UNKNOWN, by_facilitator, course_of
from dialogs.journey.tasks import giving
from dialogs.journey.workshops.facts import WorkshopHeld
from dialogs.receipts import DONE, Receipt


def _workshop_held(draft: Draft, fact: WorkshopHeld) -> None:
    """A workshop of a meeting to come was held in the channel, however it was started."""
    course = next((one for one in draft.journey.courses if one.phase in {Phase.GOING, Phase.PAUSED}), None)
    meeting = next((one for one in course.coming if _left(one, fact.slug)), None) if course else None
    if course is None or meeting is None:
        return
    draft.accept(
        f.MeetingWorked(
            at=draft.now,
            number=course.number,
            meeting=meeting.id,
            workshop=fact.slug,
            session=fact.session,
        )
    )
    if all(one in (*meeting.done, fact.slug) for one in meeting.workshops):
        held = f.MeetingHeld(
            at=draft.now,
            number=course.number,
            meeting=meeting.id,
            starts=fact.began_at,
            ends=fact.at,
            session=fact.session,
        )
        draft.accept(held)


def _left(meeting: Planned, slug: str) -> bool:
    return slug in meeting.workshops and slug not in meeting.done


def _held_elsewhere(draft: Draft, course: Course, event: e.HeldElsewhere) -> Receipt:
    one = course.find(event.meeting)
    if one is None or not one.coming or course.phase is Phase.PROPOSED:
        return UNKNOWN
    starts = min(one.starts, draft.now)
    draft.accept(
        f.MeetingHeld(
            at=draft.now,
            number=course.number,
            meeting=one.id,
            starts=starts,
            ends=min(one.ends, draft.now),
            person=event.person,
        )
    )
    return DONE


def _meeting_held(draft: Draft, fact: f.MeetingHeld) -> None:
    course = course_of(draft.journey, fact.number)
    held = course.find(fact.meeting) if course else None
    if course is None or held is None:
        return
    _give(draft, course, held)
    _retime(draft, course)
    _finish(draft, course)


def _give(draft: Draft, course: Course, held: Planned) -> None:
    """The interim tasks of the meeting, also of those that were merged into it."""
    for given in course.structure.tasks:
        target = _gathering(course, given.spec.into[0])
        if given.after not in held.ids or given.spec.into[0] in held.ids or target is None:
            continue
        spec = replace(given.spec, workshop=_workshop(target, given.spec.workshop))
        session = held.session or f"{course.number}-{held.id}"
        giving.give(draft, spec, session=session, due=target.starts)


def _workshop(target: Planned, wanted: str) -> str:
    """The workshop that the task is gathered in: another when the meeting that was meant is left out."""
    return wanted if wanted in target.workshops else target.next_workshop


def _gathering(course: Course, meeting: str) -> Planned | None:
    """The meeting that what is gathered in `meeting` comes to: that one, or the next when there is none."""
    found = course.find(meeting)
    return found if found and found.coming else next(iter(course.coming), None)


def _dates_changed(draft: Draft, fact: Any) -> None:
    if course := course_of(draft.journey, fact.number):
        _retime(draft, course)


def _left_out(draft: Draft, fact: f.MeetingSkipped) -> None:
    if course := course_of(draft.journey, fact.number):
        _retime(draft, course)
        _finish(draft, course)


def _retime(draft: Draft, course: Course) -> None:
    """Open tasks end when the meeting begins that they are gathered in."""
    for number, task in draft.journey.tasks.items():
        if task.open and task.spec.process == course.slug:
            target = _gathering(course, task.spec.into[0])
            if target is not None:
                giving.move(draft, (number,), target.starts)


def _finish(draft: Draft, course: Course) -> None:
    """After the last meeting the follow-ups wait; where there are none the process is over."""
    if course.coming or course.phase not in {Phase.GOING, Phase.PAUSED}:
        return
    if course.structure.follow_ups:
        draft.accept(f.ProcessFollowed(at=draft.now, number=course.number))
    else:
        draft.accept(f.ProcessArchived(at=draft.now, number=course.number))


# --- what time brings ---


def _pause_over(draft: Draft, args: tuple[str, ...]) -> None:
    course = course_of(draft.journey, *args[:1]) if args else None
    if course and course.phase is Phase.PAUSED and course.until and course.until <= draft.now:
        resume(draft, course)


def _follow_up(draft: Draft, args: tuple[str, ...]) -> None:
    course = course_of(draft.journey, args[0])
    if course and course.phase is Phase.FOLLOWED and args[1] not in course.followed:
        draft.accept(f.FollowUpBegun(at=draft.now, number=course.number, follow_up=args[1]))


def _over(draft: Draft, args: tuple[str, ...]) -> None:
    course = course_of(draft.journey, args[0])
    if course and course.phase is Phase.FOLLOWED:
        draft.accept(f.ProcessArchived(at=draft.now, number=course.number))


def _passed(draft: Draft, args: tuple[str, ...]) -> None:
    course = course_of(draft.journey, args[0])
    one = course.find(args[1]) if course else None
    if course and course.phase is Phase.GOING and one and one.coming and passed(one, draft.now):
        draft.accept(f.MeetingPassed(at=draft.now, number=course.number, meeting=one.id))


def passed(meeting: Planned, now: datetime) -> bool:
    """Whether a meeting to come should have been held by now."""
    return meeting.coming and meeting.ends <= now


DECIDE: Mapping[type, Decide] = {e.HeldElsewhere: by_facilitator(_held_elsewhere)}
THEN: Mapping[type, Then] = {
    WorkshopHeld: _workshop_held,
    f.MeetingHeld: _meeting_held,
    f.MeetingsMoved: _dates_changed,
    f.MeetingsMerged: _dates_changed,
    f.MeetingAdded: _dates_changed,
    f.MeetingRestored: _dates_changed,
    f.MeetingSkipped: _left_out,
}
TIMERS: Mapping[str, Ring] = {
    "process-on": _pause_over,
    "follow-up": _follow_up,
    "process-over": _over,
    "meeting-past": _passed,
}
