"""What people do with interim tasks. `name` is how the actor is called, for those who are new here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class TaskWrote:
    """Somebody wrote an entry of a part."""

    task: int
    person: str
    name: str
    part: str
    texts: tuple[str, ...]
    nonce: str


@dataclass(frozen=True, slots=True)
class TaskReflected:
    """Somebody wrote (or cleared) the one text that each part has: (part, text) of all parts."""

    task: int
    person: str
    name: str
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TaskReworded:
    """Somebody put their own entry into other words; without any it is taken away."""

    task: int
    entry: int
    person: str
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskTicked:
    """Somebody has done the task, or after all not yet."""

    task: int
    person: str
    name: str
    done: bool


@dataclass(frozen=True, slots=True)
class TaskTimeChosen:
    """Somebody sets aside working time: `minutes` from `starts` (UTC)."""

    task: int
    person: str
    name: str
    starts: datetime
    minutes: int


@dataclass(frozen=True, slots=True)
class TaskPeopleChosen:
    """A facilitator names those who do a task."""

    task: int
    person: str
    people: tuple[str, ...]
