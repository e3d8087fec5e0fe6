"""The platform-neutral card and form: everything a view can say, and all that a renderer must know.

Text is a tuple of spans that are literal everywhere: no renderer may let the *content* of a span format, link
or ping anything. What people wrote can therefore stand in any span. Formatting and mentions are span types,
made only by views. Lengths are not limited here; `renderers/` cut to the limits of their platform with "…".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from adaptive_cards.actions import Action


@dataclass(frozen=True, slots=True)
class Span:
    """Literal text, perhaps strong or emphasised."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, notified where the platform can (Slack, Teams), and the plain name elsewhere."""

    person: str
    name: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link of ours (never one that a participant wrote)."""

    text: str
    url: str


Inline = Span | Mention | Link
Rich = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a card; plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `subtle` is for small print: who sees this, when it ends, how far it is."""

    rich: Rich
    subtle: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short lines."""

    items: tuple[Rich, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, set apart; `by` is a name or ""."""

    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value on one line."""

    label: str
    value: Rich


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and values, one pair a line."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell (kohta) of a canvas: its label, its question ("" when not shown) and the notes in it."""

    label: str
    prompt: str = ""
    notes: tuple[str, ...] = ()
    more: str = ""
    """Said when not all notes are shown ("ja 4 muuta"), "" otherwise."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a canvas; `title` is "" for canvases without column titles."""

    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Canvas:
    """A canvas (pohja): columns of cells, all of the same height. Narrow screens show column by column."""

    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture drawn by us.

    `ref` names it to the courier, `alt` says all that it shows, `title` is its caption.

    `ref` changes when the picture's content changes, so that nobody's cache shows an old one.
    """

    ref: str
    alt: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to take home. `ref` names it to the courier; `filename` is plain ASCII with its ending."""

    ref: str
    filename: str
    label: str


@dataclass(frozen=True, slots=True)
class Divider:
    """A quiet line between two parts."""


class Style(StrEnum):
    """How much a button asks for attention."""

    NORMAL = "normal"
    PRIMARY = "primary"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """A button. `opens_form`: pressing asks for a form (modal, dialog). `url`: a link instead of an action.

    `confirm` is a question asked before the press counts, where the platform can ask ("" for none); `cancel`
    is the word for not pressing after all.
    """

    label: str
    action: Action | None = None
    style: Style = Style.NORMAL
    opens_form: bool = False
    url: str = ""
    confirm: str = ""
    cancel: str = ""
    people: tuple[str, ...] = ()
    """The others whose conversation with the reader it opens (ids): a link where a bot cannot open one."""


@dataclass(frozen=True, slots=True)
class Buttons:
    """Buttons in a row (renderers break it into rows of what the platform shows well)."""

    buttons: tuple[Button, ...]


Block = Heading | Paragraph | Bullets | Quote | Facts | Canvas | Picture | Attachment | Divider | Buttons


@dataclass(frozen=True, slots=True)
class Card:
    """A message. `title` heads it ("" for none); `summary` is its notification and screen-reader line."""

    title: str
    blocks: tuple[Block, ...]
    summary: str
    language: str = "fi"


@dataclass(frozen=True, slots=True)
class TextField:
    """A box to write in. `max_length` in characters; `value` is what stands there already."""

    id: str
    label: str
    hint: str = ""
    placeholder: str = ""
    value: str = ""
    multiline: bool = False
    required: bool = True
    max_length: int = 1000


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. `value` is an id (no commas)."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class ChoiceField:
    """One of several; `value` is the chosen option's value or ""."""

    id: str
    label: str
    options: tuple[Option, ...]
    value: str = ""
    hint: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True)
class ChoicesField:
    """Any of several; `values` are those chosen now."""

    id: str
    label: str
    options: tuple[Option, ...]
    values: tuple[str, ...] = ()
    hint: str = ""
    required: bool = False


Field = TextField | ChoiceField | ChoicesField


@dataclass(frozen=True, slots=True)
class Form:
    """A form (Slack modal, Teams dialog, browser dialog).

    `action` is what sending it does. `nonce` is new for each opened form and comes back with it: a form sent
    twice is one sending. `intro` stands above the fields and holds no buttons. Titles are short (24
    characters).
    """

    title: str
    fields: tuple[Field, ...]
    submit: str
    cancel: str
    action: Action
    nonce: str
    intro: tuple[Block, ...] = ()
    language: str = "fi"


Values = dict[str, str | tuple[str, ...]]
"""What a sent form holds: field id -> text, option value, or the values of a `ChoicesField`."""
