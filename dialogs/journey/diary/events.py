"""What people do with the diary. `name` is how the actor is called, for those who are new here."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.journey.diary.state import Sharing, Sort


@dataclass(frozen=True, slots=True)
class Observed:
    """Somebody observed something."""

    person: str
    name: str
    text: str
    sort: Sort = Sort.UNSORTED
    tags: tuple[str, ...] = ()
    nonce: str = ""


@dataclass(frozen=True, slots=True)
class ObservationReworded:
    """Somebody put their own observation into other words; without a text it is taken away."""

    observation: int
    person: str
    text: str = ""
    sort: Sort = Sort.UNSORTED
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ObservationSorted:
    """Somebody said what their own observation is of."""

    observation: int
    person: str
    sort: Sort


@dataclass(frozen=True, slots=True)
class SharingChosen:
    """Somebody shares their own observation, or keeps it after all."""

    observation: int
    person: str
    sharing: Sharing


@dataclass(frozen=True, slots=True)
class MirrorWanted:
    """A facilitator asks for the mirror."""

    person: str
