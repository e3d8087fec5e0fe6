"""What may happen to a process. `person` and `name` are of whoever acts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from dialogs.journey.process.facts import FirstDate
from dialogs.journey.process.state import Answer, Structure, Verdict


@dataclass(frozen=True, slots=True)
class ProcessAsked:
    """Somebody wants to begin a process; the dates are proposed already."""

    person: str
    name: str
    structure: Structure
    clock: time
    weekday: int
    meetings: tuple[FirstDate, ...]


@dataclass(frozen=True, slots=True)
class Agreed:
    """The facilitator takes the proposed dates."""

    person: str
    number: int


@dataclass(frozen=True, slots=True)
class Dropped:
    """The facilitator closes a process for good, or leaves a proposal."""

    person: str
    number: int


@dataclass(frozen=True, slots=True)
class MoveWanted:
    """A meeting is put on another day (local), at its own time when `at` is None."""

    person: str
    number: int
    meeting: str
    day: date
    at: time | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """A meeting is held together with the one after it."""

    person: str
    number: int
    meeting: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A meeting is left out."""

    person: str
    number: int
    meeting: str


@dataclass(frozen=True, slots=True)
class Restored:
    """A meeting that was left out is held after all."""

    person: str
    number: int
    meeting: str


@dataclass(frozen=True, slots=True)
class Added:
    """A meeting more, on a day (local)."""

    person: str
    number: int
    day: date
    at: time | None
    workshop: str


@dataclass(frozen=True, slots=True)
class HeldElsewhere:
    """A meeting was held without the bot."""

    person: str
    number: int
    meeting: str


@dataclass(frozen=True, slots=True)
class PauseWanted:
    """`until` a day (local), or until somebody goes on."""

    person: str
    number: int
    until: date | None


@dataclass(frozen=True, slots=True)
class ResumeWanted:
    """It goes on."""

    person: str
    number: int


@dataclass(frozen=True, slots=True)
class LeadGiven:
    """Somebody (`other`, called `name`) facilitates, too, or instead of whoever gives (`alone`)."""

    person: str
    number: int
    other: str
    name: str
    alone: bool = False


@dataclass(frozen=True, slots=True)
class LeadTaken:
    """A participant takes over from facilitators who have gone."""

    person: str
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class PromiseSought:
    """`asked`, called `name`, is asked to commit themselves."""

    person: str
    number: int
    promise: str
    asked: str
    name: str


@dataclass(frozen=True, slots=True)
class PromiseGiven:
    """What whoever was asked says."""

    person: str
    number: int
    promise: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class PromiseWritten:
    """What was agreed together."""

    person: str
    number: int
    promise: str
    text: str


@dataclass(frozen=True, slots=True)
class DatesWanted:
    """Somebody wants the dates in their calendar."""

    person: str
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class PracticeWritten:
    """A practice and who is responsible for it."""

    person: str
    number: int
    text: str
    owner: str


@dataclass(frozen=True, slots=True)
class PracticeLookedAt:
    """How a practice does."""

    person: str
    number: int
    follow_up: str
    practice: int
    verdict: Verdict
    text: str


@dataclass(frozen=True, slots=True)
class ChannelLost:
    """The channel, the bot in it, or the whole organisation is gone."""

    at: datetime | None = None
