"""What the cards and forms of the diary say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from dialogs.journey.diary.state import Sharing, Sort
from dialogs.journey.messages import JourneyForm, JourneyMessage


@dataclass(frozen=True, slots=True)
class ObservationView:
    """An observation, to its author. `at` is UTC; `used`: it has been in a mirror."""

    id: int
    text: str
    sort: Sort
    tags: tuple[str, ...]
    at: datetime
    sharing: Sharing
    used: bool


@dataclass(frozen=True, slots=True)
class ObservationCard(JourneyMessage):
    """One observation, in its author's direct messages: what it is of, and whom it is for."""

    journey: str
    observation: ObservationView


@dataclass(frozen=True, slots=True)
class ObservationGone(JourneyMessage):
    """In the place of an observation that its author took away."""


@dataclass(frozen=True, slots=True)
class MyObservations(JourneyMessage):
    """One's own observations, the newest first; `more`: how many older ones there are."""

    journey: str
    observations: tuple[ObservationView, ...]
    more: int
    leads: bool


@dataclass(frozen=True, slots=True)
class SortCount:
    """How many observations there are of a sort ("" for the rest)."""

    sort: str
    n: int


@dataclass(frozen=True, slots=True)
class TagCount:
    """How many observations have a tag."""

    tag: str
    n: int


@dataclass(frozen=True, slots=True)
class TextView:
    """An observation in a mirror; `name` "" without."""

    sort: str
    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class WeekCount:
    """A week (its Monday), and how many observations of each sort; the last is of the rest."""

    monday: date
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The weeks in order. `rest`: how many there are besides, of no certain week.

    `ref` names the picture to the courier.
    """

    ref: str
    weeks: tuple[WeekCount, ...]
    rest: int


@dataclass(frozen=True, slots=True)
class MirrorView:
    """What a mirror shows. `waits`: something shared without a name waits for others."""

    mirror: int
    people: int
    sorts: tuple[SortCount, ...]
    tags: tuple[TagCount, ...]
    texts: tuple[TextView, ...]
    picture: TimelineView | None
    waits: bool


@dataclass(frozen=True, slots=True)
class MirrorBoard(JourneyMessage):
    """The mirror in the channel."""

    journey: str
    mirror: MirrorView

    @property
    def picture(self) -> TimelineView | None:
        """What is drawn on the card."""
        return self.mirror.picture


@dataclass(frozen=True, slots=True)
class ObserveForm(JourneyForm):
    """A new observation; `text` stands there already."""

    journey: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class ObservationMineForm(JourneyForm):
    """One's own observations, of which one is to be changed."""

    journey: str
    observations: tuple[ObservationView, ...]


@dataclass(frozen=True, slots=True)
class ObservationForm(JourneyForm):
    """One own observation, to be changed or taken away."""

    journey: str
    observation: ObservationView
