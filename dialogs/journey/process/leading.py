"""Decisions about who facilitates: shared, handed over for good, taken over from those who have gone."""

from __future__ import annotations

from collections.abc import Mapping

from dialogs.journey.area import Decide
from dialogs.journey.draft import Draft
from dialogs.journey.people import known
from dialogs.journey.process import events as e
from dialogs.journey.process.facts import ProcessLed
from dialogs.journey.process.state import Course
from dialogs.journey.process.steering import by_anybody, by_facilitator, leading, may_take, names
from dialogs.receipts import DONE, Code, Receipt


def _given(draft: Draft, course: Course, event: e.LeadGiven) -> Receipt:
    now = leading(draft.journey, course)
    if event.other in now and not event.alone:
        return Receipt(Code.ONE_ALREADY, names=(draft.journey.name(event.other),))
    known(draft, event.other, event.name)
    rest = tuple(one for one in now if one != event.other and not (event.alone and one == event.person))
    _led(draft, course, event.person, (*rest, event.other))
    return DONE


def _taken(draft: Draft, course: Course, event: e.LeadTaken) -> Receipt:
    journey = draft.journey
    if event.person in leading(journey, course):
        return Receipt(Code.ONE_ALREADY, names=(journey.name(event.person),))
    if leading(journey, course):
        return Receipt(Code.LEAD_IS_TAKEN, names=names(journey, course))
    if not may_take(journey, course, event.person):
        return Receipt(Code.NOT_IN)
    _led(draft, course, event.person, (event.person,))
    return DONE


def _led(draft: Draft, course: Course, person: str, facilitators: tuple[str, ...]) -> None:
    if facilitators != course.facilitators:
        draft.accept(ProcessLed(at=draft.now, person=person, number=course.number, facilitators=facilitators))


DECIDE: Mapping[type, Decide] = {e.LeadGiven: by_facilitator(_given), e.LeadTaken: by_anybody(_taken)}
