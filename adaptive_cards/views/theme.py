"""Notes under themes (teemoittelu), chosen in forms: no dragging, and anything can be undone."""

from __future__ import annotations

from adaptive_cards.card import Buttons, Canvas, Card, Cell, Column, Style
from adaptive_cards.views.canvas import living_cell
from adaptive_cards.views.parts import (
    bullets,
    button,
    buttons,
    card,
    dotted,
    heading,
    line,
    said,
    small,
    until,
)
from adaptive_cards.words import Words
from dialogs.messages import ThemeBoard


def theme_board(message: ThemeBoard, words: Words) -> Card:
    """To the channel; a living card."""
    step = words.step(message.step)
    cells = _cells(message, words)
    return card(
        words,
        step.title,
        said(step.goal),
        said(until(words, message.ends_at)),
        bullets(step.instructions, numbered=True),
        heading(words, "part.prompts", over=step.prompts),
        bullets(step.prompts),
        Canvas((Column("", cells),)) if cells else line(words, "theme.empty"),
        said(_progress(message, words), subtle=True),
        small(words, "sees.themes") if message.live else small(words, "past.step"),
        _buttons(message, words) if message.live else None,
    )


def _cells(message: ThemeBoard, words: Words) -> tuple[Cell, ...]:
    """The themes, and last the notes that have none."""
    named = [(theme.name or words.text("theme.unnamed"), theme.notes) for theme in message.themes]
    loose = [(words.text("theme.loose"), message.loose)] if message.loose else []
    return tuple(_cell(message, name, notes, words) for name, notes in (*named, *loose))


def _cell(message: ThemeBoard, name: str, notes: tuple[str, ...], words: Words) -> Cell:
    return living_cell(name, notes, words) if message.live else Cell(name, notes=notes)


def _progress(message: ThemeBoard, words: Words) -> str:
    ready = words.text("count.ready", ready=message.ready, all=message.here)
    return dotted(
        words.text("theme.themes", n=len(message.themes)),
        words.text("theme.left", n=len(message.loose)) if message.loose else "",
        ready if message.live else "",
    )


def _buttons(message: ThemeBoard, words: Words) -> Buttons | None:
    session, step = message.session, message.step
    notes = message.loose or any(theme.notes for theme in message.themes)
    return buttons(
        button(words, "theme", session, step, style=Style.PRIMARY) if notes else None,
        button(words, "retheme", session, step) if message.themes else None,
        button(words, "ready", session, step),
    )
