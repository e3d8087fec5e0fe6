"""Where a word may be broken when it is wider than its line."""

from __future__ import annotations

_VOWELS = frozenset("aeiouyäöåüéèáó")
_AFTER = frozenset("-/–—_.@")
_LEAST = 3


def break_points(word: str) -> list[int]:
    """Positions before which `word` may be broken, in order.

    The rule is that of Finnish syllables: a break stands before the last consonant that precedes a vowel.
    It reads well enough in Swedish and English for the rare word that is wider than a petal.
    """
    low = word.lower()
    return [i for i in range(2, len(word) - 1) if low[i - 1] in _AFTER or _syllable_starts(low, i)]


def _syllable_starts(low: str, at: int) -> bool:
    if at < _LEAST or len(low) - at < _LEAST or not (low[at].isalpha() and low[at - 1].isalpha()):
        return False
    opens = low[at] not in _VOWELS and low[at + 1] in _VOWELS
    return opens and any(letter in _VOWELS for letter in low[:at])


def joint(left: str) -> str:
    """What is written at the end of a line that stops inside a word: a hyphen, unless one stands there."""
    return "" if left[-1] in _AFTER else "-"
