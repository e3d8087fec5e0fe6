"""How a run ended: the facts, and what everybody sees; in a form in which two runs can be compared."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.campaigns.company import Company, Message
from tests.campaigns.machine import rows

Json = dict[str, Any]
Deed = tuple[str, str, str]
"""Kind of fact, who, and the words."""
_CANARY = re.compile(r"canary-(U\d+)-\d+")
_CLOCK = re.compile(r"\b\d{1,2}[.:]\d{2}\b")
_DAY = re.compile(r"\b\d{1,2}\.\d{1,2}\.")
_TOOK = re.compile(r"→ [\d hmin]+min")
_TIMES = {"at", "ends_at", "began_at"}
_DEEDS = frozenset(
    {
        "PersonJoined", "PersonReady", "PersonArrived", "NoteWritten", "NoteEdited", "NoteDeleted",
        "TurnTaken",
        "RecorderChosen", "NotesPicked", "FeedbackGiven", "Paused", "Resumed", "PeopleReminded", "AgendaSet",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ending:
    """All that is left when a run is over."""

    facts: Counter[str]
    """Kind and content, without times."""
    deeds: Counter[Deed]
    messages: Counter[Message]
    doubled: tuple[str, ...]
    """Keys of posts that are there more than once."""
    strayed: tuple[str, ...]
    """Canaries that were ever shown to somebody whom they are not for."""
    disordered: tuple[str, ...]
    """Rooms in which something stands before what was wanted earlier."""
    summary: str
    unfinished: int
    troubles: tuple[str, ...]


async def ending(company: Company, folder: Path, users: Sequence[str], leader: str) -> Ending:
    """What there is now, and where every word has been."""
    database = folder / "paja.sqlite3"
    messages = [replace(one, text=timeless(one.text)) for one in await company.seen(users)]
    own = (one.text for one in messages if one.conversation == f"with {leader}")
    return Ending(
        facts=Counter(_facts(database)),
        deeds=Counter(_deeds(database, leader, company.names)),
        messages=Counter(messages),
        doubled=tuple(await company.doubled(users)),
        strayed=_strayed(await company.given(folder, users), _readers(database, leader, company.names)),
        disordered=_disordered(database, company),
        summary="\n".join(one for one in own if "Yhteenveto, paja" in one),
        unfinished=len(rows(database, "SELECT id FROM outbox WHERE sent < wanted")),
        troubles=tuple(
            f"{board} {why}" for board, why in rows(database, "SELECT board, reason FROM troubles")
        ),
    )


def timeless(text: str) -> str:
    """The text without clock times and how long something took."""
    return _CLOCK.sub("T", _DAY.sub("D", _TOOK.sub("→ M", text)))


def _disordered(database: Path, company: Company) -> tuple[str, ...]:
    """Held against the outbox: it counts posts in the order in which they were first wanted."""
    posted = "SELECT stream, room, ref FROM outbox WHERE ref != '' AND posts = 0 ORDER BY id"
    moments: dict[tuple[str, str], list[float]] = {}
    for stream, room, ref in rows(database, posted):
        moments.setdefault((stream, room), []).append(company.moment(ref))
    return tuple(room for (_, room), each in moments.items() if each != sorted(each))


# --- who may read what ---


def _readers(database: Path, leader: str, names: Mapping[str, str]) -> dict[str, set[str]]:
    """Canary -> who may read it: turns are the group's, feedback the facilitator's, notes everybody's."""
    found: dict[str, set[str]] = {}
    groups: dict[tuple[str, str], set[str]] = {}
    for kind, body in _stored(database):
        readers: set[str] = set()
        if kind == "GroupsFormed":
            for one in body["groups"]:
                groups[body["step"], one["id"]] = {_called(person, names) for person in one["members"]}
        elif kind == "TurnTaken":
            readers = groups[body["step"], body["group"]]
        elif kind == "FeedbackGiven":
            readers = {leader}
        found |= {one: readers for one in _canaries(_words(body)) if readers}
    return found


def _strayed(given: Sequence[tuple[str, str]], readers: Mapping[str, set[str]]) -> tuple[str, ...]:
    wrong = {
        f"{canary} to {reader or 'everybody'}"
        for reader, text in given
        for canary in _canaries(text)
        if canary in readers and reader not in readers[canary]
    }
    return tuple(sorted(wrong))


def _canaries(text: str) -> set[str]:
    return {one.group() for one in _CANARY.finditer(text)}


# --- what was stored ---


def _stored(database: Path) -> Iterator[tuple[str, Json]]:
    for kind, body in rows(database, "SELECT kind, body FROM facts ORDER BY session, seq"):
        yield kind, json.loads(body)


def _words(body: Json) -> str:
    return str(body.get("text") or body.get("line") or "")


def _called(person: str, names: Mapping[str, str]) -> str:
    local = person.rpartition(":")[2]
    return names.get(local, local)


def _deeds(database: Path, leader: str, names: Mapping[str, str]) -> Iterator[Deed]:
    """What people have done, as the facts tell it."""
    for kind, body in _stored(database):
        if kind in _DEEDS:
            yield kind, _called(body["person"], names), _words(body)
        elif kind == "StepEntered":
            yield "Steps", _called(body["person"], names), ""
        elif kind == "SessionClosed":
            yield "Steps", leader, ""


def _facts(database: Path) -> Iterator[str]:
    """All facts, without times; notes are called by what they first said, and not by chance."""
    stored = list(_stored(database))
    names = {body["note"]: body["text"] for kind, body in stored if kind == "NoteWritten"}
    for kind, body in stored:
        kept = {name: _named(value, names) for name, value in body.items() if name not in _TIMES}
        yield f"{kind} {json.dumps(kept, sort_keys=True, ensure_ascii=False)}"


def _named(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_named(one, names) for one in value]
    return names.get(value, value) if isinstance(value, str) else value
