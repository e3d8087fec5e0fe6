"""Text made safe to draw, and measured with the font's own widths."""

from __future__ import annotations

import re
import unicodedata

from adaptive_cards.pictures.fonts import advances, can_draw

BOX = "☐"

_MANY_BOXES = re.compile(f"{BOX}{{4,}}")
_LOOKALIKES = {"\u2011": "-", "●": "•", "○": "•", "★": "*", "☆": "*", "✅": "✓", "✔": "✓", "↔": "–"}
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"})


def escape(text: str) -> str:
    """`text` for use in XML, as content or inside a double-quoted attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def legal(text: str) -> str:
    """`text` on one line without the characters that XML forbids or that would draw nothing."""
    spaced = "".join(" " if c.isspace() else c for c in text)
    return " ".join("".join(c for c in spaced if unicodedata.category(c) not in _UNSEEN - {"Mn"}).split())


def clean(text: str) -> str:
    """`text` as the font can draw it: one line, unknown letters as a box, unknown signs left out.

    A text of nothing but unknown signs becomes one box, so that nobody's note disappears.
    """
    drawn = _cleaned(text)
    # What was left out may have stood between a letter and its mark.
    return drawn if drawn == text else clean(drawn)


def _cleaned(text: str) -> str:
    composed = legal(unicodedata.normalize("NFC", text))
    drawn = " ".join("".join(_drawable(c) for c in composed).split())
    return _MANY_BOXES.sub(BOX * 3, drawn) if drawn or not composed else BOX


def _drawable(character: str) -> str:
    if character == " " or can_draw(character):
        return character
    plain = _LOOKALIKES.get(character) or unicodedata.normalize("NFKC", character)
    if all(c == " " or can_draw(c) for c in plain):
        return plain
    return BOX if unicodedata.category(character)[0] in "LN" else ""


def measure(text: str, *, bold: bool = False) -> float:
    """Width of a clean text in ems: multiply by the font size to get pixels."""
    widths = advances(bold=bold)
    return sum(widths.get(c, 1.0) for c in text)
