"""What is stored of a person: all of it to them as a file, and all of it gone when they say so."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from typing import Any

import orjson

from bot.facilitation.answer import Answer
from bot.facilitation.job import Writing
from bot.facilitation.office import Office, delivery_id
from bot.facilitation.people import Somebody
from bot.platforms.inbound import NOTHING_TO_SAY, Reply
from bot.storage.changes import BoardKey, Changes, FactRow
from bot.storage.rows import Log
from bot.storage.store import Store
from dialogs import desk_messages as d
from dialogs import facts as f
from dialogs.boards import Board, direct
from dialogs.codec import dump, load, load_journey
from dialogs.engine import advance
from dialogs.events import Left
from dialogs.forgetting import about, concerns
from dialogs.forgetting import forget as without
from dialogs.journey.engine import advance as advance_journey
from dialogs.journey.fact import JourneyFact
from dialogs.journey.people import Gone

Fact = f.FactType | JourneyFact
FILENAME = "paja-tiedot.json"


# --- /paja tiedot ---


async def send(office: Office, by: Somebody, delivery: str) -> Reply:
    """Have everything about the person sent to them, by direct message."""
    if not await _anything(office.store, by.person):
        return office.said(Answer(d.MyData("", FILENAME, 0)), by)
    board = Board("data", (secrets.token_hex(6),))
    key = BoardKey(f"person:{by.person}", str(direct(by.person)), str(board))
    await office.done(
        Writing(Changes(office.clock.now(), shows={key: None}), Answer(), delivery_id(delivery)), by
    )
    return NOTHING_TO_SAY


async def _anything(store: Store, person: str) -> bool:
    rows = await store.about(person)
    return bool(await store.sessions_of(person)) or any(rows.values())


async def collect(store: Store, person: str) -> tuple[int, bytes]:
    """How many sessions it is about, and everything about the person as JSON."""
    sessions = [one for one, _ in await store.sessions_of(person)]
    found = [_of_session(session, log, person) for session in sessions if (log := await store.log(session))]
    journeys = [
        _of_stream(
            "journey", one, [load_journey(row.kind, row.body) for row in await store.facts(one)], person
        )
        for one in await store.journeys_of(person)
    ]
    everything = {"person": person, **await store.about(person), "sessions": found, "journeys": journeys}
    return len(sessions), orjson.dumps(everything, option=orjson.OPT_INDENT_2)


def _of_session(session: str, log: Log, person: str) -> dict[str, Any]:
    return _of_stream("session", session, [load(row.kind, row.body) for row in log.facts], person)


def _of_stream(kind: str, stream: str, facts: Sequence[Fact], person: str) -> dict[str, Any]:
    others = _people(facts) - {person}
    own = (dump(fact) for fact in about(facts, person))
    return {
        kind: stream,
        "facts": [{"kind": kind, **_masked(orjson.loads(body), others)} for kind, body in own],
    }


def _people(facts: Iterable[Fact]) -> set[str]:
    return {getattr(fact, "person", getattr(fact, "facilitator", "")) for fact in facts} - {""}


def _masked(value: Any, others: set[str]) -> Any:
    """`value` without the ids of other people: they are not the reader's to have."""
    if isinstance(value, str):
        return "-" if value in others else value
    if isinstance(value, list):
        return [_masked(one, others) for one in value]
    return {key: _masked(one, others) for key, one in value.items()} if isinstance(value, dict) else value


# --- /paja poista tietoni ---


async def forget(office: Office, by: Somebody) -> Reply:
    """Remove everything about the person, and say what it was."""
    # Before, as it writes: what it leaves behind goes with the rest.
    await office.people.forget_on_platform(by.person)
    removed = await office.writer.alone(lambda: _forget(office, by.person))
    return office.said(Answer(removed), by)


async def _forget(office: Office, person: str) -> d.Forgotten:
    """Runs while nobody else writes: what is read here is what there is."""
    changes = Changes(office.clock.now())
    alias = f"forgotten:{secrets.token_hex(4)}"
    logs: dict[str, list[FactRow]] = {}
    removed: list[f.FactType] = []
    for session, _ in await office.store.sessions_of(person):
        facts = await _with_leaving(office, session, person, changes)
        removed.extend(fact for fact in facts if concerns(fact, person))
        logs[session] = _rows(session, without(facts, person, alias))
        changes.shows_again.append(session)
    sessions = len(logs)
    for journey in await office.store.journeys_of(person):
        logs[journey] = _rows(journey, without(await _gone(office, journey, person, changes), person, alias))
        changes.shows_again.append(journey)
    boards = await office.store.forget(person, logs, changes)
    for stream in logs:
        office.state.shelf.drop(stream)
        office.state.journeys.drop(stream)
    office.state.forget_answers()
    office.people.forget(person)
    office.forgotten(person)
    office.writer.published(changes, boards)
    return _counted(removed, person, sessions)


async def _with_leaving(office: Office, session: str, person: str, changes: Changes) -> list[f.FactType]:
    """The session's facts, and that the person left: nobody is to wait for somebody who is gone."""
    log = await office.store.log(session)
    kept = await office.state.shelf.fetch(session)
    if log is None or kept is None:
        return []
    turn = advance(kept.session, Left(person), changes.at)
    of_turn = Changes(changes.at)
    kept.after(turn, of_turn)
    of_turn.facts.clear()
    of_turn.shows = {key: None for key in of_turn.shows if key.room != str(direct(person))}
    changes.add(of_turn)
    return [*(load(row.kind, row.body) for row in log.facts), *turn.facts]


async def _gone(office: Office, journey: str, person: str, changes: Changes) -> list[JourneyFact]:
    """The journey's facts, and that the person is gone: nothing is to wait for them."""
    kept = await office.state.journeys.fetch(journey)
    if kept is None:
        return []
    facts = [load_journey(row.kind, row.body) for row in await office.store.facts(journey)]
    turn = advance_journey(kept.journey, Gone(person), changes.at)
    of_turn = Changes(changes.at)
    kept.after(turn, of_turn)
    of_turn.facts.clear()
    of_turn.shows = {key: None for key in of_turn.shows if key.room != str(direct(person))}
    changes.add(of_turn)
    return [*facts, *turn.facts]


def _rows(session: str, facts: Iterable[Fact]) -> list[FactRow]:
    return [FactRow(session, number, *dump(fact)) for number, fact in enumerate(facts, 1)]


def _counted(removed: Iterable[f.FactType], person: str, sessions: int) -> d.Forgotten:
    own = [type(fact) for fact in removed if getattr(fact, "person", "") == person]
    return d.Forgotten(sessions, own.count(f.NoteWritten), own.count(f.TurnTaken), own.count(f.FeedbackGiven))
