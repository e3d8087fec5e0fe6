"""What people want with decisions and experiments. All words are tidy, all days are read; `person` acts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dialogs.journey.experiments.state import NO_SOURCE, Source, Verdict


@dataclass(frozen=True, slots=True)
class By:
    """Who acts, and what they are called; `nonce` of the form that they sent."""

    person: str
    name: str
    nonce: str = ""


@dataclass(frozen=True, slots=True)
class BoardAsked:
    """`/paja kokeilut` in the channel."""

    by: By


@dataclass(frozen=True, slots=True)
class Decided:
    """Picks become decisions, and perhaps words of one's own too ("" for none)."""

    by: By
    sources: tuple[Source, ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Undecided:
    """Decisions are taken off the board again."""

    by: By
    decisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What the form of an experiment says."""

    words: Mapping[str, str]
    owner: str
    takers: tuple[str, ...]
    starts: date
    review: date


@dataclass(frozen=True, slots=True)
class Tried:
    """An experiment of a decision (its id), of a pick, or of neither (both empty)."""

    by: By
    plan: Plan
    decision: str = ""
    source: Source = NO_SOURCE


@dataclass(frozen=True, slots=True)
class Accepted:
    """Otan vastuun."""

    by: By
    experiment: str


@dataclass(frozen=True, slots=True)
class Declined:
    """En pysty nyt."""

    by: By
    experiment: str


@dataclass(frozen=True, slots=True)
class OwnerSought:
    """Somebody names an owner."""

    by: By
    experiment: str
    owner: str


@dataclass(frozen=True, slots=True)
class FirstTaken:
    """The first step is done."""

    by: By
    experiment: str


@dataclass(frozen=True, slots=True)
class NotYet:
    """Ei vielä."""

    by: By
    experiment: str


@dataclass(frozen=True, slots=True)
class HelpWanted:
    """Tarvitsen apua."""

    by: By
    experiment: str


@dataclass(frozen=True, slots=True)
class Told:
    """How it went."""

    by: By
    experiment: str
    text: str


@dataclass(frozen=True, slots=True)
class Moved:
    """Other days."""

    by: By
    experiment: str
    starts: date
    review: date


@dataclass(frozen=True, slots=True)
class Edited:
    """All of it as it is now to be."""

    by: By
    experiment: str
    plan: Plan


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict. `what`: how it goes on, when that is changed; "" leaves the words as they are."""

    by: By
    experiment: str
    verdict: Verdict
    learning: str
    what: str
    review: date | None


@dataclass(frozen=True, slots=True)
class Established:
    """Vakiintui."""

    by: By
    experiment: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """Given up before it began."""

    by: By
    experiment: str
