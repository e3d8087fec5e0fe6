"""`Changes` into rows.

This is the way that every reply takes: a table's rows are one statement, and nothing is read that is not
needed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import orjson
from sqlalchemy import Connection, bindparam, delete, insert, update

from bot.storage import nudging, schema, showing
from bot.storage.changes import Changes, FactRow
from bot.storage.inserting import insert_rows
from bot.storage.rows import BoardRow
from bot.storage.times import micros


def write(connection: Connection, changes: Changes) -> list[BoardRow]:
    """Write all of `changes`; returns the boards that are wanted by it, as they are now."""
    at = micros(changes.at)
    # The two tables whose keys can be taken come first, so that a lost race costs nothing.
    insert_rows(connection, schema.deliveries, ("id", "at"), [(one, at) for one in changes.deliveries])
    insert_rows(connection, schema.facts, FactRow._fields, changes.facts)
    for write_some in _WRITERS:
        write_some(connection, changes)
    shows = [*changes.shows]
    shows.extend(one for one in nudging.boards(connection, changes) if one not in changes.shows)
    return [*showing.show(connection, changes, shows), *showing.show_again(connection, changes)]


def rewrite(connection: Connection, session: str, facts: Sequence[FactRow]) -> None:
    """Put `facts` in the place of the whole log of `session`."""
    connection.execute(delete(schema.facts).where(schema.facts.c.session == session))
    insert_rows(connection, schema.facts, FactRow._fields, facts)


# --- rows that every reply writes ---------------------------------------------------------------------------


def _attend(connection: Connection, changes: Changes) -> None:
    rows = list(dict.fromkeys(changes.attendance))
    insert_rows(connection, schema.attendance, ("person", "session"), rows, " ON CONFLICT DO NOTHING")


def _set_timers(connection: Connection, changes: Changes) -> None:
    if not changes.timers:
        return
    off = [{"s": session, "n": name} for (session, name), due in changes.timers.items() if due is None]
    on = [(*key, micros(due)) for key, due in changes.timers.items() if due is not None]
    if off:
        connection.execute(_TIMER_OFF, off)
    tail = " ON CONFLICT (session, name) DO UPDATE SET due = excluded.due"
    insert_rows(connection, schema.timers, ("session", "name", "due"), on, tail)


_TIMER_OFF = delete(schema.timers).where(
    schema.timers.c.session == bindparam("s"), schema.timers.c.name == bindparam("n")
)


# --- the courier's books ------------------------------------------------------------------------------------


def _mark_sent(connection: Connection, changes: Changes) -> None:
    if changes.sending:
        connection.execute(_SENDING, [{"i": one, "at": micros(changes.at)} for one in changes.sending])
    if changes.sent:
        rows = [
            {"i": i, "rev": rev, "r": ref, "d": digest, "at": micros(at)}
            for i, rev, ref, digest, at in changes.sent
        ]
        connection.execute(_SENT, rows)


def _mark_not_sent(connection: Connection, changes: Changes) -> None:
    for statement, ids in ((_NOT_SENT, changes.not_sent), (_LOST, changes.lost), (_DROPPED, changes.dropped)):
        if ids:
            connection.execute(statement, [{"i": one} for one in ids])


_BOX = schema.outbox
_THIS = _BOX.c.id == bindparam("i")
_SENDING = update(_BOX).where(_THIS).values(sending_at=bindparam("at"))
_SENT = (
    update(_BOX)
    .where(_THIS)
    .values(
        sent=bindparam("rev"),
        ref=bindparam("r"),
        digest=bindparam("d"),
        sent_at=bindparam("at"),
        sending_at=0,
    )
)
_NOT_SENT = update(_BOX).where(_THIS).values(sending_at=0)
_LOST = update(_BOX).where(_THIS).values(ref="", digest="", sending_at=0, posts=_BOX.c.posts + 1)
_DROPPED = update(_BOX).where(_THIS).values(sent=_BOX.c.wanted, sending_at=0)


# --- the rest -----------------------------------------------------------------------------------------------


def _open(connection: Connection, changes: Changes) -> None:
    editions = list(changes.editions.items())
    insert_rows(connection, schema.editions, ("fingerprint", "body"), editions, " ON CONFLICT DO NOTHING")
    rows = [(one.id, one.place, one.edition, micros(one.opened_at)) for one in changes.sessions]
    insert_rows(connection, schema.sessions, ("id", "place", "edition", "opened_at"), rows)


def _begin_journeys(connection: Connection, changes: Changes) -> None:
    rows = [(one.id, one.place, micros(one.opened_at)) for one in changes.journeys]
    insert_rows(connection, schema.journeys, ("id", "place", "opened_at"), rows)


def _nudge(connection: Connection, changes: Changes) -> None:
    if changes.nudges or changes.said or changes.put_off:
        nudging.settle(connection, changes)
        insert_rows(connection, schema.nudges, nudging.COLUMNS, nudging.rows(changes), nudging.UPSERT)


def _close(connection: Connection, changes: Changes) -> None:
    if changes.closed:
        these = schema.sessions.c.id.in_(changes.closed)
        connection.execute(update(schema.sessions).where(these).values(closed_at=micros(changes.at)))


def _know(connection: Connection, changes: Changes) -> None:
    rows = [(*one[:4], int(one.reachable)) for one in changes.people.values()]
    columns = ("person", "name", "language", "timezone", "reachable")
    insert_rows(connection, schema.people, columns, rows, _upsert("person", *columns[1:]))
    chosen = list(changes.languages.items())
    insert_rows(connection, schema.personal, ("person", "language"), chosen, _upsert("person", "language"))
    told = [(person, orjson.dumps(body)) for person, body in changes.preferences.items()]
    insert_rows(connection, schema.preferences, ("person", "body"), told, _upsert("person", "body"))


def _note(connection: Connection, changes: Changes) -> None:
    rows = [(key, orjson.dumps(value)) for key, value in changes.notes.items()]
    insert_rows(connection, schema.notebook, ("key", "body"), rows, _upsert("key", "body"))


def _trouble(connection: Connection, changes: Changes) -> None:
    rows = [{**one._asdict(), "at": micros(one.at)} for one in changes.troubles]
    if rows:
        connection.execute(insert(schema.troubles), rows)


def _upsert(key: str, *columns: str) -> str:
    return f" ON CONFLICT ({key}) DO UPDATE SET " + ", ".join(f"{one} = excluded.{one}" for one in columns)


_WRITERS: tuple[Callable[[Connection, Changes], None], ...] = (
    _open, _begin_journeys, _close, _attend, _nudge, _set_timers, _mark_sent, _mark_not_sent, _know, _note,
    _trouble,
)  # fmt: skip
