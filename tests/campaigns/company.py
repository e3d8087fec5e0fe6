"""What a story needs of people, whatever platform they are on, and the record of what they were told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from tests.campaigns.machine import Machine

Json = dict[str, Any]
TRIES = 40
"""How many times somebody does the same thing again before it is called hopeless."""
AGAIN = 0.1
"""Seconds until somebody who got no answer tries again."""


class NotTakenError(Exception):
    """The bot has not said "ok": it is dead, dying or not able to."""


class HopelessError(AssertionError):
    """Done again and again, and never answered."""


@dataclass
class Record:
    """What the bot has said "ok" to, in order: who, what, and the words."""

    acknowledged: list[tuple[str, str, str]] = field(default_factory=list)
    refused: int = 0
    """How many times somebody had to do the same again."""

    def ok(self, user: str, what: str, text: str = "") -> None:
        """The bot has said "ok"."""
        self.acknowledged.append((user, what, text))


@dataclass(frozen=True, slots=True)
class Message:
    """One message: in which conversation, under which message ("" for none), what it says."""

    conversation: str
    thread: str
    text: str


class Actor(Protocol):
    """Somebody who does not give up: whatever fails is done again, as a person would."""

    @property
    def user(self) -> str:
        """What the story calls them."""
        ...

    @property
    def name(self) -> str:
        """As everybody sees it."""
        ...

    async def commands(self, text: str) -> None:
        """Start something in the channel."""
        ...

    async def presses(self, verb: str, channel: str = "", *args: str) -> None:
        """Press the newest button that does this."""
        ...

    async def presses_once(self, verb: str) -> None:
        """The same, in the direct messages, without doing it again."""
        ...

    async def opens(self, verb: str, channel: str = "", *args: str) -> Json:
        """Press a button that opens a form until the form is there; {} when there is no such button."""
        ...

    async def sends(self, what: str, words: str = "", /, **values: Any) -> None:
        """Fill in the form that is open and send it, the same one until it is taken."""
        ...

    async def is_asked(self) -> bool:
        """Whether a form is open."""
        ...

    async def closes(self) -> None:
        """Close whatever is open."""
        ...

    async def card(self, verb: str, channel: str = "", *args: str) -> str | None:
        """The words of the newest card with this button; None when there is none."""
        ...

    def options(self, form: Json, name: str) -> list[str]:
        """The values that a field of a form offers."""
        ...

    async def visits(self) -> None:
        """Look at the bot's own page, where there is one."""
        ...

    async def says(self, text: str) -> None:
        """Write to the bot."""
        ...

    async def leaves(self) -> None:
        """Leave the channel."""
        ...


class Company(Protocol):
    """All people of one platform."""

    machine: Machine
    record: Record
    channel: str
    names: Mapping[str, str]
    """The platform's own ids of people -> what the story calls them, where that is something else."""

    def actor(self, number: int) -> Actor:
        """One of them."""
        ...

    async def seen(self, users: Sequence[str]) -> list[Message]:
        """Everything that stands anywhere now."""
        ...

    async def doubled(self, users: Sequence[str]) -> list[str]:
        """Keys of posts that stand there more than once, where posts have keys."""
        ...

    def moment(self, ref: str) -> float:
        """When the message with this reference was posted, as the platform counts."""
        ...

    async def given(self, folder: Path, users: Sequence[str]) -> list[tuple[str, str]]:
        """All that the bot has ever sent: whose direct messages ("" for everybody's), and the words."""
        ...

    async def goes_wrong(self, about: Mapping[str, Any]) -> None:
        """Let the platform misbehave."""
        ...
