"""A person's first direct message: what comes here, what is stored, how to leave."""

from __future__ import annotations

from adaptive_cards.card import Buttons, Card, Paragraph, Style
from adaptive_cards.views.parts import button, buttons, card, line, small
from adaptive_cards.words import Words
from dialogs.messages import Stage, Welcome


def welcome(message: Welcome, words: Words) -> Card:
    """One short message; it changes when the person leaves or the workshop goes on."""
    return card(
        words,
        words.text(_title(message)),
        _text(message, words),
        small(words, "welcome.stored", data=words.text("command.data"), forget=words.text("command.forget")),
        _buttons(message, words),
    )


def _title(message: Welcome) -> str:
    if message.stage is Stage.CLOSED:
        return "welcome.closed_title"
    return "welcome.title" if message.present else "welcome.away_title"


def _text(message: Welcome, words: Words) -> Paragraph:
    if not message.present and message.stage is not Stage.CLOSED:
        return line(words, "welcome.away")
    match message.stage:
        case Stage.LOBBY:
            return line(words, "welcome.lobby", names=words.names(message.facilitators, alternatives=True))
        case Stage.CLOSED:
            return line(words, "welcome.closed")
        case _:
            return line(words, "welcome.begun")


def _buttons(message: Welcome, words: Words) -> Buttons | None:
    stored = button(words, "stored", message.session)
    if message.stage is Stage.CLOSED:
        return buttons(stored)
    if not message.present:
        return buttons(button(words, "join", message.session, style=Style.PRIMARY), stored)
    return buttons(stored, button(words, "leave", message.session))
