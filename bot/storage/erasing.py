"""What must go, goes; and what there is, is shown to whom it is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, delete, or_, select

from bot.storage import schema
from bot.storage.times import micros


def forget(connection: Connection, person: str) -> None:
    """Remove every row about `person` that is not a fact, also what has not been sent to them yet."""
    for statement in (
        delete(schema.people).where(schema.people.c.person == person),
        delete(schema.personal).where(schema.personal.c.person == person),
        delete(schema.preferences).where(schema.preferences.c.person == person),
        delete(schema.nudges).where(schema.nudges.c.person == person),
        delete(schema.attendance).where(schema.attendance.c.person == person),
        delete(schema.notebook).where(schema.notebook.c.key.in_(_notes_about(connection, person))),
        delete(schema.outbox).where(_boards_of(person)),
        delete(schema.troubles).where(schema.troubles.c.room.in_(_rooms(person))),
    ):
        connection.execute(statement)


def purge_deliveries(connection: Connection, before: datetime) -> int:
    """Remove the deliveries taken in before then."""
    return connection.execute(
        delete(schema.deliveries).where(schema.deliveries.c.at < micros(before))
    ).rowcount


def about(connection: Connection, person: str) -> dict[str, Any]:
    """The rows about `person`, by table."""
    people = connection.execute(select(schema.people).where(schema.people.c.person == person)).mappings()
    chosen = connection.execute(select(schema.personal).where(schema.personal.c.person == person)).mappings()
    keys = _notes_about(connection, person)
    notes = connection.execute(select(schema.notebook).where(schema.notebook.c.key.in_(keys))).mappings()
    boards = connection.execute(
        select(schema.outbox.c.stream, schema.outbox.c.board)
        .where(_boards_of(person))
        .order_by(schema.outbox.c.id)
    ).mappings()
    told = connection.execute(
        select(schema.preferences.c.body).where(schema.preferences.c.person == person)
    ).scalars()
    nudges = connection.execute(
        select(schema.nudges.c.stream, schema.nudges.c.item, schema.nudges.c.kind, schema.nudges.c.due)
        .where(schema.nudges.c.person == person)
        .order_by(schema.nudges.c.due)
    ).mappings()
    return {
        "people": [_plain(row) for row in people],
        "personal": [_plain(row) for row in chosen],
        "preferences": [orjson.loads(body) for body in told],
        "reminders": [_plain(row) for row in nudges],
        "notebook": [{"key": row["key"], "value": orjson.loads(row["body"])} for row in notes],
        "messages": [_plain(row) for row in boards],
    }


def _plain(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(name): value for name, value in row.items()}


def _notes_about(connection: Connection, person: str) -> list[str]:
    """Keys of a platform's notes about the person.

    They carry the organisation and the person's id in it, as a word of its own, perhaps with other people's.
    """
    _, tenant, local = [*person.split(":", 2), "", ""][:3]
    key = schema.notebook.c.key
    near = select(key).where(key.contains(local, autoescape=True), key.contains(tenant, autoescape=True))
    word = re.compile(rf"(?<![\w.-]){re.escape(local)}(?![\w.-])")
    return [one for one in connection.execute(near).scalars() if local and word.search(one)]


def _boards_of(person: str) -> ColumnElement[bool]:
    box = schema.outbox
    return or_(box.c.room.in_(_rooms(person)), box.c.stream == f"person:{person}")


def _rooms(person: str) -> list[str]:
    return [f"direct={person}"]
