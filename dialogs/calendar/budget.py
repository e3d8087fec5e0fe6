"""One message a day (muistutusbudjetti): what is due for a person goes out together, the rest waits."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from dialogs.calendar.hours import Rhythm

MESSAGES_A_DAY = 1


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something to remind a person of."""

    id: str
    at: datetime
    """When it is due (UTC)."""
    urgency: int = 0
    """Its place in a digest: 0 comes first."""
    ends: datetime | None = None
    """From when on (UTC) it is of no use."""
    rides: bool = False
    """Goes along with any message before its time; at `at` it goes by itself."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that went out at an instant (UTC), with the reminders in it."""

    at: datetime
    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class Later:
    """A reminder that waits, and when (UTC) to decide again."""

    at: datetime
    reminder: Reminder


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of each reminder: it is in one of the three, unless it has been sent before."""

    now: tuple[Reminder, ...] = ()
    """Go out at once in one message (a digest, when there are several), in this order."""
    later: tuple[Later, ...] = ()
    dropped: tuple[Reminder, ...] = ()
    """Could only be sent when they are of no use any more."""


def decide(
    waiting: Iterable[Reminder],
    sent: Collection[Sent],
    now: datetime,
    rhythm: Rhythm,
    quiet_until: datetime | None = None,
) -> Plan:
    """What to send one person at `now` (UTC), and when to decide about the rest.

    The message of the day takes along all that would be due later the same day. When today has had its
    message, the next working day's takes what is due; only what would be of no use by then goes today all the
    same (and then everything goes along). The order of `waiting` does not matter; one id is one reminder.

    Args:
        waiting: all that waits for the person, due or not.
        sent: the messages of (at least) today, and all that carried what still waits.
        now: the instant to decide at (UTC).
        rhythm: of the person.
        quiet_until: until when (UTC) the platform says not to disturb.
    """
    free = max(now, quiet_until or now)
    fresh = _fresh(waiting, sent)
    batch = _batch(fresh, sent, now, rhythm) if free == now and rhythm.allows(now) else ()
    spent = bool(batch) or _spent(sent, now, rhythm)
    rest = [Later(_again(one, now, free, rhythm, spent=spent), one) for one in fresh if one not in batch]
    later = tuple(one for one in rest if _useful(one.reminder, one.at))
    dropped = tuple(one.reminder for one in rest if not _useful(one.reminder, one.at))
    return Plan(batch, tuple(sorted(later, key=lambda one: one.at)), dropped)


def _fresh(waiting: Iterable[Reminder], sent: Iterable[Sent]) -> tuple[Reminder, ...]:
    """What has not been sent, in the order of a digest, each id once."""
    gone = frozenset[str]().union(*(one.ids for one in sent))
    ordered = sorted((one for one in waiting if one.id not in gone), key=_place, reverse=True)
    return tuple(sorted({one.id: one for one in ordered}.values(), key=_place))


def _place(reminder: Reminder) -> tuple[int, datetime, str, datetime, bool]:
    never = datetime.max.replace(tzinfo=UTC)
    return reminder.urgency, reminder.at, reminder.id, reminder.ends or never, reminder.rides


def _batch(
    fresh: Iterable[Reminder], sent: Iterable[Sent], now: datetime, rhythm: Rhythm
) -> tuple[Reminder, ...]:
    useful = [one for one in fresh if _useful(one, now)]
    due = [one for one in useful if one.at <= now]
    if _spent(sent, now, rhythm):
        tomorrow = rhythm.next_day(now)
        due = [one for one in due if not _useful(one, tomorrow)]
    if not due:
        return ()
    today = rhythm.day_of(now)
    return tuple(one for one in useful if one.at <= now or one.rides or rhythm.day_of(one.at) == today)


def _spent(sent: Iterable[Sent], now: datetime, rhythm: Rhythm) -> bool:
    today = rhythm.day_of(now)
    return sum(rhythm.day_of(one.at) == today for one in sent) >= MESSAGES_A_DAY


def _again(reminder: Reminder, now: datetime, free: datetime, rhythm: Rhythm, *, spent: bool) -> datetime:
    """The next working day when today has had its message, unless that is too late for it."""
    at = rhythm.earliest(max(reminder.at, free))
    if not spent or rhythm.day_of(at) != rhythm.day_of(now):
        return at
    tomorrow = max(rhythm.next_day(now), rhythm.earliest(free))
    return tomorrow if _useful(reminder, tomorrow) else at


def _useful(reminder: Reminder, at: datetime) -> bool:
    return reminder.ends is None or at < reminder.ends
