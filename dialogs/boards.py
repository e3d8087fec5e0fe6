"""Boards and rooms: what stands where.

Everything on anybody's screen is a function of the session and a board.

A board is the name of one card ("the canvas of group g2 in step voimavararuudukko, visit 7"). The session
says what stands on it at any moment, so the outbox carries names only, a crash loses nothing, and what is
forgotten is forgotten everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Board:
    """A card's name: a key of `compose.BOARDS` and its arguments (ids and numbers only)."""

    name: str
    args: tuple[str, ...] = ()

    def __str__(self) -> str:
        """As text, for the outbox: `name/arg/arg`."""
        return "/".join((self.name, *self.args))

    @classmethod
    def parse(cls, text: str) -> Board:
        """The board that `str(board)` came from."""
        name, *args = text.split("/")
        return cls(name, tuple(args))


class RoomKind(StrEnum):
    """How many see it."""

    CHANNEL = "channel"
    DIRECT = "direct"
    THREAD = "thread"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class Room:
    """Where a board stands.

    The session's channel, a person's direct messages, a thread under another board, or a group's own
    conversation (`root` is then "step/group"; who is in it is asked when something is sent).
    """

    kind: RoomKind
    person: str = ""
    root: str = ""

    def __str__(self) -> str:
        """As text, for the outbox."""
        return f"{self.kind}={self.person or self.root}"

    @classmethod
    def parse(cls, text: str) -> Room:
        """The room that `str(room)` came from."""
        kind, _, what = text.partition("=")
        match RoomKind(kind):
            case RoomKind.DIRECT:
                return cls(RoomKind.DIRECT, person=what)
            case RoomKind.THREAD | RoomKind.TOGETHER as other:
                return cls(other, root=what)
            case _:
                return CHANNEL


CHANNEL = Room(RoomKind.CHANNEL)


def direct(person: str) -> Room:
    """The direct messages of `person`."""
    return Room(RoomKind.DIRECT, person=person)


def thread(root: Board) -> Room:
    """The thread under the channel's card `root`."""
    return Room(RoomKind.THREAD, root=str(root))


def together(step: str, group: str) -> Room:
    """The own conversation of a group of a step."""
    return Room(RoomKind.TOGETHER, root=f"{step}/{group}")
