"""`/paja tila`: where we are, and the information card of the step that goes on.

What it is for, how its results are gathered and shown, each one's part, and where in the workbook it is from.
"""

from __future__ import annotations

from adaptive_cards.card import Block, Buttons, Card, Fact, Facts, Paragraph, Span, Style
from adaptive_cards.views.lobby import facilitators, sentences
from adaptive_cards.views.parts import button, buttons, card, line, said, small, until
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
        *_about(message, words),
        _buttons(message, words),
    )


def _stage(message: StatusCard, words: Words) -> Paragraph:
    if message.stage in {Stage.LOBBY, Stage.CLOSED} or not message.step:
        return line(words, "status.closed" if message.stage is Stage.CLOSED else "status.lobby")
    return line(words, f"status.{message.stage}", step=words.step(message.step).title)


def _about(message: StatusCard, words: Words) -> tuple[Block | None, ...]:
    """The step itself; nothing before the start and after the end."""
    if message.stage in {Stage.LOBBY, Stage.CLOSED} or not message.step:
        return ()
    step = words.step(message.step)
    found = (("guide.gathering", step.gathering), ("guide.showing", step.showing), ("guide.part", step.part))
    facts = tuple(Fact(words.text(key), (Span(text),)) for key, text in found if text)
    return said(step.goal), Facts(facts) if facts else None, source(message.step, words)


def source(step: str, words: Words) -> Paragraph | None:
    """Where in the workbook a step comes from: its tasks, or else the workshop's lines."""
    found = words.structured(step)
    ids = (found.source if found else ()) or (words.structure.source if words.structure else ())
    return small(words, "status.source", ids=", ".join(ids)) if ids else None


def _buttons(message: StatusCard, words: Words) -> Buttons | None:
    if message.stage is Stage.CLOSED:
        return None
    return buttons(
        None if message.in_it else button(words, "join", message.session, style=Style.PRIMARY),
        button(words, "takeover", message.session) if message.can_take_over else None,
    )
