"""Open experiments on the opening card."""

from __future__ import annotations

from dialogs.journey.journey import Journey
from dialogs.journey.opening.messages import OpenLine


def experiment_lines(_: Journey) -> tuple[OpenLine, ...]:
    """A line for each experiment that has no verdict yet; none before there are experiments in a journey."""
    return ()
