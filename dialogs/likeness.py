"""Which notes look alike: the same words, however they are inflected.

Only advice, for theming (teemoittelu).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz

from dialogs.session import Note

LIKE = 62
"""How alike two notes must be, of 100."""
_WORD = re.compile(r"[^\W\d_]{3,}")


def alike(note: Note, others: Iterable[Note]) -> tuple[str, ...]:
    """The ids of `note` and of those of `others` that look like it; () when it is alone."""
    found = tuple(one.id for one in others if one.id == note.id or likeness(note.text, one.text) >= LIKE)
    return found if len(found) > 1 else ()


def likeness(one: str, other: str) -> float:
    """0-100: how many word stems two texts share, whatever their order."""
    stems = stemmed(one), stemmed(other)
    if not all(stems):
        return 0.0
    shared = len(set(stems[0].split()) & set(stems[1].split()))
    return fuzz.token_set_ratio(*stems) if shared else fuzz.token_sort_ratio(*stems)


@lru_cache(maxsize=4096)
def stemmed(text: str) -> str:
    """The stems of the words of a text, in order."""
    return " ".join(_stemmer().stemWords(_WORD.findall(text.lower())))


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    # It brings every language that it knows, a tenth of a second's work: not before somebody themes notes.
    import snowballstemmer  # noqa: PLC0415

    return snowballstemmer.stemmer("finnish")
