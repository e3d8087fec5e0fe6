"""Timed talk of everybody: questions, and a small canvas for whoever wants to keep a point."""

from __future__ import annotations

from adaptive_cards.card import Buttons, Card, Style
from adaptive_cards.views.audience import sees_notes
from adaptive_cards.views.canvas import canvas, note_count, story
from adaptive_cards.views.climate import habit, look_ahead
from adaptive_cards.views.parts import (
    bullets,
    button,
    buttons,
    card,
    heading,
    links,
    points,
    said,
    small,
    until,
)
from adaptive_cards.words import Words
from dialogs.messages import Discuss
from dialogs.verbs import EVERYBODY


def discuss(message: Discuss, words: Words) -> Card:
    """To the channel; a living card."""
    step = words.step(message.step)
    notes = words.text("count.notes", n=message.hidden or note_count(message.canvas))
    ready = words.text("count.ready", ready=message.ready, all=message.here)
    return card(
        words,
        step.title,
        said(step.goal),
        said(until(words, message.ends_at)),
        bullets(step.instructions, numbered=True),
        heading(words, "part.points", over=step.points),
        points(step.points),
        heading(words, "part.prompts", over=step.prompts),
        bullets(step.prompts),
        canvas(message.canvas, words),
        *story(message.canvas, words),
        small(words, "gather.hidden", n=message.hidden) if message.hidden else None,
        look_ahead(words, only_challenges=message.only_challenges),
        small(words, "discuss.progress", notes=notes, ready=ready),
        habit(message.step, words) if message.live else None,
        *(sees_notes(message.audience, words) if message.live else (small(words, "past.step"),)),
        _buttons(message, words) if message.live else None,
        links(step.reading),
    )


def _buttons(message: Discuss, words: Words) -> Buttons | None:
    session, step = message.session, message.step
    return buttons(
        button(words, "note", session, step, EVERYBODY, style=Style.PRIMARY),
        button(words, "mine", session, step),
        button(words, "ready", session, step),
    )
