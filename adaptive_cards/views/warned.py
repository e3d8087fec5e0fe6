"""Two minutes left, or the time is up: a question to the facilitator, a word to the channel, never a cut."""

from __future__ import annotations

from adaptive_cards.card import Button, Buttons, Card, Paragraph
from adaptive_cards.views.parts import button, buttons, card, line, small
from adaptive_cards.words import Words, plain
from dialogs.messages import TwoLeft, Warned

EXTRA_MINUTES = 5


def warned(message: Warned, words: Words) -> Card:
    """To the facilitators."""
    over = "_over" if message.over else ""
    key = f"warned.groups{over}" if message.groups_all else f"warned.alone{over}"
    return card(
        words,
        words.text(f"warned.title{over}", step=words.step(message.step).title),
        line(words, key, writing=message.groups_writing, all=message.groups_all) if message.live else None,
        _buttons(message, words) if message.live else small(words, "past.handled"),
    )


def _buttons(message: Warned, words: Words) -> Buttons | None:
    label = words.text("button.collect" if message.groups_all else "button.next")
    following = button(words, "next", message.session, str(message.visit), label=label)
    return buttons(more_time(words, message.session, message.visit), following)


def more_time(words: Words, session: str, visit: int) -> Button:
    """+5 min."""
    label = words.text("button.more", n=EXTRA_MINUTES)
    return button(words, "more", session, str(visit), str(EXTRA_MINUTES), label=label)


def two_left(message: TwoLeft, words: Words) -> Card:
    """To the channel."""
    rich = words.rich("two_left.text", step=words.step(message.step).title, at=words.clock(message.ends_at))
    return card(words, "", Paragraph(rich), summary=plain(rich))
