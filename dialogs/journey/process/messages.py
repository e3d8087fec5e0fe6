"""What the cards and forms of processes say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dialogs.calendar.due import Kind
from dialogs.journey.messages import JourneyForm, JourneyMessage, NudgeView, OwnThing
from dialogs.journey.process.state import Answer, MeetingState, Phase, Verdict


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One meeting. Its title is that of the content's meetings `ids`, or of its workshop."""

    id: str
    ids: tuple[str, ...]
    kind: str
    workshops: tuple[str, ...]
    starts: datetime
    ends: datetime
    why: str
    state: MeetingState
    start: str = ""
    """The workshop to begin with, "" when none is left."""
    revision: int = 0


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise: who gave it, or was asked, and what was agreed. `answer` None: nobody was asked yet."""

    id: str
    kind: str
    name: str
    answer: Answer | None
    text: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class PracticeLine:
    """A practice, who is responsible, and the last word on it."""

    number: int
    text: str
    owner: str
    verdict: Verdict | None = None
    line: str = ""


@dataclass(frozen=True, slots=True)
class ProcessChoices(JourneyMessage):
    """What can be started, when no process goes on (private). Button `process-start` for each."""

    journey: str
    slugs: tuple[str, ...]
    archived: int = 0


@dataclass(frozen=True, slots=True)
class ProcessPlan(JourneyMessage):
    """The proposed dates, in the channel."""

    journey: str
    number: int
    slug: str
    meetings: tuple[MeetingLine, ...]
    facilitators: tuple[str, ...]
    open: bool = True
    """False once they are agreed or dropped: then the card can only be read."""
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class ProcessMap(JourneyMessage):
    """Matka: where the process is, what is done and what comes next. `total` leaves the orientation out."""

    journey: str
    number: int
    slug: str
    phase: Phase
    done: int
    total: int
    meetings: tuple[MeetingLine, ...]
    next: MeetingLine | None
    facilitators: tuple[str, ...]
    unled: bool = False
    """All facilitators have gone."""
    until: date | None = None
    promises: tuple[PromiseLine, ...] = ()
    evaluation: bool = False
    """The next meeting is that of the joint evaluation."""
    practices: tuple[PracticeLine, ...] = ()
    asks_practices: bool = False
    follow_ups: tuple[tuple[str, date], ...] = ()
    """(id, day) of those to come."""
    tasks: int = 0
    """Interim tasks that are open."""
    cycle: bool = False
    private: bool = False
    refused: bool = False
    """Another process was to begin, and this one goes on."""


@dataclass(frozen=True, slots=True)
class ProcessMapPast(JourneyMessage):
    """A map from before: a newer one stands below."""

    slug: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class ProcessDesk(JourneyMessage):
    """What a facilitator can change (private)."""

    journey: str
    number: int
    slug: str
    phase: Phase
    past: MeetingLine | None
    """The next meeting, when it could be marked as held."""
    late: bool
    """Its time has passed."""
    asks: bool
    """Somebody can be asked to commit themselves."""
    records: bool
    """Something that is agreed together can be written down."""


@dataclass(frozen=True, slots=True)
class MoveAsked(JourneyMessage):
    """Before a move that takes others along, or is not quite as it should be (private)."""

    journey: str
    number: int
    slug: str
    meeting: MeetingLine
    starts: datetime
    shifts: tuple[tuple[MeetingLine, datetime], ...]
    cautions: tuple[str, ...]
    args: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PromiseAsked(JourneyMessage):
    """Somebody is asked to commit themselves, in a direct message."""

    journey: str
    number: int
    slug: str
    promise: str
    asker: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class PromiseTalk(JourneyMessage):
    """To the facilitators: whoever was asked wants to talk about it first."""

    slug: str
    promise: str
    name: str


@dataclass(frozen=True, slots=True)
class MeetingDates(JourneyMessage):
    """The dates as a file, in a direct message. `journey` and `number` make the names of the entries."""

    journey: str
    number: int
    slug: str
    meetings: tuple[MeetingLine, ...]
    stamp: datetime
    """When the dates were last changed, as far as is known (UTC)."""
    revision: int


@dataclass(frozen=True, slots=True)
class MeetingMissed(JourneyMessage):
    """To the facilitators: the time of a meeting has passed."""

    journey: str
    number: int
    slug: str
    meeting: MeetingLine
    settled: bool


@dataclass(frozen=True, slots=True)
class CatchUp(JourneyMessage):
    """To whoever was away: what happened, what is open, until when."""

    journey: str
    number: int
    slug: str
    meeting: MeetingLine
    people: int
    picks: tuple[str, ...]
    tasks: int
    next: MeetingLine | None


@dataclass(frozen=True, slots=True)
class FollowUpCard(JourneyMessage):
    """Some months later: do the agreed practices still hold? In the channel."""

    journey: str
    number: int
    slug: str
    follow_up: str
    practices: tuple[PracticeLine, ...]
    open: bool = True


@dataclass(frozen=True, slots=True)
class CycleView(JourneyMessage):
    """The steps of the resource-based cycle (private)."""

    slug: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArchiveLine:
    """A process that is over."""

    slug: str
    began: date
    done: int
    total: int
    practices: tuple[PracticeLine, ...]


@dataclass(frozen=True, slots=True)
class ProcessArchive(JourneyMessage):
    """The processes of the channel that are over (private)."""

    courses: tuple[ArchiveLine, ...]


# --- forms ---


class DateTrouble(StrEnum):
    """Why a date has to be written once more; keys of phrases under `field.`."""

    PAST = "date_past"
    TOO_FAR = "date_too_far"
    UNKNOWN = "date_unknown"
    AMBIGUOUS = "date_ambiguous"


@dataclass(frozen=True, slots=True)
class ProcessStartForm(JourneyForm):
    """When the process begins. `days`: those that may be meant, when it was not clear."""

    journey: str
    slug: str
    least: int
    """Weeks between, as the content has it."""
    most: int
    minutes: int
    days: tuple[date, ...] = ()
    typed: str = ""


@dataclass(frozen=True, slots=True)
class MeetingMoveForm(JourneyForm):
    """Another day for a meeting."""

    journey: str
    number: int
    slug: str
    meetings: tuple[MeetingLine, ...]
    chosen: str = ""
    days: tuple[date, ...] = ()
    typed: str = ""


@dataclass(frozen=True, slots=True)
class MeetingChangeForm(JourneyForm):
    """A meeting is left out, taken back, or held together with the next one."""

    journey: str
    number: int
    slug: str
    meetings: tuple[MeetingLine, ...]


@dataclass(frozen=True, slots=True)
class MeetingAddForm(JourneyForm):
    """A meeting more."""

    journey: str
    number: int
    workshops: tuple[str, ...]
    days: tuple[date, ...] = ()
    typed: str = ""


@dataclass(frozen=True, slots=True)
class ProcessPauseForm(JourneyForm):
    """Until when the process rests."""

    journey: str
    number: int
    days: tuple[date, ...] = ()
    typed: str = ""


@dataclass(frozen=True, slots=True)
class ProcessLeadForm(JourneyForm):
    """Who facilitates, too or instead."""

    journey: str
    number: int
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ProcessAskForm(JourneyForm):
    """Who is asked to commit themselves."""

    journey: str
    number: int
    slug: str
    promises: tuple[str, ...]
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ProcessPromiseForm(JourneyForm):
    """What was agreed together. `promises`: (id, what is written already)."""

    journey: str
    number: int
    slug: str
    promises: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PracticeForm(JourneyForm):
    """An agreed practice and who is responsible."""

    journey: str
    number: int
    slug: str
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PracticeCheckForm(JourneyForm):
    """How a practice does."""

    journey: str
    number: int
    follow_up: str
    practices: tuple[PracticeLine, ...]


# --- reminders ---


@dataclass(frozen=True, slots=True)
class MeetingNudge(NudgeView):
    """The next meeting: in a week, on the next working day, in an hour."""

    kind: Kind
    number: int
    slug: str
    meeting: MeetingLine
    leads: bool
    """Whether the reader facilitates: then the workshop can be started."""


@dataclass(frozen=True, slots=True)
class FollowUpNudge(NudgeView):
    """An agreed practice is to be looked at."""

    number: int
    slug: str
    follow_up: str
    practices: tuple[str, ...]


# --- one's own things ---


@dataclass(frozen=True, slots=True)
class OwnMeeting(OwnThing):
    """The next meeting of somebody's process, and how far it is."""

    number: int
    slug: str
    meeting: MeetingLine
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class OwnPractice(OwnThing):
    """A practice that somebody is responsible for and that is to be looked at now."""

    number: int
    follow_up: str
    text: str
