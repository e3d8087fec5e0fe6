"""Decisions about agreed practices (sovitut käytännöt), and what becomes of them at the follow-ups."""

from __future__ import annotations

from collections.abc import Mapping

from dialogs.journey.area import Decide
from dialogs.journey.draft import Draft
from dialogs.journey.process import events as e
from dialogs.journey.process import facts as f
from dialogs.journey.process.state import Course, Practice
from dialogs.journey.process.steering import UNKNOWN, by_anybody
from dialogs.receipts import DONE, Code, Receipt

MOST_PRACTICES = 12


def _written(draft: Draft, course: Course, event: e.PracticeWritten) -> Receipt:
    if not draft.journey.takes_part(event.person):
        return Receipt(Code.NOT_IN)
    if any((one.text, one.owner) == (event.text, event.owner) for one in course.practices):
        return Receipt(Code.ALREADY_SAVED)
    if len(course.practices) >= MOST_PRACTICES:
        return Receipt(Code.TOO_MANY, n=MOST_PRACTICES)
    draft.accept(
        f.PracticeKept(
            at=draft.now,
            person=event.person,
            number=course.number,
            practice=len(course.practices) + 1,
            text=event.text,
            owner=event.owner,
        )
    )
    return DONE


def _looked_at(draft: Draft, course: Course, event: e.PracticeLookedAt) -> Receipt:
    practice = practice_of(course, event.practice)
    if practice is None or event.follow_up not in course.followed:
        return UNKNOWN
    if not draft.journey.takes_part(event.person):
        return Receipt(Code.NOT_IN)
    last = practice.verdict_at(event.follow_up)
    if last is None or (last.verdict, last.text) != (event.verdict, event.text):
        draft.accept(
            f.PracticeJudged(
                at=draft.now,
                person=event.person,
                number=course.number,
                follow_up=event.follow_up,
                practice=event.practice,
                verdict=event.verdict,
                text=event.text,
            )
        )
    return DONE


def practice_of(course: Course, number: int) -> Practice | None:
    """The practice of that number, None when there is none such."""
    return next((one for one in course.practices if one.number == number), None)


DECIDE: Mapping[type, Decide] = {
    e.PracticeWritten: by_anybody(_written),
    e.PracticeLookedAt: by_anybody(_looked_at),
}
