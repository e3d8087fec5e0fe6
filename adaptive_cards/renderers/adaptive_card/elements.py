"""The few elements of Adaptive Cards that everything here is made of."""

from __future__ import annotations

from typing import Any

from adaptive_cards.renderers.adaptive_card.text import escape, lines

Json = dict[str, Any]
BULLET = "•\u00a0"
"""Stays on the line of the word that it begins."""


def run(text: str, *, bold: bool = False, italic: bool = False, subtle: bool = False) -> Json:
    """Literal text in a line of running text."""
    made: Json = {"type": "TextRun", "text": text}
    if bold:
        made["weight"] = "Bolder"
    if italic:
        made["italic"] = True
    if subtle:
        made["isSubtle"] = True
    return made


def rich_line(runs: list[Json], spacing: str = "") -> Json:
    """A line of running text."""
    return spaced({"type": "RichTextBlock", "inlines": runs}, spacing)


def markdown_line(text: str, spacing: str = "", *, subtle: bool = False) -> Json:
    """A line that Teams reads as Markdown: `text` is already escaped."""
    made: Json = {"type": "TextBlock", "text": text, "wrap": True}
    return spaced({**made, "isSubtle": True} if subtle else made, spacing)


def heading_block(text: str) -> Json:
    """A heading inside the card, known as one to screen readers."""
    return {**markdown_line(_one_line(text)), "style": "heading", "weight": "Bolder", "size": "Medium"}


def title_block(text: str) -> Json:
    """The heading of the whole card."""
    return {**heading_block(text), "size": "Large"}


def spaced(element: Json, spacing: str) -> Json:
    """`element` with its distance to the one above ("" for the platform's own)."""
    return {**element, "spacing": spacing} if spacing else element


def _one_line(text: str) -> str:
    return escape(" ".join(lines(text)))
