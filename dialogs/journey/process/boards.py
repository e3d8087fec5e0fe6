"""The cards of processes as they are now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from dialogs.calendar.due import Kind
from dialogs.calendar.workdays import add_months
from dialogs.journey.area import Compose, NudgeOf, Reading
from dialogs.journey.journey import Journey
from dialogs.journey.process import messages as m
from dialogs.journey.process.following import passed
from dialogs.journey.process.planning import day_of
from dialogs.journey.process.state import Course, MeetingState, Phase, Planned, Practice
from dialogs.journey.process.steering import course_of, leading, names

_PICKS = 3
_ORIENTATION = "orientation"


def meeting_line(one: Planned) -> m.MeetingLine:
    """A meeting for a card."""
    return m.MeetingLine(
        id=one.id,
        ids=one.ids,
        kind=one.kind,
        workshops=one.workshops,
        starts=one.starts,
        ends=one.ends,
        why=one.why,
        state=one.state,
        start=one.next_workshop if one.coming else "",
        revision=one.revision,
    )


def meeting_lines(course: Course) -> tuple[m.MeetingLine, ...]:
    """All meetings by date."""
    return tuple(map(meeting_line, course.meetings))


def counted(course: Course) -> tuple[int, int]:
    """(held, of all): workshops only, the orientation is not one, and what was left out does not count."""
    workshops = [
        one for one in course.meetings if one.kind != _ORIENTATION and one.state is not MeetingState.SKIPPED
    ]
    return sum(not one.coming for one in workshops), len(workshops)


def practice_lines(journey: Journey, course: Course, follow_up: str = "") -> tuple[m.PracticeLine, ...]:
    """The practices that were not given up before, with what was said of them last (at the follow-up)."""
    found = [one for one in course.practices if one.text and not _given_up(one, follow_up)]
    return tuple(_practice(journey, one, follow_up) for one in found)


def _given_up(one: Practice, follow_up: str) -> bool:
    return one.dropped and one.judged[-1].follow_up != follow_up


def _practice(journey: Journey, one: Practice, follow_up: str) -> m.PracticeLine:
    last = one.verdict_at(follow_up) if follow_up else next(reversed(one.judged), None)
    verdict, text = (last.verdict, last.text) if last else (None, "")
    return m.PracticeLine(one.number, one.text, journey.name(one.owner), verdict, text)


def promise_lines(journey: Journey, course: Course) -> tuple[m.PromiseLine, ...]:
    """The promises of the process; those that are asked later stand there when they were given."""
    there = (
        one for one in course.structure.promises if one.id in course.promises or _is_time(course, one.meeting)
    )
    lines = []
    for spec in there:
        given = course.promises.get(spec.id)
        name = journey.name(given.person) if given else ""
        answer, text = (given.answer, given.text) if given else (None, "")
        lines.append(m.PromiseLine(spec.id, spec.kind, name, answer, text, spec.again))
    return tuple(lines)


def _is_time(course: Course, meeting: str) -> bool:
    """Whether the meeting in which something is promised is the next one, or was held."""
    one = course.find(meeting)
    return one is None or not one.coming or one == next(iter(course.coming), None)


def map_of(journey: Journey, course: Course, *, private: bool = False, refused: bool = False) -> m.ProcessMap:
    """Where the process is."""
    done, total = counted(course)
    upcoming = next(iter(course.coming), None)
    tasks = [one for one in journey.tasks.values() if one.open and one.spec.process == course.slug]
    return m.ProcessMap(
        journey=journey.id,
        number=course.number,
        slug=course.slug,
        phase=course.phase,
        done=done,
        total=total,
        meetings=meeting_lines(course),
        next=meeting_line(upcoming) if upcoming and course.phase is not Phase.ARCHIVED else None,
        facilitators=names(journey, course),
        unled=not leading(journey, course) and course.phase is not Phase.ARCHIVED,
        until=day_of(course.until, course.zone) if course.until else None,
        promises=promise_lines(journey, course),
        evaluation=bool(upcoming and course.structure.evaluated_in in upcoming.ids),
        practices=practice_lines(journey, course),
        asks_practices=_asks_practices(course),
        follow_ups=_follow_ups(course),
        tasks=len(tasks),
        cycle=bool(course.structure.cycle),
        private=private,
        refused=refused,
    )


def _asks_practices(course: Course) -> bool:
    """Practices are agreed in the last meeting, and after it."""
    if not course.structure.practices:
        return False
    return course.phase is Phase.FOLLOWED or (course.phase is Phase.GOING and len(course.coming) <= 1)


def _follow_ups(course: Course) -> tuple[tuple[str, date], ...]:
    """(id, day) of those to come; none before the last meeting."""
    if course.phase is not Phase.FOLLOWED or course.last_held is None:
        return ()
    last = day_of(course.last_held.ends, course.zone)
    return tuple(
        (one.id, add_months(last, one.months))
        for one in course.structure.follow_ups
        if one.id not in course.followed
    )


# --- boards ---


def _plan(reading: Reading) -> m.ProcessPlan | None:
    course = course_of(reading.journey, reading.args[0])
    return plan_of(reading.journey, course) if course else None


def plan_of(journey: Journey, course: Course) -> m.ProcessPlan:
    """The proposed dates."""
    return m.ProcessPlan(
        journey=journey.id,
        number=course.number,
        slug=course.slug,
        meetings=meeting_lines(course),
        facilitators=names(journey, course),
        open=course.phase is Phase.PROPOSED,
        agreed=course.agreed,
    )


def _map(reading: Reading) -> m.ProcessMap | m.ProcessMapPast | None:
    course = course_of(reading.journey, reading.args[0])
    if course is None or not course.agreed:
        return None
    if reading.args[1] != str(len(course.held)):
        return m.ProcessMapPast(course.slug, *counted(course))
    return map_of(reading.journey, course)


def _dates(reading: Reading) -> m.MeetingDates | None:
    course = course_of(reading.journey, reading.args[0])
    if course is None:
        return None
    return m.MeetingDates(
        journey=reading.journey.id,
        number=course.number,
        slug=course.slug,
        meetings=meeting_lines(course),
        stamp=course.dated_at,
        revision=course.revision,
    )


def _promise(reading: Reading) -> m.PromiseAsked | None:
    course = course_of(reading.journey, reading.args[0])
    given = course.promises.get(reading.args[1]) if course else None
    if course is None or given is None or given.person != reading.person or course.phase is Phase.ARCHIVED:
        return None
    asker = next(iter(names(reading.journey, course)), "")
    return m.PromiseAsked(reading.journey.id, course.number, course.slug, given.id, asker, given.answer)


def _talk(reading: Reading) -> m.PromiseTalk | None:
    course = course_of(reading.journey, reading.args[0])
    given = course.promises.get(reading.args[1]) if course else None
    if course is None or given is None or reading.person not in course.facilitators:
        return None
    return m.PromiseTalk(course.slug, given.id, reading.journey.name(given.person))


def _missed(reading: Reading) -> m.MeetingMissed | None:
    course = course_of(reading.journey, reading.args[0])
    one = course.find(reading.args[1]) if course else None
    if course is None or one is None:
        return None
    settled = not passed(one, reading.now) or course.phase is not Phase.GOING
    return m.MeetingMissed(reading.journey.id, course.number, course.slug, meeting_line(one), settled)


def _catch_up(reading: Reading) -> m.CatchUp | None:
    journey, course = reading.journey, course_of(reading.journey, reading.args[0])
    one = course.find(reading.args[1]) if course else None
    held = next((held for held in journey.held if one and held.session == one.session), None)
    if course is None or one is None or held is None:
        return None
    tasks = [
        task
        for task in journey.tasks.values()
        if task.open and task.spec.process == course.slug and reading.person in task.people
    ]
    upcoming = next(iter(course.coming), None)
    return m.CatchUp(
        journey=journey.id,
        number=course.number,
        slug=course.slug,
        meeting=meeting_line(one),
        people=len(held.people),
        picks=tuple(pick.text for pick in held.picks if pick.text)[:_PICKS],
        tasks=len(tasks),
        next=meeting_line(upcoming) if upcoming else None,
    )


def _follow_up(reading: Reading) -> m.FollowUpCard | None:
    course = course_of(reading.journey, reading.args[0])
    if course is None or reading.args[1] not in course.followed:
        return None
    return m.FollowUpCard(
        journey=reading.journey.id,
        number=course.number,
        slug=course.slug,
        follow_up=reading.args[1],
        practices=practice_lines(reading.journey, course, reading.args[1]),
        open=course.phase is Phase.FOLLOWED and course.followed[-1] == reading.args[1],
    )


BOARDS: Mapping[str, Compose] = {
    "process-plan": _plan,
    "process-map": _map,
    "meeting-dates": _dates,
    "process-promise": _promise,
    "process-talk": _talk,
    "meeting-past": _missed,
    "catch-up": _catch_up,
    "process-follow-up": _follow_up,
}


# --- reminders ---


def meeting_nudge(kind: Kind) -> NudgeOf:
    """What is said of the next meeting; nothing when it is not to come any more."""

    def said(journey: Journey, item: str, person: str, _: datetime) -> m.MeetingNudge | None:
        number, meeting = item.split("/")[1:]
        course = course_of(journey, number)
        one = course.find(meeting) if course else None
        if course is None or one is None or not one.coming or course.phase is not Phase.GOING:
            return None
        leads = person in leading(journey, course)
        return m.MeetingNudge(kind, course.number, course.slug, meeting_line(one), leads)

    return said


def follow_up_nudge(journey: Journey, item: str, person: str, _: datetime) -> m.FollowUpNudge | None:
    """What is said of the practices; nothing when the process is over."""
    number, follow_up = item.split("/")[1:]
    course = course_of(journey, number)
    if course is None or course.phase is not Phase.FOLLOWED:
        return None
    own = [one for one in course.practices if one.owner == person and one.text and not one.dropped]
    return m.FollowUpNudge(course.number, course.slug, follow_up, tuple(one.text for one in own))


NUDGES: Mapping[str, NudgeOf] = {
    Kind.WORKSHOP_WEEK: meeting_nudge(Kind.WORKSHOP_WEEK),
    Kind.WORKSHOP_DAY: meeting_nudge(Kind.WORKSHOP_DAY),
    Kind.WORKSHOP_HOUR: meeting_nudge(Kind.WORKSHOP_HOUR),
    Kind.FOLLOW_UP: follow_up_nudge,
}
