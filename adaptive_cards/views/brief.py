"""Something is shown, with a picture where there is one; nothing is written."""

from __future__ import annotations

from adaptive_cards.card import Card
from adaptive_cards.views.parts import bullets, card, heading, links, points, said
from adaptive_cards.views.pictures import picture
from adaptive_cards.words import Words
from dialogs.messages import Brief


def brief(message: Brief, words: Words) -> Card:
    """To the channel."""
    step = words.step(message.step)
    return card(
        words,
        step.title,
        said(step.goal),
        picture(message.picture, words) if message.picture else None,
        points(step.points),
        heading(words, "part.instructions", over=step.instructions),
        bullets(step.instructions),
        heading(words, "part.prompts", over=step.prompts),
        bullets(step.prompts),
        heading(words, "part.reading", over=step.reading),
        links(step.reading),
    )
