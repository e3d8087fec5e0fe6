"""Digests of reminders, and commands that could mean several teams."""

from __future__ import annotations

from datetime import date

from adaptive_cards.samples.material import Named
from dialogs.journey.messages import Digest, DigestLine, JourneyMessage, WhichJourney, WhyReminded

DAY = date(2027, 2, 1)
LINES: tuple[DigestLine, ...] = (DigestLine("j1", "", "x/1", "answered", None),)


def samples() -> tuple[Named[JourneyMessage], ...]:
    """(name, message)."""
    return (
        ("digest", Digest(DAY, LINES)),
        ("digest-long", Digest(DAY, LINES * 6)),
        ("which-journey", WhichJourney(3)),
        ("why-reminded", WhyReminded()),
    )
