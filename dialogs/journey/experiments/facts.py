"""Facts about decisions and experiments. What people wrote stands beside the `person` who wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dialogs.journey.fact import JourneyFact


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionMade(JourneyFact):
    """Something was decided. `text` is "" when the words are those of the pick."""

    decision: str
    person: str
    text: str
    session: str = ""
    step: str = ""
    note: str = ""
    nonce: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionDropped(JourneyFact):
    """A decision of which no experiment has come was taken off the board."""

    decision: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperimentMade(JourneyFact):
    """An experiment was agreed on, or proposed to its owner.

    `fields` names what the `texts` are, one for one (`state.WORDS`); "what" is left out when the words are
    those of the decision.
    """

    experiment: str
    decision: str
    person: str
    fields: tuple[str, ...]
    texts: tuple[str, ...]
    owner: str
    takers: tuple[str, ...]
    starts: date
    review: date
    nonce: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerAccepted(JourneyFact):
    """Somebody took the responsibility."""

    experiment: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerDeclined(JourneyFact):
    """Somebody who was asked cannot take it now; `asked` are told to find another."""

    experiment: str
    person: str
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerLost(JourneyFact):
    """The owner left; it waits for a new one, whom `asked` are told to find."""

    experiment: str
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerNamed(JourneyFact):
    """`person` asked `owner` to take it over."""

    experiment: str
    person: str
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperimentBegan(JourneyFact):
    """Its first day came."""

    experiment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCame(JourneyFact):
    """The day to judge it came."""

    experiment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstStepDone(JourneyFact):
    """The first step was taken."""

    experiment: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotYetDone(JourneyFact):
    """A reminder was answered with "not yet"."""

    experiment: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpAsked(JourneyFact):
    """Somebody needs help with it; `asked` are told."""

    experiment: str
    person: str
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WayNoted(JourneyFact):
    """A note along the way."""

    experiment: str
    person: str
    text: str
    nonce: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatesMoved(JourneyFact):
    """The first day, the review date, or both were moved."""

    experiment: str
    person: str
    starts: date
    review: date
    nonce: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperimentEdited(JourneyFact):
    """Some of its words were changed (`fields` and `texts` as in `ExperimentMade`)."""

    experiment: str
    person: str
    fields: tuple[str, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakersChanged(JourneyFact):
    """Others take part now; nobody named: the whole team."""

    experiment: str
    person: str
    takers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperimentJudged(JourneyFact):
    """A verdict; `line`: what was learnt. `review`: when it is looked at again, if at all."""

    experiment: str
    person: str
    verdict: str
    line: str
    review: date | None
    nonce: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperimentEstablished(JourneyFact):
    """It is how things are done now (vakiintunut)."""

    experiment: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperimentDropped(JourneyFact):
    """It was given up before it began."""

    experiment: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindersPlanned(JourneyFact):
    """From now on these are reminded of it, and of nothing that was before; nobody: it needs no reminding."""

    experiment: str
    people: tuple[str, ...]


KINDS: tuple[type[JourneyFact], ...] = (
    DecisionMade,
    DecisionDropped,
    ExperimentMade,
    OwnerAccepted,
    OwnerDeclined,
    OwnerLost,
    OwnerNamed,
    ExperimentBegan,
    ReviewCame,
    FirstStepDone,
    NotYetDone,
    HelpAsked,
    WayNoted,
    DatesMoved,
    ExperimentEdited,
    TakersChanged,
    ExperimentJudged,
    ExperimentEstablished,
    ExperimentDropped,
    RemindersPlanned,
)
