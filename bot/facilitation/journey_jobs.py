"""The jobs of journeys: something that happened to one, and a timer of one that came due."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.facilitation.answer import Answer
from bot.facilitation.following import opening
from bot.facilitation.job import Draft, Outcome
from bot.facilitation.kept_journey import KeptJourney
from bot.storage.changes import Changes
from dialogs.journey.engine import advance, ring
from dialogs.journey.journey import Journey
from dialogs.receipts import Code, Receipt

Read = Callable[[Journey, datetime], Any]
"""What an arrival means for the journey as it is when its turn comes: an event, or an `Answer`."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a journey begins when there is none yet: the place, its language and its time zone."""

    place: str
    language: str
    zone: str


@dataclass(frozen=True, slots=True)
class JourneyHappening:
    """Something happened to the journey `session` (an id), or to that of a place, which may have to begin."""

    read: Read
    session: str = ""
    place: Opening | None = None
    delivery: bytes = b""

    def decide(self, draft: Draft) -> Outcome:
        """Let the engine decide."""
        changes = Changes(draft.now)
        kept = self._kept(draft, changes)
        if kept is None:
            return Outcome(Changes(draft.now), answer=Answer(Receipt(Code.UNKNOWN)), counts=False)
        event = self.read(kept.journey, draft.now)
        if isinstance(event, Answer):
            begins = bool(changes.journeys) and _leads_on(event, kept.journey)
            return Outcome(
                changes if begins else Changes(draft.now),
                answer=event,
                counts=False,
                journey=kept if begins else None,
            )
        turn = advance(kept.journey, event, draft.now)
        if not turn.facts:
            # Nothing came of it: no journey begins for that.
            return Outcome(Changes(draft.now), answer=Answer(turn.receipt))
        after = kept.after(turn, changes)
        return Outcome(changes, answer=Answer(turn.receipt, language=turn.journey.language), journey=after)

    def _kept(self, draft: Draft, changes: Changes) -> KeptJourney | None:
        if self.place is None:
            return draft.journey(self.session)
        here = self.place
        return draft.journey_in(here.place) or opening(draft, here.place, here.language, here.zone, changes)


def _leads_on(answer: Answer, journey: Journey) -> bool:
    """Whether a form or buttons of the answer come back to the journey: then there must be one."""
    return any(getattr(one, "journey", "") == journey.id for one in (answer.form, answer.message))


@dataclass(frozen=True, slots=True)
class JourneyRinging:
    """The timer `name` of the journey `session` came due."""

    session: str
    name: str
    due: datetime
    delivery: bytes

    def decide(self, draft: Draft) -> Outcome:
        """Let the engine decide, and put the timer away in the same transaction."""
        changes = Changes(draft.now)
        kept = draft.journey(self.session)
        if kept is None or kept.timers.get(self.name) != self.due:
            return Outcome(changes, counts=False)
        kept = kept.without_timer(self.name, changes)
        return Outcome(changes, journey=kept.after(ring(kept.journey, self.name, draft.now), changes))
