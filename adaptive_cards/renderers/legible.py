"""Text that can be shown: without the characters that no screen shows and that some screens obey."""

from __future__ import annotations

import re

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_HALVES = re.compile(r"[\ud800-\udfff]")
_TURNS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


def legible(text: str) -> str:
    r"""`text` without control characters (but `\n` and `\t`); half a surrogate pair becomes "\ufffd"."""
    return _HALVES.sub("\ufffd", _UNSEEN.sub("", text.replace("\r\n", "\n")))


def one_way(text: str) -> str:
    """The same without the characters that turn the writing direction, where they cannot be fenced in."""
    return _TURNS.sub("", legible(text))
