"""Groups go round stations (työpistekierto): the channel's card, and a card for each station."""

from __future__ import annotations

from adaptive_cards.card import Block, Bullets, Buttons, Card, Paragraph, Rich, Span, Style
from adaptive_cards.limits import cut
from adaptive_cards.views.canvas import LONGEST_NOTE
from adaptive_cards.views.parts import (
    DOT,
    bullets,
    button,
    buttons,
    card,
    dotted,
    heading,
    line,
    said,
    small,
    until,
)
from adaptive_cards.words import Words
from dialogs.messages import RotateBoard, StationCard, StationLine

MOST_NOTES = 16
"""Notes on a station's card while groups write; at home, and when it is over, all of them are there."""


def rotate_board(message: RotateBoard, words: Words) -> Card:
    """To the channel: which round, who is where, how far."""
    step = words.step(message.step)
    return card(
        words,
        step.title,
        said(step.goal),
        said(dotted(_round(message, words), until(words, message.ends_at))) if message.live else None,
        bullets(step.instructions, numbered=True),
        heading(words, "part.prompts", over=step.prompts),
        bullets(step.prompts),
        Bullets(tuple(_line(message, one, words) for one in message.stations)),
        small(words, "past.step") if not message.live else _ready(message, words),
        buttons(button(words, "join", message.session)) if message.live else None,
    )


def _round(message: RotateBoard, words: Words) -> str:
    if message.home:
        return words.text("rotate.home")
    return words.text("rotate.round", now=message.round, all=message.rounds)


def _line(message: RotateBoard, station: StationLine, words: Words) -> Rich:
    notes = words.text("count.notes", n=station.notes)
    label = Span(words.cell(message.step, station.cell).label, bold=True)
    if not message.live:
        return (label, Span(DOT + notes))
    if not station.group:
        return (label, Span(DOT + words.text("rotate.empty", notes=notes)))
    names = words.names(station.names)
    return (label, Span(DOT + words.text("rotate.at", number=station.group, names=names, notes=notes)))


def _ready(message: RotateBoard, words: Words) -> Paragraph:
    return small(words, "count.ready", ready=message.ready, all=message.here)


def station_card(message: StationCard, words: Words) -> Card:
    """One station: its question, and what has gathered there, marked by group."""
    found = words.cell(message.step, message.cell)
    return card(
        words,
        dotted(words.step(message.step).title, found.label),
        said(found.prompt),
        *_now(message, words),
        *_notes(message, words),
        *_foot(message, words),
    )


def _now(message: StationCard, words: Words) -> tuple[Block | None, ...]:
    """Who is here, and what to do."""
    if not message.live:
        return ()
    if not message.group:
        return (line(words, "rotate.nobody"),)
    key = "rotate.home_here" if message.home else "rotate.here"
    who = words.text(key, number=message.group, names=words.names(message.names))
    others = any(layer.group != message.group for layer in message.layers)
    hint = "rotate.read" if message.home else "rotate.build" if others else ""
    return (said(dotted(who, until(words, message.ends_at))), line(words, hint) if hint else None)


def _notes(message: StationCard, words: Words) -> tuple[Block, ...]:
    """The notes in the order of the groups that wrote them."""
    notes = [(layer.group, note) for layer in message.layers for note in layer.notes]
    if not notes:
        return (small(words, "rotate.nothing"),)
    whole = message.home or not message.live
    shown = notes if whole else [(group, cut(note, LONGEST_NOTE)) for group, note in notes[-MOST_NOTES:]]
    hidden = len(notes) - len(shown)
    listed = Bullets(tuple(_note(group, note, words) for group, note in shown))
    return (listed, small(words, "count.more", n=hidden)) if hidden else (listed,)


def _note(group: int, note: str, words: Words) -> Rich:
    if not group:
        return (Span(note),)
    return (Span(words.text("rotate.by", number=group), bold=True), Span(f" {note}"))


def _foot(message: StationCard, words: Words) -> tuple[Block | None, ...]:
    notes = sum(len(layer.notes) for layer in message.layers)
    added = words.text("rotate.additions", n=message.additions) if message.additions else ""
    count = said(dotted(words.text("count.notes", n=notes), added), subtle=True)
    if not message.live:
        return (count, small(words, "past.step"))
    return (count, small(words, "sees.notes") if message.group else None, _buttons(message, words))


def _buttons(message: StationCard, words: Words) -> Buttons | None:
    """For those whose group is here; at home there is nothing more to write."""
    if not message.group_id:
        return None
    session, step = message.session, message.step
    writing = button(words, "note", session, step, message.group_id, style=Style.PRIMARY)
    return buttons(
        None if message.home else writing,
        button(words, "mine", session, step),
        button(words, "ready", session, step),
    )
