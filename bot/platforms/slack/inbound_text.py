"""What people wrote, as Slack hands it over, turned back into what they meant: once, before all else.

Slack escapes `&`, `<` and `>`, and writes mentions and links in angle brackets. Source: Slack, "Formatting
message text", "retrieving formatted text"; slash commands need `should_escape: true` in the manifest for
mentions.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.platforms.inbound import Caller

_TOKEN = re.compile(r"<([@#!]|(?=[a-z]{2,10}:))([^<>|\s]+)(?:\|([^<>]*))?>")
_USER = re.compile(r"[UW][A-Z0-9]{1,30}")


def unescaped(text: str) -> str:
    """`text` with Slack's three entities undone; the ampersand last, so that nothing is undone twice."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def mentioned_in(text: str, person: Callable[[str], str], *, bot: str = "") -> tuple[Caller, ...]:
    """The people named in `text`, once each, the bot not among them."""
    found: dict[str, Caller] = {}
    for sign, user, name in _TOKEN.findall(text):
        if sign == "@" and user != bot and _USER.fullmatch(user):
            found.setdefault(user, Caller(person(user), unescaped(name)))
    return tuple(found.values())


def readable(text: str) -> str:
    """`text` as it looked to whoever wrote it: mentions and links as their words, entities undone."""
    return unescaped(_TOKEN.sub(_words, text))


def after_name(text: str, bot: str) -> str:
    """What follows the bot's name in a message that names it; all of it when the name cannot be found."""
    name = re.compile(rf"<@{re.escape(bot)}(?:\|[^<>]*)?>" if bot else r"^\s*<@[UW][A-Z0-9]+(?:\|[^<>]*)?>")
    found = name.search(text)
    return text[found.end() :] if found else text


def _words(token: re.Match[str]) -> str:
    sign, target, label = token.groups()
    if sign in ("@", "#"):
        return sign + (label or target)
    if sign == "!":
        return label or "@" + target.split("^")[0]
    return label or target.removeprefix("mailto:")
