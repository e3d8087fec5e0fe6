"""Text as Teams must get it: without control characters, and escaped where Markdown would be read.

Teams reads Markdown in `TextBlock` (and, in some clients, in the titles of choices), never in `TextRun`
(platforms.md 2.8). Escapes are CommonMark's.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_HARMFUL = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f"  # control characters
    r"\ud800-\udfff"  # lone surrogates: they cannot be sent as UTF-8
    r"\u202a-\u202e\u2066-\u2069]"  # direction overrides: one left open turns the rest of the line around
)
_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_INLINE = re.compile(r"[\\`*_\[\]<~]|&(?=#?\w+;)|(?<=\w)@|:(?=//)|(?<=www)\.", re.IGNORECASE)
_LINE_START = re.compile(r"^(\d{0,9})([#+\-=>.)])")
_MARKS = re.compile(r"[*_~]+")
_HAIR = "\u200a"
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_IN_ADDRESS = "/:?#@!$&'*+,;=%~"


def tidy(text: str) -> str:
    """`text` with line ends as newlines, without what cannot be shown or would turn other text around."""
    return _HARMFUL.sub("", _LINE_ENDS.sub("\n", text).replace("\t", " "))


def clean(text: str) -> str:
    """`tidy`, and trimmed."""
    return tidy(text).strip()


def lines(text: str, most: int = 30) -> list[str]:
    """The non-empty lines of `text`, at most `most`: what follows goes on the last one."""
    found = [line.strip() for line in clean(text).split("\n") if line.strip()]
    return found if len(found) <= most else [*found[: most - 1], " ".join(found[most - 1 :])]


def escape(text: str, *, at_start: bool = True) -> str:
    """A line, or a part of one, for a `TextBlock`: Markdown shows it exactly as it is, no link is made."""
    escaped = _INLINE.sub(lambda found: "\\" + found[0], text)
    return _LINE_START.sub(r"\1\\\2", escaped) if at_start else escaped


def defuse(text: str) -> str:
    """One line for places where only some clients read Markdown: the same to the eye with and without it.

    Marks of emphasis count only beside a word, so hair spaces take their power; links need `](`.
    """
    apart = _MARKS.sub(lambda found: _HAIR + found[0] + _HAIR, text)
    return apart.replace("](", "]" + _HAIR + "(").replace("`", "\u02cb")


def is_address(url: str) -> bool:
    """Whether Teams can open or fetch it: https, or http on this machine (tests, the Agents Playground)."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK))


def in_markdown(url: str) -> str:
    """An address for a Markdown link: no character that would end it."""
    return quote(url, safe=_IN_ADDRESS)
