"""The channel's first card: what, about how long, who leads, who is in."""

from __future__ import annotations

from adaptive_cards.card import Buttons, Card, Paragraph, Style
from adaptive_cards.views.parts import button, buttons, card, dotted, line, said, small
from adaptive_cards.words import Words
from dialogs.messages import Lobby, Stage

_QUARTER = 15


def lobby(message: Lobby, words: Words) -> Card:
    """The invitation to join; it stays up to date as long as the session lives."""
    workshop = words.workshop
    return card(
        words,
        words.text("lobby.title", number=message.number, title=workshop.title if workshop else ""),
        said(workshop.question if workshop else ""),
        said(sentences(_about(message, words), facilitators(message.facilitators, words))),
        small(
            words,
            "lobby.program",
            steps=dotted(*(words.step(step).title for step in message.steps)),
        ),
        _here(message, words),
        None if message.stage is Stage.LOBBY else line(words, f"lobby.{message.stage}"),
        None if message.stage is Stage.CLOSED else small(words, "lobby.sees"),
        _buttons(message, words),
    )


def facilitators(names: tuple[str, ...], words: Words) -> str:
    """Who leads, as a sentence."""
    return words.text("lobby.facilitators", n=max(1, len(names)), names=words.names(names))


def sentences(*found: str) -> str:
    """Sentences that there are, one after another."""
    return " ".join(one for one in found if one)


def _about(message: Lobby, words: Words) -> str:
    if message.slow:
        return words.text("lobby.slow")
    return (
        words.text("lobby.about", duration=words.duration(about(message.minutes))) if message.minutes else ""
    )


def about(minutes: int) -> int:
    """`minutes` to the nearest quarter of an hour: a plan, not a timetable."""
    return max(_QUARTER, round(minutes / _QUARTER) * _QUARTER)


def _here(message: Lobby, words: Words) -> Paragraph:
    if not message.names:
        return line(words, "lobby.nobody")
    return line(words, "lobby.here", n=len(message.names), names=words.names(message.names))


def _buttons(message: Lobby, words: Words) -> Buttons | None:
    joining = button(words, "join", message.session, style=Style.PRIMARY)
    return buttons(
        None if message.stage is Stage.CLOSED else joining,
        button(words, "wish", message.session) if message.can_wish else None,
        button(words, "stored", message.session),
    )
