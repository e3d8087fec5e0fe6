"""Cutting to a length, in the one way that everything of ours is cut."""

from __future__ import annotations

ELLIPSIS = "…"


def cut(text: str, longest: int) -> str:
    """`text`, at most `longest` characters.

    What does not fit is replaced by one "…" at a word's end if there is one near.
    """
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    space = head.rfind(" ", max(0, len(head) - 20))
    return (head[:space] if space > 0 else head).rstrip() + ELLIPSIS
