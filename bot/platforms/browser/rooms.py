"""What stands in the rooms, in memory: the bot's cards, and what people say to each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from adaptive_cards.card import Card
from bot.platforms.browser.places import THE_CHANNEL, Room
from bot.platforms.browser.visibility import sees
from bot.platforms.platform import Member

MOST_CARDS = 1000
"""Cards in one room; the oldest gives way. A card that is then edited is posted anew."""
MOST_TEXTS = 300
"""Sentences in one room."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One message: the bot's (`author` None) has a card and its markup, a person's has `text`; `at`: UTC."""

    ref: str
    room: Room
    author: Member | None = None
    text: str = ""
    card: Card | None = None
    html: str = ""
    at: datetime | None = None
    files: tuple[str, ...] = field(default=(), repr=False)


Listener = Callable[[Entry], None]


class Rooms:
    """All rooms, and whoever wants to hear of what is posted or edited in them."""

    def __init__(self, dropped: Listener = lambda _: None) -> None:
        self._entries: dict[str, Entry] = {}
        self._rooms: dict[str, Room] = {THE_CHANNEL.key: THE_CHANNEL}
        self._listeners: list[Listener] = []
        self._dropped = dropped

    def listen(self, listener: Listener) -> None:
        """Have `listener` called with every entry that is posted or edited. It must return at once."""
        self._listeners.append(listener)

    def get(self, ref: str) -> Entry | None:
        """The message of that reference, or None."""
        return self._entries.get(ref)

    def room(self, key: str) -> Room | None:
        """The room of that key, if it has been opened."""
        return self._rooms.get(key)

    def open(self, room: Room) -> None:
        """Let the room be there, though nothing stands in it yet."""
        self._rooms.setdefault(room.key, room)

    def post(self, entry: Entry) -> None:
        """Put a new message at the end of its room."""
        self.open(entry.room)
        self._entries[entry.ref] = entry
        self._make_space(entry)
        self._tell(entry)

    def edit(self, old: Entry, new: Entry) -> None:
        """Put `new` where `old` stood."""
        self._entries[old.ref] = replace(new, ref=old.ref, room=old.room, at=old.at)
        self._dropped(old)
        self._tell(self._entries[old.ref])

    def seen_by(self, person: str) -> tuple[tuple[Room, ...], tuple[Entry, ...]]:
        """The rooms that the person sees, and all that stands in them, oldest first."""
        rooms = tuple(room for room in self._rooms.values() if sees(person, room))
        return rooms, tuple(entry for entry in self._entries.values() if sees(person, entry.room))

    def _tell(self, entry: Entry) -> None:
        for listener in self._listeners:
            listener(entry)

    def _make_space(self, newest: Entry) -> None:
        most = MOST_CARDS if newest.card else MOST_TEXTS
        alike = list(self._like(newest))
        for old in alike[: max(0, len(alike) - most)]:
            self._dropped(self._entries.pop(old.ref))

    def _like(self, newest: Entry) -> Iterator[Entry]:
        return (
            entry
            for entry in self._entries.values()
            if entry.room == newest.room and bool(entry.card) == bool(newest.card)
        )
