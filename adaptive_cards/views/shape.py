"""What was brought up, or all that was written, becomes a picture; its words stand beside it as text."""

from __future__ import annotations

from dataclasses import replace

from adaptive_cards.card import Block, Bullets, Card, Span
from adaptive_cards.views.axes import spread
from adaptive_cards.views.parts import DOT, bullets, card, heading, line, links, points, said, small
from adaptive_cards.views.pick import picks
from adaptive_cards.views.pictures import picture
from adaptive_cards.words import Words
from dialogs.messages import PickView, Shape


def shape(message: Shape, words: Words) -> Card:
    """To the channel."""
    step = words.step(message.step)
    empty = "shape.empty_notes" if message.from_notes else "shape.empty"
    return card(
        words,
        step.title,
        said(step.goal),
        picture(message.picture, words) if message.picture else line(words, empty),
        points(step.points),
        *_content(message, words),
        heading(words, "part.prompts", over=step.prompts),
        bullets(step.prompts),
        heading(words, "part.reading", over=step.reading),
        links(step.reading),
    )


def _content(message: Shape, words: Words) -> tuple[Block | None, ...]:
    """What the picture shows, for those who do not see it, and for when it could not be sent."""
    if message.picture and message.picture.axes:
        axes = message.picture.axes
        of = message.picture.notes_of
        return (Bullets(tuple(spread(of, axis, words) for axis in axes)), small(words, "scale.key"))
    if message.from_notes:
        return (heading(words, "part.notes", over=message.picks), _by_cell(message, words))
    found = picks(message.picks, message.picks_of, words)
    return (heading(words, "part.picks", over=message.picks), found)


def _by_cell(message: Shape, words: Words) -> Bullets | None:
    """All notes, a line for each cell."""
    cells: dict[str, list[PickView]] = {}
    for pick in message.picks:
        cells.setdefault(pick.cell, []).append(pick)
    lines = tuple(
        (
            Span(f"{words.cell(message.picks_of, cell).label}:", bold=True),
            Span(f" {DOT.join(_told(one, words) for one in _merged(found))}"),
        )
        for cell, found in cells.items()
    )
    return Bullets(lines) if lines else None


def _merged(found: list[PickView]) -> list[PickView]:
    """What several wrote in the same words is told once, with how many they were."""
    same: dict[tuple[str, str], list[PickView]] = {}
    for one in found:
        same.setdefault((one.text.casefold(), one.origin), []).append(one)
    return [
        replace(group[0], votes=max(len(group), *(one.votes for one in group))) for group in same.values()
    ]


def _told(pick: PickView, words: Words) -> str:
    """A note, how many said the same, and what it was turned from."""
    text = words.text("merge.times", text=pick.text, n=pick.votes) if pick.votes > 1 else pick.text
    return words.text("merge.from", text=text, origin=pick.origin) if pick.origin else text
