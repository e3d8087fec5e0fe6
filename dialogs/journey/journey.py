"""`Journey`: everything that is true of a channel between its workshops. The fold of its log."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from immutables import Map

from dialogs.journey.diary.state import Mirror, Observation
from dialogs.journey.experiments.state import Experiments
from dialogs.journey.process.state import Course
from dialogs.journey.tasks.state import Task
from dialogs.journey.workshops.state import Held
from dialogs.people import PersonId


@dataclass(frozen=True, slots=True)
class Journey:
    """One channel's journey (matka). `id` begins with "j", which no session's does."""

    id: str
    place: str
    language: str
    zone: str
    opened_at: datetime
    names: Map[PersonId, str] = field(default_factory=Map)
    """Everybody who has taken part, also those who have gone."""
    gone: frozenset[PersonId] = frozenset()
    held: tuple[Held, ...] = ()
    """The workshops that were held here, the oldest first."""
    live: str = ""
    """The session that goes on here."""
    tasks: Map[int, Task] = field(default_factory=Map)
    """The interim tasks that were given here, by their numbers."""
    observations: Map[int, Observation] = field(default_factory=Map)
    """Everybody's diary, by numbers."""
    observed: int = 0
    """How many observations there have ever been."""
    mirrors: tuple[Mirror, ...] = ()
    courses: tuple[Course, ...] = ()
    """The processes of the channel, the oldest first; at most one of them still has meetings to come."""
    experiments: Experiments = field(default_factory=Experiments)

    def name(self, person: PersonId) -> str:
        """How a person is called; "" when nobody knows (or they were forgotten)."""
        return self.names.get(person, "")

    @property
    def members(self) -> tuple[PersonId, ...]:
        """Everybody who takes part now, in a settled order."""
        return tuple(sorted(one for one in self.names if one not in self.gone))

    def takes_part(self, person: PersonId) -> bool:
        """Whether the person has taken part and has not gone."""
        return person in self.names and person not in self.gone


def is_journey(stream: str) -> bool:
    """Whether a stream of the outbox, or the id on a button, is a journey's."""
    return stream.startswith("j")
