"""`Area`: one subject of a journey, as the rows that it adds to the tables of all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from content.process import Process
from dialogs.effects import Effect
from dialogs.journey.draft import Draft
from dialogs.journey.journey import Journey
from dialogs.journey.messages import JourneyMessage, OwnThing
from dialogs.people import PersonId
from dialogs.receipts import Receipt

Values = Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Mend:
    """What to mend in a field: a phrase key under `field.`, and the days (local) that it names (`{days}`)."""

    key: str
    days: tuple[date, ...] = ()


Errors = dict[str, str | Mend]
"""Field id -> phrase key under `field.`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Who looks at which board, when (UTC). `person` is "" for everybody in the channel."""

    journey: Journey
    args: tuple[str, ...]
    person: PersonId
    now: datetime


@dataclass(frozen=True, slots=True)
class Acting:
    """Who pressed or sent what. `name` and `zone` are the actor's; `values` and `nonce` only of sent forms.

    `origin` is the session whose card the button stood on, "" when it was a card of the journey.
    """

    journey: Journey
    args: tuple[str, ...]
    person: PersonId
    name: str
    zone: str
    now: datetime
    values: Values = field(default_factory=dict)
    nonce: str = ""
    origin: str = ""
    mentioned: tuple[tuple[PersonId, str], ...] = ()
    """(person, name) of those who are named in a command."""
    processes: Mapping[str, Process] = field(default_factory=dict)
    """The processes of the content: slug -> how it is built."""

    def one(self, name: str) -> str:
        """The value of a field that holds one."""
        value = self.values.get(name, "")
        return value if isinstance(value, str) else next(iter(value), "")

    def many(self, name: str) -> tuple[str, ...]:
        """The values of a field that holds several."""
        value = self.values.get(name, ())
        return ((value,) if value else ()) if isinstance(value, str) else tuple(value)


@dataclass(frozen=True, slots=True)
class WorkshopWanted:
    """A button starts the workshop `slug` in the journey's channel; the desk does it."""

    slug: str


Event = Any
"""A dataclass of an area's `events`; `DECIDE` knows what comes of it."""
Decide = Callable[[Draft, Any], Receipt | JourneyMessage]
"""Its answer to whoever acted: a receipt, or where a sentence is too little, a private message."""
Evolve = Callable[[Journey, Any], Journey]
React = Callable[[Journey, Any], tuple[Effect, ...]]
Compose = Callable[[Reading], Any]
"""The message on a board; None when there is nothing (more) to say there."""
Press = Callable[[Acting], Any]
"""A button's event, or the private answer: a message or a `Receipt`."""


@dataclass(frozen=True, slots=True)
class FormKind:
    """A form: `ask` makes it, or says in a `Receipt` why not.

    `read` makes an event of what was sent, or says what to mend (`Errors`), or makes another form or message.
    `args`: how many arguments its verb may have.
    """

    ask: Callable[[Acting], Any]
    read: Callable[[Acting], Any]
    args: Collection[int]


NudgeOf = Callable[[Journey, str, PersonId, datetime], Any]
"""(journey, item, person, now) -> the view of a reminder's line; None when it need not be said any more."""


Then = Callable[[Draft, Any], None]
"""(draft, fact): what follows of a fact, perhaps one of another area, in the same turn; it accepts facts."""
Ring = Callable[[Draft, tuple[str, ...]], None]
"""(draft, the parts of the timer's name after the first)."""
Command = Callable[[Acting, Any], Any]
"""A command (`dialogs.commands`): its event, form, private message or `Receipt`."""
Own = Callable[[Journey, PersonId, datetime], tuple[OwnThing, ...]]
"""(journey, person, now) -> what the person has open there."""


def nothing_own(_: Journey, __: PersonId, ___: datetime) -> tuple[OwnThing, ...]:
    """Nobody has anything of their own in this area."""
    return ()


@dataclass(frozen=True, slots=True)
class Area:
    """Rows for the tables in `areas`. Every name (of a board, verb, nudge …) is one area's alone."""

    decide: Mapping[type, Decide] = field(default_factory=dict)
    evolve: Mapping[type, Evolve] = field(default_factory=dict)
    react: Mapping[type, React] = field(default_factory=dict)
    boards: Mapping[str, Compose] = field(default_factory=dict)
    presses: Mapping[str, Press] = field(default_factory=dict)
    forms: Mapping[str, FormKind] = field(default_factory=dict)
    nudges: Mapping[str, NudgeOf] = field(default_factory=dict)
    then: Mapping[type, Then] = field(default_factory=dict)
    timers: Mapping[str, Ring] = field(default_factory=dict)
    """The first part of a timer's name ("review" of "review/3") -> what comes of its ringing."""
    commands: Mapping[type, Command] = field(default_factory=dict)
    own: Own = nothing_own
