"""The little markup of phrases: `{name}` for a value, `**strong**`, `_emphasis_`.

It is parsed before values are put in, so a value, whatever a person wrote in it, can never become markup.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(r"(\*\*|\b_|_\b|\{[a-z_]+\})")


@dataclass(frozen=True, slots=True)
class Literal:
    """Text of ours."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value."""

    name: str
    bold: bool = False
    italic: bool = False


Part = Literal | Slot


@lru_cache(maxsize=4096)
def parse(template: str) -> tuple[Part, ...]:
    """The parts of `template`, in order."""
    parts: list[Part] = []
    bold = italic = False
    for piece in _TOKEN.split(template):
        if piece == "**":
            bold = not bold
        elif piece == "_":
            italic = not italic
        elif piece.startswith("{") and piece.endswith("}"):
            parts.append(Slot(piece[1:-1], bold, italic))
        elif piece:
            parts.append(Literal(piece, bold, italic))
    return tuple(parts)


def slots(template: str) -> frozenset[str]:
    """The names of the values that `template` wants."""
    return frozenset(part.name for part in parse(template) if isinstance(part, Slot))
