"""Decisions, experiments, and what has happened to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from immutables import Map

from dialogs.people import PersonId


class Stage(StrEnum):
    """How far an experiment is (kokeilun vaihe)."""

    IDEA = "idea"
    """Its owner has not accepted it yet, or it has none."""
    AGREED = "agreed"
    """Sovittu."""
    RUNNING = "running"
    """Käynnissä, from its first day."""
    REVIEW = "review"
    """Arvioitavana: the day to judge it has come."""
    STOPPED = "stopped"
    NOT_TRIED = "not_tried"
    """Ei ehditty, and no new date was given."""
    ESTABLISHED = "established"
    """Vakiintunut: it is how things are done now."""
    DROPPED = "dropped"
    """Given up before it began."""


OPEN = frozenset({Stage.IDEA, Stage.AGREED, Stage.RUNNING, Stage.REVIEW})
"""Stages in which something is still to come."""
BEFORE = frozenset({Stage.IDEA, Stage.AGREED})
"""Stages before the first day."""


class Verdict(StrEnum):
    """What came of it."""

    CONTINUE = "continue"
    CHANGE = "change"
    STOP = "stop"
    NOT_TRIED = "not_tried"


class ChangeKind(StrEnum):
    """What was changed along the way."""

    REVIEW = "review"
    """`day`: the new review date."""
    STARTS = "starts"
    OWNER = "owner"
    """`person`: the new owner, "" when it has none."""
    WORDS = "words"
    TAKERS = "takers"


@dataclass(frozen=True, slots=True)
class Source:
    """The pick that something comes from; all "" for none."""

    session: str = ""
    step: str = ""
    note: str = ""


NO_SOURCE = Source()
"""It comes from no pick."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision (päätös). `text` is "" when the words are those of its pick."""

    id: str
    at: datetime
    person: PersonId
    text: str
    source: Source = NO_SOURCE
    dropped: bool = False
    """Taken off the board again."""


@dataclass(frozen=True, slots=True)
class WayNote:
    """A note along the way (miten meni). Who wrote it is shown to nobody."""

    at: datetime
    person: PersonId
    text: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict and what was learnt. `review`: the next review date, if there is one."""

    at: datetime
    person: PersonId
    verdict: Verdict
    learning: str
    review: date | None


@dataclass(frozen=True, slots=True)
class Change:
    """Something was changed."""

    at: datetime
    kind: ChangeKind
    day: date | None = None
    person: PersonId = ""


@dataclass(frozen=True, slots=True)
class Help:
    """Somebody asked these for help."""

    at: datetime
    person: PersonId
    asked: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class Experiment:
    """An experiment (kokeilu). Days are local to the team."""

    id: str
    decision: str
    at: datetime
    maker: PersonId
    words: Map[str, str]
    """Field of `WORDS` -> what stands there."""
    owner: PersonId
    """"" when nobody has taken it, or the owner has gone."""
    takers: tuple[PersonId, ...]
    """Who takes part; nobody named: the whole team."""
    starts: date
    review: date
    stage: Stage
    accepted: bool = False
    owners: tuple[PersonId, ...] = ()
    """Everybody who was ever asked to answer for it: they have its card."""
    asked: tuple[PersonId, ...] = ()
    """Who was told last to find an owner."""
    first_done: bool = False
    notes: tuple[WayNote, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    changes: tuple[Change, ...] = ()
    helps: tuple[Help, ...] = ()
    reminded: tuple[PersonId, ...] = ()
    """Who is reminded of it."""

    @property
    def is_open(self) -> bool:
        """Whether something is still to come."""
        return self.stage in OPEN

    @property
    def item(self) -> str:
        """What its reminders are about."""
        return f"{ITEM}/{self.id}"

    @property
    def continues(self) -> bool:
        """Whether it has been judged and goes on."""
        return self.is_open and any(one.verdict in GOING_ON for one in self.judgements)


ITEM = "experiment"
WORDS = ("what", "moment", "first", "sign")
"""What is tried, the if-then moment (jos–niin), the first step, how one notices that it helps."""
GOING_ON = frozenset({Verdict.CONTINUE, Verdict.CHANGE})


@dataclass(frozen=True, slots=True)
class Experiments:
    """All decisions and experiments of a journey, by id; `nonces` of the forms that were sent."""

    decisions: Map[str, Decision] = field(default_factory=Map)
    all: Map[str, Experiment] = field(default_factory=Map)
    nonces: frozenset[str] = frozenset()

    def in_order(self) -> tuple[Experiment, ...]:
        """All experiments, the oldest first."""
        return tuple(sorted(self.all.values(), key=lambda one: int(one.id)))

    def waiting(self) -> tuple[Decision, ...]:
        """Decisions of which no experiment has come (or only such as were given up), the oldest first."""
        made = {one.decision for one in self.all.values() if one.stage is not Stage.DROPPED}
        found = (one for one in self.decisions.values() if one.id not in made and not one.dropped)
        return tuple(sorted(found, key=lambda one: int(one.id)))
