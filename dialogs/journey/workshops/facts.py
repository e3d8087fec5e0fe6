"""Facts about the workshops of a journey."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dialogs.group_memory import Division
from dialogs.journey.fact import JourneyFact


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopEntered(JourneyFact):
    """A workshop goes on in the channel now."""

    session: str
    slug: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopHeld(JourneyFact):
    """A workshop was held. What was brought up in it follows as `PickKept`."""

    session: str
    slug: str
    began_at: datetime
    people: tuple[str, ...]
    facilitators: tuple[str, ...]
    divided: tuple[Division, ...] = ()
    """How its people were divided, step by step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PickKept(JourneyFact):
    """Something that was brought up in a workshop. `person` wrote it ("" when nobody is known)."""

    session: str
    step: str
    note: str
    cell: str
    person: str
    text: str
    theme: str = ""
