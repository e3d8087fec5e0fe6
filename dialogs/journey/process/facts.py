"""Facts about the processes of a channel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dialogs.journey.fact import JourneyFact
from dialogs.journey.process.state import Answer, Structure, Verdict


@dataclass(frozen=True, slots=True)
class FirstDate:
    """A meeting as it is planned; instants are UTC."""

    id: str
    workshop: str
    kind: str
    starts: datetime
    ends: datetime
    why: str


@dataclass(frozen=True, slots=True)
class NewDate:
    """Another date of a meeting; instants are UTC."""

    id: str
    starts: datetime
    ends: datetime
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessPlanned(JourneyFact):
    """Dates were proposed. All that the engine needs of the content stands here, so it may change later."""

    person: str
    number: int
    structure: Structure
    zone: str
    clock: str
    """When meetings begin by default, local time ("09:00")."""
    weekday: int
    meetings: tuple[FirstDate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessAgreed(JourneyFact):
    """The proposed dates hold: the process goes on."""

    person: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingsMoved(JourneyFact):
    """A meeting was put on another day, and those after it that had to go along. `person` "": a pause did."""

    person: str
    number: int
    dates: tuple[NewDate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingsMerged(JourneyFact):
    """`merged` is held together with `meeting`, on its day."""

    person: str
    number: int
    meeting: str
    merged: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSkipped(JourneyFact):
    """The meeting is left out."""

    person: str
    number: int
    meeting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRestored(JourneyFact):
    """The meeting that was left out is held after all."""

    person: str
    number: int
    meeting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingAdded(JourneyFact):
    """A meeting more; `workshop` "" for one without."""

    person: str
    number: int
    meeting: str
    workshop: str
    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingWorked(JourneyFact):
    """One of the workshops of a meeting was held; there may be another left."""

    number: int
    meeting: str
    workshop: str
    session: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingHeld(JourneyFact):
    """A meeting is over. `person` said so ("" when its workshop was held here, in `session`)."""

    number: int
    meeting: str
    starts: datetime
    ends: datetime
    person: str = ""
    session: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPassed(JourneyFact):
    """The time of a meeting has passed, and nothing tells that it was held."""

    number: int
    meeting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessPaused(JourneyFact):
    """Nothing is planned or reminded of `until` then (UTC; None: until somebody goes on)."""

    person: str
    number: int
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessResumed(JourneyFact):
    """The pause is over. `person` "": its time was."""

    number: int
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessLed(JourneyFact):
    """Who facilitates from now on."""

    person: str
    number: int
    facilitators: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseWanted(JourneyFact):
    """`person` asked `asked` to commit themselves."""

    person: str
    number: int
    promise: str
    asked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseAnswered(JourneyFact):
    """What whoever was asked said."""

    person: str
    number: int
    promise: str
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRecorded(JourneyFact):
    """What was agreed together, written down by `person`."""

    person: str
    number: int
    promise: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DatesTaken(JourneyFact):
    """Somebody wants the dates in their calendar."""

    person: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessFollowed(JourneyFact):
    """All meetings are over; the follow-ups come at their times."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeKept(JourneyFact):
    """A practice was agreed. `person` wrote it down, `owner` is responsible for it."""

    person: str
    number: int
    practice: int
    text: str
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpBegun(JourneyFact):
    """Some months have passed: it is time to look at what was agreed."""

    number: int
    follow_up: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeJudged(JourneyFact):
    """How a practice does at a follow-up."""

    person: str
    number: int
    follow_up: str
    practice: int
    verdict: Verdict
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessArchived(JourneyFact):
    """It can only be read from now on. `person` "": there was nothing left to be done."""

    number: int
    person: str = ""


KINDS: tuple[type[JourneyFact], ...] = (
    ProcessPlanned,
    ProcessAgreed,
    MeetingsMoved,
    MeetingsMerged,
    MeetingSkipped,
    MeetingRestored,
    MeetingAdded,
    MeetingWorked,
    MeetingHeld,
    MeetingPassed,
    ProcessPaused,
    ProcessResumed,
    ProcessLed,
    PromiseWanted,
    PromiseAnswered,
    PromiseRecorded,
    DatesTaken,
    ProcessFollowed,
    PracticeKept,
    FollowUpBegun,
    PracticeJudged,
    ProcessArchived,
)
