"""Facts about the diary. `observation` is a number in the journey, from 1; so is `mirror`."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.journey.diary.state import Sharing, Sort
from dialogs.journey.fact import JourneyFact


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationNoted(JourneyFact):
    """Somebody noted an observation; nobody but them sees it. `texts` are its tags."""

    observation: int
    person: str
    text: str
    sort: Sort
    texts: tuple[str, ...] = ()
    nonce: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationChanged(JourneyFact):
    """Somebody put their own observation into other words. `texts` are its tags."""

    observation: int
    person: str
    text: str
    sort: Sort
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationDropped(JourneyFact):
    """Somebody took their own observation away."""

    observation: int
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationShared(JourneyFact):
    """Somebody shares their own observation, or keeps it after all."""

    observation: int
    person: str
    sharing: Sharing


@dataclass(frozen=True, slots=True, kw_only=True)
class MirrorLaid(JourneyFact):
    """Observations were laid out for all: in the workshop `session`, or because `by` asked."""

    mirror: int
    session: str
    by: str
    observations: tuple[int, ...]


KINDS: tuple[type[JourneyFact], ...] = (
    ObservationNoted,
    ObservationChanged,
    ObservationDropped,
    ObservationShared,
    MirrorLaid,
)
