"""What time of day a phrase ends (or begins) with: "klo 9", "9.30", "klo 9-12", "at 9:30 am" (kellonaika)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, local; `until` when it has an end."""

    at: time
    until: time | None = None


_PREFIX = r"(?P<said>klo|kello|kl|at|@)\.? ?"


def _time(name: str) -> str:
    return rf"(?P<{name}>\d{{1,2}})(?:[.:](?P<{name}_minutes>\d{{2}}))? ?(?P<{name}_half>[ap]\.?m\.?)?"


_CLOCK = rf"{_time('at')}(?: ?(?:-|till|to) ?{_time('until')})?"
_PATTERNS = (
    re.compile(rf"(?P<rest>.*?)(?:^|[ ,]+)(?:{_PREFIX})?{_CLOCK}"),
    re.compile(rf"(?:{_PREFIX})?{_CLOCK}[ ,]+(?P<rest>.+)"),
)


def split_clock(phrase: str) -> tuple[str, Clock] | None:
    """The phrase without its time of day, and that; None when it has none, or one that no clock shows.

    Without "klo" a number is a time of day only with its minutes ("9.30"), or when it is a span after
    something else ("23.1. 9-12").
    """
    for pattern in _PATTERNS:
        match = pattern.fullmatch(phrase)
        if match and _is_time(match) and (clock := _clock(match)):
            return match["rest"].strip(" ,"), clock
    return None


def _is_time(match: re.Match[str]) -> bool:
    if match["said"] or match["at_half"]:
        return True
    if match["until"]:
        return bool(match["rest"])
    return bool(match["at_minutes"])


def _clock(match: re.Match[str]) -> Clock | None:
    try:
        at = _read(match, "at")
        until = _read(match, "until") if match["until"] else None
    except ValueError:
        return None
    return Clock(at, until) if until is None or until > at else None


def _read(match: re.Match[str], name: str) -> time:
    hour, half = int(match[name]), (match[f"{name}_half"] or "")[:1]
    if half and hour not in range(1, 13):
        raise ValueError("the clock of twelve hours has those from 1 to 12")
    return time(hour % 12 + 12 * (half == "p") if half else hour, int(match[f"{name}_minutes"] or 0))
