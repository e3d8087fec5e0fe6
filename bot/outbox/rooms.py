"""What waits in each room, and what of it may go next.

Posts go in the order in which they were first wanted; one that waits holds up the later ones. Edits of
different boards need no order among themselves, and none with the posts.
"""

from __future__ import annotations

import asyncio
import hashlib
import itertools
import math
from dataclasses import dataclass, field

from bot.storage.changes import BoardKey
from bot.storage.rows import BoardRow
from dialogs.boards import Board, Room

_TICKETS = itertools.count(1)


@dataclass(slots=True)
class Item:
    """A board on its way. `wanted` is the newest wish; `row` is as it stands in the database."""

    row: BoardRow
    wanted: int
    not_before: float = 0.0
    """The clock's steady seconds."""
    tries: int = 0
    doubtful: bool = False
    """Its post may or may not have arrived."""
    overdue: bool = False
    """It waited already when the bot was started."""
    turn: bool | None = None
    """It has a turn with the platform: True for an edit, False for a post, None when it has none."""
    ticket: int = field(default_factory=_TICKETS.__next__)
    """Its place in line: another one each time that its turn begins."""

    @property
    def board(self) -> Board:
        """The board's name."""
        return Board.parse(self.row.key.board)

    @property
    def posted(self) -> bool:
        """Whether there is a message to edit."""
        return bool(self.row.ref)

    @property
    def unhurried(self) -> bool:
        """Whether nobody waits for it just now: a digest of reminders."""
        return self.board.name == "digest"


@dataclass(slots=True)
class Queue:
    """One room of one stream. `news` wakes whoever serves it."""

    stream: str
    room: Room
    items: dict[int, Item] = field(default_factory=dict)
    news: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None
    serving: Item | None = None
    """What has its turn just now."""

    def begin(self, item: Item) -> None:
        """The turn of `item` begins."""
        self.serving, item.ticket = item, next(_TICKETS)

    def ticket(self, key: BoardKey) -> int | None:
        """The place in line of that board; None when it does not wait, or has its turn already."""
        found = next((item for item in self.items.values() if item.row.key == key), None)
        return None if found is None or found is self.serving else found.ticket

    def want(self, row: BoardRow) -> None:
        """`row` is not as it is wanted."""
        item = self.items.get(row.id)
        if item is None:
            doubtful = row.sending_at is not None and not row.ref
            self.items[row.id] = Item(row, row.wanted, doubtful=doubtful)
            self.news.set()
        else:
            # What the database says of the message may be older than what we are just doing with it. When it
            # may go is known already: no need to wake anybody.
            item.wanted = max(item.wanted, row.wanted)

    def next(self, now: float) -> tuple[Item | None, float]:
        """What may go now; else None and how many seconds until something may (infinity: nothing waits)."""
        posts = sorted(
            (item for item in self.items.values() if not item.posted), key=lambda item: item.row.id
        )
        edits = sorted(
            (item for item in self.items.values() if item.posted), key=lambda item: item.row.wanted_at
        )
        waiting = [*posts[:1], *edits]
        ready = next((item for item in waiting if item.not_before <= now), None)
        return ready, min((item.not_before - now for item in waiting), default=math.inf)


def post_key(row: BoardRow) -> str:
    """The same for every try of the same post, and for nothing else."""
    text = "\x1f".join((*map(str, row.key), str(row.id), str(row.posts)))
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def ids(item: Item) -> dict[str, str | int]:
    """What the log may say of it."""
    key = item.row.key
    return {"stream": key.stream, "room": key.room, "board": key.board, "row": item.row.id}
