"""A draft: facts accepted one after another, each seen by the next. Lives inside one call of `advance`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from dialogs.evolve import evolve
from dialogs.facts import FactType
from dialogs.session import Run, Session


@dataclass(slots=True)
class Draft:
    """The session so far, and the facts that brought it here. `now` is UTC."""

    session: Session
    now: datetime
    facts: list[FactType] = field(default_factory=list)

    def accept(self, *facts: FactType) -> None:
        """Take `facts` as true, in this order."""
        for fact in facts:
            self.session = evolve(self.session, fact)
            self.facts.append(fact)

    @property
    def run(self) -> Run:
        """The run of the step that goes on now; only while one does."""
        return self.session.runs[self.session.current]
