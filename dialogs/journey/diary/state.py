"""Observations as they stand, and the mirrors that they were laid out in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dialogs.people import PersonId


class Sort(StrEnum):
    """What an observation is of."""

    LOAD = "load"
    """A load factor or a disturbance (kuormitustekijä tai häiriö)."""
    SUCCESS = "success"
    IDEA = "idea"
    UNSORTED = "unsorted"
    """Its author has not said yet."""


SORTS = (Sort.LOAD, Sort.SUCCESS, Sort.IDEA)
"""Those that one chooses from."""


class Sharing(StrEnum):
    """Whom an observation is for."""

    KEPT = "kept"
    """Its author alone."""
    NAMED = "named"
    NAMELESS = "nameless"
    """Everybody, without the name, and only together with those of enough others."""


@dataclass(frozen=True, slots=True)
class Observation:
    """Something that somebody observed (havainto). `id` is its number in the journey."""

    id: int
    person: PersonId
    text: str
    sort: Sort
    tags: tuple[str, ...]
    at: datetime
    sharing: Sharing = Sharing.KEPT
    mirror: int = 0
    """The mirror that it was laid out in, 0 for none."""
    nonce: str = ""

    @property
    def readable(self) -> bool:
        """Whether anything is left of it (nothing is when its author was forgotten)."""
        return bool(self.text)

    @property
    def shared(self) -> bool:
        """Whether it is for others too."""
        return self.readable and self.sharing is not Sharing.KEPT


@dataclass(frozen=True, slots=True)
class Mirror:
    """Observations that were laid out for all (peiliaineisto); `session` "": between workshops."""

    id: int
    session: str
    at: datetime
    observations: tuple[int, ...]
