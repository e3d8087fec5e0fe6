"""Where a session is, and who sees what is written: words that many messages share."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """Where a session is."""

    LOBBY = "lobby"
    RUNNING = "running"
    PAUSED = "paused"
    CLOSED = "closed"


class Audience(StrEnum):
    """Who sees a canvas while it is filled in."""

    CHANNEL = "channel"
    GROUP = "group"
    """The pair (or trio), each in their direct messages."""
    SELF = "self"
    """Only the writer, for good: not the facilitator, not the summary."""
    SELF_NOW = "self_now"
    """Only the writer while it is written; the summary has it without names."""
    HIDDEN = "hidden"
    """Only the writer while it is written; the channel when the step is over, without names."""
