"""A draft: facts accepted one after another, each seen by the next. Lives inside one call of `advance`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from dialogs.journey.fact import JourneyFact
from dialogs.journey.journey import Journey


@dataclass(slots=True)
class Draft:
    """The journey so far, and the facts that brought it here. `now` is UTC."""

    journey: Journey
    now: datetime
    evolve: Callable[[Journey, JourneyFact], Journey]
    facts: list[JourneyFact] = field(default_factory=list)

    def accept(self, *facts: JourneyFact) -> None:
        """Take `facts` as true, in this order."""
        for fact in facts:
            self.journey = self.evolve(self.journey, fact)
            self.facts.append(fact)
