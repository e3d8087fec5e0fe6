"""What the cards and forms of journeys say, as values without words. Each area has its own `messages`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


class JourneyMessage:
    """Everything that can stand on a card of a journey."""

    __slots__ = ()


class JourneyForm:
    """Everything that can be a form of a journey."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class NudgeView:
    """What a reminder says; each kind of reminder has a subclass in its area's `messages`."""


@dataclass(frozen=True, slots=True)
class OwnThing:
    """Something that a person has open; each area has a subclass in its `messages`."""


@dataclass(frozen=True, slots=True)
class OwnLine:
    """One open thing of a person: its journey, the workshop held last there (`slug`), and what it is."""

    journey: str
    slug: str
    thing: OwnThing


@dataclass(frozen=True, slots=True)
class OwnThings(JourneyMessage):
    """To one person: everything that they have open, in all their journeys."""

    lines: tuple[OwnLine, ...]


@dataclass(frozen=True, slots=True)
class WhichJourney(JourneyMessage):
    """A command in a direct chat of somebody who is in several journeys (`n`): it is not clear which one."""

    n: int


@dataclass(frozen=True, slots=True)
class DigestLine:
    """One reminder of a digest: its journey, and what it says.

    `slug` is the workshop that was held last there, so that the reader knows which team it is ("" for none).
    `view` None: it was answered, or need not be said any more.
    """

    journey: str
    slug: str
    item: str
    kind: str
    view: NudgeView | None


@dataclass(frozen=True, slots=True)
class Digest(JourneyMessage):
    """Everything that a person is reminded of on one day, in one direct message. Button `why`."""

    day: date
    lines: tuple[DigestLine, ...]


@dataclass(frozen=True, slots=True)
class WhyReminded(JourneyMessage):
    """Miksi sain tämän?: the private answer to a button on a digest."""
