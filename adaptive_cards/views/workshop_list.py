"""The workshops that there are, and how to start one."""

from __future__ import annotations

from itertools import groupby

from adaptive_cards.card import Block, Bullets, Card, Heading, Rich, Span
from adaptive_cards.views.lobby import about
from adaptive_cards.views.parts import card, line
from adaptive_cards.words import Words
from dialogs.desk_messages import WorkshopLine, WorkshopList


def workshop_list(message: WorkshopList, words: Words) -> Card:
    """`/paja pajat`."""
    return card(words, words.text("desk.workshops.title"), *workshop_lines(message.workshops, words))


def workshop_lines(found: tuple[WorkshopLine, ...], words: Words) -> tuple[Block, ...]:
    """A line for each, series by series, and the command that starts the first one of each."""
    if not found:
        return (line(words, "desk.workshops.none"),)
    series = groupby(found, key=lambda one: one.series)
    return tuple(block for title, lines in series for block in _series(title, tuple(lines), words))


def _series(title: str, lines: tuple[WorkshopLine, ...], words: Words) -> tuple[Block, ...]:
    head = (Heading(title),) if title else ()
    start = line(words, "desk.workshops.start", command=start_command(words, lines[0].number))
    return (*head, Bullets(tuple(_line(one, words) for one in lines)), start)


def start_command(words: Words, number: int | str = 1) -> str:
    """What to type to start a workshop."""
    return f"{words.text('command.start')} {number}"


def _line(workshop: WorkshopLine, words: Words) -> Rich:
    """A line with the workshop's question; in a series, which is long, without."""
    duration = words.duration(about(workshop.minutes))
    key = "desk.workshops.line_of_series" if workshop.series else "desk.workshops.line"
    head = words.rich(key, number=workshop.number, title=workshop.title, duration=duration)
    return head if workshop.series else (*head, Span(f". {workshop.question}"))
