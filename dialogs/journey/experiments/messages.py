"""What the cards and forms of decisions and experiments say. Days are local to the team."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogs.journey.experiments.state import ChangeKind, Verdict
from dialogs.journey.messages import JourneyForm, JourneyMessage, NudgeView, OwnThing


class Shown(StrEnum):
    """How far an experiment is, as it is said."""

    ASKED = "asked"
    """Its owner has not accepted it yet."""
    OWNERLESS = "ownerless"
    AGREED = "agreed"
    RUNNING = "running"
    CONTINUED = "continued"
    CHANGED = "changed"
    REVIEW = "review"
    STOPPED = "stopped"
    NOT_TRIED = "not_tried"
    ESTABLISHED = "established"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class ExperimentLine:
    """One line of a list. `day`: its next date, None when it is over; `owner`: "" for nobody."""

    id: str
    what: str
    shown: Shown
    owner: str
    day: date | None
    learning: str = ""
    accepted: bool = True
    """False while its owner has only been asked."""


@dataclass(frozen=True, slots=True)
class ExperimentsBoard(JourneyMessage):
    """The board of a channel (kokeilutaulu), its newest `decisions` of which no experiment has come yet.

    Buttons `try-from`, `decide`, with anything to open `try-open`, with decisions `undecide`. `more`:
    finished ones that are not shown.
    """

    journey: str
    today: date
    lines: tuple[ExperimentLine, ...] = ()
    decisions: tuple[str, ...] = ()
    over: tuple[ExperimentLine, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class JudgementLine:
    """A verdict, its day and what was learnt."""

    day: date
    verdict: Verdict
    learning: str
    review: date | None = None


@dataclass(frozen=True, slots=True)
class ExperimentView:
    """An experiment as it is shown. `takers` empty: the whole team. `notes`: (day, text), nobody's name."""

    id: str
    what: str
    moment: str
    first: str
    sign: str
    owner: str
    takers: tuple[str, ...]
    starts: date
    review: date
    shown: Shown
    accepted: bool = True
    notes: tuple[tuple[date, str], ...] = ()
    judgements: tuple[JudgementLine, ...] = ()
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class ExperimentCard(JourneyMessage):
    """One experiment, to one person: as a living card to its owner, as a private answer to others.

    `verbs`: the buttons that are of use to the reader now. `asked`: the reader is asked to answer for it.
    """

    journey: str
    today: date
    view: ExperimentView
    verbs: tuple[str, ...]
    asked: bool = False


@dataclass(frozen=True, slots=True)
class OwnerSoughtCard(JourneyMessage):
    """To the facilitators: nobody answers for it. Buttons `try-yes`, `try-owner` while it is so."""

    journey: str
    today: date
    view: ExperimentView
    seeking: bool


@dataclass(frozen=True, slots=True)
class HelpCard(JourneyMessage):
    """To those who can help: `name` asks for it. Button `try-show`."""

    journey: str
    today: date
    view: ExperimentView
    name: str


@dataclass(frozen=True, slots=True)
class DecisionKept(JourneyMessage):
    """The private answer to a decision. Button `try` where there is one only (`decision`)."""

    journey: str
    texts: tuple[str, ...]
    decision: str = ""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """Something that was changed on the way: `day` to which, or `name` of the new owner."""

    on: date
    kind: ChangeKind
    day: date | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Trace(JourneyMessage):
    """Jäljitä: where an experiment comes from, and what came of it. Nobody's name stands by a note.

    `slug`: the workshop, "" when it comes of none; `pick` and `decision` are "" when they were removed;
    `others`: what else was brought up under the same theme.
    """

    journey: str
    today: date
    view: ExperimentView
    decision: str
    decided: date
    from_pick: bool = False
    pick: str = ""
    theme: str = ""
    others: tuple[str, ...] = ()
    slug: str = ""
    held: date | None = None
    changes: tuple[ChangeLine, ...] = ()


# --- forms ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TryFromForm(JourneyForm):
    """What is the experiment made of? Field `source`: a value of `sources`, or "free".

    `sources`: (value, words, whether it was decided already).
    """

    journey: str
    sources: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class DecideForm(JourneyForm):
    """Fields `picks` (those that are not decided yet, (value, words)) and `text`."""

    journey: str
    picks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class UndecideForm(JourneyForm):
    """Which decisions go off the board? Field `decisions`: (id, words)."""

    journey: str
    decisions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TryForm(JourneyForm):
    """A new experiment, or (`experiment`) another wording of one.

    Fields `what`, `moment`, `owner`, `takers`, `starts` (not once it has begun), `first`, `review`, `sign`.
    `people`: (person, name). `review` None: its day has come; left empty it stays so.
    """

    journey: str
    args: tuple[str, ...]
    today: date
    people: tuple[tuple[str, str], ...]
    owner: str
    starts: date | None
    review: date | None
    takers: tuple[str, ...] = ()
    what: str = ""
    moment: str = ""
    first: str = ""
    sign: str = ""
    experiment: str = ""


@dataclass(frozen=True, slots=True)
class TryOpenForm(JourneyForm):
    """Which experiment? Field `experiment`."""

    journey: str
    experiments: tuple[ExperimentLine, ...]


@dataclass(frozen=True, slots=True)
class TryNoteForm(JourneyForm):
    """Miten meni? Field `text`."""

    journey: str
    experiment: str
    what: str


@dataclass(frozen=True, slots=True)
class TryMoveForm(JourneyForm):
    """Other days. Fields `starts` (not once it has begun) and `review` (None when its day has come)."""

    journey: str
    experiment: str
    today: date
    what: str
    starts: date | None
    review: date | None


@dataclass(frozen=True, slots=True)
class TryOwnerForm(JourneyForm):
    """Who answers for it? Field `owner`; `people`: (person, name)."""

    journey: str
    experiment: str
    what: str
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TryVerdictForm(JourneyForm):
    """What came of it? Fields `verdict`, `learning`, `what`, `review`. `verdict`: what was pressed."""

    journey: str
    experiment: str
    today: date
    what: str
    sign: str
    verdict: str = ""


# --- elsewhere ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ExperimentNudge(NudgeView):
    """A reminder of an experiment. `kind`: a value of `due.Kind`; `waiting`: nobody has accepted it yet."""

    kind: str
    experiment: str
    what: str
    first: str
    sign: str
    review: date
    today: date
    waiting: bool = False
    ownerless: bool = False


@dataclass(frozen=True, slots=True)
class OwnExperiment(OwnThing):
    """An experiment that somebody answers for."""

    line: ExperimentLine
    today: date
