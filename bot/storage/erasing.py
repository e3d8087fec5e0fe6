"""What must go, goes; and what there is, is shown to whom it is about."""

from __future__ import annotations

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
        delete(schema.attendance).where(schema.attendance.c.person == person),
        delete(schema.notebook).where(_notes_about(person)),
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
    notes = connection.execute(select(schema.notebook).where(_notes_about(person))).mappings()
    boards = connection.execute(
        select(schema.outbox.c.stream, schema.outbox.c.board)
        .where(_boards_of(person))
        .order_by(schema.outbox.c.id)
    ).mappings()
    return {
        "people": [_plain(row) for row in people],
        "personal": [_plain(row) for row in chosen],
        "notebook": [{"key": row["key"], "value": orjson.loads(row["body"])} for row in notes],
        "messages": [_plain(row) for row in boards],
    }


def _plain(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(name): value for name, value in row.items()}


def _notes_about(person: str) -> ColumnElement[bool]:
    """A platform's notes carry in their key the person whom they are about."""
    key = schema.notebook.c.key
    ends = key.endswith(person, autoescape=True)
    return or_(ends, *(key.contains(person + after, autoescape=True) for after in ("/", "|", " ")))


def _boards_of(person: str) -> ColumnElement[bool]:
    box = schema.outbox
    return or_(box.c.room.in_(_rooms(person)), box.c.stream == f"person:{person}")


def _rooms(person: str) -> list[str]:
    return [f"direct={person}"]
