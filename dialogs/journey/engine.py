"""`advance(journey, event, now) -> JourneyTurn`: the decider of journeys. No I/O, clock, chance or words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dialogs.boards import Board, Room
from dialogs.effects import Effect
from dialogs.journey.area import Event, Reading
from dialogs.journey.areas import AREAS, BOARDS, DECIDE, EVOLVE, NUDGES, REACT, THEN, TIMERS
from dialogs.journey.draft import Draft
from dialogs.journey.fact import JourneyFact, JourneyOpened
from dialogs.journey.journey import Journey
from dialogs.journey.messages import JourneyMessage, OwnLine
from dialogs.receipts import DONE, Receipt


@dataclass(frozen=True, slots=True)
class JourneyTurn:
    """What came of an event: the journey afterwards, facts, effects, and the answer."""

    journey: Journey
    facts: tuple[JourneyFact, ...]
    effects: tuple[Effect, ...]
    receipt: Receipt | JourneyMessage


def advance(journey: Journey, event: Event, now: datetime) -> JourneyTurn:
    """What comes of `event` at `now` (UTC)."""
    draft = Draft(journey, now, evolve)
    return settled(draft, DECIDE[type(event)](draft, event))


def settled(draft: Draft, receipt: Receipt | JourneyMessage) -> JourneyTurn:
    """What has come of a draft: its facts, what follows of them, and the effects of all."""
    _follow(draft)
    return JourneyTurn(draft.journey, tuple(draft.facts), _react(draft.journey, draft.facts), receipt)


def ring(journey: Journey, name: str, now: datetime) -> JourneyTurn:
    """What comes of the timer `name` that came due; nothing when nobody knows it any more."""
    draft = Draft(journey, now, evolve)
    kind, *args = name.split("/")
    if kind in TIMERS:
        TIMERS[kind](draft, tuple(args))
    return settled(draft, DONE)


def _follow(draft: Draft) -> None:
    """Let each fact have what follows of it; that may be facts of which more follows."""
    done = 0
    while done < len(draft.facts):
        fact, done = draft.facts[done], done + 1
        for then in THEN.get(type(fact), ()):
            then(draft, fact)


def open_journey(*, journey: str, place: str, language: str, zone: str, now: datetime) -> JourneyTurn:
    """A new journey of a channel (or of a direct chat). `now` is UTC."""
    fact = JourneyOpened(at=now, journey=journey, place=place, language=language, zone=zone)
    return JourneyTurn(opened(fact), (fact,), (), DONE)


def opened(fact: JourneyFact) -> Journey:
    """The journey that begins with `fact`; raises `TypeError` when a log begins with anything else."""
    if not isinstance(fact, JourneyOpened):
        message = f"a journey begins with JourneyOpened, not {type(fact).__name__}"
        raise TypeError(message)
    return Journey(fact.journey, fact.place, fact.language, fact.zone, fact.at)


def evolve(journey: Journey, fact: JourneyFact) -> Journey:
    """The journey after `fact`."""
    return EVOLVE[type(fact)](journey, fact)


def fold(facts: Iterable[JourneyFact]) -> Journey:
    """The journey that `facts` tell of; the first one must be `JourneyOpened` (else `TypeError`)."""
    log = iter(facts)
    journey = opened(next(log))
    for fact in log:
        journey = evolve(journey, fact)
    return journey


def compose(journey: Journey, board: Board, room: Room, now: datetime) -> Any:
    """The message that stands on `board` in `room` at `now` (UTC); None when there is nothing to say."""
    found = BOARDS.get(board.name)
    return found(Reading(journey, board.args, room.person, now)) if found else None


def nudge(journey: Journey, kind: str, item: str, person: str, now: datetime) -> Any:
    """The line of a reminder of `kind` about `item`; None when it need not be said any more."""
    found = NUDGES.get(kind)
    return found(journey, item, person, now) if found and person not in journey.gone else None


def own(journey: Journey, person: str, now: datetime) -> tuple[OwnLine, ...]:
    """What a person has open in the journey."""
    if not journey.takes_part(person):
        return ()
    slug = journey.held[-1].slug if journey.held else ""
    return tuple(
        OwnLine(journey.id, slug, thing) for area in AREAS for thing in area.own(journey, person, now)
    )


def _react(journey: Journey, facts: Iterable[JourneyFact]) -> tuple[Effect, ...]:
    effects: dict[Effect, None] = {}
    for fact in facts:
        for react in REACT.get(type(fact), ()):
            for effect in react(journey, fact):
                # The last word counts: a reminder that was set, then cleared, then set anew.
                effects.pop(effect, None)
                effects[effect] = None
    return tuple(effects)
