"""`/paja tila`: where we are."""

from __future__ import annotations

from adaptive_cards.card import Buttons, Card, Paragraph, Style
from adaptive_cards.views.lobby import facilitators, sentences
from adaptive_cards.views.parts import button, buttons, card, line, said, until
from adaptive_cards.words import Words
from dialogs.messages import Stage, StatusCard


def status(message: StatusCard, words: Words) -> Card:
    """To whoever asked."""
    title = words.workshop.title if words.workshop else ""
    people = words.text("status.here", n=message.here)
    return card(
        words,
        words.text("lobby.title", number=message.number, title=title),
        _stage(message, words),
        said(until(words, message.ends_at)) if message.stage is Stage.RUNNING else None,
        said(sentences(facilitators(message.facilitators, words), people)),
        _buttons(message, words),
    )


def _stage(message: StatusCard, words: Words) -> Paragraph:
    if message.stage in {Stage.LOBBY, Stage.CLOSED} or not message.step:
        return line(words, "status.closed" if message.stage is Stage.CLOSED else "status.lobby")
    return line(words, f"status.{message.stage}", step=words.step(message.step).title)


def _buttons(message: StatusCard, words: Words) -> Buttons | None:
    if message.stage is Stage.CLOSED:
        return None
    return buttons(
        None if message.in_it else button(words, "join", message.session, style=Style.PRIMARY),
        button(words, "takeover", message.session) if message.can_take_over else None,
    )
