"""From what the page sends to what the desk takes in. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from adaptive_cards.actions import Action
from adaptive_cards.renderers.legible import legible
from bot.platforms.browser.arrivals import Act, Pressing, Saying, Sending
from bot.platforms.browser.places import Room, direct
from bot.platforms.inbound import Caller, CommandGiven, FormAsked, FormSent, HomeOpened, PlaceKind, Pressed
from bot.platforms.platform import Member

_CALL = re.compile(r"\s*[/@]?paja(?:[:,]?\s+|$)(.*)", re.IGNORECASE | re.DOTALL)
_SLASH = re.compile(r"\s*/\S")


class NoSuchSlashError(ValueError):
    """A slash command, but not ours: better said so than shown to everybody as chat."""


def command_in(text: str, kind: PlaceKind) -> str | None:
    """What follows the bot's name, or None for ordinary chat; in a direct chat all is said to the bot.

    Raises `NoSuchSlashError` for another slash command.
    """
    call = _CALL.fullmatch(text)
    if call:
        return call[1].strip()
    if _SLASH.match(text):
        raise NoSuchSlashError
    return text.strip() if kind is PlaceKind.DIRECT else None


def caller(member: Member) -> Caller:
    """The person as the one who acts."""
    return Caller(member.person, member.name, member.language, member.timezone)


def command(said: Saying, member: Member, room: Room, text: str, people: Iterable[Member]) -> CommandGiven:
    """`/paja …` with the people whom it names."""
    return CommandGiven(_delivery(said), caller(member), room.place, legible(text), _mentioned(text, people))


def pressed(press: Pressing, member: Member, room: Room, action: Action) -> Pressed:
    """A button."""
    return Pressed(_delivery(press), caller(member), room.place, action)


def form_asked(press: Pressing, member: Member, room: Room, action: Action) -> FormAsked:
    """A button that opens a form."""
    return FormAsked(_delivery(press), caller(member), room.place, action)


def form_sent(sent: Sending, member: Member, room: Room, action: Action) -> FormSent:
    """A filled form."""
    values = {
        field: legible(value) if isinstance(value, str) else tuple(value)
        for field, value in sent.values.items()
    }
    return FormSent(_delivery(sent), caller(member), room.place, action, sent.nonce, values)


def home_opened(member: Member) -> HomeOpened:
    """Somebody is here. Always the same delivery for the same person: the desk greets once."""
    return HomeOpened(f"{member.person}/home", caller(member), direct(member.person).place)


def _delivery(act: Act) -> str:
    # The person is in it, so that nobody can use up the id of somebody else's act.
    return f"{act.me}/{act.id}"


def _mentioned(text: str, people: Iterable[Member]) -> tuple[Caller, ...]:
    return tuple(
        caller(member)
        for member in people
        if re.search(rf"@{re.escape(member.name)}(?!\w)", text, re.IGNORECASE)
    )
