"""Jäljitä: where an experiment comes from, and what came of it."""

from __future__ import annotations

from adaptive_cards.card import Block, Card, Facts, Heading, Quote
from adaptive_cards.views.journey.experiments import about, short, what
from adaptive_cards.views.parts import bullets, button, buttons, card, fact, heading, line, said, small
from adaptive_cards.words import Words
from dialogs.journey.experiments.messages import ChangeLine, Trace
from dialogs.journey.experiments.state import ChangeKind

OTHERS = 8
"""Picks of the same theme that are shown."""


def trace(message: Trace, words: Words) -> Card:
    """The workshop, the pick, the decision, the experiment, its changes and its verdict, in this order."""
    return card(
        words,
        words.text("trace.title", what=short(message.view.what, words)),
        *_workshop(message, words),
        Heading(words.text("trace.decision")),
        said(words.day(message.decided, message.today), subtle=True),
        Quote(what(message.decision, words)),
        Heading(words.text("trace.experiment")),
        *about(message.view, message.today, words),
        heading(words, "trace.changes", over=message.changes),
        bullets(_changed(one, message, words) for one in message.changes),
        small(words, "trace.nameless"),
        buttons(button(words, "try-show", message.journey, message.view.id)),
    )


def _workshop(message: Trace, words: Words) -> tuple[Block | None, ...]:
    """Where it was brought up; an experiment of one's own comes of no workshop."""
    if message.held is None:
        return (line(words, "trace.own"),)
    day = words.day(message.held, message.today)
    facts = (
        fact(words, "trace.workshop", f"{words.workshop_title(message.slug)}, {day}"),
        fact(words, "trace.theme", message.theme),
    )
    others = heading(words, "trace.others", over=message.others)
    return (
        Facts(tuple(one for one in facts if one)),
        Heading(words.text("trace.pick")),
        Quote(what(message.pick, words)),
        others,
        bullets(message.others[:OTHERS]),
    )


def _changed(one: ChangeLine, message: Trace, words: Words) -> str:
    on = words.day(one.on, message.today)
    to = words.day(one.day, message.today) if one.day else ""
    name = words.name(one.name) if one.name else words.text("experiments.nobody")
    if one.kind is ChangeKind.OWNER:
        return words.text("trace.change.owner", on=on, name=name)
    return words.text(f"trace.change.{one.kind}", on=on, **({"day": to} if to else {}))
