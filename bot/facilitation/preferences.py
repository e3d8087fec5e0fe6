"""What people told us of when they may be reminded: rows of ours into a `Rhythm`, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from dialogs.calendar.hours import OFFICE, Hours, Rhythm
from dialogs.calendar.workdays import Absence

MOST_ABSENCES = 20


def rhythm(body: Mapping[str, Any], zone: str) -> Rhythm:
    """The rhythm of somebody in `zone` who told us `body` ({} for nothing)."""
    return Rhythm(zone, hours(body), absences(body))


def hours(body: Mapping[str, Any]) -> Hours:
    """Their working hours."""
    told = body.get("hours")
    return Hours(time.fromisoformat(told[0]), time.fromisoformat(told[1])) if told else OFFICE


def absences(body: Mapping[str, Any]) -> tuple[Absence, ...]:
    """When they are away, the earliest first."""
    spans = (Absence(date.fromisoformat(one[0]), date.fromisoformat(one[1])) for one in body.get("away", ()))
    return tuple(sorted(spans, key=lambda one: (one.first, one.last)))


def with_absence(body: Mapping[str, Any], away: Absence, today: date) -> dict[str, Any]:
    """`body` with one more absence; those that are over are let go."""
    kept = [one for one in (*absences(body), away) if one.last >= today]
    spans = sorted({(one.first.isoformat(), one.last.isoformat()) for one in kept})[:MOST_ABSENCES]
    return {**body, "away": [list(one) for one in spans]}


def without_absences(body: Mapping[str, Any]) -> dict[str, Any]:
    """`body` of somebody who is here."""
    return {name: value for name, value in body.items() if name != "away"}


def with_hours(body: Mapping[str, Any], told: Hours) -> dict[str, Any]:
    """`body` with other working hours."""
    return {**body, "hours": [told.start.isoformat("minutes"), told.end.isoformat("minutes")]}
