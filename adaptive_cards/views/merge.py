"""The joint canvas (kooste): what was brought up, by count and never by name, and what it was turned into."""

from __future__ import annotations

from adaptive_cards.card import Block, Canvas, Card, Cell, Column, Style
from adaptive_cards.views.parts import (
    bullets,
    button,
    buttons,
    card,
    heading,
    line,
    said,
    small,
    until,
)
from adaptive_cards.words import Words
from dialogs.messages import MergeBoard, MergeCell, MergeLine


def merge_board(message: MergeBoard, words: Words) -> Card:
    """To the channel; a living card."""
    step = words.step(message.step)
    return card(
        words,
        step.title,
        said(step.goal),
        said(until(words, message.ends_at)),
        bullets(step.instructions, numbered=True),
        heading(words, "part.prompts", over=step.prompts),
        bullets(step.prompts),
        Canvas((Column("", tuple(_cell(message, one, words) for one in message.cells)),)),
        *_below(message, words),
    )


def _cell(message: MergeBoard, cell: MergeCell, words: Words) -> Cell:
    found = words.cell(message.words_of, cell.cell)
    brought = (_line(line, words) for line in cell.lines)
    arrived = (_arrived(text, origin, words) for text, origin in cell.arrived)
    return Cell(found.label, notes=(*brought, *arrived))


def _line(line: MergeLine, words: Words) -> str:
    """A line, how many brought it up, and what it was turned into."""
    text = words.text("merge.times", text=line.text, n=line.count) if line.count > 1 else line.text
    return words.text("merge.turned", text=text, into=" · ".join(line.turned)) if line.turned else text


def _arrived(text: str, origin: str, words: Words) -> str:
    """A line that was turned into this cell, with what it was before."""
    return words.text("merge.from", text=text, origin=origin) if origin else text


def _below(message: MergeBoard, words: Words) -> tuple[Block | None, ...]:
    nothing = not any(cell.lines or cell.arrived for cell in message.cells)
    empty = small(words, "merge.empty") if nothing else small(words, "merge.counted")
    if not message.live:
        return (empty, small(words, "past.step"))
    session, step = message.session, message.step
    turning = button(words, "turn-over", session, step, style=Style.PRIMARY) if message.can_turn else None
    return (
        empty,
        line(words, "merge.how") if turning else None,
        small(words, "count.ready", ready=message.ready, all=message.here),
        small(words, "sees.notes") if turning else None,
        buttons(turning, button(words, "ready", session, step)),
    )
