"""People named so that Teams tells them: `<at>Name</at>` in a `TextBlock`, and an entity at the card's root.

The text of an entity must stand in the card exactly, so a name in a tag is stripped of whatever Markdown or
the tag itself would read (platforms.md 2.8).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from adaptive_cards.card import Block, Bullets, Facts, Mention, Paragraph, Rich
from adaptive_cards.renderers.adaptive_card.elements import Json
from adaptive_cards.renderers.adaptive_card.text import clean

Tags = Mapping[str, str]
"""Person -> the tag that names them, e.g. `<at>Aino</at>`; people of other platforms have none."""

_UNSAFE = re.compile(r"[\\`*_\[\]<>~&#|@:\s]+")
_PERSON_PARTS = 3


def teams_id(person: str) -> str:
    """The id that Teams knows of `teams:<tenant>:<id>`; "" for people of other platforms."""
    parts = person.split(":", _PERSON_PARTS - 1)
    return parts[2] if len(parts) == _PERSON_PARTS and parts[0] == "teams" else ""


def tags(blocks: Iterable[Block]) -> dict[str, str]:
    """One tag for each person mentioned; people of the same name are told apart by a number."""
    named: dict[str, str] = {}
    for mention in _mentions(blocks):
        if teams_id(mention.person) and mention.person not in named:
            named[mention.person] = _tag(mention.name, set(named.values()))
    return named


def entities(named: Tags) -> list[Json]:
    """What Teams wants at the root for the tags used in the card."""
    return [
        {"type": "mention", "text": tag, "mentioned": {"id": teams_id(person), "name": tag[4:-5]}}
        for person, tag in named.items()
    ]


def has_tag(rich: Rich, named: Tags) -> bool:
    """Whether `rich` names somebody whom Teams can tell."""
    return any(isinstance(part, Mention) and part.person in named for part in rich)


def _tag(name: str, taken: set[str]) -> str:
    plain = _UNSAFE.sub(" ", clean(name)).strip(" -+.()=") or "?"
    tag, number = f"<at>{plain}</at>", 1
    while tag in taken:
        number += 1
        tag = f"<at>{plain} ({number})</at>"
    return tag


def _mentions(blocks: Iterable[Block]) -> Iterator[Mention]:
    for block in blocks:
        for rich in _riches(block):
            yield from (part for part in rich if isinstance(part, Mention))


def _riches(block: Block) -> tuple[Rich, ...]:
    match block:
        case Paragraph():
            return (block.rich,)
        case Bullets():
            return block.items
        case Facts():
            return tuple(fact.value for fact in block.facts)
        case _:
            return ()
