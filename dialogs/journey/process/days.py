"""The date that was typed into a form, in the team's zone; what to do when it is not one day to come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from dialogs.calendar.dates import Found, Problem, Trouble, read_date
from dialogs.journey.area import Acting

DAY = "day"
"""The choice among the days that may be meant."""
DATE = "date"
LONGEST = 100


def typed(acting: Acting) -> str:
    """What was typed, short enough to be shown again."""
    return acting.one(DATE)[:LONGEST]


def day_given(
    acting: Acting, again: Callable[[tuple[date, ...]], Any], *, optional: bool = False
) -> tuple[Found | None, Any]:
    """(the day, None), or (None, what to answer): `again` makes the form with the days that may be meant.

    With `optional` an empty field is (None, None).
    """
    text = typed(acting)
    if optional and not text.strip():
        return None, None
    found = read_date(text, acting.now, acting.journey.zone)
    if isinstance(found, Found):
        return found, None
    if found.problem is Problem.AMBIGUOUS:
        chosen = _chosen(acting, found)
        return (Found(chosen), None) if chosen else (None, again(found.candidates))
    return None, {DATE: f"date_{found.problem}"}


def _chosen(acting: Acting, found: Trouble) -> date | None:
    return next((day for day in found.candidates if day.isoformat() == acting.one(DAY)), None)
