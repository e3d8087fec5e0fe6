"""One thing to be decided and written, and the draft of the batch that it becomes part of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from bot.facilitation.kept import Kept
from bot.facilitation.kept_journey import KeptJourney
from bot.facilitation.state import State
from bot.storage.changes import Changes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a job decided: what is to be written, the session afterwards, and the answer once it is written.

    `counts` False: nothing was decided (a form that must be mended), so coming again is no repetition.
    """

    changes: Changes
    kept: Kept | None = None
    answer: Any = None
    counts: bool = True
    journey: KeptJourney | None = None
    """The journey afterwards, when it has changed, too."""


class Job(Protocol):
    """Decided in turn, in memory; nothing that it decides counts before it is written."""

    @property
    def delivery(self) -> bytes:
        """What tells a repeated arrival (a hash); b"" for what cannot be repeated."""
        ...

    @property
    def session(self) -> str:
        """The session or journey that it is about; "" for none.

        It is in memory when `decide` is called, and so is the journey of a session's channel.
        """
        ...

    def decide(self, draft: Draft) -> Outcome:
        """Decide, given all that was decided before in the same batch."""
        ...


@dataclass(slots=True)
class Draft:
    """What a batch has decided so far, over what was committed before it."""

    state: State
    now: datetime
    changes: Changes
    kept: dict[str, Kept] = field(default_factory=dict)
    journeys: dict[str, KeptJourney] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    answers: dict[bytes, Any] = field(default_factory=dict)
    """Delivery -> answer, of this batch."""

    def session(self, session: str) -> Kept | None:
        """The session as it is after what was decided so far."""
        return self.kept.get(session) or self.state.shelf.get(session)

    def journey(self, journey: str) -> KeptJourney | None:
        """The journey as it is after what was decided so far."""
        return self.journeys.get(journey) or self.state.journeys.get(journey)

    def journey_in(self, place: str) -> KeptJourney | None:
        """The journey of a place, as it is after what was decided so far."""
        begun = next((one.id for one in self.changes.journeys if one.place == place), "")
        return self.journey(begun or self.state.journeys.places.get(place, ""))

    def live_in(self, place: str) -> str:
        """The session that goes on in a place, "" for none."""
        session = self.places.get(place) or self.state.places.get(place, "")
        return "" if session in self.changes.closed else session

    def accept(self, outcome: Outcome, delivery: bytes) -> None:
        """Take in what a job decided."""
        self.changes.add(outcome.changes)
        self.places.update({one.place: one.id for one in outcome.changes.sessions})
        if outcome.kept is not None:
            self.kept[outcome.kept.session.id] = outcome.kept
        if outcome.journey is not None:
            self.journeys[outcome.journey.journey.id] = outcome.journey
        if delivery and outcome.counts:
            self.changes.deliveries.append(delivery)
            self.answers[delivery] = outcome.answer


@dataclass(frozen=True, slots=True)
class Writing:
    """Rows that nothing needs to be decided for."""

    changes: Changes
    answer: Any = None
    delivery: bytes = b""
    session: str = ""

    def decide(self, _: Draft) -> Outcome:
        """They are written as they are."""
        return Outcome(self.changes, answer=self.answer)
