"""What is stored, for what, who sees it, how long; and where the workshop comes from."""

from __future__ import annotations

from adaptive_cards.card import Bullets, Card
from adaptive_cards.views.lobby import facilitators
from adaptive_cards.views.parts import bullets, card, heading, line, said, small
from adaptive_cards.words import Words
from content.steps import By, GatherStep, PickStep, ScaleStep, ThemeStep
from dialogs.messages import StoredInfo

_ALWAYS = ("name", "notes", "turns", "feedback", "progress")


def stored(message: StoredInfo, words: Words) -> Card:
    """To whoever asked."""
    workshop = words.workshop
    goals = workshop.goals if workshop else ()
    return card(
        words,
        words.text("stored.title"),
        Bullets(tuple(words.rich(f"stored.{kind}") for kind in (*_ALWAYS, *_where_asked(words)))),
        line(words, "stored.for_what"),
        line(words, "stored.how_long", data=words.text("command.data"), forget=words.text("command.forget")),
        small(words, "stored.others"),
        said(facilitators(message.facilitators, words), subtle=True),
        heading(words, "stored.goals", over=goals),
        bullets(goals),
        said(workshop.credit if workshop else "", subtle=True),
    )


def _where_asked(words: Words) -> tuple[str, ...]:
    """What only some workshops ask for: sheets of one's own; dots, places and themes."""
    steps = words.structure.steps if words.structure else ()
    private = any(isinstance(step, GatherStep) and step.private for step in steps)
    dots = any(isinstance(step, PickStep) and step.by is By.EVERYBODY for step in steps)
    answers = dots or any(isinstance(step, ScaleStep | ThemeStep) for step in steps)
    return (*(("private",) if private else ()), *(("answers",) if answers else ()))
