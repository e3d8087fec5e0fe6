"""Facts about interim tasks. `task` is its number in the journey, from 1; `entry` a number in the task."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dialogs.journey.fact import JourneyFact
from dialogs.journey.tasks.spec import TaskSpec


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskGiven(JourneyFact):
    """A workshop gave a task. `due` (UTC): when the workshop begins into which it is gathered."""

    task: int
    spec: TaskSpec
    session: str
    due: datetime
    people: tuple[str, ...] = ()
    """Whose it is; nobody's before they are named."""
    groups: tuple[tuple[str, ...], ...] = ()
    """Pairs (and a trio) who do it together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskNamed(JourneyFact):
    """A facilitator named those who do a task; those who did it until now and are not named are off it."""

    task: int
    people: tuple[str, ...]
    by: str
    added: tuple[str, ...] = ()
    """Those of `people` who did not do it before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRegrouped(JourneyFact):
    """Somebody was left without a pair, or came along: who does the task with whom now."""

    task: int
    people: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]
    added: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskMoved(JourneyFact):
    """The workshop into which a task is gathered begins at another time (UTC) than it `was` to.

    `said`: kinds of reminders whose time had come by then; they are not sent again.
    """

    task: int
    due: datetime
    was: datetime
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskEntryWritten(JourneyFact):
    """Somebody wrote an entry. `nonce` is of the form that it was written in: sent twice is written once."""

    task: int
    entry: int
    person: str
    part: str
    texts: tuple[str, ...]
    nonce: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskEntryChanged(JourneyFact):
    """Somebody put their own entry into other words."""

    task: int
    entry: int
    person: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskEntryDropped(JourneyFact):
    """Somebody took their own entry away."""

    task: int
    entry: int
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskMarked(JourneyFact):
    """Somebody has done the task, or after all not yet; a pair's is done when one of them says so."""

    task: int
    person: str
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskTimeSet(JourneyFact):
    """Somebody set aside working time: `minutes` from `starts` (UTC)."""

    task: int
    person: str
    starts: datetime
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskGathered(JourneyFact):
    """A workshop began with what the task brought; reminders end."""

    task: int
    session: str


KINDS: tuple[type[JourneyFact], ...] = (
    TaskGiven,
    TaskNamed,
    TaskRegrouped,
    TaskMoved,
    TaskEntryWritten,
    TaskEntryChanged,
    TaskEntryDropped,
    TaskMarked,
    TaskTimeSet,
    TaskGathered,
)
