"""Esimerkkejä: a way to begin, for cells that are still empty."""

from __future__ import annotations

from adaptive_cards.card import Block, Card, Paragraph, Span
from adaptive_cards.views.canvas import in_parts, row
from adaptive_cards.views.parts import bullets, card, small
from adaptive_cards.views.status import source
from adaptive_cards.words import Words
from dialogs.messages import StepInfo

_EACH = 2
"""Examples shown of each cell: enough to begin, not enough to copy."""

_MOST = 5
"""Examples shown of the whole step, when no cell is empty."""


def examples(message: StepInfo, words: Words) -> Card:
    """To whoever asked."""
    step = words.step(message.step)
    found = tuple(block for cell in message.cells for block in _cell(message.step, cell, words))
    return card(
        words,
        words.text("examples.title", step=step.title),
        *(found or (bullets(step.examples[:_MOST]),)),
        small(words, "examples.own"),
        source(message.step, words),
    )


def _cell(step: str, cell: str, words: Words) -> tuple[Block, ...]:
    found = words.cell(step, cell)
    listed = bullets(row(found, in_parts(one, found)) or one for one in found.examples[:_EACH])
    return (Paragraph((Span(found.label, bold=True),)), listed) if listed else ()
