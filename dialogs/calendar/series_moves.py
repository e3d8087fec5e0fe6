"""Moving one workshop of a process, and what that does to the others (ajankohdan siirto)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from dialogs.calendar.hours import at_local
from dialogs.calendar.series import Meeting, Why, Wishes, choose

_DAY = timedelta(days=1)


class Caution(StrEnum):
    """What people should know before they agree to a move."""

    NOT_IN_ORDER = "not_in_order"
    """Not after the workshop before: nothing is moved."""
    HOLIDAY = "holiday"
    QUIET_MONTH = "quiet_month"
    ABSENCE = "absence"
    """Somebody is away."""
    TOO_SOON = "too_soon"
    """Fewer days after the workshop before than there should be."""
    TOO_LATE = "too_late"
    """More days after the one before than there should be, July left out."""
    LONG_AFTER = "long_after"
    """More days before the next one, which stays where it is, than there should be; July left out."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A following workshop that goes from a day to another (local)."""

    number: int
    before: date
    after: date


@dataclass(frozen=True, slots=True)
class Moved:
    """The whole series after the move, the following ones that go along, and cautions in the order above."""

    meetings: tuple[Meeting, ...]
    shifts: tuple[Shift, ...] = ()
    cautions: tuple[Caution, ...] = ()


def move(
    meetings: tuple[Meeting, ...], number: int, to: date, wishes: Wishes, at: time | None = None
) -> Moved:
    """Put a workshop on another day (local), at its own time or at `at`.

    It stands where people put it. The following ones keep their days as long as there are `min_days` between;
    those that come too near are proposed anew, each with its own time and length.

    Raises:
        KeyError: there is no such number.
    """
    index = {one.number: index for index, one in enumerate(meetings)}[number]
    before, old, after = meetings[:index], meetings[index], meetings[index + 1 :]
    if before and to <= before[-1].day:
        return Moved(meetings, cautions=(Caution.NOT_IN_ORDER,))
    new = _on(old, to, Why.ASKED, wishes, at)
    following = _pushed(new, after, wishes)
    shifts = (
        Shift(was.number, was.day, one.day) for was, one in zip(after, following, strict=True) if one != was
    )
    cautions = _cautions(before[-1:], new, following[:1], wishes)
    return Moved((*before, new, *following), tuple(shifts), tuple(cautions))


def _on(old: Meeting, day: date, why: Why, wishes: Wishes, at: time | None = None) -> Meeting:
    clock = at or old.starts.astimezone(ZoneInfo(wishes.zone)).time()
    starts = at_local(day, clock, wishes.zone)
    return replace(old, day=day, starts=starts, ends=starts + (old.ends - old.starts), why=why)


def _pushed(moved: Meeting, after: tuple[Meeting, ...], wishes: Wishes) -> tuple[Meeting, ...]:
    following: list[Meeting] = []
    previous = moved.day
    for one in after:
        if (one.day - previous).days >= wishes.min_days:
            break
        begin, end = previous + wishes.min_days * _DAY, previous + wishes.max_days * _DAY
        weekday = one.day.weekday() if wishes.weekday is None else wishes.weekday
        previous, why = choose(begin, end, weekday, wishes)
        following.append(_on(one, previous, Why.GAP if why is Why.NORMAL else why, wishes))
    return (*following, *after[len(following) :])


def _cautions(
    before: tuple[Meeting, ...], new: Meeting, after: tuple[Meeting, ...], wishes: Wishes
) -> Iterator[Caution]:
    quiet = new.day.month in wishes.quiet_months
    if not quiet and not wishes.free(new.day):
        yield Caution.HOLIDAY
    if quiet:
        yield Caution.QUIET_MONTH
    if wishes.away(new.day):
        yield Caution.ABSENCE
    if before and (new.day - before[0].day).days < wishes.min_days:
        yield Caution.TOO_SOON
    if before and _days_between(before[0].day, new.day, wishes) > wishes.max_days:
        yield Caution.TOO_LATE
    if after and _days_between(new.day, after[0].day, wishes) > wishes.max_days:
        yield Caution.LONG_AFTER


def _days_between(first: date, last: date, wishes: Wishes) -> int:
    """Those in July do not count: nobody expects a workshop there."""
    days = (first + n * _DAY for n in range((last - first).days))
    return sum(day.month not in wishes.quiet_months for day in days)
