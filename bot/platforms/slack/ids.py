"""Our ids (`slack:T1:U7`) and Slack's own (`U7`), and the reference of a message (`C1:1700000000.000100`)."""

from __future__ import annotations

from bot.platforms.inbound import Place, PlaceKind
from bot.platforms.platform import RefusedError

NAME = "slack"
_PARTS = 3


def ours(team: str, local: str) -> str:
    """The id of a person or conversation."""
    return f"{NAME}:{team}:{local}"


def tenant(team: str) -> str:
    """The id of a workspace."""
    return f"{NAME}:{team}"


def local(identifier: str) -> str:
    """Slack's own id; raises `RefusedError` for an id of another platform."""
    parts = identifier.split(":")
    if len(parts) != _PARTS or parts[0] != NAME or not parts[2]:
        raise RefusedError("not_a_slack_id")
    return parts[2]


def place(team: str, channel: str, *, called: str = "", thread: str = "") -> Place:
    """A conversation. `called` is its name or type in the payload: it tells group messages."""
    if channel.startswith("D"):
        kind = PlaceKind.DIRECT
    else:
        kind = PlaceKind.GROUP if called.startswith("mpdm-") or called == "mpim" else PlaceKind.CHANNEL
    return Place(ours(team, channel), kind, thread)


def reference(channel: str, stamp: str) -> str:
    """What `deliver` returns for a message."""
    return f"{channel}:{stamp}"


def dereference(text: str) -> tuple[str, str]:
    """Channel and time stamp of a message; raises `RefusedError` for anything but a reference of ours."""
    channel, _, stamp = text.partition(":")
    if not channel or not stamp:
        raise RefusedError("not_a_reference")
    return channel, stamp
