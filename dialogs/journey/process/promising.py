"""Decisions about what is promised (sitoumukset), and about taking the dates along."""

from __future__ import annotations

from collections.abc import Mapping

from dialogs.journey.area import Decide
from dialogs.journey.draft import Draft
from dialogs.journey.people import known
from dialogs.journey.process import events as e
from dialogs.journey.process import facts as f
from dialogs.journey.process.state import Course, PromiseSpec
from dialogs.journey.process.steering import UNKNOWN, by_anybody, by_facilitator
from dialogs.receipts import DONE, Code, Receipt


def spec_of(course: Course, promise: str) -> PromiseSpec | None:
    """The promise of that id, None when the process has none such."""
    return next((one for one in course.structure.promises if one.id == promise), None)


def _sought(draft: Draft, course: Course, event: e.PromiseSought) -> Receipt:
    if spec_of(course, event.promise) is None:
        return UNKNOWN
    known(draft, event.asked, event.name)
    draft.accept(
        f.PromiseWanted(
            at=draft.now,
            person=event.person,
            number=course.number,
            promise=event.promise,
            asked=event.asked,
        )
    )
    return Receipt(Code.PROMISE_SOUGHT, names=(event.name,))


def _given(draft: Draft, course: Course, event: e.PromiseGiven) -> Receipt:
    asked = course.promises.get(event.promise)
    if asked is None or asked.person != event.person:
        return Receipt(Code.OLD_CARD)
    if asked.answer is not event.answer:
        draft.accept(
            f.PromiseAnswered(
                at=draft.now,
                person=event.person,
                number=course.number,
                promise=event.promise,
                answer=event.answer,
            )
        )
    return DONE


def _written(draft: Draft, course: Course, event: e.PromiseWritten) -> Receipt:
    if spec_of(course, event.promise) is None:
        return UNKNOWN
    old = course.promises.get(event.promise)
    if old is None or old.text != event.text:
        draft.accept(
            f.PromiseRecorded(
                at=draft.now,
                person=event.person,
                number=course.number,
                promise=event.promise,
                text=event.text,
            )
        )
    return Receipt(Code.PROMISE_KEPT)


def _dates(draft: Draft, course: Course, event: e.DatesWanted) -> Receipt:
    known(draft, event.person, event.name)
    draft.accept(f.DatesTaken(at=draft.now, person=event.person, number=course.number))
    return Receipt(Code.DATES_SENT)


DECIDE: Mapping[type, Decide] = {
    e.PromiseSought: by_facilitator(_sought),
    e.PromiseGiven: by_anybody(_given),
    e.PromiseWritten: by_facilitator(_written),
    e.DatesWanted: by_anybody(_dates),
}
