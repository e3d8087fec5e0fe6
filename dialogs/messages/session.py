"""What is said of a whole session: the lobby, the cockpit, the summary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dialogs.messages.canvases import CanvasView, PickView, PictureView
from dialogs.messages.stages import Audience, Stage


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
