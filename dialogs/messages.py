"""Messages: what a board says, as values without words.

`adaptive_cards/views/` has one view for each of them.

A message holds only what its reader may see. Times are UTC. Names stand as people gave them. What people
wrote is in fields called `text`, `notes`, `line`, `points`, `quotes`: literal, never formatted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Stage(StrEnum):
    """Where a session is."""

    LOBBY = "lobby"
    RUNNING = "running"
    PAUSED = "paused"
    CLOSED = "closed"


class Audience(StrEnum):
    """Who sees a canvas while it is filled in."""

    CHANNEL = "channel"
    GROUP = "group"
    """The pair (or trio), each in their direct messages."""
    SELF = "self"
    """Only the writer, for good: not the facilitator, not the summary."""
    SELF_NOW = "self_now"
    """Only the writer while it is written; the summary has it without names."""
    HIDDEN = "hidden"
    """Only the writer while it is written; the channel when the step is over, without names."""


# --- the whole session ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Lobby:
    """The channel's first card. Buttons `join`, `stored` (and `leave` by command); no `join` once closed."""

    session: str
    stage: Stage
    number: int | str
    facilitators: tuple[str, ...]
    names: tuple[str, ...]
    minutes: int
    """Planned minutes of the steps that are on."""
    steps: tuple[str, ...]
    """Ids of the steps that are on, in order."""
    can_wish: bool = False
    """Whether there is something to wish for: button `wish` (form) before the start."""
    slow: bool = False


@dataclass(frozen=True, slots=True)
class Welcome:
    """A person's first direct message: what comes here, what is stored, how to leave.

    Buttons `stored`, `leave`.
    """

    session: str
    stage: Stage
    facilitators: tuple[str, ...]
    present: bool
    step: str
    """The step that goes on now ("" in the lobby), for those who come late."""


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A step on the cockpit's agenda. `actual` minutes are None before the step is over."""

    step: str
    on: bool
    planned: int
    actual: int | None
    now: bool
    pause: int = 0
    """Minutes of a break after it."""
    new_sitting: bool = False
    """Whether the workshop goes on another day after it."""
    wishes: int = 0
    """How many participants would like to have it."""


@dataclass(frozen=True, slots=True)
class CautionView:
    """Something to know of the agenda.

    A `planner.Concern`, the step it is about ("" for the whole), a number.
    """

    concern: str
    step: str
    n: int


