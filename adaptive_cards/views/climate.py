"""Hints for a good climate (ilmapiiri): a habit for each talk and sheet, and a look ahead from challenges."""

from __future__ import annotations

from adaptive_cards.card import Paragraph
from adaptive_cards.views.parts import line, small
from adaptive_cards.words import Words

HABITS = 6
"""The workbook's practical habits of co-development (W:383-397)."""
_TALKS = frozenset({"discuss", "gather"})


def habit(step: str, words: Words) -> Paragraph | None:
    """The habit of a step, in small print: at each talk or sheet the next one."""
    steps = words.structure.steps if words.structure else ()
    talks = [one.id for one in steps if one.kind in _TALKS]
    return small(words, f"habit.{talks.index(step) % HABITS + 1}") if step in talks else None


def look_ahead(words: Words, *, only_challenges: bool) -> Paragraph | None:
    """A question that looks for something better, once there is plenty of what is hard and nothing else."""
    return line(words, "climate.look_ahead") if only_challenges else None
