"""What reminders of experiments say, and what somebody has open."""

from __future__ import annotations

from datetime import datetime

from dialogs.calendar.due import Kind
from dialogs.journey.experiments import words
from dialogs.journey.experiments.circle import owner
from dialogs.journey.experiments.messages import ExperimentNudge, OwnExperiment
from dialogs.journey.experiments.planning import today
from dialogs.journey.experiments.showing import line
from dialogs.journey.journey import Journey
from dialogs.people import PersonId

KINDS = (Kind.FIRST_STEP, Kind.HALF_WAY, Kind.DAY_BEFORE, Kind.REVIEW)


def nudge_of(
    kind: Kind, journey: Journey, item: str, person: PersonId, now: datetime
) -> ExperimentNudge | None:
    """The line of a reminder; None when it need not be said any more."""
    one = journey.experiments.all.get(item.partition("/")[2])
    if one is None or not one.is_open or person not in one.reminded:
        return None
    if kind is Kind.FIRST_STEP and one.first_done:
        return None
    return ExperimentNudge(
        kind=kind.value,
        experiment=one.id,
        what=words.of_experiment(journey, one),
        first=one.words.get("first", ""),
        sign=one.words.get("sign", ""),
        review=one.review,
        today=today(journey, now),
        waiting=not one.accepted and owner(journey, one) == person,
        ownerless=not owner(journey, one),
    )


def own(journey: Journey, person: PersonId, now: datetime) -> tuple[OwnExperiment, ...]:
    """The experiments that somebody answers for, or is asked to."""
    mine = (one for one in journey.experiments.in_order() if one.is_open and owner(journey, one) == person)
    day = today(journey, now)
    return tuple(OwnExperiment(line(journey, one), day) for one in mine)
