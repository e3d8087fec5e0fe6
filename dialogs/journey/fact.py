"""What every fact of a journey has.

The rules are those of `dialogs.facts`: shapes are only ever extended, times are UTC, and what people wrote
stands only in fields called `text`, `line`, `texts` and `name`, beside the `person` who wrote it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyFact:
    """Something that was accepted, and when (UTC)."""

    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyOpened(JourneyFact):
    """The first fact of a journey: the channel (or direct chat) that it belongs to."""

    journey: str
    place: str
    language: str
    zone: str = "Europe/Helsinki"
    """The team's time zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonNamed(JourneyFact):
    """Somebody takes part in the journey, or is called something else now."""

    person: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonGone(JourneyFact):
    """Somebody left the channel or the company, or had themselves forgotten: nothing waits for them."""

    person: str
