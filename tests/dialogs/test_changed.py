"""A value with some of its fields changed."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from dialogs.changed import changed


@dataclass(frozen=True, slots=True)
class Chair:
    legs: int
    colour: str = "red"


@dataclass(frozen=True, slots=True)
class Armchair(Chair):
    arms: int = 2


@dataclass
class Table:
    legs: int


def test_it_does_what_replace_does() -> None:
    chair = Armchair(4, "blue")

    assert changed(chair, legs=3, arms=1) == replace(chair, legs=3, arms=1) == Armchair(3, "blue", 1)
    assert chair == Armchair(4, "blue")


def test_a_field_that_is_not_there_is_told() -> None:
    with pytest.raises(TypeError, match="Chair has no wheels"):
        changed(Chair(4), wheels=2)


def test_only_what_has_slots_can_be_copied_slot_by_slot() -> None:
    with pytest.raises(TypeError, match="Table must be a dataclass with slots"):
        changed(Table(4), legs=3)
