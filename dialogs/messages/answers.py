"""Answers to one person: how far the session is, what is stored, what a step is for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dialogs.messages.stages import Stage


@dataclass(frozen=True, slots=True)
class StatusCard:
    """`/paja tila`: where we are. `can_take_over`: button `takeover`; `in_it` False: button `join`."""

    session: str
    number: int | str
    stage: Stage
    step: str
    ends_at: datetime | None
    facilitators: tuple[str, ...]
    here: int
    in_it: bool
    can_take_over: bool


@dataclass(frozen=True, slots=True)
class StoredInfo:
    """Mitä tästä tallennetaan?: what, for what, who sees it, how long, how to see and remove it."""

    facilitators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepInfo:
    """Esimerkkejä: an example for each of these cells (those that are still empty)."""

    step: str
    cells: tuple[str, ...]
