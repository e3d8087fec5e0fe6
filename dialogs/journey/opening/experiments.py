"""Open experiments on the opening card."""

from __future__ import annotations

from dialogs.journey.experiments.messages import ExperimentLine
from dialogs.journey.experiments.showing import line
from dialogs.journey.journey import Journey


def experiment_lines(journey: Journey) -> tuple[ExperimentLine, ...]:
    """A line for each experiment that is still to be judged, the oldest first."""
    return tuple(line(journey, one) for one in journey.experiments.in_order() if one.is_open)
