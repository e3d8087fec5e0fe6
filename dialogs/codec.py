"""Facts to JSON and back. Kinds are the names of the classes; a log that was ever written stays readable."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, get_args

import orjson
from pydantic import TypeAdapter

from dialogs.facts import FactType
from dialogs.journey.fact import JourneyFact
from dialogs.journey.facts import KINDS as JOURNEY_KINDS

KINDS: dict[str, type] = {kind.__name__: kind for kind in get_args(FactType)}
"""Name -> fact of a session."""
_OF_JOURNEYS: dict[str, type] = {kind.__name__: kind for kind in JOURNEY_KINDS}


def dump(fact: FactType | JourneyFact) -> tuple[str, bytes]:
    """The fact's kind and its JSON."""
    return type(fact).__name__, orjson.dumps(fact)


def load_journey(kind: str, body: bytes) -> JourneyFact:
    """The fact of a journey that `dump` made; raises `ValueError` when it is not one of ours any more."""
    if kind not in _OF_JOURNEYS:
        message = f"no fact of kind {kind!r}"
        raise ValueError(message)
    fact: JourneyFact = _journey_adapter(kind).validate_json(body)
    return fact


@lru_cache(maxsize=128)
def _journey_adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(_OF_JOURNEYS[kind])


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
