"""A session (pajakerta): one run of a workshop in one channel. `evolve.fold(facts, workshop)` makes it.

Values only, with structural sharing: one more note costs the same whether it is the first or the
ten-thousandth.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from immutables import Map

from content.steps import Step
from content.workshop import Workshop
from dialogs.facts import AgendaItem
from dialogs.messages import Stage
from dialogs.people import Participant, PersonId
from dialogs.turns import Sentence


@dataclass(frozen=True, slots=True)
class Note:
    """A note (lappu) in a cell of a canvas."""

    id: str
    step: str
    group: str
    cell: str
    author: PersonId
    text: str
    at: datetime
    late: bool = False
    parts: tuple[str, ...] = ()
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A pair or a small group.

    `sentences` are its turns in an exchange, of which `taken` have been written. A group that was divided
    again or that everybody has left stays, without members, with what was written in it.
    """

    id: str
    members: tuple[PersonId, ...]
    recorder: PersonId
    sentences: tuple[Sentence, ...] = ()
    taken: int = 0
    former: Map[PersonId, int] = field(default_factory=Map)
    """Those who were in it before, and the turn whose card was their newest one then.

    What they were writing for it when they went is still taken in.
    """
    changed: int = 0
    """How many turns had been taken when the group was last made, joined or left."""

    @property
    def coming(self) -> Sentence | None:
        """The turn that is to be written now, None when there are no more."""
        return self.sentences[self.taken] if self.taken < len(self.sentences) else None

    def standing(self, reader: PersonId) -> int:
        """The turn whose card is the newest one of `reader`.

        Whoever has just written waits on the card on which they wrote.
        """
        wrote_last = self.taken > self.changed and self.sentences[self.taken - 1].by == reader
        next_again = self.coming is not None and self.coming.by == reader
        return self.taken - 1 if wrote_last and not next_again else self.taken


