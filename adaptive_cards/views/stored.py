"""What is stored, for what, who sees it, how long; and where the workshop comes from."""

from __future__ import annotations

from adaptive_cards.card import Bullets, Card
from adaptive_cards.views.lobby import facilitators
from adaptive_cards.views.parts import bullets, card, heading, line, said, small
from adaptive_cards.words import Words
from dialogs.messages import StoredInfo

_KINDS = ("name", "notes", "turns", "feedback", "progress")


def stored(message: StoredInfo, words: Words) -> Card:
    """To whoever asked."""
    workshop = words.workshop
    goals = workshop.goals if workshop else ()
    return card(
        words,
        words.text("stored.title"),
        Bullets(tuple(words.rich(f"stored.{kind}") for kind in _KINDS)),
        line(words, "stored.for_what"),
        line(words, "stored.how_long", data=words.text("command.data"), forget=words.text("command.forget")),
        small(words, "stored.others"),
        said(facilitators(message.facilitators, words), subtle=True),
        heading(words, "stored.goals", over=goals),
        bullets(goals),
        said(workshop.credit if workshop else "", subtle=True),
    )
