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


Effect = Show | ShowAgain | SetTimer | ClearTimers
