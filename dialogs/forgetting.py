"""Forgetting a person: a pure function over facts.

Their words are blanked, they become somebody unknown; the log still folds.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from dialogs.facts import FactType

ALIAS = "forgotten:"
"""What the id of somebody who was forgotten begins with; no platform has such people."""
WORDS = ("text", "line")
"""Fields that hold what a person wrote; blanked when it was this person."""


def concerns(fact: FactType, person: str) -> bool:
    """Whether `fact` names the person anywhere."""
    return _mentions(fact, person)


def about(facts: Iterable[FactType], person: str) -> list[FactType]:
    """The facts that concern the person (`/paja tiedot`)."""
    return [fact for fact in facts if concerns(fact, person)]


def forget(facts: Iterable[FactType], person: str, alias: str) -> tuple[FactType, ...]:
    """`facts` without the person.

    `alias` (it begins with `ALIAS`) is in the place of their id; their name and their words are gone.
    Somebody who still takes part is to leave first (event `Left`), so that nobody waits for them.
    """
    return tuple(_without(fact, person, alias) if concerns(fact, person) else fact for fact in facts)


def _without(fact: FactType, person: str, alias: str) -> FactType:
    blank: dict[str, Any] = {}
    author = getattr(fact, "person", getattr(fact, "facilitator", ""))
    if author == person:
        blank = {field: "" for field in (*WORDS, "name") if hasattr(fact, field)}
        blank |= {"parts": ()} if hasattr(fact, "parts") else {}
    changed: FactType = dataclasses.replace(_renamed(fact, person, alias), **blank)
    return changed


def _renamed(value: Any, person: str, alias: str) -> Any:
    if value == person:
        return alias
    if isinstance(value, tuple):
        return tuple(_renamed(one, person, alias) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {
            one.name: _renamed(getattr(value, one.name), person, alias) for one in dataclasses.fields(value)
        }
        return dataclasses.replace(value, **fields)
    return value


def _mentions(value: Any, person: str) -> bool:
    if isinstance(value, str):
        return value == person
    if isinstance(value, tuple):
        return any(_mentions(one, person) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return any(_mentions(getattr(value, one.name), person) for one in dataclasses.fields(value))
    return False
