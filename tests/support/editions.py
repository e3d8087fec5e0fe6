"""Small workshops for tests of the engine, which needs no words."""

from __future__ import annotations

from typing import Any

from content.library import Edition
from content.workshop import Workshop

CLOSE = {"id": "loppu", "kind": "close", "minutes": 5}


def edition_of(*steps: dict[str, Any]) -> Edition:
    """A workshop of these steps and a closing."""
    made = [{"minutes": 10, **step} for step in (*steps, CLOSE)]
    return Edition(workshop=Workshop.model_validate({"slug": "koe", "number": 8, "steps": made}), words={})
