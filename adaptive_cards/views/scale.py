"""Places on axes (janat): counts while people answer, the spread when it is over."""

from __future__ import annotations

from collections.abc import Iterable

from adaptive_cards.card import Block, Bullets, Card, Style
from adaptive_cards.views.axes import axis_title, spread
from adaptive_cards.views.parts import bullets, button, buttons, card, heading, line, said, small, until
from adaptive_cards.views.pictures import picture
from adaptive_cards.words import Words
from content.steps import ScaleStep
from dialogs.messages import ScaleBoard

NOW = "now"


def scale_board(message: ScaleBoard, words: Words) -> Card:
    """To the channel."""
    step = words.step(message.step)
    return card(
        words,
        step.title,
        said(step.goal),
        said(until(words, message.ends_at)),
        bullets(step.instructions, numbered=True),
        heading(words, "part.prompts", over=step.prompts),
        bullets(step.prompts),
        *(_answering(message, words) if message.live else _spread(message, words)),
    )


def _answering(message: ScaleBoard, words: Words) -> tuple[Block | None, ...]:
    place = button(words, "place", message.session, message.step, NOW, style=Style.PRIMARY)
    return (
        bullets(axis_title(message.step, axis, words) for axis in _axes(message, words)),
        small(words, "count.answered", n=message.answered, all=message.here),
        small(words, "scale.hidden"),
        small(words, "sees.places"),
        buttons(place),
    )


def _axes(message: ScaleBoard, words: Words) -> Iterable[str]:
    """The axes in the order of the step."""
    found = words.structured(message.step)
    return found.axes if isinstance(found, ScaleStep) else words.step(message.step).cells


def _spread(message: ScaleBoard, words: Words) -> tuple[Block | None, ...]:
    if not any(sum(axis.now) + sum(axis.wished) for axis in message.axes):
        return (line(words, "scale.empty"), small(words, "past.step"))
    return (
        picture(message.picture, words) if message.picture else None,
        Bullets(tuple(spread(message.step, axis, words) for axis in message.axes)),
        small(words, "scale.key"),
        small(words, "past.step"),
    )
