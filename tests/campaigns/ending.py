"""How a run ended: the facts, and what everybody sees; in a form in which two runs can be compared."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.campaigns.slack_run import rows
from tests.support.slack_people import SlackPeople
from tests.support.slack_texts import text_of

Json = dict[str, Any]
Deed = tuple[str, str, str]
"""Kind of fact, who, and the words."""
CANARY = re.compile(r"canary-(U\d+)-\d+")
_CLOCK = re.compile(r"\b\d{1,2}[.:]\d{2}\b")
_DAY = re.compile(r"\b\d{1,2}\.\d{1,2}\.")
_TOOK = re.compile(r"→ [\d hmin]+min")
_TIMES = {"at", "ends_at", "until"}


@dataclass(frozen=True, slots=True)
class Message:
    """One message: in which conversation, under which message ("" for none), what it says."""

    conversation: str
    thread: str
    text: str


@dataclass(frozen=True, slots=True)
class Ending:
    """`facts`: kind and content. `doubled`: keys of posts that are there more than once."""

    facts: Counter[str]
    deeds: Counter[Deed]
    messages: Counter[Message]
    doubled: tuple[str, ...]
    posts: int
    shown_to: Mapping[str, frozenset[str]]
    """Canary -> names of the conversations in which it stands."""
    summary: str
    unfinished: int
    troubles: tuple[str, ...]
    strayed: tuple[str, ...]
    """Canaries that were ever shown to somebody whom they are not for."""


async def ending(people: SlackPeople, folder: Path, users: Iterable[str], leader: str) -> Ending:
    """What there is now, and where every word has been."""
    conversations, database = await _conversations(people, users), folder / "paja.sqlite3"
    messages = [message for name, one in conversations.items() for message in _messages(name, one)]
    keys = Counter(key for one in conversations.values() for key in _keys(one))
    shown: dict[str, set[str]] = {}
    for name, one in conversations.items():
        for text in map(_text, one):
            for found in CANARY.finditer(text):
                shown.setdefault(found.group(), set()).add(name)
    summaries = [
        one.text
        for one in messages
        if one.conversation == f"with {leader}" and "Yhteenveto, paja" in one.text
    ]
    return Ending(
        Counter(facts(database)),
        Counter(_deeds(database, leader)),
        Counter(messages),
        tuple(sorted(key for key, times in keys.items() if times > 1)),
        sum(keys.values()),
        {canary: frozenset(where) for canary, where in shown.items()},
        "\n".join(summaries),
        len(rows(database, "SELECT id FROM outbox WHERE sent < wanted")),
        tuple(f"{kind} {reason}" for kind, reason in rows(database, "SELECT board, reason FROM troubles")),
        tuple(
            sorted(_strayed(folder / "slack.jsonl", await _rooms(people, users), _readers(database, leader)))
        ),
    )


async def _conversations(people: SlackPeople, users: Iterable[str]) -> dict[str, list[Json]]:
    """Every conversation, called by who is in it: ids differ from run to run."""
    found: dict[str, list[Json]] = {}
    for user in users:
        for about in await people.control("conversations", user=user):
            direct = about["kind"] == "im"
            name = f"with {about['members'][0]}" if direct else str(about["name"])
            seen = await people.control("conversation", user=user, channel=about["id"])
            found[name] = seen["messages"]
    return found


def _messages(name: str, messages: list[Json]) -> Iterator[Message]:
    texts = {one["ts"]: _text(one) for one in messages}
    for one in messages:
        root = one.get("thread_ts", one["ts"])
        yield Message(
            name, "" if root == one["ts"] else texts.get(root, "?").partition("\n")[0], texts[one["ts"]]
        )


def _keys(messages: list[Json]) -> Iterator[str]:
    for one in messages:
        if key := one.get("metadata", {}).get("event_payload", {}).get("key"):
            yield key


def _text(message: Json) -> str:
    return timeless(text_of(message))


def timeless(text: str) -> str:
    """The text without clock times and how long something took."""
    return _CLOCK.sub("T", _DAY.sub("D", _TOOK.sub("→ M", text)))


# --- who may read what ---


async def _rooms(people: SlackPeople, users: Iterable[str]) -> dict[str, str]:
    """Conversation id -> the user whose direct messages it holds; "" for everybody's."""
    found: dict[str, str] = {}
    for user in users:
        for about in await people.control("conversations", user=user):
            found[about["id"]] = about["members"][0] if about["kind"] == "im" else ""
    return found


def _readers(database: Path, leader: str) -> dict[str, set[str]]:
    """Canary -> who may read it.

    Turns are the group's, feedback is the facilitator's, notes are everybody's.
    """
    found: dict[str, set[str]] = {}
    groups: dict[tuple[str, str], set[str]] = {}
    for kind, stored in rows(database, "SELECT kind, body FROM facts ORDER BY session, seq"):
        body = json.loads(stored)
        if kind == "GroupsFormed":
            groups |= {(body["step"], one["id"]): set(map(_local, one["members"])) for one in body["groups"]}
        readers = (
            groups[body["step"], body["group"]]
            if kind == "TurnTaken"
            else {leader}
            if kind == "FeedbackGiven"
            else None
        )
        if readers is None:
            continue
        for canary in CANARY.finditer(body.get("text") or body.get("line") or ""):
            found[canary.group()] = readers
    return found


def _local(person: str) -> str:
    return person.rpartition(":")[2]


def _strayed(journal: Path, rooms: Mapping[str, str], readers: Mapping[str, set[str]]) -> set[str]:
    """Every message that Slack was ever given, also those that look different now."""
    found = set()
    for line in journal.read_text(encoding="utf-8").splitlines():
        arguments = json.loads(line)["arguments"]
        if "channel" in arguments:
            reader = rooms.get(arguments["channel"], "?")
            for canary in {one.group() for one in CANARY.finditer(json.dumps(arguments))}:
                if canary in readers and reader not in readers[canary]:
                    found.add(f"{canary} to {reader or 'everybody'}")
    return found


# --- what was stored ---


_DEEDS = frozenset(
    {
        "PersonJoined",
        "PersonReady", "PersonArrived", "NoteWritten", "NoteEdited", "NoteDeleted", "TurnTaken",
        "RecorderChosen", "NotesPicked", "FeedbackGiven", "Paused", "Resumed", "PeopleReminded", "AgendaSet",
    }
)  # fmt: skip


def _deeds(database: Path, leader: str) -> Iterator[Deed]:
    """What people have done, as the facts tell it."""
    for kind, stored in rows(database, "SELECT kind, body FROM facts"):
        body = json.loads(stored)
        if kind in _DEEDS:
            yield kind, _local(body["person"]), body.get("text") or body.get("line") or ""
        elif kind == "StepEntered":
            yield "Steps", _local(body["person"]), ""
        elif kind == "SessionClosed":
            yield "Steps", leader, ""


def facts(database: Path) -> list[str]:
    """All facts in order, without times; notes are called by what they first said, and not by chance."""
    stored = rows(database, "SELECT kind, body FROM facts ORDER BY session, seq")
    loaded = [(kind, json.loads(body)) for kind, body in stored]
    names = {body["note"]: body["text"] for kind, body in loaded if kind == "NoteWritten"}
    return [_told(kind, body, names) for kind, body in loaded]


def _told(kind: str, body: Json, names: Mapping[str, str]) -> str:
    kept = {name: _named(value, names) for name, value in body.items() if name not in _TIMES}
    return f"{kind} {json.dumps(kept, sort_keys=True, ensure_ascii=False)}"


def _named(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_named(one, names) for one in value]
    return names.get(value, value) if isinstance(value, str) else value
