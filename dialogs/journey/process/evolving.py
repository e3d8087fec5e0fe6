"""The processes of a journey after each fact."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import time
from typing import Any

from dialogs.journey.area import Evolve
from dialogs.journey.fact import JourneyFact
from dialogs.journey.journey import Journey
from dialogs.journey.process import facts as f
from dialogs.journey.process.planning import planned
from dialogs.journey.process.state import (
    Answer,
    Course,
    Judged,
    MeetingState,
    Phase,
    Planned,
    Practice,
    Promise,
)


def _planned(journey: Journey, fact: f.ProcessPlanned) -> Journey:
    course = Course(
        number=fact.number,
        structure=fact.structure,
        zone=fact.zone,
        clock=time.fromisoformat(fact.clock),
        weekday=fact.weekday,
        meetings=tuple(map(planned, fact.meetings)),
        facilitators=(fact.person,),
        planned_at=fact.at,
        dated_at=fact.at,
    )
    return replace(journey, courses=(*journey.courses, course))


def _agreed(course: Course, _: f.ProcessAgreed) -> Course:
    return replace(course, phase=Phase.GOING, agreed=True)


def _moved(course: Course, fact: f.MeetingsMoved) -> Course:
    for one in fact.dates:
        old = course.find(one.id)
        if old is not None:
            moved = replace(old, starts=one.starts, ends=one.ends, why=one.why, revision=old.revision + 1)
            course = course.with_meeting(moved)
    return _revised(course, fact)


def _merged(course: Course, fact: f.MeetingsMerged) -> Course:
    kept, gone = course.find(fact.meeting), course.find(fact.merged)
    if kept is None or gone is None:
        return course
    both = replace(
        kept,
        ids=(*kept.ids, *gone.ids),
        workshops=(*kept.workshops, *gone.workshops),
        done=(*kept.done, *gone.done),
        revision=kept.revision + 1,
    )
    rest = tuple(one for one in course.meetings if one.id != gone.id)
    return _revised(replace(course, meetings=rest).with_meeting(both), fact)


def _skipped(course: Course, fact: f.MeetingSkipped) -> Course:
    return _revised(_as(course, fact.meeting, MeetingState.SKIPPED), fact)


def _restored(course: Course, fact: f.MeetingRestored) -> Course:
    return _revised(_as(course, fact.meeting, MeetingState.COMING), fact)


def _as(course: Course, meeting: str, state: MeetingState) -> Course:
    one = course.find(meeting)
    return course.with_meeting(replace(one, state=state, revision=one.revision + 1)) if one else course


def _added(course: Course, fact: f.MeetingAdded) -> Course:
    workshops = (fact.workshop,) if fact.workshop else ()
    new = Planned(fact.meeting, (fact.meeting,), workshops, fact.starts, fact.ends, "extra", "asked")
    return _revised(replace(course, meetings=(*course.meetings, new)), fact)


def _worked(course: Course, fact: f.MeetingWorked) -> Course:
    one = course.find(fact.meeting)
    if one is None:
        return course
    return course.with_meeting(replace(one, done=(*one.done, fact.workshop), session=fact.session))


def _held(course: Course, fact: f.MeetingHeld) -> Course:
    one = course.find(fact.meeting)
    if one is None:
        return course
    held = replace(one, state=MeetingState.HELD, starts=fact.starts, ends=fact.ends)
    return _ordered(course.with_meeting(replace(held, session=fact.session or one.session)))


def _unchanged(course: Course, _: f.MeetingPassed) -> Course:
    return course


def _paused(course: Course, fact: f.ProcessPaused) -> Course:
    return replace(course, phase=Phase.PAUSED, until=fact.until)


def _resumed(course: Course, _: f.ProcessResumed) -> Course:
    return replace(course, phase=Phase.GOING, until=None)


def _led(course: Course, fact: f.ProcessLed) -> Course:
    return replace(course, facilitators=fact.facilitators)


def _wanted(course: Course, fact: f.PromiseWanted) -> Course:
    asked = Promise(fact.promise, fact.asked, Answer.ASKED, at=fact.at)
    return replace(course, promises=course.promises.set(fact.promise, asked))


def _answered(course: Course, fact: f.PromiseAnswered) -> Course:
    given = Promise(fact.promise, fact.person, fact.answer, at=fact.at)
    return replace(course, promises=course.promises.set(fact.promise, given))


def _recorded(course: Course, fact: f.PromiseRecorded) -> Course:
    written = Promise(fact.promise, fact.person, Answer.YES, fact.text, fact.at)
    return replace(course, promises=course.promises.set(fact.promise, written))


def _taken(course: Course, fact: f.DatesTaken) -> Course:
    return replace(course, calendars=course.calendars | {fact.person})


def _followed(course: Course, fact: f.ProcessFollowed) -> Course:
    return replace(course, phase=Phase.FOLLOWED, ended_at=fact.at)


def _practice(course: Course, fact: f.PracticeKept) -> Course:
    new = Practice(fact.practice, fact.text, fact.person, fact.owner)
    return replace(course, practices=(*course.practices, new))


def _begun(course: Course, fact: f.FollowUpBegun) -> Course:
    return replace(course, followed=(*course.followed, fact.follow_up))


def _judged(course: Course, fact: f.PracticeJudged) -> Course:
    word = Judged(fact.follow_up, fact.verdict, fact.person, fact.text, fact.at)
    practices = tuple(
        replace(one, judged=(*one.judged, word)) if one.number == fact.practice else one
        for one in course.practices
    )
    return replace(course, practices=practices)


def _archived(course: Course, fact: f.ProcessArchived) -> Course:
    return replace(course, phase=Phase.ARCHIVED, until=None, ended_at=course.ended_at or fact.at)


def _revised(course: Course, fact: JourneyFact) -> Course:
    return replace(_ordered(course), revision=course.revision + 1, dated_at=fact.at)


def _ordered(course: Course) -> Course:
    return replace(course, meetings=tuple(sorted(course.meetings, key=lambda one: one.starts)))


def _of_course(evolve: Callable[[Course, Any], Course]) -> Evolve:
    def evolved(journey: Journey, fact: Any) -> Journey:
        courses = tuple(evolve(one, fact) if one.number == fact.number else one for one in journey.courses)
        return replace(journey, courses=courses)

    return evolved


_CHANGES: Mapping[type, Callable[[Course, Any], Course]] = {
    f.ProcessAgreed: _agreed,
    f.MeetingsMoved: _moved,
    f.MeetingsMerged: _merged,
    f.MeetingSkipped: _skipped,
    f.MeetingRestored: _restored,
    f.MeetingAdded: _added,
    f.MeetingWorked: _worked,
    f.MeetingHeld: _held,
    f.MeetingPassed: _unchanged,
    f.ProcessPaused: _paused,
    f.ProcessResumed: _resumed,
    f.ProcessLed: _led,
    f.PromiseWanted: _wanted,
    f.PromiseAnswered: _answered,
    f.PromiseRecorded: _recorded,
    f.DatesTaken: _taken,
    f.ProcessFollowed: _followed,
    f.PracticeKept: _practice,
    f.FollowUpBegun: _begun,
    f.PracticeJudged: _judged,
    f.ProcessArchived: _archived,
}
EVOLVE: Mapping[type, Evolve] = {
    f.ProcessPlanned: _planned,
    **{kind: _of_course(change) for kind, change in _CHANGES.items()},
}
