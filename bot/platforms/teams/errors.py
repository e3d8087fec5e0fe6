"""What Teams answered -> what the outbox should do about it: pure.

Source: platforms.md 2.10. A reason is a status and Teams' own code, never a message: those may hold what
people wrote.
"""

from __future__ import annotations

from enum import StrEnum

from bot.platforms.platform import (
    DeliveryError,
    DoubtfulError,
    MessageGoneError,
    PassingError,
    RateLimitedError,
    RefusedError,
    RoomGoneError,
    UnreachableError,
)

_PATIENCE = 2.0
"""Seconds to wait after a 429 that does not say."""


class Doing(StrEnum):
    """What was asked for: a post may not be made twice, the others may."""

    POST = "post"
    EDIT = "edit"
    OPEN = "open"
    READ = "read"


class Answer(Exception):  # noqa: N818 -- an answer of Teams; what it means is decided below
    """Teams said no: HTTP status, its own code, and the seconds that it asks us to wait."""

    def __init__(self, status: int, code: str = "", after: float = 0.0) -> None:
        super().__init__(f"{status} {code}".strip())
        self.status, self.code, self.after = status, code, after


class Lost(Exception):  # noqa: N818 -- the same
    """Teams said nothing. `sent`: whether the request may have reached it."""

    def __init__(self, reason: str, *, sent: bool) -> None:
        super().__init__(reason)
        self.reason, self.sent = reason, sent


def meaning(problem: Answer | Lost, doing: Doing, *, direct: bool) -> DeliveryError:  # noqa: PLR0911
    """The error for the outbox. `direct`: it was for one person."""
    if isinstance(problem, Lost):
        return _lost(problem, doing)
    reason = str(problem)
    match problem.status:
        case 429:
            return RateLimitedError(reason, after=problem.after or _PATIENCE)
        case 401:
            return RefusedError(reason) if problem.code == "BotNotRegistered" else PassingError(reason)
        case 403:
            return UnreachableError(reason) if direct else RoomGoneError(reason)
        case 404:
            return _gone(doing, reason, direct=direct)
        case 412 | 503:
            return PassingError(reason, after=problem.after)
        case status if status >= 500:  # noqa: PLR2004 -- HTTP
            return DoubtfulError(reason) if doing is Doing.POST else PassingError(reason, after=problem.after)
        case _:
            return RefusedError(reason)


def _gone(doing: Doing, reason: str, *, direct: bool) -> DeliveryError:
    if doing is Doing.EDIT:
        # A thread that was deleted is no reason to give up the room: if that is gone, the new post says so.
        return MessageGoneError(reason)
    return UnreachableError(reason) if direct else RoomGoneError(reason)


def _lost(problem: Lost, doing: Doing) -> DeliveryError:
    if problem.sent and doing is Doing.POST:
        return DoubtfulError(problem.reason)
    return PassingError(problem.reason)
