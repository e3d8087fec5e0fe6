"""How the courier behaves."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from weakref import WeakValueDictionary

from bot.outbox.pace import LIMITS, Limits
from bot.platforms.platform import Address


@dataclass(frozen=True, slots=True)
class Manners:
    """All times in seconds."""

    between_edits: float = 2.0
    """Between two edits of one board."""
    doubt: float = 10.0
    """Until a doubtful post that cannot be found is posted again: what is on its way must have landed."""
    first_wait: float = 0.5
    """After the first failure; doubled after each further one."""
    longest_wait: float = 30.0
    root_wait: float = 0.25
    """Between two looks whether the card that a thread hangs under has been posted, or a picture is drawn."""
    picture_wait: float = 3.0
    """For which a new post waits for its picture; after that it goes without, and the picture follows."""
    limits: Mapping[str, Limits] = field(default_factory=lambda: LIMITS)
    """What each platform allows."""


class OneAtATime:
    """In a room one parcel at a time, though a session, a journey and a digest meet there."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def within(self, address: Address) -> asyncio.Lock:
        """To be held while a parcel is on its way there."""
        room = "+".join((*address.people, address.conversation, address.root))
        return self._locks.setdefault(room, asyncio.Lock())
