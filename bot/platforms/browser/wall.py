"""What stood in the rooms when the process stopped, so that they look the same when it starts again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from adaptive_cards.card import Card
from bot.platforms.platform import Address, Content


@dataclass(frozen=True, slots=True)
class PostedCard:
    """A card that stands in a room. `ref` is what `deliver` returned for it."""

    ref: str
    address: Address
    card: Card
    enclosures: Mapping[str, Content] = field(default_factory=dict)


class Wall(Protocol):
    """Asked once, at the start."""

    async def posted(self) -> Sequence[PostedCard]:
        """All cards that stand in the browser's rooms, as they are now, in the order first posted."""
        ...
