"""Events: what came from outside, in the past tense. The engine decides what of it becomes fact."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Joined:
    """Somebody pressed Liity mukaan."""

    person: str
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class Named:
    """The name of somebody came to be known: the platform did not tell it when they came."""

    person: str
    name: str


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody left: the session by themselves, or the channel or the company."""

    person: str


@dataclass(frozen=True, slots=True)
class AgendaChosen:
    """The facilitator's agenda form: the ids of the steps that are on."""

    person: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Replanned:
    """The facilitator wants an agenda for so many minutes, and for this way of meeting."""

    person: str
    minutes: int
    mode: str


@dataclass(frozen=True, slots=True)
class ItemChanged:
    """One step of the agenda.

    Its minutes, the break after it, and whether it moves ("earlier", "later", "").
    """

    person: str
    step: str
    minutes: int
    pause: int
    move: str
    new_sitting: bool


@dataclass(frozen=True, slots=True)
class CutTaken:
    """The facilitator takes the proposed cut. `visit` is that of the cockpit."""

    person: str
    visit: int = 0


@dataclass(frozen=True, slots=True)
class Wished:
    """A participant's wishes for the agenda."""

    person: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Begun:
    """Aloita."""

    person: str


@dataclass(frozen=True, slots=True)
class MovedOn:
    """Seuraava, pressed on the cockpit of `visit` (0: by command, whatever the visit).

    `skipping` for Ohita.
    """

    person: str
    visit: int = 0
    skipping: bool = False


@dataclass(frozen=True, slots=True)
class MovedBack:
    """Takaisin."""

    person: str
    visit: int = 0


@dataclass(frozen=True, slots=True)
class TimeAdded:
    """+5 min; `minutes` 1-120."""

    person: str
    minutes: int
    visit: int = 0


@dataclass(frozen=True, slots=True)
class BreakTaken:
    """Tauko."""

    person: str


@dataclass(frozen=True, slots=True)
class BreakEnded:
    """Jatka."""

    person: str


@dataclass(frozen=True, slots=True)
class ReminderAsked:
    """Muistuta: a kind nudge to those who are not ready."""

    person: str
    visit: int = 0


@dataclass(frozen=True, slots=True)
class RegroupAsked:
    """Jaa ryhmät uudelleen; `same`: as in the workshop before (samat ryhmät kuin viimeksi)."""

    person: str
    visit: int = 0
    same: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """Lopeta."""

    person: str


@dataclass(frozen=True, slots=True)
class FacilitatorNamed:
    """The lead is shared with `other`, or (when `handing_over`) given to them."""

    person: str
    other: str
    name: str
    handing_over: bool = False


@dataclass(frozen=True, slots=True)
class TakenOver:
    """Somebody takes the lead of a facilitator who is gone."""

    person: str
    name: str


@dataclass(frozen=True, slots=True)
class Arrived:
    """Olen paikalla."""

    person: str
    step: str


@dataclass(frozen=True, slots=True)
class Said:
    """A turn of Joo & ja was written. `turn` is the number of the sentence that the form was opened for."""

    person: str
    step: str
    turn: int
    text: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A note was written. `note` is the form's nonce: sent twice, it is one note."""

    person: str
    step: str
    group: str
    cell: str
    note: str
    text: str
    parts: tuple[str, ...] = ()
    origin: str = ""


@dataclass(frozen=True, slots=True)
class NoteChanged:
    """A note was rewritten; an empty `text` takes it away."""

    person: str
    note: str
    text: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Themed:
    """Notes were put under a theme: an existing one by its id, or a new one by `name`; neither.

    Out of theirs.

    `theme` of a new one is the form's nonce. Sent twice, it is one theme.
    """

    person: str
    step: str
    theme: str
    name: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThemeRenamed:
    """A theme got another name; an empty one takes the theme away; `into` merges it into another theme."""

    person: str
    step: str
    theme: str
    name: str
    into: str = ""


@dataclass(frozen=True, slots=True)
class PlacesChosen:
    """A person's places on the axes: 1-7 each; `side` is "now" or "wished"."""

    person: str
    step: str
    side: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RecorderTaken:
    """Ryhdyn kirjuriksi."""

    person: str
    step: str
    group: str


@dataclass(frozen=True, slots=True)
class Picked:
    """A group's picks."""

    person: str
    step: str
    group: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Readied:
    """Olen valmis."""

    person: str
    step: str


@dataclass(frozen=True, slots=True)
class ShapeSwapped:
    """The facilitator wants another picture: the id of the alternative step."""

    person: str
    step: str


@dataclass(frozen=True, slots=True)
class Rated:
    """How it went."""

    person: str
    score: int
    line: str


@dataclass(frozen=True, slots=True)
class TimerRang:
    """A timer of ours came due."""

    name: str


@dataclass(frozen=True, slots=True)
class NotReached:
    """The platform says that this person cannot be reached."""

    person: str


@dataclass(frozen=True, slots=True)
class PictureFailed:
    """A card had to go out without its picture."""

    reason: str


@dataclass(frozen=True, slots=True)
class ChannelGone:
    """The channel was archived or deleted, or the bot was removed from it."""


Event = (
    Joined
    | Named
    | Left
    | AgendaChosen
    | Replanned
    | ItemChanged
    | CutTaken
    | Wished
    | Begun
    | MovedOn
    | MovedBack
    | TimeAdded
    | BreakTaken
    | BreakEnded
    | ReminderAsked
    | RegroupAsked
    | Ended
    | FacilitatorNamed
    | TakenOver
    | Arrived
    | Said
    | Noted
    | NoteChanged
    | Themed
    | ThemeRenamed
    | PlacesChosen
    | RecorderTaken
    | Picked
    | Readied
    | ShapeSwapped
    | Rated
    | TimerRang
    | NotReached
    | PictureFailed
    | ChannelGone
)
