"""A value with some of its fields changed, for the states that every fact changes.

`dataclasses.replace` goes through `__init__`, which sets each field of a frozen dataclass in Python: for a
session of three dozen fields and its step that was two thirds of what the engine needed for a reply. Here the
fields are copied slot by slot.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")
_Slots = dict[str, tuple[Callable[[Any], Any], Callable[[Any, Any], None]]]


def changed(one: T, **changes: Any) -> T:
    """`one`, a dataclass with slots, with `changes` to its fields; `TypeError` when it has no such field."""
    kind: type[Any] = type(one)
    # mypy asks the instances of a class whether the class is hashable.
    slots = _slots(kind)  # type: ignore[arg-type]
    if not changes.keys() <= slots.keys():
        message = f"{kind.__name__} has no {', '.join(sorted(changes.keys() - slots.keys()))}"
        raise TypeError(message)
    new: T = object.__new__(kind)
    for name, (value_of, put) in slots.items():
        put(new, changes[name] if name in changes else value_of(one))
    return new


@cache
def _slots(kind: type[Any]) -> _Slots:
    """Field -> how it is read and how it is set, past the guard of a frozen dataclass."""
    if hasattr(kind, "__post_init__") or not hasattr(kind, "__slots__"):
        message = f"{kind.__name__} must be a dataclass with slots that needs no __post_init__"
        raise TypeError(message)
    slots = {one.name: getattr(kind, one.name) for one in fields(kind)}
    return {name: (slot.__get__, slot.__set__) for name, slot in slots.items()}
