"""Facts: what was accepted, in the past tense, appended to the session's log.

The session is the fold of them.

Rule 1: a fact's shape is only ever extended, and new fields have defaults: old logs stay readable for ever.
Rule 2: times are UTC. People are person ids. What people wrote stands only in `text`, `line` and `name`
fields, so that forgetting (`forgetting.py`) knows all the places.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that was accepted, and when (UTC)."""

    at: datetime


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A step on the agenda: its id, whether it is on, and its planned minutes."""

    step: str
    on: bool
    minutes: int
    pause: int = 0
    """Minutes of a break after it, 0 for none."""
    new_sitting: bool = False
    """Whether the workshop goes on another day after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionOpened(Fact):
    """A session (pajakerta) was started in a channel; its lobby is open."""

    session: str
    edition: str
    """Fingerprint of the content that it runs, to its end."""
    place: str
    language: str
    seed: int
    facilitator: str
    name: str
    agenda: tuple[AgendaItem, ...]
    length: int = 0
    """Minutes that there are in all; 0 when nobody said."""
    mode: str = "room"
    slow: bool = False
    """Days instead of minutes (hitaasti)."""
    zone: str = "Europe/Helsinki"
    """The team's time zone, for deadlines in working hours."""
    met: tuple[tuple[str, ...], ...] = ()
    """Two people each who have worked together in earlier workshops of the channel, once for each time."""
    pairs_before: tuple[tuple[str, ...], ...] = ()
    """The pairs of the workshop before."""
    groups_before: tuple[tuple[str, ...], ...] = ()
    """Its small groups."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaSet(Fact):
    """The agenda was changed. `length` and `mode` when it was planned anew for them."""

    person: str
    agenda: tuple[AgendaItem, ...]
    length: int | None = None
    mode: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepsWished(Fact):
    """Which optional steps a participant would like to have on the agenda."""

    person: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonJoined(Fact):
    """Somebody joined (again)."""

    person: str
    name: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonNamed(Fact):
    """The name of somebody who was taken in without one came to be known."""

    person: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLeft(Fact):
    """Somebody left the session, the channel or the company."""

    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonNotReached(Fact):
    """A direct message could not be delivered to this person."""

    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilitatorAdded(Fact):
    """One more facilitator. `took_over` when they took the lead of somebody who was gone."""

    person: str
    name: str
    took_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilitatorRemoved(Fact):
    """A facilitator gave the lead away."""

    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadOffered(Fact):
    """The facilitator seems to be gone: anybody may take over now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepEntered(Fact):
    """A step began, for the first time or again. `ends_at` is its planned end (UTC)."""

    person: str
    step: str
    visit: int
    """Counts all entries of the session; also tells old buttons from new ones."""
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLeft(Fact):
    """The step was left, onwards or back. `skipped` when it was passed over."""

    step: str
    skipped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSet(Fact):
    """The step's planned end moved."""

    person: str
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused(Fact):
    """A break: time stands still. `planned` when the agenda has it here: the next step begins after it."""

    person: str
    planned: bool = False
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed(Fact):
    """The break is over; `ends_at` is the step's new planned end (UTC)."""

    person: str
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWarned(Fact):
    """Two minutes were left, and it was said."""

    visit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRanOut(Fact):
    """The planned end came; the facilitator was asked what to do."""

    visit: int


@dataclass(frozen=True, slots=True)
class GroupMade:
    """One group: its id ("g1") and its members in order; the first one is the recorder (kirjuri)."""

    id: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupsFormed(Fact):
    """The people of a step were divided (again). `person` is who asked for it, "" when nobody did."""

    step: str
    groups: tuple[GroupMade, ...]
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupJoined(Fact):
    """A person was added to a group (late, or after their own pair fell apart)."""

    step: str
    group: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLeft(Fact):
    """A person is no longer in a group. `aside` when they are waited for and may come back."""

    step: str
    group: str
    person: str
    aside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecorderChosen(Fact):
    """Who writes for the group."""

    step: str
    group: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonArrived(Fact):
    """A person showed up for the pair work."""

    step: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnTaken(Fact):
    """A turn of Joo & ja: turn number `turn` (from 0) of the group was written."""

    step: str
    group: str
    turn: int
    person: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWritten(Fact):
    """A note (lappu). `group` is "" when everybody works together.

    `late` when the step had already been closed.
    """

    note: str
    step: str
    group: str
    cell: str
    person: str
    text: str
    late: bool = False
    parts: tuple[str, ...] = ()
    """The parts of a note that has several; `text` then holds them together."""
    origin: str = ""
    """The note that this one was turned from (heikkous → vahvuus)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteEdited(Fact):
    """A note's text was changed by its author."""

    note: str
    person: str
    text: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDeleted(Fact):
    """A note was taken away by its author; where it stood tells which cards look different now."""

    note: str
    person: str
    step: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesPicked(Fact):
    """What a group brings up, in place of what it had picked before. `group` is "" for everybody."""

    step: str
    group: str
    person: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundBegun(Fact):
    """The groups of a rotation moved on.

    Round 0 is at the first stations, the last round is at home again.
    """

    person: str
    step: str
    round: int
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeNamed(Fact):
    """A theme got its name, for the first time or anew."""

    step: str
    theme: str
    person: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesThemed(Fact):
    """Notes were put under a theme; `theme` is "" when they were taken out of theirs."""

    step: str
    theme: str
    person: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeRemoved(Fact):
    """A theme was taken away; its notes are without one."""

    step: str
    theme: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed(Fact):
    """Somebody's places on all axes: 1-7 each, `side` is "now" or "wished"."""

    step: str
    person: str
    side: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonReady(Fact):
    """A person said that they are ready with this step."""

    step: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleReminded(Fact):
    """These people got the one kind nudge of this step. `person` is who asked for it."""

    step: str
    people: tuple[str, ...]
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureLeftOut(Fact):
    """A card went out without its picture; the facilitator is told once."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackGiven(Fact):
    """How it went: 1-5, and a line."""

    person: str
    score: int
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionClosed(Fact):
    """The workshop ended.

    `reason` is "done", "ended" (by the facilitator) or "gone" (the channel is no more).
    """

    reason: str


FactType = (
    SessionOpened
    | AgendaSet
    | StepsWished
    | PersonJoined
    | PersonNamed
    | PersonLeft
    | PersonNotReached
    | FacilitatorAdded
    | FacilitatorRemoved
    | LeadOffered
    | StepEntered
    | StepLeft
    | TimeSet
    | Paused
    | Resumed
    | TimeWarned
    | TimeRanOut
    | GroupsFormed
    | GroupJoined
    | GroupLeft
    | RecorderChosen
    | PersonArrived
    | TurnTaken
    | NoteWritten
    | NoteEdited
    | NoteDeleted
    | NotesPicked
    | RoundBegun
    | ThemeNamed
    | NotesThemed
    | ThemeRemoved
    | Placed
    | PersonReady
    | PeopleReminded
    | PictureLeftOut
    | FeedbackGiven
    | SessionClosed
)
"""Every fact there is."""
