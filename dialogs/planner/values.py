"""Plans as values: what the facilitator has, what is proposed, what to know of it, what could be cut."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """How people meet."""

    ROOM = "room"
    REMOTE = "remote"
    HYBRID = "hybrid"


class Why(StrEnum):
    """Why a step is on the agenda as it is."""

    CORE = "core"
    FITS = "fits"
    NO_TIME = "no_time"
    ALTERNATIVE = "alternative"
    CHOSEN = "chosen"


class Concern(StrEnum):
    """What the facilitator should know."""

    TOO_LONG = "too_long"
    """Value: how many minutes too much."""
    ROOM_LEFT = "room_left"
    """Value: how many minutes are free."""
    SHORT_GROUP_WORK = "short_group_work"
    """A step of small groups has less than the rule; value: the rule's minutes."""
    NO_BREAK = "no_break"
    """When this step is over, too long has gone by without a break; value: minutes without one."""
    FEW_PEOPLE = "few_people"
    """Fewer than twelve; value: how many."""
    MANY_PEOPLE = "many_people"
    """More than twenty; value: how many."""
    ALONE_IN_GROUPS = "alone_in_groups"
    """Too few for two small groups; value: how many people."""
    NO_PAIR = "no_pair"
    """One person and work in pairs: this step waits for somebody else."""
    EMPTY_STATIONS = "empty_stations"
    """Fewer groups than stations, so that some stand empty for a while; value: how many people."""
    MISSING_SOURCE = "missing_source"
    """A step works on the results of another one that is not on the agenda."""
    ONE_SITTING = "one_sitting"
    """Remote or hybrid, and a sitting of more than two hours; value: its minutes."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the facilitator has: minutes in all (breaks included), how people meet, how many they are."""

    minutes: int = 120
    mode: Mode = Mode.ROOM
    people: int = 12


@dataclass(frozen=True, slots=True)
class Planned:
    """One step: its minutes, those of the break after it (0: none), if a new sitting follows, and why."""

    step: str
    on: bool
    minutes: int
    why: Why
    pause: int = 0
    new_sitting: bool = False


@dataclass(frozen=True, slots=True)
class Caution:
    """A concern, about a step or ("") the whole."""

    concern: Concern
    step: str = ""
    n: int = 0


@dataclass(frozen=True, slots=True)
class Cut:
    """A proposal: this step to so many minutes (0: left out), which saves `saves` minutes."""

    step: str
    minutes: int
    saves: int


@dataclass(frozen=True, slots=True)
class Plan:
    """An agenda, what to know of it, and what to cut if it is too long."""

    wish: Wish
    items: tuple[Planned, ...]
    warnings: tuple[Caution, ...]
    cuts: tuple[Cut, ...]

    @property
    def on(self) -> tuple[Planned, ...]:
        """The steps that are on."""
        return tuple(item for item in self.items if item.on)

    @property
    def minutes(self) -> int:
        """All steps that are on, and the breaks between them."""
        return sum(item.minutes + item.pause for item in self.on)
