"""What people wrote, as Teams hands it over, turned back into what they meant.

The SDK's own stripping deletes the bot's name everywhere in a text (platforms.md 2.5); here only the first
mention goes, and only when it is the bot's.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from bot.platforms.teams.arrived import Entity, Mentioned
from bot.platforms.teams.ids import USER

_TAG = re.compile(r"<at(?:\s[^<>]*)?>(.*?)</at>", re.DOTALL)
_SPACE = re.compile(r"[ \t\u00a0\u2007\u202f]+")
_SLASH = re.compile(r"/paja(?=\s|$)", re.IGNORECASE)


def names_bot(entities: Iterable[Entity], bot: str) -> bool:
    """Whether the bot is among those mentioned."""
    return any(entity.mentioned and entity.mentioned.id == bot for entity in _mentions(entities))


def others(entities: Iterable[Entity], bot: str) -> tuple[Mentioned, ...]:
    """The people mentioned, once each, the bot not among them."""
    found = {one.mentioned.id: one.mentioned for one in _mentions(entities) if one.mentioned}
    return tuple(one for id_, one in found.items() if id_ != bot and USER.fullmatch(id_))


def command(text: str, entities: Iterable[Entity], bot: str) -> str:
    """What follows the bot's name (and `/paja`), as it looked to whoever wrote it."""
    for entity in _mentions(entities):
        if entity.mentioned and entity.mentioned.id == bot and entity.text.startswith("<at"):
            text = text.lstrip().removeprefix(entity.text)
    words = html.unescape(_TAG.sub(r"@\1", text))
    words = _SPACE.sub(" ", words).strip()
    return _SLASH.sub("", words, count=1).strip() if _SLASH.match(words) else words


def _mentions(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    return tuple(entity for entity in entities if entity.type == "mention" and entity.mentioned)
