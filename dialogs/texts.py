"""What people type, made fit to keep: control and direction characters out, white space tidy, length checked.

Nothing is cut silently.
"""

from __future__ import annotations

import re
import unicodedata

NOTE_LENGTH = 500
LINE_LENGTH = 300
NAME_LENGTH = 80
_GROWS = 4
"""How many times longer a text may become when it is put into its usual form (NFC)."""
_KEPT = {"\n", "\t", "\u200c", "\u200d"}
"""Line breaks, and the joiners that emoji and some scripts need."""
_BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that show nothing."""
_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
_LINES = re.compile(r"\n(?: ?\n)+")


class TextError(ValueError):
    """A text that cannot be kept as it is; `key` is the phrase under `field.` that says why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def clean(text: str, longest: int = NOTE_LENGTH) -> str:
    """`text` tidied, "" when nothing readable is left.

    Raises `TextError` ("too_long") when it is longer than `longest`.
    """
    if len(text) > longest * 8:
        raise TextError("too_long")
    seen = unicodedata.normalize("NFC", "".join(filter(_shown, _BREAKS.sub("\n", text))))
    tidy = _LINES.sub("\n\n", _SPACES.sub(" ", seen)).strip()
    if len(tidy) > longest:
        raise TextError("too_long")
    return tidy if any(map(_readable, tidy)) else ""


def required(text: str, longest: int = NOTE_LENGTH) -> str:
    """`clean(text)`; raises `TextError` ("empty") when there is nothing in it."""
    tidy = clean(text, longest)
    if not tidy:
        raise TextError("empty")
    return tidy


def name(text: str) -> str:
    """A display name in one line, cut to a readable length."""
    start = text[: NAME_LENGTH * 4]
    return " ".join(clean(start, len(start) * _GROWS).split())[:NAME_LENGTH].strip()


def tidy_line(text: str, longest: int) -> str:
    """The first `longest` characters of `text` in one line: for what is understood, not kept."""
    return " ".join(clean(text[:longest], longest * _GROWS).split())


def _shown(character: str) -> bool:
    """Control, surrogate, private and direction-changing characters are left out."""
    return character in _KEPT or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}


def _readable(character: str) -> bool:
    """Whether there is anything to see: a letter, number, mark of writing or sign."""
    return unicodedata.category(character)[0] in "LNPS" and character not in _BLANKS
