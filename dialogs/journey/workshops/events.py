"""What the sessions of the channel tell the journey."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dialogs.group_memory import Division
from dialogs.journey.workshops.state import Brought


@dataclass(frozen=True, slots=True)
class WorkshopBegan:
    """The first step of a session began."""

    session: str
    slug: str
    people: tuple[tuple[str, str], ...]
    """(person, name) of everybody who is in it, facilitators too."""


@dataclass(frozen=True, slots=True)
class WorkshopEnded:
    """A session was closed after it had begun."""

    session: str
    slug: str
    began_at: datetime
    people: tuple[tuple[str, str], ...]
    """(person, name) of those who took part."""
    facilitators: tuple[tuple[str, str], ...]
    picks: tuple[Brought, ...] = ()
    divided: tuple[Division, ...] = ()
    """How its people were divided, step by step."""
