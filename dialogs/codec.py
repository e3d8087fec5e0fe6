"""Facts to JSON and back. Kinds are the names of the classes; a log that was ever written stays readable."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, get_args

import orjson
from pydantic import TypeAdapter

from dialogs.facts import FactType

KINDS: dict[str, type] = {kind.__name__: kind for kind in get_args(FactType)}
"""Name -> fact."""


def dump(fact: FactType) -> tuple[str, bytes]:
    """The fact's kind and its JSON."""
    return type(fact).__name__, orjson.dumps(fact)


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
