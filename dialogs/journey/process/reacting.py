"""What a fact of a process means outside: cards, reminders, timers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from dialogs.boards import CHANNEL, Board, direct
from dialogs.calendar.due import Kind, workshop_dues
from dialogs.calendar.hours import Rhythm
from dialogs.calendar.workdays import add_months
from dialogs.effects import ClearTimers, Effect, Remind, SetTimer, Show, Unremind
from dialogs.journey.area import React
from dialogs.journey.fact import PersonGone, PersonNamed
from dialogs.journey.journey import Journey
from dialogs.journey.process import facts as f
from dialogs.journey.process.planning import day_of
from dialogs.journey.process.state import Answer, Course, Phase, Planned
from dialogs.journey.process.steering import course_of, leading

_LOOKED_AT = timedelta(days=28)
"""How long the last follow-up stays open before the process is archived."""


def item_of(course: Course, meeting: Planned) -> str:
    """What the reminders of a meeting are about."""
    return f"meeting/{course.number}/{meeting.id}"


def practice_item(course: Course, follow_up: str) -> str:
    """What the reminders of a follow-up are about."""
    return f"follow-up/{course.number}/{follow_up}"


def plan_board(course: Course) -> Board:
    """The proposed dates."""
    return Board("process-plan", (str(course.number),))


def map_board(course: Course) -> Board:
    """Where the process is: a new card after each meeting, else the same one."""
    return Board("process-map", (str(course.number), str(len(course.held))))


# --- cards ---


def _shown(course: Course) -> Iterator[Effect]:
    if course.phase is Phase.PROPOSED:
        yield Show(CHANNEL, plan_board(course))
    else:
        yield Show(CHANNEL, map_board(course))


def _again(course: Course) -> Iterator[Effect]:
    """Files of dates, once more for those who have taken them along."""
    for person in sorted(course.calendars):
        yield Show(direct(person), dates_board(course))


def dates_board(course: Course) -> Board:
    """The dates as a file; changed ones come as a new card."""
    return Board("meeting-dates", (str(course.number), str(course.revision)))


# --- reminders ---


def _rhythm(course: Course) -> Rhythm:
    return Rhythm(course.zone)


def _reminders(
    journey: Journey, course: Course, meetings: Iterable[Planned], people: Iterable[str], since: datetime
) -> Iterator[Effect]:
    """The week before is for those who prepare, the day and the hour for everybody."""
    leaders = leading(journey, course)
    people = tuple(people)
    for one in meetings:
        for due in workshop_dues(one.starts, _rhythm(course), since):
            for person in people if due.kind is not Kind.WORKSHOP_WEEK else leaders:
                if person in people:
                    yield Remind(person, item_of(course, one), due.kind.value, due.at, due.ends)


def _armed(journey: Journey, course: Course, since: datetime) -> Iterator[Effect]:
    """Reminders and timers of all meetings as they are now; of those that are over there are none."""
    for one in course.meetings:
        yield Unremind(item_of(course, one))
    yield ClearTimers(f"meeting-past/{course.number}/")
    if course.phase is Phase.GOING:
        yield from _reminders(journey, course, course.coming, journey.members, since)
        for one in course.coming:
            looked = _rhythm(course).next_day(max(one.ends, since))
            yield SetTimer(f"meeting-past/{course.number}/{one.id}", looked)


# --- facts ---


def _proposed(journey: Journey, course: Course, fact: Any) -> Iterator[Effect]:
    del journey, fact
    yield from _shown(course)


def _agreed(journey: Journey, course: Course, fact: f.ProcessAgreed) -> Iterator[Effect]:
    yield Show(CHANNEL, plan_board(course))
    yield from _shown(course)
    yield from _armed(journey, course, fact.at)


def _dated(journey: Journey, course: Course, fact: Any) -> Iterator[Effect]:
    yield from _shown(course)
    if course.phase is not Phase.PROPOSED:
        yield from _armed(journey, course, fact.at)
        yield from _again(course)
    if isinstance(fact, f.MeetingsMerged):
        yield Unremind(f"meeting/{course.number}/{fact.merged}")


def _held(journey: Journey, course: Course, fact: f.MeetingHeld) -> Iterator[Effect]:
    yield Show(CHANNEL, Board("process-map", (str(course.number), str(len(course.held) - 1))))
    yield from _shown(course)
    yield Unremind(f"meeting/{course.number}/{fact.meeting}")
    yield ClearTimers(f"meeting-past/{course.number}/{fact.meeting}")
    there = next((one.people for one in journey.held if one.session == fact.session), ())
    led = next((one.facilitators for one in journey.held if one.session == fact.session), ())
    if fact.session:
        for person in journey.members:
            if person not in (*there, *led):
                yield Show(direct(person), Board("catch-up", (str(course.number), fact.meeting)))


def _passed(journey: Journey, course: Course, fact: f.MeetingPassed) -> Iterator[Effect]:
    for person in leading(journey, course):
        yield Show(direct(person), Board("meeting-past", (str(course.number), fact.meeting)))


def _paused(journey: Journey, course: Course, fact: f.ProcessPaused) -> Iterator[Effect]:
    yield from _shown(course)
    yield from _armed(journey, course, fact.at)
    yield ClearTimers(f"process-on/{course.number}")
    if fact.until:
        yield SetTimer(f"process-on/{course.number}", _rhythm(course).earliest(fact.until))


def _resumed(journey: Journey, course: Course, fact: f.ProcessResumed) -> Iterator[Effect]:
    yield ClearTimers(f"process-on/{course.number}")
    yield from _shown(course)
    yield from _armed(journey, course, fact.at)


def _led(journey: Journey, course: Course, fact: f.ProcessLed) -> Iterator[Effect]:
    yield from _shown(course)
    if course.phase is Phase.GOING:
        yield from _armed(journey, course, fact.at)


def _promise_board(course: Course, promise: str) -> Board:
    return Board("process-promise", (str(course.number), promise))


def _wanted(_: Journey, course: Course, fact: f.PromiseWanted) -> Iterator[Effect]:
    yield from _shown(course)
    yield Show(direct(fact.asked), _promise_board(course, fact.promise))


def _answered(journey: Journey, course: Course, fact: f.PromiseAnswered) -> Iterator[Effect]:
    yield from _shown(course)
    yield Show(direct(fact.person), _promise_board(course, fact.promise))
    if fact.answer is Answer.TALK:
        for person in leading(journey, course):
            if person != fact.person:
                yield Show(direct(person), Board("process-talk", (str(course.number), fact.promise)))


def _recorded(_: Journey, course: Course, __: f.PromiseRecorded) -> Iterator[Effect]:
    yield from _shown(course)


def _taken(_: Journey, course: Course, fact: f.DatesTaken) -> Iterator[Effect]:
    yield Show(direct(fact.person), dates_board(course))


def _followed(journey: Journey, course: Course, fact: f.ProcessFollowed) -> Iterator[Effect]:
    del journey
    yield from _shown(course)
    last = day_of(course.last_held.ends if course.last_held else fact.at, course.zone)
    for one in course.structure.follow_ups:
        at = _rhythm(course).opening(add_months(last, one.months))
        yield SetTimer(f"follow-up/{course.number}/{one.id}", at)


def _practice(_: Journey, course: Course, __: f.PracticeKept) -> Iterator[Effect]:
    yield from _shown(course)
    for one in course.followed[-1:]:
        yield Show(CHANNEL, Board("process-follow-up", (str(course.number), one)))


def _begun(journey: Journey, course: Course, fact: f.FollowUpBegun) -> Iterator[Effect]:
    for earlier in course.followed[:-1]:
        yield Show(CHANNEL, Board("process-follow-up", (str(course.number), earlier)))
        yield Unremind(practice_item(course, earlier))
    yield Show(CHANNEL, Board("process-follow-up", (str(course.number), fact.follow_up)))
    yield from _shown(course)
    at = _rhythm(course).earliest(fact.at)
    owners = {one.owner for one in course.practices if not one.dropped}
    for person in sorted({*leading(journey, course), *filter(journey.takes_part, owners)}):
        yield Remind(
            person, practice_item(course, fact.follow_up), Kind.FOLLOW_UP.value, at, fact.at + _LOOKED_AT
        )
    if fact.follow_up == course.structure.follow_ups[-1].id:
        yield SetTimer(f"process-over/{course.number}", fact.at + _LOOKED_AT)


def _judged(journey: Journey, course: Course, fact: f.PracticeJudged) -> Iterator[Effect]:
    del journey
    yield Show(CHANNEL, Board("process-follow-up", (str(course.number), fact.follow_up)))
    yield from _shown(course)
    practice = next(one for one in course.practices if one.number == fact.practice)
    left = [one for one in course.practices if not one.dropped and not one.verdict_at(fact.follow_up)]
    if not left:
        yield Unremind(practice_item(course, fact.follow_up))
    elif practice.owner not in {one.owner for one in left} and practice.owner not in course.facilitators:
        yield Unremind(practice_item(course, fact.follow_up), practice.owner)


def _archived(journey: Journey, course: Course, fact: f.ProcessArchived) -> Iterator[Effect]:
    yield Show(CHANNEL, map_board(course) if course.agreed else plan_board(course))
    yield from _armed(journey, course, fact.at)
    for latest in course.followed[-1:]:
        yield Show(CHANNEL, Board("process-follow-up", (str(course.number), latest)))
    for one in course.structure.follow_ups:
        yield Unremind(practice_item(course, one.id))
        yield ClearTimers(f"follow-up/{course.number}/{one.id}")
    yield ClearTimers(f"process-over/{course.number}")
    yield ClearTimers(f"process-on/{course.number}")


# --- people who come and go ---


def _named(journey: Journey, fact: PersonNamed) -> tuple[Effect, ...]:
    """Whoever comes along is told of the meetings to come, too."""
    going = [one for one in journey.courses if one.phase is Phase.GOING]
    return tuple(
        effect
        for course in going
        for effect in _reminders(journey, course, course.coming, (fact.person,), fact.at)
    )


def _gone(journey: Journey, fact: PersonGone) -> tuple[Effect, ...]:
    effects: list[Effect] = []
    for course in journey.courses:
        if course.phase is Phase.ARCHIVED:
            continue
        effects += [Unremind(item_of(course, one), fact.person) for one in course.coming]
        effects += [Unremind(practice_item(course, one), fact.person) for one in course.followed]
        if fact.person in course.facilitators:
            effects += _shown(course)
    return tuple(effects)


def _of_course(react: Any) -> React:
    def reacted(journey: Journey, fact: Any) -> tuple[Effect, ...]:
        course = course_of(journey, fact.number)
        return tuple(react(journey, course, fact)) if course else ()

    return reacted


REACT: Mapping[type, React] = {
    PersonNamed: _named,
    PersonGone: _gone,
    **{
        kind: _of_course(react)
        for kind, react in {
            f.ProcessPlanned: _proposed,
            f.ProcessAgreed: _agreed,
            f.MeetingsMoved: _dated,
            f.MeetingsMerged: _dated,
            f.MeetingSkipped: _dated,
            f.MeetingRestored: _dated,
            f.MeetingAdded: _dated,
            f.MeetingHeld: _held,
            f.MeetingPassed: _passed,
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
        }.items()
    },
}
