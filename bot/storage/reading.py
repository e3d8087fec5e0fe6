"""Questions to the database. All are small, and none is asked on the way of an ordinary reply."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Connection, func, select

from bot.storage import schema
from bot.storage.changes import BoardKey, FactRow, PersonRow
from bot.storage.rows import BOARD_COLUMNS, BoardRow, LiveRow, Log, TimerRow, board_row
from bot.storage.times import moment

_BOX = schema.outbox
_BOARD = select(*(_BOX.c[name] for name in BOARD_COLUMNS))


def log(connection: Connection, session: str) -> Log | None:
    """The log of a session, or None when there is no such session."""
    edition = connection.execute(
        select(schema.sessions.c.edition).where(schema.sessions.c.id == session)
    ).scalar()
    if edition is None:
        return None
    facts = schema.facts
    rows = connection.execute(select(facts).where(facts.c.session == session).order_by(facts.c.seq)).all()
    return Log(edition, [FactRow(*row) for row in rows])


def edition(connection: Connection, fingerprint: str) -> bytes | None:
    """An edition, as it was when a session began with it."""
    found = select(schema.editions.c.body).where(schema.editions.c.fingerprint == fingerprint)
    return connection.execute(found).scalar()


def live(connection: Connection) -> list[LiveRow]:
    """All sessions that go on."""
    sessions = schema.sessions
    rows = connection.execute(select(sessions.c.id, sessions.c.place).where(sessions.c.closed_at.is_(None)))
    return [LiveRow(*row) for row in rows]


def sessions_of(connection: Connection, person: str) -> list[tuple[str, bool]]:
    """The sessions that a person is or was in, the oldest first, and whether each goes on."""
    sessions, attendance = schema.sessions, schema.attendance
    rows = connection.execute(
        select(sessions.c.id, sessions.c.closed_at)
        .join(attendance, attendance.c.session == sessions.c.id)
        .where(attendance.c.person == person)
        .order_by(sessions.c.opened_at, sessions.c.id)
    )
    return [(one, closed_at is None) for one, closed_at in rows]


def journeys(connection: Connection) -> list[LiveRow]:
    """All journeys: place and id."""
    rows = connection.execute(select(schema.journeys.c.id, schema.journeys.c.place))
    return [LiveRow(*row) for row in rows]


def journeys_of(connection: Connection, person: str) -> list[str]:
    """The journeys that a person takes or took part in, the oldest first."""
    journeys, attendance = schema.journeys, schema.attendance
    rows = connection.execute(
        select(journeys.c.id)
        .join(attendance, attendance.c.session == journeys.c.id)
        .where(attendance.c.person == person)
        .order_by(journeys.c.opened_at, journeys.c.id)
    )
    return list(rows.scalars())


def facts(connection: Connection, stream: str) -> list[FactRow]:
    """The log of a journey, in order."""
    table = schema.facts
    rows = connection.execute(select(table).where(table.c.session == stream).order_by(table.c.seq)).all()
    return [FactRow(*row) for row in rows]


def preferences(connection: Connection, people: Iterable[str]) -> dict[str, dict[str, Any]]:
    """What people told us of when they may be reminded; nobody who told nothing."""
    table = schema.preferences
    rows = connection.execute(select(table).where(table.c.person.in_(list(people)))).all()
    return {person: orjson.loads(body) for person, body in rows}


def timers(connection: Connection) -> list[TimerRow]:
    """All timers that are set."""
    rows = connection.execute(select(schema.timers)).all()
    return [TimerRow(session, name, moment(due)) for session, name, due in rows]


def timers_of(connection: Connection, session: str) -> dict[str, datetime]:
    """The timers of a session that are set: name -> when."""
    rows = connection.execute(select(schema.timers).where(schema.timers.c.session == session)).all()
    return {name: moment(due) for _, name, due in rows}


def last_in(connection: Connection, place: str) -> str | None:
    """The session that was the last to begin in a place."""
    sessions = schema.sessions
    newest = (
        select(sessions.c.id).where(sessions.c.place == place).order_by(sessions.c.opened_at.desc()).limit(1)
    )
    return connection.execute(newest).scalar()


def person(connection: Connection, one: str) -> tuple[PersonRow | None, str]:
    """What is kept of a person, and the language that they chose ("" for none)."""
    row = connection.execute(select(schema.people).where(schema.people.c.person == one)).one_or_none()
    language = connection.execute(
        select(schema.personal.c.language).where(schema.personal.c.person == one)
    ).scalar()
    known = PersonRow(row[0], row[1], row[2], row[3], bool(row[4])) if row else None
    return known, language or ""


def note(connection: Connection, key: str) -> dict[str, Any] | None:
    """What a platform noted."""
    body = connection.execute(select(schema.notebook.c.body).where(schema.notebook.c.key == key)).scalar()
    return orjson.loads(body) if body is not None else None


def seen(connection: Connection, deliveries: Sequence[bytes]) -> set[bytes]:
    """Which of the deliveries have been taken in already."""
    rows = connection.execute(select(schema.deliveries.c.id).where(schema.deliveries.c.id.in_(deliveries)))
    return {bytes(one) for one in rows.scalars()}


def unfinished(connection: Connection) -> list[BoardRow]:
    """Every board that is not as it is wanted, in the order they were first wanted."""
    rows = connection.execute(_BOARD.where(_BOX.c.sent < _BOX.c.wanted).order_by(_BOX.c.id))
    return [board_row(row) for row in rows]


def board(connection: Connection, key: BoardKey) -> BoardRow | None:
    """One board."""
    where = [_BOX.c[name] == value for name, value in key._asdict().items()]
    row = connection.execute(_BOARD.where(*where)).one_or_none()
    return board_row(row) if row else None


def standing(connection: Connection, streams: Iterable[str]) -> list[BoardRow]:
    """The boards of these streams that stand posted, in the order they were first wanted."""
    where = (_BOX.c.stream.in_(list(streams)), _BOX.c.ref != "")
    return [board_row(row) for row in connection.execute(_BOARD.where(*where).order_by(_BOX.c.id))]


def streams_in(connection: Connection, prefix: str) -> list[str]:
    """The streams whose boards stand in the rooms of a platform: ids begin with `prefix` (`browser:`)."""
    sessions = schema.sessions
    in_place = select(sessions.c.id).where(sessions.c.place.startswith(prefix, autoescape=True))
    journeys = schema.journeys
    on_the_way = select(journeys.c.id).where(journeys.c.place.startswith(prefix, autoescape=True))
    of_people = (
        select(_BOX.c.stream).where(_BOX.c.stream.startswith(f"person:{prefix}", autoescape=True)).distinct()
    )
    wanted = (in_place, on_the_way, of_people)
    return [stream for one in wanted for stream in connection.execute(one).scalars()]


def oldest_unfinished(connection: Connection) -> int | None:
    """Since when (stored form) the oldest board waits that is not as it is wanted; None when all are."""
    return connection.execute(select(func.min(_BOX.c.wanted_at)).where(_BOX.c.sent < _BOX.c.wanted)).scalar()