@dataclass(frozen=True, slots=True)
class CutView:
    """A proposed cut: the step, its minutes now and after it (0: left out)."""

    step: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One group's progress on the cockpit.

    Number (1…), names, notes written, turns taken of all, picks, ready people.
    """

    number: int
    names: tuple[str, ...]
    notes: int = 0
    cells_begun: int = 0
    cells: int = 0
    turns: int = 0
    turns_all: int = 0
    picks: int = 0
    ready: int = 0
    station: str = ""
    """Of a rotation: the cell that the group is at."""


@dataclass(frozen=True, slots=True)
class Cockpit:
    """The facilitator's panel (ohjaamo), with buttons by stage and kind of step.

    Lobby: `begin`, `agenda` (form), `lead` (form), `end`. Running: `next`, `back`, `more` (5), `pause`,
    `remind`, `skip`, `regroup` (where `can_regroup`), `shape` for each of `shapes`, `lead`, `end`. Paused:
    `resume`, `lead`, `end`. `live` False: an older panel, without buttons.
    """

    session: str
    stage: Stage
    live: bool
    visit: int
    step: str
    kind: str
    """Kind of the step now, "" in the lobby."""
    next_step: str
    """"" when this is the last one: `next` then closes the workshop."""
    began_at: datetime | None
    ends_at: datetime | None
    over: bool
    """The planned end has passed."""
    late_minutes: int
    """How far the whole is behind its plan, 0 when it is not."""
    here: tuple[str, ...]
    ready: tuple[str, ...]
    waiting: tuple[str, ...]
    """Those who are here and not ready (in steps that wait for people)."""
    silent: tuple[str, ...]
    """Those who have not written anything in this step yet."""
    not_reached: tuple[str, ...]
    aside: tuple[str, ...]
    """Those who did not show up for their pair."""
    groups: tuple[GroupLine, ...]
    agenda: tuple[AgendaLine, ...]
    shapes: tuple[str, ...]
    """Step ids of the other pictures that could be drawn."""
    can_regroup: bool
    can_go_back: bool
    picture_trouble: str
    """The reason why pictures could not be sent, "" when they could."""
    length: int = 0
    """Minutes that there are in all, 0 when nobody said."""
    mode: str = "room"
    slow: bool = False
    cautions: tuple[CautionView, ...] = ()
    """What to know of the agenda, before the start."""
    can_repeat: bool = False
    """The groups of the workshop before can be taken. Button `regroup-same` (args visit)."""
    cuts: tuple[CutView, ...] = ()
    """A proposal: too long before the start, late afterwards. Button `cut` (args visit)."""
    round: int = 0
    """Of a rotation: 1…; `rounds` + 1 is home again; 0 in other steps."""
    rounds: int = 0
    left: int = 0
    """What is still to be arranged: notes without a theme, or lines that nobody has turned."""


@dataclass(frozen=True, slots=True)
class Warned:
    """To the facilitators: two minutes left, or time is up (`over`).

    Buttons `more` (5), `next` ("Kerää nyt").
    """

    session: str
    live: bool
    visit: int
    step: str
    over: bool
    groups_writing: int
    groups_all: int


@dataclass(frozen=True, slots=True)
class TwoLeft:
    """To the channel: two minutes left of the step."""

    step: str
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Nudge:
    """A kind private nudge.

    Button `ready` ("Ei nyt"), and where the person writes: `note` or `turn` (form) by `write`/`write_args`.
    """

    session: str
    step: str
    kind: str
    live: bool
    write: str
    """Verb of the form for writing ("note", "turn", "pick", "feedback"), or ""."""
    write_args: tuple[str, ...]
    audience: Audience = Audience.CHANNEL
    """Who would see a note."""
    by: str = "group"
    """Who picks: "group", "person" or "everybody"."""
    together: bool = False
    """Whether everybody writes on one canvas."""


@dataclass(frozen=True, slots=True)
class LeadOffer:
    """To the channel: the facilitator seems to be away; whoever wants may take the lead.

    Button `takeover` while `live`.
    """

    session: str
    live: bool
    names: tuple[str, ...]
    """The facilitators, as they are now."""


@dataclass(frozen=True, slots=True)
class Thanks:
    """To the channel at the end: thanks by name, and facts. Button `try-from` (of the journey)."""

    names: tuple[str, ...]
    notes: int
    picks: int
    number: int | str
    session: str = ""


@dataclass(frozen=True, slots=True)
class AxisView:
    """One axis: how many people stand on each of the seven places, now and wished."""

    axis: str
    now: tuple[int, ...]
    wished: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell with its notes, in the order they were written."""

    id: str
    notes: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...] = ()
    """The parts of each note, where notes of the cell have several (or fill a gap of a story); else empty."""


@dataclass(frozen=True, slots=True)
class CanvasView:
    """A canvas as it stands: `columns` are the ids of column titles (may be empty), `cells[c][r]`."""

    step: str
    columns: tuple[str, ...]
    cells: tuple[tuple[CellView, ...], ...]


@dataclass(frozen=True, slots=True)
class PickView:
    """Something that was brought up: which cell it comes from, and what it says.

    `group` is the group's number (0: all).
    """

    cell: str
    text: str
    group: int
    votes: int = 0
    """Dots that it got, where everybody chose; 0 where nobody counts."""
    origin: str = ""
    """What it was turned from (heikkous → vahvuus), "" for most."""
    parts: tuple[str, ...] = ()
    """The parts of a note that has several, for boards that show them apart."""


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture to be drawn: shape, whose words (`step`), and its items. `ref` names it for the courier."""

    ref: str
    step: str
    shape: str
    items: tuple[PickView, ...]
    columns: tuple[str, ...]
    """Column ids in order, so that items of one column get one colour; empty when colours mean nothing."""
    notes_of: str
    """The step whose cells the items come from; "" when items are the step's own points."""
    axes: tuple[AxisView, ...] = ()
    """For axes: how many people stand where."""


