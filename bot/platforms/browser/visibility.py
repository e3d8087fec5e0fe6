"""Who sees which room."""

from __future__ import annotations

from bot.platforms.browser.places import Room


def sees(person: str, room: Room) -> bool:
    """The channel and its threads are everybody's; a direct chat or a room of a few is for those in it."""
    return not room.people or person in room.people
