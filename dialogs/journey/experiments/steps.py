"""What follows of itself: an experiment begins and comes up for review, and its reminders are planned."""

from __future__ import annotations

from typing import Any

from dialogs.journey.draft import Draft
from dialogs.journey.experiments import facts as f
from dialogs.journey.experiments.circle import addressees, seekers
from dialogs.journey.experiments.planning import today
from dialogs.journey.experiments.state import Experiment, Stage
from dialogs.journey.fact import PersonGone


def sync(draft: Draft, number: str) -> None:
    """Let an experiment be as far as its days say."""
    day = today(draft.journey, draft.now)
    one = _one(draft, number)
    if one.stage is Stage.AGREED and one.starts <= day:
        draft.accept(f.ExperimentBegan(at=draft.now, experiment=number))
    one = _one(draft, number)
    if one.is_open and one.stage is not Stage.REVIEW and one.review <= day:
        draft.accept(f.ReviewCame(at=draft.now, experiment=number))


def plan(draft: Draft, number: str) -> None:
    """Plan its reminders anew."""
    people = addressees(draft.journey, _one(draft, number))
    draft.accept(f.RemindersPlanned(at=draft.now, experiment=number, people=people))


def answered(draft: Draft, number: str) -> None:
    """A reminder was answered: what was said of it needs no more answer, what is to come stays.

    The review itself is only answered by a verdict or another day.
    """
    one = _one(draft, number)
    if one.is_open and one.stage is not Stage.REVIEW:
        plan(draft, number)


def rang(draft: Draft, args: tuple[str, ...]) -> None:
    """One of its timers rang."""
    number = args[0] if args else ""
    if number in draft.journey.experiments.all:
        sync(draft, number)


def gone(draft: Draft, fact: PersonGone) -> None:
    """Somebody left: what they answered for waits for another owner."""
    for one in draft.journey.experiments.in_order():
        if one.is_open and one.owner == fact.person:
            asked = seekers(draft.journey, one)
            draft.accept(f.OwnerLost(at=draft.now, experiment=one.id, asked=asked))
    others(draft, fact)


def others(draft: Draft, _: Any) -> None:
    """Somebody came or went, or a workshop was held: perhaps others are to be reminded now."""
    for one in draft.journey.experiments.in_order():
        wanted = addressees(draft.journey, one)
        if one.is_open and set(wanted) != set(one.reminded):
            plan(draft, one.id)


def _one(draft: Draft, number: str) -> Experiment:
    return draft.journey.experiments.all[number]