@dataclass(frozen=True, slots=True)
class Summary:
    """To the facilitators when it is over: who took part, minutes, picks, the picture, feedback.

    Canvases come in cards of their own.
    """

    number: int | str
    opened_at: datetime
    closed_at: datetime | None
    facilitators: tuple[str, ...]
    names: tuple[str, ...]
    agenda: tuple[AgendaLine, ...]
    notes: int
    picks: tuple[PickView, ...]
    picks_of: str
    """The step whose cells the picks name."""
    picture: PictureView | None
    scores: tuple[int, ...]
    """In order of size, so that nobody can be told from them."""
    lines: tuple[str, ...]
    live: bool
    """False while the session still goes on (`/paja yhteenveto` in the middle)."""
    session: str = ""
    """Where it is over: button `try-from` (of the journey)."""


@dataclass(frozen=True, slots=True)
class SummaryCanvas:
    """One canvas of the summary.

    `group` is the group's number, 0 for everybody's; `names` its members; `late` notes marked apart.
    """

    group: int
    names: tuple[str, ...]
    canvas: CanvasView
    late: int


# --- steps ----------------------------------------------------------------------------------------


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


# --- forms ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NoteForm:
    """Lisää lappu: fields `cell` (choice; left out when there is only one) and `text`.

    Sending: verb `note`, args step, group, and the cell when the form is for one cell of many.
    """

    session: str
    step: str
    group: str
    cells: tuple[str, ...]
    chosen: str
    just_saved: bool = False
    """Whether it follows a note that was just saved: says so above the fields."""
    parts: int = 0
    """How many parts the note of the chosen cell has: fields `part.1`, `part.2` … in place of `text`.

    0 for one text.
    """
    cell_first: bool = False
    """Only the cell is asked now (field `cell`), because cells have different parts.

    The next form has the rest.
    """
    audience: Audience = Audience.CHANNEL


@dataclass(frozen=True, slots=True)
class MineForm:
    """Omat laput: field `note` (choice). Sending: verb `mine`, args step; the next form is `EditForm`."""

    session: str
    step: str
    notes: tuple[tuple[str, str], ...]
    """(note id, text)."""


@dataclass(frozen=True, slots=True)
class EditForm:
    """One own note: fields `text` (not required) and `delete` (choices: "yes").

    Sending: verb `edit`, args note id.
    """

    session: str
    step: str
    note: str
    text: str
    cell: str = ""
    parts: tuple[str, ...] = ()
    """The parts as they are, for a note that has several: fields `part.1` … in place of `text`."""
    audience: Audience = Audience.CHANNEL


@dataclass(frozen=True, slots=True)
class ThemeForm:
    """Notes under a theme.

    Fields `theme` (choice of `themes`, and "new", "none"), `name` (text, for a new one), `notes` (choices).

    `suggested` are notes that look alike and could go together: ticked beforehand, only advice. Sending: verb
    `theme`, args step.
    """

    session: str
    step: str
    themes: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, str, str], ...]
    """(note id, name of its theme now or "", text)."""
    suggested: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RethemeForm:
    """A theme's name, or its end: fields `theme` (choice), `name` (text, not required), `into` (choice.

    Another theme, or "remove").

    Sending: verb `retheme`, args step.
    """

    session: str
    step: str
    themes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PlaceForm:
    """Places on the axes, one choice "1"…"7" each: fields `axis.<id>`.

    Sending: verb `place`, args step, side; "wished" follows "now".
    """

    session: str
    step: str
    side: str
    axes: tuple[str, ...]
    places: tuple[int, ...]
    """As they were chosen before; () when not."""


@dataclass(frozen=True, slots=True)
class TurnOverForm:
    """A line turned into a better one: fields `origin` (choice), `text`.

    Sending: verb `turn-over`, args step.
    """

    session: str
    step: str
    words_of: str
    lines: tuple[tuple[str, str, str, str], ...]
    """(note id, its cell, the cell that it is turned into, text)."""


@dataclass(frozen=True, slots=True)
class TurnForm:
    """A turn of Joo & ja: field `text`. Sending: verb `turn`, args step, turn number."""

    session: str
    step: str
    turn: int
    kind: TurnKind
    about: str
    """In an opening, the name of the one it is about; in an answer, of the one who spoke."""
    text: str
    """In an answer: what was said; "" in an opening."""


