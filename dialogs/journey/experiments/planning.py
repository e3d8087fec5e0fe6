"""The days of an experiment: when it begins, when it is judged, when somebody is reminded of it."""

from __future__ import annotations

from datetime import date, datetime, time

from dialogs.calendar.due import Due, Kind, experiment_dues
from dialogs.calendar.hours import Rhythm, at_local
from dialogs.journey.experiments.state import Experiment, Stage
from dialogs.journey.journey import Journey

STARTS, REVIEW = "try-start", "try-review"
"""What its timers are called."""


def today(journey: Journey, now: datetime) -> date:
    """The day of the team at `now` (UTC)."""
    return Rhythm(journey.zone).day_of(now)


def midnight(journey: Journey, day: date) -> datetime:
    """When a day of the team begins (UTC)."""
    return at_local(day, time(), journey.zone)


def timer(kind: str, number: str) -> str:
    """The name of a timer; it ends so that the third is not the beginning of the thirtieth."""
    return f"{kind}/{number}/"


def timers(journey: Journey, one: Experiment) -> dict[str, datetime]:
    """Name -> when it rings (UTC); of those that it waits for."""
    found = {}
    if one.stage is Stage.AGREED:
        found[timer(STARTS, one.id)] = midnight(journey, one.starts)
    if one.is_open and one.stage is not Stage.REVIEW:
        found[timer(REVIEW, one.id)] = midnight(journey, one.review)
    return found


def dues(journey: Journey, one: Experiment, since: datetime) -> tuple[Due, ...]:
    """When somebody is reminded of it, after `since` (UTC); of the review also when its day has passed."""
    judged = [today(journey, each.at) for each in one.judgements[-1:]]
    found = experiment_dues(max((one.starts, *judged)), one.review, Rhythm(journey.zone), since)
    begins = not one.first_done and not one.judgements
    return tuple(
        each
        for each in found
        if each.kind is Kind.REVIEW or (each.at > since and (begins or each.kind is not Kind.FIRST_STEP))
    )
