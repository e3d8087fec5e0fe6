"""What was brought up becomes a picture; its words stand beside it for those who do not see it."""

from __future__ import annotations

from adaptive_cards.card import Card
from adaptive_cards.views.parts import bullets, card, heading, line, links, points, said
from adaptive_cards.views.pick import picks
from adaptive_cards.views.pictures import picture
from adaptive_cards.words import Words
from dialogs.messages import Shape


def shape(message: Shape, words: Words) -> Card:
    """To the channel."""
    step = words.step(message.step)
    return card(
        words,
        step.title,
        said(step.goal),
        picture(message.picture, words) if message.picture else line(words, "shape.empty"),
        points(step.points),
        heading(words, "part.picks", over=message.picks),
        picks(message.picks, message.picks_of, words),
        heading(words, "part.prompts", over=step.prompts),
        bullets(step.prompts),
        heading(words, "part.reading", over=step.reading),
        links(step.reading),
    )
