"""A team's chat as the people in it see it, whichever it is: `slack_chat`, `teams_chat`, `browser_chat`.

What is read here is what the platform really got: Slack's blocks, Adaptive Cards, the page's HTML.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.core import Core
from bot.platforms.platform import Platform

CAST = (
    "Maija", "Anna", "Ville", "Sari", "Omar", "Liisa", "Pekka", "Noora",
    "Eino", "Tuuli", "Kalle", "Hanna", "Jussi", "Veera", "Otto", "Iida",
)  # fmt: skip
"""First names; the fakes know them by number, from 1."""
FAMILY = (
    "Meri", "Aalto", "Vuori", "Salo", "Osman", "Lehto", "Puro", "Niemi",
    "Ek", "Tamm", "Kivi", "Harju", "Joki", "Virta", "Oja", "Into",
)  # fmt: skip

FILES = ("application/json", "text/calendar")
"""Kinds of file that people are sent."""
Values = Mapping[str, str | tuple[str, ...]]
"""Field id or label -> text, or the value or label of a choice, or several of them."""
Settle = Callable[[], Awaitable[None]]


class NotSeenError(AssertionError):
    """Somebody looks for something that is not on their screen."""


class NotInThisChatError(AssertionError):
    """A story asks for what cannot happen in this chat: it belongs to others."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A card as somebody sees it. `where` and `id` are the platform's own."""

    where: str
    id: str
    title: str
    text: str
    buttons: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    """Their text alternatives."""
    edits: int = 0
    raw: Any = field(default=None, repr=False, compare=False)

    def __contains__(self, words: str) -> bool:
        """Whether the words stand on the card, wherever lines break."""
        return squeezed(words) in squeezed(self.text)


@dataclass(frozen=True, slots=True)
class Found:
    """A button that somebody sees: to press it now, later, or twice."""

    card: Seen
    label: str
    held: Any = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on a card, and its bytes as they were really handed over."""

    alt: str
    data: bytes


class Chat(Protocol):
    """One team's chat. People are called by their first names."""

    name: str

    def make(self, core: Core) -> Platform:
        """The platform of a bot that is in this chat."""
        ...

    def settings(self) -> dict[str, Any]:
        """What the bot's settings must say to be in this chat."""
        ...

    async def arrive(self, url: str, settle: Settle) -> None:
        """The bot is reached at `url` from now on; `settle` waits until it has nothing left to do."""
        ...

    async def command(
        self, person: str, text: str, *, direct: bool = False, thread: str = "", about: str = ""
    ) -> str:
        """Tell the bot something, in the channel or (`direct`) alone; its private answer, "" when none.

        `about`: somebody whom the command names with an @.
        """
        ...

    async def channel(self) -> list[Seen]:
        """The bot's cards in the channel, oldest first, without those in threads."""
        ...

    async def direct(self, person: str) -> list[Seen]:
        """The bot's cards in somebody's own conversation with it, oldest first."""
        ...

    async def together(self, *people: str) -> list[Seen]:
        """The bot's cards in the conversation of these people and the bot; none when there is none such."""
        ...

    async def threads(self) -> dict[str, list[Seen]]:
        """Id of a card in the channel -> the bot's cards in the thread under it."""
        ...

    async def find(self, person: str, label: str, card: str = "") -> Found:
        """The newest button of that label that the person sees, on a card that holds the words `card`."""
        ...

    async def push(self, person: str, button: Found) -> str:
        """Press it; the private answer."""
        ...

    async def fill(self, person: str, button: Found, *pages: Values, forced: bool = False) -> str:
        """Open the form behind a button, fill it in and send it; what the person is told then.

        Several `pages` are a form that leads to another. `forced` sends also what the platform's own client
        would not let anybody send.
        """
        ...

    async def form(self, person: str, button: Found) -> str:
        """The words of the form behind a button; it is closed again."""
        ...

    async def pictures(self, card: Seen) -> list[Picture]:
        """The pictures on a card, fetched."""
        ...

    async def files(self, person: str) -> list[bytes]:
        """The files in somebody's own conversation, fetched."""
        ...

    async def leave(self, person: str) -> None:
        """Go out of the channel."""
        ...

    async def unreachable(self, person: str) -> None:
        """From now on the platform lets nobody's bot write to this person."""
        ...

    async def trouble(
        self, doing: str, kind: str, *, times: int = 1, after: int = 1, accepted: bool = False
    ) -> None:
        """Let the next calls go wrong. `doing`: post, edit; `kind`: 429 (`Retry-After: after`), 500, drop.

        `accepted`: the message is there all the same, only nobody says so.
        """
        ...

    async def everything(self) -> str:
        """All that now stands anywhere, as the platform got it."""
        ...

    async def dangers(self) -> list[str]:
        """What on any card pings, links or formats though it is not ours; each in a line."""
        ...

    async def close(self) -> None:
        """The story is over."""
        ...


def squeezed(text: str) -> str:
    """Words with one space between them."""
    return re.sub(r"\s+", " ", text).strip()


def full_name(person: str) -> str:
    """First and family name."""
    return f"{person} {FAMILY[CAST.index(person)]}"


def newest(cards: list[Seen], label: str, words: str) -> Seen | None:
    """The newest card with that button and those words."""
    return next((one for one in reversed(cards) if label in one.buttons and words in one), None)


def choice(value: str | tuple[str, ...], options: Mapping[str, str]) -> str | tuple[str, ...]:
    """Labels turned into values; `options` is label -> value. Values stay as they are."""
    if isinstance(value, tuple):
        return tuple(_one(one, options) for one in value)
    return _one(value, options)


def _one(value: str, options: Mapping[str, str]) -> str:
    if value in options.values():
        return value
    shown = {label.replace("\u200a", ""): known for label, known in options.items()}
    fits = [known for label, known in shown.items() if label == value] or [
        known for label, known in shown.items() if label.startswith(value)
    ]
    if len(fits) != 1:
        raise NotSeenError(f"{len(fits)} choices are {value!r} among {list(options)}")
    return fits[0]


def field_id(wanted: str, fields: Mapping[str, str]) -> str:
    """The id of a field by its id or its label; `fields` is id -> label."""
    if wanted in fields:
        return wanted
    fits = [one for one, label in fields.items() if label == wanted]
    if len(fits) != 1:
        raise NotSeenError(f"no field {wanted!r} in {dict(fields)}")
    return fits[0]
