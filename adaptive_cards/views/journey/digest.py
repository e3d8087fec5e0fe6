"""Muistutukset: everything that one person is reminded of on one day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from adaptive_cards.card import Block, Card, Divider
from adaptive_cards.views.journey import experiment_nudges, process_people
from adaptive_cards.views.journey.tasks import task_nudge
from adaptive_cards.views.parts import button, buttons, card, line, small
from adaptive_cards.words import Words
from dialogs.journey.experiments.messages import ExperimentNudge
from dialogs.journey.messages import Digest, DigestLine, WhichJourney, WhyReminded
from dialogs.journey.process.messages import FollowUpNudge, MeetingNudge
from dialogs.journey.tasks.messages import TaskNudge

NUDGE_VIEWS: Mapping[type, Callable[[Any, DigestLine, Words], tuple[Block | None, ...]]] = {
    TaskNudge: task_nudge,
    MeetingNudge: process_people.meeting_nudge,
    FollowUpNudge: process_people.follow_up_nudge,
    ExperimentNudge: experiment_nudges.nudge,
}
"""Kind of `NudgeView` -> what stands of it on the digest."""


def digest(message: Digest, words: Words) -> Card:
    """To one person; what has been answered says so."""
    blocks = [block for index, one in enumerate(message.lines) for block in _said(index, one, words)]
    why = buttons(button(words, "why", message.lines[0].journey))
    title = words.text("digest.title", n=len(message.lines))
    return card(words, title, *blocks, Divider(), small(words, "sees.digest"), why)


def _said(index: int, one: DigestLine, words: Words) -> tuple[Block | None, ...]:
    above = Divider() if index else None
    if one.view is None:
        return above, small(words, "digest.answered")
    team = small(words, "digest.team", title=words.workshop_title(one.slug)) if one.slug else None
    return above, *NUDGE_VIEWS[type(one.view)](one.view, one, words), team


def which_journey(message: WhichJourney, words: Words) -> Card:
    """A command in a direct chat that could mean several teams."""
    return card(words, words.text("which_journey.title"), line(words, "which_journey.text", n=message.n))


def why(_: WhyReminded, words: Words) -> Card:
    """Why somebody was reminded, and how to have it otherwise."""
    return card(words, words.text("why.title"), line(words, "why.text"), line(words, "why.away"))
