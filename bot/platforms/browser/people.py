"""The people of the practice room: a name is all that is asked, and the name alone makes the id.

So the same name is the same person in any tab and after any restart, and nothing needs to be kept.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from adaptive_cards.renderers.legible import one_way
from bot.platforms.platform import Member

LONGEST_NAME = 40
"""Characters of a name."""
MOST_PEOPLE = 200

_PREFIX = "browser:local:"


class NoNameError(ValueError):
    """Nothing is left of the name when all that cannot be seen is gone, or it is too long."""


class TooManyPeopleError(ValueError):
    """The room is full."""


def tidy_name(name: str) -> str:
    """The name as it is shown; raises `NoNameError` without a letter in it, or beyond `LONGEST_NAME`."""
    tidy = " ".join(one_way(unicodedata.normalize("NFC", name)).split())
    if not any(letter.isalnum() for letter in tidy) or len(tidy) > LONGEST_NAME:
        raise NoNameError
    return tidy


def person_named(name: str) -> str:
    """The id of a tidy name: `browser:local:maija`; a name that ASCII cannot spell gets a tail."""
    written = name.casefold()
    bare = unicodedata.normalize("NFKD", written).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
    if slug.replace("-", " ") == written:
        return _PREFIX + slug
    tail = hashlib.sha256(written.encode()).hexdigest()[:6]
    return _PREFIX + f"{slug}-{tail}".lstrip("-")


class People:
    """Everybody who has ever been chosen in this process, and those whom it was started with."""

    def __init__(self, members: Iterable[Member] = ()) -> None:
        self._members = {member.person: member for member in members}

    def get(self, person: str) -> Member | None:
        """The person of that id, or None."""
        return self._members.get(person)

    def everybody(self) -> tuple[Member, ...]:
        """All people, in the order they came."""
        return tuple(self._members.values())

    def add(self, name: str, *, language: str = "", timezone: str = "") -> Member:
        """The person of that name, new or known; raises `NoNameError` and `TooManyPeopleError`."""
        tidy = tidy_name(name)
        person = person_named(tidy)
        if person not in self._members and len(self._members) >= MOST_PEOPLE:
            raise TooManyPeopleError
        known = self._members.get(person)
        member = Member(person, known.name if known else tidy, language, _zone(timezone))
        self._members[person] = member
        return member


def _zone(name: str) -> str:
    try:
        return ZoneInfo(name).key if name else ""
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return ""
