"""What decisions and experiments are called: words that stand in one place, so that they can be forgotten.

What is the same as the pick (or the decision) that it comes from is not written down a second time: it
stands with whoever wrote it first.
"""

from __future__ import annotations

from dialogs.journey.experiments.state import Decision, Experiment, Source
from dialogs.journey.journey import Journey
from dialogs.journey.workshops.state import Brought, Held


def workshop(journey: Journey, source: Source) -> Held | None:
    """The workshop that a pick was brought up in."""
    return next((one for one in journey.held if source.session and one.session == source.session), None)


def pick(journey: Journey, source: Source) -> Brought | None:
    """The pick itself."""
    held = workshop(journey, source)
    picks = held.picks if held else ()
    return next((one for one in picks if (one.step, one.note) == (source.step, source.note)), None)


def of_pick(journey: Journey, source: Source) -> str:
    """The words of a pick; "" when there is none such."""
    found = pick(journey, source)
    return found.text if found else ""


def of_decision(journey: Journey, decision: Decision | None) -> str:
    """What was decided; "" when whoever wrote it was forgotten."""
    return (decision.text or of_pick(journey, decision.source)) if decision else ""


def of_experiment(journey: Journey, one: Experiment) -> str:
    """What is tried."""
    decision = journey.experiments.decisions.get(one.decision)
    return one.words.get("what", "") or of_decision(journey, decision)
