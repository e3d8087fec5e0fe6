"""A workshop that was held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dialogs.group_memory import Division
from dialogs.people import PersonId


@dataclass(frozen=True, slots=True)
class Brought:
    """Something that was brought up (nosto): the step and the note that it was written on, and its words."""

    step: str
    note: str
    cell: str
    text: str
    person: PersonId = ""
    """Who wrote it; shown to nobody, but needed when they have themselves forgotten."""
    theme: str = ""
    """The theme that it was put under, "" for none."""


@dataclass(frozen=True, slots=True)
class Held:
    """A workshop that was held (pidetty paja)."""

    session: str
    slug: str
    began_at: datetime
    ended_at: datetime
    people: tuple[PersonId, ...]
    facilitators: tuple[PersonId, ...]
    picks: tuple[Brought, ...] = ()
    divided: tuple[Division, ...] = ()
