"""All that one transaction writes. A batch of arrivals is one `Changes`, made of those of each arrival."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple


class BoardKey(NamedTuple):
    """A board of the outbox: whose (a session's id, or "person:<person>"), where, which, which copy."""

    stream: str
    room: str
    board: str
    copy: int = 0


class FactRow(NamedTuple):
    """One fact of a session's log, as `dialogs.codec` wrote it."""

    session: str
    seq: int
    kind: str
    body: bytes


class SessionRow(NamedTuple):
    """A session that begins."""

    id: str
    place: str
    edition: str
    opened_at: datetime


class JourneyRow(NamedTuple):
    """A journey that begins."""

    id: str
    place: str
    opened_at: datetime


class NudgeKey(NamedTuple):
    """A reminder: who, of which journey, of what, of which kind."""

    person: str
    stream: str
    item: str
    kind: str


class NudgeTimes(NamedTuple):
    """When a reminder is due, and from when on it is of no use (None: always of use)."""

    due: datetime
    ends: datetime | None = None


class SaidRow(NamedTuple):
    """A reminder that goes out on the board `digest`, unless it is answered or moved by now."""

    key: NudgeKey
    due: datetime
    digest: str


class PutOffRow(NamedTuple):
    """A reminder that waits until `until`, None: for good; unless it is answered or moved by now."""

    key: NudgeKey
    due: datetime
    until: datetime | None


class PersonRow(NamedTuple):
    """What the platform says of a person, kept so that it need not be asked again."""

    person: str
    name: str
    language: str
    timezone: str
    reachable: bool


class SentRow(NamedTuple):
    """A board stands as it was wanted `revision` times.

    `ref` is the platform's name of the message, "" for none.
    """

    id: int
    revision: int
    ref: str
    digest: str
    at: datetime


class TroubleRow(NamedTuple):
    """Something that was given up, by ids; `reason` is a code."""

    at: datetime
    stream: str
    room: str
    board: str
    reason: str


@dataclass(slots=True)
class Changes:
    """Rows to be written together. Nothing in it is written unless all of it is."""

    at: datetime
    """When the transaction was made; the moment of its deliveries and boards."""
    deliveries: list[bytes] = field(default_factory=list)
    editions: dict[str, bytes] = field(default_factory=dict)
    sessions: list[SessionRow] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    facts: list[FactRow] = field(default_factory=list)
    attendance: list[tuple[str, str]] = field(default_factory=list)
    """(person, session)."""
    shows: dict[BoardKey, None] = field(default_factory=dict)
    """Boards that should stand as they are now."""
    copies: list[tuple[str, str, str]] = field(default_factory=list)
    """(stream, room, board) to be posted once more, though they stand already."""
    shows_again: list[str] = field(default_factory=list)
    """Streams of which every standing board should be looked at again."""
    timers: dict[tuple[str, str], datetime | None] = field(default_factory=dict)
    """(session, name) -> when it rings; None for never."""
    journeys: list[JourneyRow] = field(default_factory=list)
    nudges: dict[NudgeKey, NudgeTimes | None] = field(default_factory=dict)
    """A reminder -> when it is due; None for never (it was answered, or is no longer needed)."""
    put_off: list[PutOffRow] = field(default_factory=list)
    """Reminders that were due and must wait, or are of no use any more."""
    said: list[SaidRow] = field(default_factory=list)
    """Reminders that go out now; their boards are wanted by it."""
    preferences: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Person -> when they may be reminded, as they said."""
    people: dict[str, PersonRow] = field(default_factory=dict)
    languages: dict[str, str] = field(default_factory=dict)
    """Person -> the language that they chose."""
    notes: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Key -> a platform's own note."""
    sending: list[int] = field(default_factory=list)
    """Boards (ids) whose first post is on its way from now on."""
    sent: list[SentRow] = field(default_factory=list)
    not_sent: list[int] = field(default_factory=list)
    """Boards (ids) that were surely not posted after all."""
    lost: list[int] = field(default_factory=list)
    """Boards (ids) whose message is gone: to be posted anew."""
    dropped: list[int] = field(default_factory=list)
    """Boards (ids) that will never be sent."""
    troubles: list[TroubleRow] = field(default_factory=list)

    def add(self, other: Changes) -> None:
        """Take in what another arrival changes, after all that is here already."""
        for name in _LISTS:
            if rows := getattr(other, name):
                getattr(self, name).extend(rows)
        for name in _MAPS:
            if rows := getattr(other, name):
                getattr(self, name).update(rows)

    def __bool__(self) -> bool:
        """Whether there is anything to write."""
        return any(getattr(self, name) for name in (*_LISTS, *_MAPS))


_LISTS = (
    "deliveries", "sessions", "closed", "facts", "attendance", "copies", "shows_again", "sending", "sent",
    "not_sent", "lost", "dropped", "troubles", "journeys", "said", "put_off",
)  # fmt: skip
_MAPS = (
    "editions", "shows", "timers", "people", "languages", "notes", "nudges", "preferences",
)  # fmt: skip
