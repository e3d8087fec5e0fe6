"""`Course`: one process of a channel, from its first plan to its archive."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, time
from enum import StrEnum

from immutables import Map

from dialogs.calendar.series import Why, Wishes
from dialogs.journey.tasks.spec import TaskSpec
from dialogs.people import PersonId


class Phase(StrEnum):
    """Where a process is."""

    PROPOSED = "proposed"
    """The dates are proposed; nothing is agreed yet."""
    GOING = "going"
    PAUSED = "paused"
    FOLLOWED = "followed"
    """The meetings are over; what was agreed is looked at some months later."""
    ARCHIVED = "archived"
    """Only to be read."""


class MeetingState(StrEnum):
    """What became of a meeting."""

    COMING = "coming"
    HELD = "held"
    SKIPPED = "skipped"


class Answer(StrEnum):
    """What somebody said when they were asked to commit themselves."""

    ASKED = "asked"
    YES = "yes"
    TALK = "talk"
    """They want to talk about it first."""


class Verdict(StrEnum):
    """How an agreed practice does at a follow-up."""

    HOLDS = "holds"
    CHANGE = "change"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Given:
    """An interim task, and the meeting at whose end it is given."""

    after: str
    spec: TaskSpec


@dataclass(frozen=True, slots=True)
class PromiseSpec:
    """Something that is promised; `kind` is a `content.process.CommitmentKind`."""

    id: str
    kind: str
    meeting: str
    """In which it is asked."""
    again: bool = False


@dataclass(frozen=True, slots=True)
class FollowUpSpec:
    """A look back so many months after the last meeting."""

    id: str
    months: int


@dataclass(frozen=True, slots=True)
class Structure:
    """All that the engine needs of a process's content; `slug` finds its words."""

    slug: str
    minutes: int
    min_days: int
    max_days: int
    tasks: tuple[Given, ...] = ()
    promises: tuple[PromiseSpec, ...] = ()
    follow_ups: tuple[FollowUpSpec, ...] = ()
    practices: bool = False
    evaluated_in: str = ""
    """The meeting of the joint evaluation."""
    cycle: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Planned:
    """A meeting with its date. `starts` and `ends` are UTC; `why` is a `Why` of the calendar.

    `ids`: those of the content's meetings that it stands for, more than one when some were merged into it.
    """

    id: str
    ids: tuple[str, ...]
    workshops: tuple[str, ...]
    """Slugs; () for a meeting without one."""
    starts: datetime
    ends: datetime
    kind: str = "workshop"
    why: str = Why.NORMAL
    state: MeetingState = MeetingState.COMING
    done: tuple[str, ...] = ()
    """Slugs of its workshops that were held."""
    session: str = ""
    """The session in which the last of them was."""
    revision: int = 0
    """How many times its date was changed (a calendar's SEQUENCE)."""

    @property
    def coming(self) -> bool:
        """Whether it is still to be held."""
        return self.state is MeetingState.COMING

    @property
    def next_workshop(self) -> str:
        """The slug of the workshop to begin with, "" when none is left."""
        return next((one for one in self.workshops if one not in self.done), "")


@dataclass(frozen=True, slots=True)
class Promise:
    """What was promised, by whom; of a person who was asked: what they have answered."""

    id: str
    person: PersonId
    answer: Answer = Answer.YES
    text: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What was said of a practice at a follow-up."""

    follow_up: str
    verdict: Verdict
    person: PersonId
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Practice:
    """An agreed practice (sovittu käytäntö), who is responsible for it, and what became of it."""

    number: int
    text: str
    person: PersonId
    """Who wrote it down."""
    owner: PersonId
    judged: tuple[Judged, ...] = ()

    @property
    def dropped(self) -> bool:
        """Whether it was given up."""
        return bool(self.judged) and self.judged[-1].verdict is Verdict.DROPPED

    def verdict_at(self, follow_up: str) -> Judged | None:
        """The last word on it at a follow-up."""
        return next((one for one in reversed(self.judged) if one.follow_up == follow_up), None)


@dataclass(frozen=True, slots=True)
class Course:
    """One process of the channel. `number` counts them, from 1."""

    number: int
    structure: Structure
    zone: str
    clock: time
    """When meetings begin by default, local time."""
    weekday: int
    """The usual day of the week, 0 is Monday."""
    meetings: tuple[Planned, ...]
    facilitators: tuple[PersonId, ...]
    planned_at: datetime
    dated_at: datetime
    """When dates changed last (UTC)."""
    phase: Phase = Phase.PROPOSED
    until: datetime | None = None
    """When a pause ends (UTC); None: when somebody says so."""
    promises: Map[str, Promise] = field(default_factory=Map)
    practices: tuple[Practice, ...] = ()
    followed: tuple[str, ...] = ()
    """Follow-ups that have begun."""
    calendars: frozenset[PersonId] = frozenset()
    """Who has asked for the dates as a file: they get the changed ones, too."""
    revision: int = 0
    """How many times dates have changed."""
    agreed: bool = False
    """Whether its dates were ever agreed to."""
    ended_at: datetime | None = None

    @property
    def slug(self) -> str:
        """Of the process."""
        return self.structure.slug

    @property
    def live(self) -> bool:
        """Whether it still has meetings to come: only one such process goes on in a channel."""
        return self.phase in {Phase.PROPOSED, Phase.GOING, Phase.PAUSED}

    @property
    def coming(self) -> tuple[Planned, ...]:
        """The meetings to come, the next one first."""
        return tuple(one for one in self.meetings if one.coming)

    @property
    def held(self) -> tuple[Planned, ...]:
        """The meetings that were held."""
        return tuple(one for one in self.meetings if one.state is MeetingState.HELD)

    @property
    def last_held(self) -> Planned | None:
        """The latest of them by date."""
        return max(self.held, key=lambda one: one.starts, default=None)

    def find(self, meeting: str) -> Planned | None:
        """The meeting that stands for `meeting` (an id of its own or of one that was merged into it)."""
        return next((one for one in self.meetings if meeting in one.ids), None)

    @property
    def wishes(self) -> Wishes:
        """What its dates should be like."""
        structure = self.structure
        return Wishes(
            zone=self.zone,
            number=len(self.meetings),
            min_days=structure.min_days,
            max_days=structure.max_days,
            weekday=self.weekday,
            at=self.clock,
            minutes=structure.minutes,
        )

    def with_meeting(self, meeting: Planned) -> Course:
        """With one of its meetings as it is now."""
        return replace(
            self, meetings=tuple(meeting if one.id == meeting.id else one for one in self.meetings)
        )
