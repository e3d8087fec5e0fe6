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
    TASK_SAVED = "task_saved"
    TASK_SAVED_LATE = "task_saved_late"
    """The workshop has begun with the task already; what was written is kept, and stands there too."""
    TASK_DONE = "task_done"
    TASK_NOT_YET = "task_not_yet"
    TASK_OVER = "task_over"
    """The task has been gathered."""
    TASK_OF_OTHERS = "task_of_others"
    """Others were named for the task."""
    TASK_NAMED = "task_named"
    """Value: `n` people."""
    TASK_TIME_SET = "task_time_set"
    OBSERVATION_SAVED = "observation_saved"
    OBSERVATION_TOO_LONG = "observation_too_long"
    OBSERVATION_SHARED = "observation_shared"
    """With the name."""
    OBSERVATION_NAMELESS = "observation_nameless"
    """Without the name: it waits for those of others."""
    OBSERVATION_KEPT = "observation_kept"
    OBSERVATION_USED = "observation_used"
    """It has been in a mirror, so that others have seen it."""
    MIRROR_LAID = "mirror_laid"
    MIRROR_WAITS = "mirror_waits"
    """Too few people have shared anything without a name, and nobody with a name."""
    MIRROR_EMPTY = "mirror_empty"
    TRY_AGREED = "try_agreed"
    """An experiment was made by its owner."""
    TRY_ASKED = "try_asked"
    """Its owner is asked. Value: `names`."""
    TRY_TAKEN = "try_taken"
    TRY_DECLINED = "try_declined"
    TRY_OWNED = "try_owned"
    """Somebody else answers for it. Value: `names`."""
    TRY_KEEPERS_ONLY = "try_keepers_only"
    """Only these can change or judge it. Value: `names`."""
    TRY_OVER = "try_over"
    """It has been judged or dropped."""
    TRY_FIRST_DONE = "try_first_done"
    TRY_NOT_YET = "try_not_yet"
    TRY_HELP = "try_help"
    """These were told. Value: `names`."""
    TRY_NOBODY_TO_HELP = "try_nobody_to_help"
    TRY_NOTED = "try_noted"
    TRY_MOVED = "try_moved"
    TRY_CHANGED = "try_changed"
    TRY_GOES_ON = "try_goes_on"
    TRY_JUDGED = "try_judged"
    TRY_ESTABLISHED = "try_established"
    TRY_NOT_JUDGED = "try_not_judged"
    """Only what was judged and goes on can be established."""
    TRY_REVIEW_DUE = "try_review_due"
    """It waits for its verdict, or for another review date."""
    TRY_NOT_BEGUN = "try_not_begun"
    TRY_BEGUN = "try_begun"
    """It has begun: it can be judged, not dropped."""
    TRY_DROPPED = "try_dropped"
    TRY_FULL = "try_full"
    """There are as many open as there can be."""
    TRY_TOO_LONG = "try_too_long"
    """The text of a command is too long. Value: `n`, characters that fit."""
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
