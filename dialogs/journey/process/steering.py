"""Who may do what in a process, and which process is meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dialogs.journey.area import Decide
from dialogs.journey.draft import Draft
from dialogs.journey.journey import Journey
from dialogs.journey.process.state import Course, Phase
from dialogs.receipts import Code, Receipt

UNKNOWN = Receipt(Code.UNKNOWN)


def course_of(journey: Journey, number: int | str) -> Course | None:
    """The process of that number, None when there is none such."""
    return next((one for one in journey.courses if str(one.number) == str(number)), None)


def current(journey: Journey) -> Course | None:
    """The process that is planned, goes on, rests or is followed up; the newest of them."""
    return next((one for one in reversed(journey.courses) if one.phase is not Phase.ARCHIVED), None)


def leading(journey: Journey, course: Course) -> tuple[str, ...]:
    """The facilitators who have not gone."""
    return tuple(one for one in course.facilitators if journey.takes_part(one))


def names(journey: Journey, course: Course) -> tuple[str, ...]:
    """What those who facilitate are called."""
    return tuple(map(journey.name, leading(journey, course)))


def may_take(journey: Journey, course: Course, person: str) -> bool:
    """Whether the person may take over: all facilitators have gone, and they themselves take part."""
    return not leading(journey, course) and journey.takes_part(person)


def refusal(journey: Journey, course: Course, person: str) -> Receipt | None:
    """Why the person may not change the process; None when they may."""
    if course.phase is Phase.ARCHIVED:
        return Receipt(Code.PROCESS_ARCHIVED)
    if person in leading(journey, course):
        return None
    if not leading(journey, course):
        return Receipt(Code.PROCESS_UNLED)
    return Receipt(Code.FACILITATORS_ONLY, names=names(journey, course))


def by_facilitator(decide: Callable[[Draft, Course, Any], Receipt]) -> Decide:
    """A decision about a process that its facilitators make."""

    def decided(draft: Draft, event: Any) -> Receipt:
        course = course_of(draft.journey, event.number)
        if course is None:
            return UNKNOWN
        return refusal(draft.journey, course, event.person) or decide(draft, course, event)

    return decided


def by_anybody(decide: Callable[[Draft, Course, Any], Receipt]) -> Decide:
    """A decision about a process that is not archived; `decide` looks who may."""

    def decided(draft: Draft, event: Any) -> Receipt:
        course = course_of(draft.journey, event.number)
        if course is None:
            return UNKNOWN
        archived = course.phase is Phase.ARCHIVED
        return Receipt(Code.PROCESS_ARCHIVED) if archived else decide(draft, course, event)

    return decided
