"""Omat asiat: what one person has open, in all their journeys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from adaptive_cards.card import Block, Bullets, Button, Card, Heading, Rich, Span
from adaptive_cards.views.journey import experiment_nudges, process_people, tasks
from adaptive_cards.views.parts import buttons, card, line, small
from adaptive_cards.words import Words
from dialogs.journey.experiments.messages import OwnExperiment
from dialogs.journey.messages import OwnLine, OwnThings
from dialogs.journey.process.messages import OwnMeeting, OwnPractice
from dialogs.journey.tasks.messages import OwnTask

OWN_VIEWS: Mapping[type, Callable[[Any, OwnLine, Words], tuple[Rich, Button]]] = {
    OwnExperiment: experiment_nudges.own,
    OwnTask: tasks.own_task,
    OwnMeeting: process_people.own_meeting,
    OwnPractice: process_people.own_practice,
}
"""Kind of `OwnThing` -> its line and the button that opens it."""
MOST = 8
"""Things that are shown with a button; the rest is counted."""


def own_things(message: OwnThings, words: Words) -> Card:
    """To one person."""
    blocks = own_part(message.lines, words) or (line(words, "own.nothing"),)
    return card(words, words.text("own.title", n=len(message.lines)), *blocks, small(words, "sees.digest"))


def own_section(lines: tuple[OwnLine, ...], words: Words) -> tuple[Block | None, ...]:
    """The same as a part of another card; nothing where there is nothing."""
    if not lines:
        return ()
    return Heading(words.text("own.title", n=len(lines))), *own_part(lines, words)


def own_part(lines: tuple[OwnLine, ...], words: Words) -> tuple[Block | None, ...]:
    """Lines, and a button for each; the team is named where there are several."""
    if not lines:
        return ()
    shown, teams = lines[:MOST], {one.journey for one in lines}
    found = [OWN_VIEWS[type(one.thing)](one.thing, one, words) for one in shown]
    items = tuple(
        (*rich, *_team(one, words, several=len(teams) > 1))
        for (rich, _), one in zip(found, shown, strict=True)
    )
    rest = small(words, "own.rest", n=len(lines) - MOST) if len(lines) > MOST else None
    return Bullets(items), rest, buttons(*_once(button for _, button in found))


def _team(one: OwnLine, words: Words, *, several: bool) -> Rich:
    if not several or not one.slug:
        return ()
    return (Span(" · "), *words.rich("digest.team", title=words.workshop_title(one.slug)))


def _once(found: Iterable[Button]) -> tuple[Button, ...]:
    """No two buttons are called the same: the second of a name has its number."""
    once: dict[str, Button] = {}
    for one in found:
        same = sum(label.startswith(one.label) for label in once)
        label = f"{one.label} ({same + 1})" if one.label in once else one.label
        once[label] = replace(one, label=label)
    return tuple(once.values())
