"""What should happen in the world, in the imperative. A turn lists effects; the process makes them happen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dialogs.boards import Board, Room


@dataclass(frozen=True, slots=True)
class Show:
    """This board should stand in this room, as the session is when it is sent.

    The first time it is posted, then edited.
    """

    room: Room
    board: Board


@dataclass(frozen=True, slots=True)
class ShowAgain:
    """Every board that stands somewhere should be looked at again (somebody was forgotten or named)."""


@dataclass(frozen=True, slots=True)
class SetTimer:
    """Ring at `due` (UTC) with `name`; a timer of the same name is moved."""

    name: str
    due: datetime


@dataclass(frozen=True, slots=True)
class ClearTimers:
    """Forget the timers whose names begin with `prefix` ("" for all of the session's)."""

    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Remind:
    """`person` is to be reminded of `item` at `due` (UTC), together with whatever else waits for them then.

    Only of journeys. `kind` says what is said (`journey.areas.NUDGES`); a reminder of the same person, item
    and kind is moved.
    """

    person: str
    item: str
    kind: str
    due: datetime
    ends: datetime | None = None
    """From when on (UTC) it is of no use."""


@dataclass(frozen=True, slots=True)
class Unremind:
    """Nobody (or only not `person`) is to be reminded of `item` any more; what was said already says so.

    Only of journeys.
    """

    item: str
    person: str = ""


Effect = Show | ShowAgain | SetTimer | ClearTimers | Remind | Unremind
