"""What people type, made fit to keep: control and direction characters out, white space tidy, length checked.

Nothing is cut silently.
"""

from __future__ import annotations

import re
import unicodedata

NOTE_LENGTH = 500
LINE_LENGTH = 300
NAME_LENGTH = 80
_KEPT = {"\n", "\t"}
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\n{3,}")


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
    seen = "".join(one for one in unicodedata.normalize("NFC", text) if _shown(one))
    tidy = _LINES.sub("\n\n", _SPACES.sub(" ", seen.replace("\r\n", "\n"))).strip()
    if len(tidy) > longest:
        raise TextError("too_long")
    return tidy if any(one.isprintable() and not one.isspace() for one in tidy) else ""


def required(text: str, longest: int = NOTE_LENGTH) -> str:
    """`clean(text)`; raises `TextError` ("empty") when there is nothing in it."""
    tidy = clean(text, longest)
    if not tidy:
        raise TextError("empty")
    return tidy


def name(text: str) -> str:
    """A display name in one line, cut to a readable length."""
    one_line = " ".join(clean(text[: NAME_LENGTH * 4], NAME_LENGTH * 4).split())
    return one_line[:NAME_LENGTH].strip()


def _shown(character: str) -> bool:
    """Control, surrogate, private and direction-changing characters are left out; joiners of emoji stay."""
    if character in _KEPT or character in {"\u200d", "\ufe0f"}:
        return True
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
