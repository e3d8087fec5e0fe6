"""What a button or a form does when it is used: one small value that travels to the platform and back.

The text of an action goes into Slack's `value` / `private_metadata` and Teams' `data`; it is short (at most
`LONGEST` characters), holds ids only, and never anything that a person wrote. It is not trusted when it comes
back: the engine checks who presses, and whether the moment has passed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 150
_TOKEN = re.compile(r"[A-Za-z0-9_.:@~=+-]*")


class BadActionError(ValueError):
    """The text is not an action of ours: forged, damaged, or from a version that nobody knows any more."""


@dataclass(frozen=True, slots=True)
class Action:
    """`verb` of the table of verbs, the session's id ("" when none), and the verb's own arguments."""

    verb: str
    session: str = ""
    args: tuple[str, ...] = ()

    def encode(self) -> str:
        """The action as text; raises `BadActionError` when a part holds a `|`, is too long, or is odd."""
        text = "|".join((self.verb, self.session, *self.args))
        if decode(text) != self:
            raise BadActionError
        return text


def decode(text: str) -> Action:
    """The action that `text` stands for; raises `BadActionError` for anything that is not one."""
    parts = text.split("|") if len(text) <= LONGEST else []
    if len(parts) < 2 or not parts[0] or not all(_TOKEN.fullmatch(part) for part in parts):  # noqa: PLR2004 -- verb, session
        raise BadActionError
    return Action(parts[0], parts[1], tuple(parts[2:]))
