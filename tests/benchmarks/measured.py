"""What a measurement found."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A line of the table. `met` is None where there is no target."""

    what: str
    measured: str
    target: str = ""
    met: bool | None = None


def median(values: Sequence[float]) -> float:
    """The one in the middle."""
    return statistics.median(values)


def p99(values: Sequence[float]) -> float:
    """What only one in a hundred exceeds."""
    return statistics.quantiles(values, n=100)[98]


def at_most(what: str, value: float, most: float, unit: str, more: str = "") -> Line:
    """A line about something that must not exceed `most`."""
    return Line(what, f"{_short(value)} {unit}{more}", f"≤ {_short(most)} {unit}", value <= most)


def at_least(what: str, value: float, least: float, unit: str, more: str = "") -> Line:
    """A line about something that must not fall below `least`."""
    return Line(what, f"{_short(value)} {unit}{more}", f"≥ {_short(least)} {unit}", value >= least)


def flat(what: str, before: float, after: float, unit: str) -> Line:
    """A line about something that must not change by more than a fifth."""
    ratio = after / before
    text = f"{_short(before)} → {_short(after)} {unit} ({ratio:.2f} ×)"
    return Line(what, text, "0.80 – 1.20 ×", 0.8 <= ratio <= 1.2)


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.2f}"
