"""The workshops that there are, and how to start one."""

from __future__ import annotations

from adaptive_cards.card import Block, Bullets, Card, Rich, Span
from adaptive_cards.views.lobby import about
from adaptive_cards.views.parts import card, line
from adaptive_cards.words import Words
from dialogs.desk_messages import WorkshopLine, WorkshopList


def workshop_list(message: WorkshopList, words: Words) -> Card:
    """`/paja pajat`."""
    return card(words, words.text("desk.workshops.title"), *workshop_lines(message.workshops, words))


def workshop_lines(found: tuple[WorkshopLine, ...], words: Words) -> tuple[Block, ...]:
    """A line for each, and the command that starts the first one."""
    if not found:
        return (line(words, "desk.workshops.none"),)
    return (
        Bullets(tuple(_line(one, words) for one in found)),
        line(words, "desk.workshops.start", command=start_command(words, found[0].number)),
    )


def start_command(words: Words, number: int = 1) -> str:
    """What to type to start a workshop."""
    return f"{words.text('command.start')} {number}"


def _line(workshop: WorkshopLine, words: Words) -> Rich:
    duration = words.duration(about(workshop.minutes))
    head = words.rich("desk.workshops.line", number=workshop.number, title=workshop.title, duration=duration)
    return (*head, Span(f". {workshop.question}"))
