"""Forms: what they ask for, and what stands in them already."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.messages.stages import Audience
from dialogs.messages.steps import TurnKind


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
