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
    """Jaa ryhmät uudelleen."""

    person: str
    visit: int = 0


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


@dataclass(frozen=True, slots=True)
class NoteChanged:
    """A note was rewritten; an empty `text` takes it away."""

    person: str
    note: str
    text: str


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
