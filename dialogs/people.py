"""People: who takes part, and how they are named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

PersonId = str
"""`platform:tenant:local`; opaque here."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who joined (osallistuja). `name` is shown as it is, never inflected."""

    person: PersonId
    name: str
    language: str
    joined_at: datetime
    present: bool = True
    """False when they have left; what they wrote stays."""
    reachable: bool = True
    """False when the platform could not deliver a direct message ("ei tavoitettu")."""