@dataclass(frozen=True, slots=True)
class PickForm:
    """A group's (or, with group `all`, one's own) picks: field `notes` (choices).

    Sending: verb `pick`, args step, group.
    """

    session: str
    step: str
    group: str
    budget: int
    notes: tuple[tuple[str, str, str], ...]
    """(note id, cell id, text); at most 100."""
    notes_of: str
    chosen: tuple[str, ...]
    by: str = "group"
    """"group", "person" or "everybody"."""
    private: bool = False
    """The notes are on a sheet that only their writer sees."""


@dataclass(frozen=True, slots=True)
class AgendaForm:
    """Ohjelma: field `steps` (choices.

    Step ids), and a choice field `choice.<name>` for each set of alternatives. Sending: verb `agenda`.
    """

    session: str
    steps: tuple[tuple[str, int, bool], ...]
    """(step id, minutes, on) of the steps that may be ticked; the closing is always on and not listed."""
    choices: tuple[tuple[str, tuple[str, ...], str], ...]
    """(choice name, step ids, the chosen one)."""


@dataclass(frozen=True, slots=True)
class PlanForm:
    """Suunnittele: fields `length` (choice of minutes), `mode` (choice). Sending: verb `plan`."""

    session: str
    length: int
    mode: str
    lengths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ItemForm:
    """One step of the agenda.

    Fields `step` (choice), `minutes` (text), `pause` (choice), `move` (choice), `sitting` (choice).

    `move` is "earlier", "later" or "stay"; `sitting` is "yes" when another sitting begins after it, "no" when
    not. Both `pause` and `sitting` may be left as they are. Sending: verb `item`.
    """

    session: str
    steps: tuple[tuple[str, int, int], ...]
    """(step id, minutes, minutes of the break after it) of the steps that are on."""
    pauses: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WishForm:
    """What a participant would like on the agenda: field `steps` (choices). Sending: verb `wish`."""

    session: str
    steps: tuple[str, ...]
    chosen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeadForm:
    """Vetovastuu: fields `person` (choice) and `how` (choice: "share", "hand_over"). Sending: verb `lead`."""

    session: str
    people: tuple[tuple[str, str], ...]
    """(person id, name) of those who could lead."""


@dataclass(frozen=True, slots=True)
class FeedbackForm:
    """How was it: fields `score` (choice "1"…"5") and `line` (text, not required).

    Sending: verb `feedback`.
    """

    session: str
    facilitators: tuple[str, ...]
    score: int
    line: str


# --- answers of the desk (not of one session) -----------------------------------------------------


@dataclass(frozen=True, slots=True)
class StatusCard:
    """`/paja tila`: where we are. `can_take_over`: button `takeover`; `in_it` False: button `join`."""

    session: str
    number: int | str
    stage: Stage
    step: str
    ends_at: datetime | None
    facilitators: tuple[str, ...]
    here: int
    in_it: bool
    can_take_over: bool


@dataclass(frozen=True, slots=True)
class StoredInfo:
    """Mitä tästä tallennetaan?: what, for what, who sees it, how long, how to see and remove it."""

    facilitators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepInfo:
    """Esimerkkejä: an example for each of these cells (those that are still empty)."""

    step: str
    cells: tuple[str, ...]


Message = (
    Lobby
    | Welcome
    | Cockpit
    | Warned
    | TwoLeft
    | Nudge
    | LeadOffer
    | Thanks
    | Summary
    | SummaryCanvas
    | Brief
    | Discuss
    | ExchangeBoard
    | ExchangeCard
    | Together
    | GatherBoard
    | RotateBoard
    | StationCard
    | ThemeBoard
    | ScaleBoard
    | MergeBoard
    | GroupCanvas
    | Instructions
    | PickBoard
    | GroupPicks
    | Shape
    | Closing
    | StatusCard
    | StoredInfo
    | StepInfo
)
"""Everything that can stand on a card."""

FormMessage = (
    NoteForm
    | MineForm
    | EditForm
    | ThemeForm
    | RethemeForm
    | PlaceForm
    | TurnOverForm
    | TurnForm
    | PickForm
    | AgendaForm
    | PlanForm
    | ItemForm
    | WishForm
    | LeadForm
    | FeedbackForm
)
"""Everything that can be a form."""
