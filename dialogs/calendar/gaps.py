"""What becomes of a reminder whose moment has passed while the bot was down, by a rule for each kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from dialogs.calendar.due import Kind
from dialogs.calendar.hours import Rhythm


class Late(StrEnum):
    """What becomes of it."""

    IN_TIME = "in_time"
    """It is not late, or so little that nobody minds: as if nothing had been."""
    ONCE = "once"
    """Made good once, at the next allowed moment."""
    MERGE = "merge"
    """Waits for the next message to the same person, no longer than until the next working day."""
    DROP = "drop"
    """Of no use any more."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What becomes of a kind of reminder that is later than `window`."""

    late: Late
    window: timedelta = timedelta(hours=4)


RULES = {
    Kind.WORKSHOP_HOUR: Rule(Late.DROP, timedelta(hours=1)),
    Kind.REVIEW: Rule(Late.ONCE),
    Kind.WORKSHOP_DAY: Rule(Late.ONCE),
    Kind.FOLLOW_UP: Rule(Late.ONCE),
    Kind.DAY_BEFORE: Rule(Late.ONCE),
    Kind.TASK_CLOSING: Rule(Late.ONCE),
    Kind.TASK_GIVEN: Rule(Late.ONCE),
    Kind.FIRST_STEP: Rule(Late.MERGE),
    Kind.TASK_HALF_WAY: Rule(Late.MERGE),
    Kind.HALF_WAY: Rule(Late.MERGE),
    Kind.WORKSHOP_WEEK: Rule(Late.MERGE),
}


@dataclass(frozen=True, slots=True)
class AfterGap:
    """What becomes of a reminder, and when (UTC) it goes out at the latest; never, when dropped."""

    late: Late
    at: datetime | None = None


def after_gap(
    kind: Kind, due: datetime, now: datetime, rhythm: Rhythm, ends: datetime | None = None
) -> AfterGap:
    """What becomes of a reminder that has not been sent.

    Args:
        kind: of what.
        due: when it should have been (UTC), or is to be: then it is in time.
        now: when the bot is up again (UTC).
        rhythm: of the one it is for.
        ends: from when on (UTC) it is of no use: the review, the workshop's start. None for never.
    """
    rule = RULES[kind]
    late = Late.IN_TIME if now <= due + rule.window else rule.late
    soon = rhythm.earliest(max(due, now))
    if late is Late.DROP or (ends is not None and soon >= ends):
        return AfterGap(Late.DROP)
    if late is not Late.MERGE:
        return AfterGap(late, soon)
    next_day = rhythm.next_day(now)
    return AfterGap(late, next_day) if ends is None or next_day < ends else AfterGap(Late.ONCE, soon)
