"""What one person has open in the processes of a channel: the next meeting, and the practices to look at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from dialogs.journey.journey import Journey
from dialogs.journey.messages import OwnThing
from dialogs.journey.process.boards import counted, meeting_line
from dialogs.journey.process.messages import OwnMeeting, OwnPractice
from dialogs.journey.process.state import Course, Phase
from dialogs.people import PersonId


def own(journey: Journey, person: PersonId, _: datetime) -> tuple[OwnThing, ...]:
    """Nothing for whoever takes no part (any more)."""
    if not journey.takes_part(person):
        return ()
    return tuple(thing for course in journey.courses for thing in _of(course, person))


def _of(course: Course, person: PersonId) -> Iterator[OwnThing]:
    if course.phase is Phase.GOING:
        for one in course.coming[:1]:
            yield OwnMeeting(course.number, course.slug, meeting_line(one), *counted(course))
    if course.phase is Phase.FOLLOWED and course.followed:
        now = course.followed[-1]
        # One button looks at all of them: one line is enough.
        mine = [its for its in course.practices if its.owner == person and its.text and not its.dropped]
        for practice in [its for its in mine if not its.verdict_at(now)][:1]:
            yield OwnPractice(course.number, now, practice.text)
