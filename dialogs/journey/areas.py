"""The areas of a journey, and the tables that they make together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dialogs.journey import people
from dialogs.journey.area import (
    Area,
    Command,
    Compose,
    Decide,
    Evolve,
    FormKind,
    NudgeOf,
    Press,
    React,
    Ring,
    Then,
)
from dialogs.journey.diary.area import AREA as DIARY
from dialogs.journey.experiments.area import AREA as EXPERIMENTS
from dialogs.journey.opening.board import AREA as OPENING
from dialogs.journey.process.area import AREA as PROCESS
from dialogs.journey.tasks.area import AREA as TASKS
from dialogs.journey.workshops.area import AREA as WORKSHOPS

AREAS: tuple[Area, ...] = (people.AREA, WORKSHOPS, TASKS, DIARY, OPENING, PROCESS, EXPERIMENTS)


def _merged(name: str) -> dict[Any, Any]:
    """The rows of all areas; raises `ValueError` when two areas have the same one."""
    merged: dict[Any, Any] = {}
    for area in AREAS:
        rows: Mapping[Any, Any] = getattr(area, name)
        if twice := merged.keys() & rows.keys():
            message = f"two areas have the same {name}: {sorted(map(str, twice))}"
            raise ValueError(message)
        merged |= rows
    return merged


def _all_of(name: str) -> dict[type, tuple[Any, ...]]:
    """Fact -> what each area makes of it: a fact of one area may mean something in another."""
    tables: list[Mapping[type, Any]] = [getattr(area, name) for area in AREAS]
    kinds = dict.fromkeys(kind for table in tables for kind in table)
    return {kind: tuple(table[kind] for table in tables if kind in table) for kind in kinds}


DECIDE: dict[type, Decide] = _merged("decide")
EVOLVE: dict[type, Evolve] = _merged("evolve")
THEN: dict[type, tuple[Then, ...]] = _all_of("then")
REACT: dict[type, tuple[React, ...]] = _all_of("react")
BOARDS: dict[str, Compose] = _merged("boards")
PRESSES: dict[str, Press] = _merged("presses")
FORMS: dict[str, FormKind] = _merged("forms")
NUDGES: dict[str, NudgeOf] = _merged("nudges")
TIMERS: dict[str, Ring] = _merged("timers")
COMMANDS: dict[type, Command] = _merged("commands")