@dataclass(frozen=True, slots=True)
class Theme:
    """A name (teema) under which notes are put."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Run:
    """One step of this session: when, who with whom, who is ready.

    Going back to a step goes on with its run.
    """

    step: str
    visit: int
    entered_at: datetime
    ends_at: datetime
    active_since: datetime | None
    """Since when time runs; None in a break and when the step has been left."""
    spent: float = 0.0
    """Seconds that it has taken before `active_since`."""
    remaining: float = 0.0
    """Seconds that were left of its planned time when the break began."""
    left_at: datetime | None = None
    skipped: bool = False
    groups: Map[str, Group] = field(default_factory=Map)
    ready: frozenset[PersonId] = frozenset()
    arrived: frozenset[PersonId] = frozenset()
    aside: tuple[PersonId, ...] = ()
    placed: Map[PersonId, datetime] = field(default_factory=Map)
    """When each was put into the group that they are in."""
    wrote: frozenset[PersonId] = frozenset()
    nudged: Map[PersonId, int] = field(default_factory=Map)
    """Who has got the one nudge of this step, and in which visit."""
    picks: Map[str, tuple[str, ...]] = field(default_factory=Map)
    """Group id, or person id where each person picks -> note ids."""
    round: int = 0
    """Of a rotation: which round goes on."""
    themes: tuple[Theme, ...] = ()
    """In the order they were named."""
    themed: Map[str, str] = field(default_factory=Map)
    """Note id -> theme id."""
    places: Map[tuple[PersonId, str], tuple[int, ...]] = field(default_factory=Map)
    """(person, side) -> places on the axes."""
    notes: int = 0
    divided: int = 0
    """How many times its people have been divided."""
    planned: int = 0
    """How many turns of an exchange have ever been planned; the next one gets this number."""
    rung: tuple[str, ...] = ()
    """What has rung in this visit: "two" (minutes left) or "over", newest last."""
    asking: bool = False
    """Whether the newest ring still waits for what the facilitator says."""
    over: bool = False
    over_at: datetime | None = None
    extended_at: datetime | None = None
    """When more time was last given in it."""

    def group_of(self, person: PersonId) -> Group | None:
        """The group that `person` works in, None when in none."""
        return next((group for group in self.groups.values() if person in group.members), None)

    def in_order(self) -> tuple[Group, ...]:
        """Groups in the order of their numbers."""
        return tuple(sorted(self.groups.values(), key=lambda group: number(group.id)))

    def seconds(self, now: datetime) -> float:
        """How long it has taken so far."""
        return self.spent + ((now - self.active_since).total_seconds() if self.active_since else 0.0)


@dataclass(frozen=True, slots=True)
class Feedback:
    """How it went for somebody."""

    score: int
    line: str


@dataclass(frozen=True, slots=True)
class Session:
    """The whole state; made by `fold`, changed by `evolve`, never in place."""

    id: str
    workshop: Workshop
    edition: str
    place: str
    language: str
    seed: int
    opened_at: datetime
    facilitators: tuple[PersonId, ...]
    agenda: tuple[AgendaItem, ...]
    led_at: datetime
    """When a facilitator last did something."""
    length: int = 0
    """Minutes that there are in all; 0 when nobody said."""
    mode: str = "room"
    slow: bool = False
    zone: str = "Europe/Helsinki"
    won_back: int = 0
    """Minutes that the agenda has become shorter by since the start."""
    wishes: Map[PersonId, tuple[str, ...]] = field(default_factory=Map)
    """Which optional steps people would like to have."""
    names: Map[PersonId, str] = field(default_factory=Map)
    people: Map[PersonId, Participant] = field(default_factory=Map)
    stage: Stage = Stage.LOBBY
    current: str = ""
    visit: int = 0
    runs: Map[str, Run] = field(default_factory=Map)
    notes: Map[str, Note] = field(default_factory=Map)
    cells: Map[tuple[str, str, str], tuple[str, ...]] = field(default_factory=Map)
    """(step, group, cell) -> note ids in the order they were written."""
    deleted: Map[str, bool] = field(default_factory=Map)
    """Ids of notes that were taken away, so that one that arrives again stays away."""
    met: Map[frozenset[PersonId], int] = field(default_factory=Map)
    """How many times two people have been put to work together."""
    pairs_before: tuple[tuple[PersonId, ...], ...] = ()
    """The pairs of the workshop before in this channel."""
    groups_before: tuple[tuple[PersonId, ...], ...] = ()
    """Its small groups."""
    feedback: Map[PersonId, Feedback] = field(default_factory=Map)
    lead_offered: bool = False
    offer: int | None = None
    """The visit in which the lead was last offered in the channel; None when it never was."""
    picture_trouble: str = ""
    pause_planned: bool = False
    """The break that goes on now was on the agenda: the next step begins after it."""
    pauses_taken: frozenset[str] = frozenset()
    """Steps after which the planned break has been taken."""
    closed_at: datetime | None = None
    close_reason: str = ""

    @property
    def steps(self) -> Mapping[str, Step]:
        """Step id -> step."""
        return self.workshop.by_id

    @property
    def on_agenda(self) -> tuple[str, ...]:
        """Ids of the steps that are on, in order."""
        return tuple(item.step for item in self.agenda if item.on)

    @property
    def step(self) -> Step | None:
        """The step that goes on now."""
        return self.steps.get(self.current)

    @property
    def run(self) -> Run | None:
        """The run of the step that goes on now."""
        return self.runs.get(self.current)

    @property
    def closed(self) -> bool:
        """Whether it is over."""
        return self.stage is Stage.CLOSED

    @property
    def here(self) -> tuple[Participant, ...]:
        """Those who take part now, in the order they joined."""
        present = (one for one in self.people.values() if one.present)
        return tuple(sorted(present, key=lambda one: (one.joined_at, one.person)))

    def is_here(self, person: PersonId) -> bool:
        """Whether `person` takes part now."""
        one = self.people.get(person)
        return one is not None and one.present

    def leads(self, person: PersonId) -> bool:
        """Whether `person` is a facilitator."""
        return person in self.facilitators

    def name(self, person: PersonId) -> str:
        """The name that `person` is shown by."""
        one = self.people.get(person)
        return one.name if one else self.names.get(person, "")

    def nameless(self, person: PersonId) -> bool:
        """Whether `person` was taken in, and nobody knows what they are called."""
        return (person in self.people or person in self.names) and not self.name(person)

    def live(self, step: str) -> bool:
        """Whether `step` goes on now (a break does not end it)."""
        return bool(step) and step == self.current and not self.closed

    def minutes(self, step: str) -> int:
        """Planned minutes of `step`."""
        return next((item.minutes for item in self.agenda if item.step == step), 0)

    def notes_in(self, step: str, group: str, cell: str) -> tuple[Note, ...]:
        """The notes of one cell, oldest first."""
        return tuple(self.notes[one] for one in self.cells.get((step, group, cell), ()))


def number(group: str) -> int:
    """The number that a group is called by: "g2" is group 2; everybody is 0."""
    return int(group[1:]) if group[1:].isdigit() else 0
