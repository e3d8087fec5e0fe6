"""Receipts: the instant answer to whoever acted.

A slip of a participant is never an exception, it is a receipt.

A receipt is a key of `content/phrases` under `receipt.` and the values of its sentence. Codes, with their
values:
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Code(StrEnum):
    """What happened to what you did."""

    DONE = "done"
    JOINED = "joined"
    ALREADY_IN = "already_in"
    LEFT = "left"
    NOT_IN = "not_in"
    """Not joined yet: the card has a button for joining."""
    SAVED = "saved"
    DELETED = "deleted"
    ALREADY_SAVED = "already_saved"
    """The same form arrived twice."""
    TOO_LATE = "too_late"
    """The step is closed; nothing was written. Value: `step`."""
    KEPT_LATE = "kept_late"
    """The step is closed, the note was kept and marked. Values: `at`, `names` (facilitators)."""
    CLOSED = "closed"
    """The whole workshop is over."""
    OLD_CARD = "old_card"
    """The button belongs to a moment that has passed."""
    NOT_YOURS = "not_yours"
    """Another group's canvas, another person's note. Value: `group` (own group's number, 0 for none)."""
    NOT_YOUR_TURN = "not_your_turn"
    FACILITATORS_ONLY = "facilitators_only"
    """Value: `names`."""
    LEAD_IS_TAKEN = "lead_is_taken"
    """Taking over is not possible while the facilitator is there. Value: `names`."""
    NOT_STARTED = "not_started"
    ALREADY_STARTED = "already_started"
    NOBODY_HERE = "nobody_here"
    """The workshop cannot begin before somebody has joined."""
    PAUSED = "paused"
    RESUMED = "resumed"
    NOT_PAUSED = "not_paused"
    FIRST_STEP = "first_step"
    NO_GROUPS = "no_groups"
    """This step has no groups to divide again."""
    REMINDED = "reminded"
    """Value: `n` people."""
    NOBODY_TO_REMIND = "nobody_to_remind"
    TIME_ADDED = "time_added"
    """Value: `at`, the new end."""
    ONE_ALREADY = "one_already"
    """Already a facilitator. Value: `name`."""
    TOO_MANY = "too_many"
    """More picks than the budget. Value: `n`, the budget."""
    NOTHING_THERE = "nothing_there"
    """No notes (of yours) to choose from."""
    STAYS_ON = "stays_on"
    """What goes on now cannot be taken off the agenda. Value: `step`."""
    PLACE_IS_FIXED = "place_is_fixed"
    """A step that has begun keeps its place, one that is over everything. Value: `step`."""
    NOT_THAT_ORDER = "not_that_order"
    """A step cannot come before the one that it builds on, nor after the closing."""
    UNKNOWN = "unknown"
    """The thing that was pressed does not exist (any more)."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A code and the values of its sentence."""

    code: Code
    step: str = ""
    group: int = 0
    n: int = 0
    at: datetime | None = None
    names: tuple[str, ...] = ()


DONE = Receipt(Code.DONE)
