"""What is said in a step, by each kind of step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dialogs.messages.canvases import AxisView, CanvasView, PickView, PictureView
from dialogs.messages.stages import Audience


@dataclass(frozen=True, slots=True)
class Brief:
    """To the channel: something is shown; a picture where the step has one."""

    step: str
    picture: PictureView | None


@dataclass(frozen=True, slots=True)
class Discuss:
    """To the channel: questions to talk about and the points kept so far.

    Buttons `note` (form), `mine` (form), `ready` while `live`.
    """

    session: str
    step: str
    visit: int
    live: bool
    ends_at: datetime | None
    canvas: CanvasView
    ready: int
    here: int
    hidden: int = 0
    """Notes that are kept from sight until the step is over; the canvas is empty then."""
    audience: Audience = Audience.CHANNEL
    only_challenges: bool = False
    """All that has been written is about challenges: time for a question that looks ahead."""


@dataclass(frozen=True, slots=True)
class ExchangeBoard:
    """To the channel: pairs are at work: "3/3 paria vauhdissa", how many are done.

    A late joiner's button `join`.
    """

    session: str
    step: str
    live: bool
    ends_at: datetime | None
    pairs: int
    trios: int
    under_way: int
    done: int


class TurnKind(StrEnum):
    """The two turns of Joo & ja."""

    OPENING = "opening"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class ExchangeCard:
    """To a person: the pair (or trio), what was said last, and whose turn it is.

    Buttons while `live`: `turn` (form) when `your_turn`; `arrive` when not `arrived`; `together` (opens the
    pair's own conversation).
    """

    session: str
    step: str
    visit: int
    turn: int
    live: bool
    """False when this card's turn has passed (a newer card follows) or the step is over."""
    partners: tuple[str, ...]
    """The others' names; empty when the person waits for a partner."""
    order: tuple[str, ...]
    """In a trio: the names in the order of turns, the reader's own included; () in a pair."""
    arrived: bool
    your_turn: bool
    kind: TurnKind | None
    """What the coming turn is; None when all turns are done."""
    about: str
    """In an opening: whom it is about (name)."""
    turn_of: str
    """Whose turn it is (name), "" when nobody's."""
    said_by: str
    said_kind: TurnKind | None
    text: str
    """What was said last, "" before the first turn."""
    ends_at: datetime | None
    people: tuple[str, ...] = ()
    """The others' ids, where they and the reader can open a conversation of their own."""
    done: bool = False
    """On a card that is not live: the reader wrote the last of all turns on it."""


@dataclass(frozen=True, slots=True)
class Together:
    """To a group's own conversation, when one of them opens it. No names, no buttons: it is never edited."""

    step: str


@dataclass(frozen=True, slots=True)
class GatherBoard:
    """To the channel: what the groups do now, and how far they are. Button `join` for those who come late.

    `audience` is who sees each canvas; other than CHANNEL, the canvases are in direct messages.
    """

    session: str
    step: str
    live: bool
    ends_at: datetime | None
    groups: int
    groups_writing: int
    notes: int
    ready: int
    here: int
    audience: Audience = Audience.CHANNEL
    only_challenges: bool = False
    """All that has been written is about challenges."""


@dataclass(frozen=True, slots=True)
class GroupCanvas:
    """To the channel, one for each group: the living canvas.

    Buttons while `live`: `note` (form), `mine` (form), `examples`, `recorder`, `ready`. The group's thread
    hangs under this card.
    """

    session: str
    step: str
    visit: int
    group_id: str
    group: int
    live: bool
    names: tuple[str, ...]
    recorder: str
    ends_at: datetime | None
    canvas: CanvasView
    notes: int
    cells_begun: int
    audience: Audience = Audience.CHANNEL


@dataclass(frozen=True, slots=True)
class Instructions:
    """In a group's thread: goal, questions, minutes, how results are gathered, shown, each one's part.

    Mentions the members.
    """

    step: str
    group: int
    people: tuple[tuple[str, str], ...]
    """(person id, name) of the members."""
    recorder: str
    minutes: int
    ends_at: datetime | None


@dataclass(frozen=True, slots=True)
class PickBoard:
    """To the channel: the groups choose what to bring up."""

    session: str
    step: str
    notes_of: str
    live: bool
    ends_at: datetime | None
    budget: int
    groups: int
    groups_done: int
    by: str = "group"
    """"group", "person" or "everybody".

    Not "group": button `pick` with the group `all`, `voters` of `here`.
    """
    voters: int = 0
    """How many have chosen; a choice stays when somebody leaves."""
    here: int = 0
    """How many could have: those who are here, and those who chose before they left."""
    tally: tuple[PickView, ...] = ()
    """What was brought up, once the step is over; hidden until then."""
    private: bool = False
    """Each person chooses from a sheet that only they have seen."""


@dataclass(frozen=True, slots=True)
class StationLine:
    """A station now: its cell, the group that is there (0: nobody) and its people, how many notes it has."""

    cell: str
    group: int
    names: tuple[str, ...]
    notes: int


@dataclass(frozen=True, slots=True)
class RotateBoard:
    """To the channel: which round, who is where, how far. Button `join` for those who come late."""

    session: str
    step: str
    live: bool
    round: int
    """1…; `rounds` + 1 is home again."""
    rounds: int
    home: bool
    ends_at: datetime | None
    stations: tuple[StationLine, ...]
    ready: int
    here: int


@dataclass(frozen=True, slots=True)
class StationNotes:
    """What one group wrote at a station."""

    group: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StationCard:
    """To the channel, one for each station: its question and what has gathered there, marked by group.

    Buttons while `live`: `note` (form; args step, the group's id) for those whose group is there, `mine`
    (form), `ready`.
    """

    session: str
    step: str
    visit: int
    cell: str
    live: bool
    home: bool
    group_id: str
    group: int
    names: tuple[str, ...]
    ends_at: datetime | None
    layers: tuple[StationNotes, ...]
    additions: int = 0
    """Notes that build on what the first group wrote."""


@dataclass(frozen=True, slots=True)
class ThemeView:
    """A theme with its notes. `id` is "" for the notes that have none yet."""

    id: str
    name: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThemeBoard:
    """To the channel: notes under their themes.

    Buttons while `live`: `theme` (form), `retheme` (form), `ready`.
    """

    session: str
    step: str
    live: bool
    ends_at: datetime | None
    themes: tuple[ThemeView, ...]
    loose: tuple[str, ...]
    """Notes without a theme."""
    ready: int
    here: int


@dataclass(frozen=True, slots=True)
class ScaleBoard:
    """To the channel: the axes; counts while it goes on, the spread when it is over.

    Button `place` (form) while `live`.
    """

    session: str
    step: str
    live: bool
    ends_at: datetime | None
    axes: tuple[AxisView, ...]
    answered: int
    here: int
    picture: PictureView | None


@dataclass(frozen=True, slots=True)
class MergeLine:
    """A line of the joint canvas: its text, how many brought it up, and the lines that it was turned into."""

    text: str
    count: int
    turned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MergeCell:
    """A cell of the joint canvas: what was brought up, and what was turned into it (text, from what)."""

    cell: str
    lines: tuple[MergeLine, ...]
    arrived: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MergeBoard:
    """To the channel: the joint canvas.

    Button `turn-over` (form) while `live` and there is something to turn.
    """

    session: str
    step: str
    live: bool
    ends_at: datetime | None
    words_of: str
    """The step whose words name the cells."""
    cells: tuple[MergeCell, ...]
    can_turn: bool
    ready: int
    here: int


@dataclass(frozen=True, slots=True)
class GroupPicks:
    """To the channel, one for each group: its notes were these, it brings up those.

    Button `pick` (form) while `live`.
    """

    session: str
    step: str
    notes_of: str
    visit: int
    group_id: str
    group: int
    live: bool
    names: tuple[str, ...]
    budget: int
    notes: int
    picks: tuple[PickView, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """To the channel: the picture drawn from what was brought up; None when nothing has been."""

    step: str
    picture: PictureView | None
    picks: tuple[PickView, ...]
    picks_of: str
    from_notes: bool = False
    """It is drawn from all that was written rather than from picks."""


@dataclass(frozen=True, slots=True)
class Closing:
    """To the channel: how was it? Button `feedback` (form) while `live`; counts only."""

    session: str
    step: str
    live: bool
    answered: int
    here: int
    facilitators: tuple[str, ...]
