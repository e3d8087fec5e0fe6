"""How pictures and files of a card are reached on the platform at hand.

Resolved by the courier before rendering.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Enclosure:
    """One picture or file.

    An address (`url`) or a file already with the platform (`file_id`), or neither (left out).
    """

    url: str = ""
    file_id: str = ""

    def __bool__(self) -> bool:
        """Whether it can be shown at all."""
        return bool(self.url or self.file_id)


Enclosures = Mapping[str, Enclosure]
"""`Picture.ref` / `Attachment.ref` -> where it is. A ref that is missing is left out of the payload."""

NOTHING: Enclosures = {}
