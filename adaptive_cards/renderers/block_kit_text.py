"""Text for Slack: cleaned, measured as Slack may measure it, and always literal.

What people wrote only ever stands in `plain_text` objects and in `text` elements of `rich_text`. Slack reads
neither as markup; `mrkdwn` is not used at all. The one exception is a message's fallback line: it is escaped.
Source: Slack, "Formatting message text" and "Block Kit: rich text block".
"""

from __future__ import annotations

import re
from typing import Any

from adaptive_cards.card import Inline, Link, Mention, Rich, Span
from adaptive_cards.limits import ELLIPSIS

LONGEST_SPAN = 3000
LONGEST_FALLBACK = 800  # five times that, when all of it is ampersands: the 4,000 that Slack recommends
_ADDRESS = re.compile(r"https?://[^\s<>|]{1,2990}")
_USER = re.compile(r"slack:[^:]+:([UW][A-Z0-9]+)")
_UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters
    "\ud800-\udfff\ufeff\ufffe\uffff"  # halves of characters (no UTF-8) and what is no character
    "\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # signs that turn the direction of the text around them
)
_NEWLINE = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_BLANKS = re.compile(r"\s+")

Json = dict[str, Any]


def clean(text: str) -> str:
    """`text` without what no screen shows: control characters, halves of characters, direction overrides."""
    return _UNFIT.sub("", _NEWLINE.sub("\n", text))


def one_line(text: str) -> str:
    """`text` cleaned, on one line, without blanks at its ends."""
    return _BLANKS.sub(" ", clean(text)).strip()


def units(text: str) -> int:
    """The length in UTF-16 units: an emoji counts as two, the strictest way that Slack could be counting."""
    return len(text) + sum(character > "\uffff" for character in text)


def fit(text: str, longest: int) -> str:
    """`text`, at most `longest` UTF-16 units; what does not fit is replaced by one "…"."""
    if len(text) <= longest and units(text) <= longest:
        return text
    head = text[:longest]
    while units(head) > longest - 1:
        head = head[: -max(1, (units(head) - longest) // 2)]
    space = head.rfind(" ", max(0, len(head) - 20))
    return (head[:space] if space > 0 else head).rstrip() + ELLIPSIS


def plain(text: str, longest: int) -> Json:
    """A `plain_text` object on one line. `:wave:` stays as it was written."""
    return {"type": "plain_text", "text": fit(one_line(text), longest) or ELLIPSIS, "emoji": False}


def plain_lines(text: str, longest: int) -> Json:
    """A `plain_text` object that keeps its line breaks."""
    return {"type": "plain_text", "text": fit(clean(text).strip(), longest) or ELLIPSIS, "emoji": False}


def fallback(text: str) -> str:
    """The message's notification line. Slack reads it as markup, so `&`, `<` and `>` are escaped (once)."""
    short = fit(one_line(text), LONGEST_FALLBACK) or ELLIPSIS
    return short.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def text_element(text: str, *, bold: bool = False, italic: bool = False) -> Json:
    """A literal `text` element of `rich_text`."""
    style = {name: True for name, on in (("bold", bold), ("italic", italic)) if on}
    element: Json = {"type": "text", "text": fit(text, LONGEST_SPAN)}
    return {**element, "style": style} if style else element


def elements(rich: Rich) -> list[Json]:
    """The inline elements of a running text; empty spans are left out, as Slack refuses them."""
    return [element for inline in rich if (element := _element(inline))]


def section(rich: Rich) -> list[Json]:
    """A running text as one `rich_text_section`, or nothing when it is empty."""
    inside = elements(rich)
    return [{"type": "rich_text_section", "elements": inside}] if inside else []


def words(rich: Rich) -> str:
    """The same text without any styles, mentions and addresses."""
    return "".join(inline.name if isinstance(inline, Mention) else inline.text for inline in rich)


def _element(inline: Inline) -> Json | None:
    if isinstance(inline, Mention):
        user = _USER.fullmatch(inline.person)
        return {"type": "user", "user_id": user.group(1)} if user else _span(Span(inline.name))
    if isinstance(inline, Link) and _ADDRESS.fullmatch(inline.url):
        text = fit(one_line(inline.text), LONGEST_SPAN) or inline.url
        return {"type": "link", "url": inline.url, "text": text}
    return _span(inline if isinstance(inline, Span) else Span(inline.text))


def _span(span: Span) -> Json | None:
    text = clean(span.text)
    return text_element(text, bold=span.bold, italic=span.italic) if text else None
