"""The closing round, the thanks by name, and the way on to experiments."""

from __future__ import annotations

from adaptive_cards.card import Block, Card, Style
from adaptive_cards.views.parts import bullets, button, buttons, card, heading, line, points, said, small
from adaptive_cards.words import Words, plain
from dialogs.messages import Closing, Thanks


def closing(message: Closing, words: Words) -> Card:
    """To the channel; counts only."""
    step = words.step(message.step)
    asking = buttons(button(words, "feedback", message.session, style=Style.PRIMARY))
    sees = small(words, "sees.feedback", names=words.names(message.facilitators))
    return card(
        words,
        step.title,
        said(step.goal),
        points(step.points),
        heading(words, "part.prompts", over=step.prompts),
        bullets(step.prompts),
        line(words, "close.ask") if message.live else None,
        small(words, "close.answered", n=message.answered, all=message.here),
        sees if message.live else small(words, "past.step"),
        asking if message.live else None,
    )


def thanks(message: Thanks, words: Words) -> Card:
    """To the channel at the end: facts as thanks."""
    made = (
        words.text("count.notes", n=message.notes) if message.notes else "",
        words.text("count.picks", n=message.picks) if message.picks else "",
    )
    facts = words.listed(tuple(one for one in made if one))
    thanked = words.rich("close.thanks", names=words.names(message.names))
    return card(
        words,
        words.text("close.thanks_title"),
        line(words, "close.thanks", names=words.names(message.names)) if message.names else None,
        line(words, "close.made", facts=facts)
        if facts
        else line(words, "close.made_nothing", number=message.number),
        *trying(message.session, words),
        summary=plain(thanked) if message.names else "",
    )


def trying(session: str, words: Words) -> tuple[Block | None, ...]:
    """What was brought up lives on: the way from a workshop to an experiment."""
    if not session:
        return ()
    doing = buttons(button(words, "try-from", session), button(words, "decide", session))
    return line(words, "experiments.offer"), small(words, "sees.experiments"), doing
