"""What arrives from a platform, in one shape.

Each platform's pure `inbound.py` makes these, the desk answers them.

Ids are `platform:tenant:local`, e.g. `slack:T1:U7`, `teams:<tenant guid>:<aad object id or 29:…>`,
`browser:local:maija`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from adaptive_cards.actions import Action
from adaptive_cards.card import Card, Form, Values


@dataclass(frozen=True, slots=True)
class Caller:
    """Who did it. `name` is the display name ("" when the platform did not say.

    The desk then asks the platform).
    """

    person: str
    name: str = ""
    language: str = ""
    timezone: str = ""


class PlaceKind(StrEnum):
    """What sort of conversation a place is."""

    CHANNEL = "channel"
    GROUP = "group"
    DIRECT = "direct"


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happened.

    `id` is the conversation's id (`slack:T1:C1`), `thread` its thread ("" outside threads).
    """

    id: str
    kind: PlaceKind
    thread: str = ""


@dataclass(frozen=True, slots=True)
class CommandGiven:
    """`/paja aloita 1`, `@Paja aloita 1`, or plain text in a direct chat.

    `text` is what follows the bot's name, unescaped.
    """

    delivery: str
    caller: Caller
    place: Place
    text: str
    mentioned: tuple[Caller, ...] = ()
    """People named in the command (`/paja fasilitaattori @nimi`)."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button without a form."""

    delivery: str
    caller: Caller
    place: Place
    action: Action


@dataclass(frozen=True, slots=True)
class FormAsked:
    """A button that opens a form; the reply holds the form, or a card that says why there is none.

    `values`: what is to stand in it already (the message that a shortcut was used on).
    """

    delivery: str
    caller: Caller
    place: Place
    action: Action
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FormSent:
    """A sent form, with the nonce that it was opened with."""

    delivery: str
    caller: Caller
    place: Place
    action: Action
    nonce: str
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HomeOpened:
    """The bot's own page was opened: Slack App Home, a direct chat, installed for a person."""

    delivery: str
    caller: Caller
    place: Place


@dataclass(frozen=True, slots=True)
class PersonLeft:
    """A person left the conversation (`place`), or the whole workspace (`place` None)."""

    delivery: str
    person: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class BotRemoved:
    """The bot is no longer in a conversation (removed, archived, deleted), or (`place` None) uninstalled."""

    delivery: str
    tenant: str
    place: Place | None = None


Inbound = CommandGiven | Pressed | FormAsked | FormSent | HomeOpened | PersonLeft | BotRemoved


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to whoever acted, inside the platform's deadline.

    It is only given when everything is durable.

    `card`: a private, passing answer. `form`: a form to open, or the next one to show in place of the sent
    one. `errors`: field id -> what to mend; the form stays open. Nothing at all: all is well and nothing
    needs saying.
    """

    card: Card | None = None
    form: Form | None = None
    errors: dict[str, str] = field(default_factory=dict)
    instead: Card | None = None
    """What may be said where everybody reads it, when `card` cannot be given to the one person there."""


NOTHING_TO_SAY = Reply()
