"""Rows as they come out of the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from bot.storage.changes import BoardKey, FactRow, NudgeKey
from bot.storage.times import moment


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A board of the outbox. There is work while `sent < wanted`."""

    id: int
    key: BoardKey
    wanted: int
    sent: int
    wanted_at: datetime
    sending_at: datetime | None
    """Since when a first post is on its way, None when none is."""
    sent_at: datetime | None
    posts: int
    ref: str
    digest: str


BOARD_COLUMNS = (
    "id", "stream", "room", "board", "copy", "wanted", "sent", "wanted_at", "sending_at", "sent_at", "posts",
    "ref", "digest",
)  # fmt: skip


def board_row(row: Any) -> BoardRow:
    """A row of `BOARD_COLUMNS`."""
    one, stream, room, board, copy, wanted, sent, wanted_at, sending_at, sent_at, posts, ref, digest = row
    return BoardRow(
        one, BoardKey(stream, room, board, copy), wanted, sent, moment(wanted_at),
        moment(sending_at) if sending_at else None, moment(sent_at) if sent_at else None, posts, ref, digest,
    )  # fmt: skip


class Log(NamedTuple):
    """A session's log, in order."""

    edition: str
    facts: list[FactRow]


class TimerRow(NamedTuple):
    """A timer that is set."""

    session: str
    name: str
    due: datetime


class LiveRow(NamedTuple):
    """A session that goes on."""

    session: str
    place: str


class NudgeRow(NamedTuple):
    """A reminder. `state`: 0 waits, 1 said, 2 answered; `digest` is the board that it was said on."""

    key: NudgeKey
    due: datetime
    ends: datetime | None
    state: int
    digest: str
