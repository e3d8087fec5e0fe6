"""Facts to JSON and back. Kinds are the names of the classes; a log that was ever written stays readable."""

from __future__ import annotations

import dataclasses
import json
from datetime import datetime
from functools import lru_cache
from typing import Any, get_args

from pydantic import TypeAdapter

from dialogs.facts import FactType

KINDS: dict[str, type] = {kind.__name__: kind for kind in get_args(FactType)}
"""Name -> fact."""


def dump(fact: FactType) -> tuple[str, bytes]:
    """The fact's kind and its JSON."""
    body = {name: getattr(fact, name) for name in _fields(type(fact).__name__)}
    return type(fact).__name__, json.dumps(
        body, default=_plain, ensure_ascii=False, separators=(",", ":")
    ).encode()


def load(kind: str, body: bytes) -> FactType:
    """The fact that `dump` made; raises `ValueError` when it is not one of ours any more."""
    if kind not in KINDS:
        message = f"no fact of kind {kind!r}"
        raise ValueError(message)
    fact: FactType = _adapter(kind).validate_json(body)
    return fact


@lru_cache(maxsize=64)
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(KINDS[kind])


@lru_cache(maxsize=64)
def _fields(kind: str) -> tuple[str, ...]:
    return tuple(one.name for one in dataclasses.fields(KINDS[kind]))


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    message = f"a fact holds plain values, not {type(value).__name__}"
    raise TypeError(message)
