"""What a tenant of the fake Teams holds: people, a team with a channel, a group chat, 1:1 chats, messages."""

from __future__ import annotations

import itertools
import json
import re
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

from tests.support.adaptive_card_lint import problems

TENANT = "6b7d9c1e-0000-4000-8000-000000000001"
APP_ID = "2f1c5a3e-0000-4000-8000-00000000b07a"
PASSWORD = "made-up-client-secret"
BOT = f"28:{APP_ID}"
TEAM = "19:tiimi@thread.tacv2"
CHANNEL = "19:tukipalvelut@thread.tacv2"
GROUP = "19:ryhma@thread.v2"
NAMES = (
    "Maija Meri", "Anna Aalto", "Ville Vuori", "Sari Salo", "Omar Osman", "Liisa Lehto", "Pekka Puro",
    "Noora Niemi", "Eino Ek", "Tuuli Tamm", "Kalle Kivi", "Hanna Harju", "Jussi Joki", "Veera Virta",
    "Otto Oja", "Iida Into",
)  # fmt: skip
LARGEST = 100 * 1024
_CARD = "application/vnd.microsoft.card.adaptive"

Json = dict[str, Any]


class TeamsSaysNo(Exception):  # noqa: N818 -- it is what Teams says, not a fault of ours
    """A status and a code; `why` is for whoever reads the test's output."""

    def __init__(self, status: int, code: str, why: str = "", **headers: str) -> None:
        super().__init__(f"{status} {code} {why}")
        self.status, self.code, self.why = status, code, why
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}

    @property
    def answer(self) -> Json:
        """The body that goes with it."""
        return {"error": {"code": self.code, "message": self.why or "…"}}


@dataclass
class Person:
    """Somebody in the tenant. `installed`: the bot can write to them first; `blocked`: they forbid it."""

    number: int
    name: str
    user: str
    aad: str
    installed: bool = True
    blocked: bool = False
    is_guest: bool = False

    @property
    def address(self) -> str:
        """Their user principal name; "" for guests, of whom Teams does not tell it here."""
        return "" if self.is_guest else f"{self.name.lower().replace(' ', '.')}@tiimi.example"

    @property
    def direct(self) -> str:
        """Their 1:1 conversation with the bot: always the same one."""
        return f"a:1direct-{self.number}"

    @property
    def ours(self) -> str:
        """The id that the rest of the bot knows."""
        return f"teams:{TENANT}:{self.aad}"

    @property
    def account(self) -> Json:
        """As Teams writes them."""
        return {"id": self.user, "name": self.name, "aadObjectId": self.aad}


@dataclass
class Conversation:
    """A channel (`channel`), a group chat (`groupChat`) or a 1:1 chat (`personal`)."""

    id: str
    kind: str
    members: list[int]
    messages: list[Json] = field(default_factory=list)
    gone: bool = False


class World:
    """The tenant. Messages are kept with the thread that they stand in (`thread`, "" in chats)."""

    def __init__(self, people: int = 16) -> None:
        self.people: dict[int, Person] = {}
        self.conversations: dict[str, Conversation] = {}
        self._numbers = itertools.count(int(time.time() * 1000))
        everybody = list(range(1, people + 1))
        self.conversations[CHANNEL] = Conversation(CHANNEL, "channel", everybody)
        self.conversations[TEAM] = Conversation(TEAM, "channel", list(everybody))
        self.conversations[GROUP] = Conversation(GROUP, "groupChat", list(everybody))
        for number in everybody:
            self.add_person(number, NAMES[(number - 1) % len(NAMES)])

    def add_person(self, number: int, name: str) -> Person:
        """One more in the tenant, with a 1:1 chat."""
        aad = str(uuid.uuid5(uuid.NAMESPACE_DNS, f"person-{number}.example"))
        person = Person(number, name, f"29:1-person_{number}", aad)
        self.people[number] = person
        self.conversations[person.direct] = Conversation(person.direct, "personal", [number])
        return person

    def find(self, id_: str) -> Person | None:
        """Somebody by either of their ids."""
        return next((one for one in self.people.values() if id_ in (one.user, one.aad)), None)

    def new_id(self) -> str:
        """The id of a new message."""
        return str(next(self._numbers))

    def conversation(self, id_: str) -> Conversation:
        """The conversation of an id with or without a thread; 403 and 404 as Teams answers them."""
        found = self.conversations.get(id_.partition(";")[0])
        if found is None:
            raise TeamsSaysNo(404, "ConversationNotFound")
        if found.gone:
            raise TeamsSaysNo(403, "BotNotInConversationRoster")
        if found.kind == "personal":
            self.check_reachable(self.people[found.members[0]])
        thread = id_.partition(";messageid=")[2]
        if thread and not any(one["id"] == thread for one in found.messages):
            raise TeamsSaysNo(404, "ConversationNotFound", "no such thread")
        return found

    @staticmethod
    def check_reachable(person: Person) -> None:
        """Whether the bot may write to somebody."""
        if person.blocked:
            raise TeamsSaysNo(403, "MessageWritesBlocked")
        if not person.installed:
            raise TeamsSaysNo(403, "BotNotInConversationRoster")

    def post(self, conversation_id: str, activity: Json) -> str:
        """Let a message of the bot stand in a conversation."""
        where = self.conversation(conversation_id)
        self.check(activity)
        id_ = self.new_id()
        thread = conversation_id.partition(";messageid=")[2]
        thread = thread or (id_ if where.kind == "channel" else "")
        where.messages.append({**activity, "id": id_, "from": BOT, "thread": thread, "edits": 0})
        return id_

    def edit(self, conversation_id: str, id_: str, activity: Json) -> None:
        """Put another message in the place of one of the bot's."""
        where = self.conversation(conversation_id)
        self.check(activity)
        for at, message in enumerate(where.messages):
            if message["id"] == id_ and message["from"] == BOT:
                kept = {name: message[name] for name in ("id", "thread")}
                where.messages[at] = {**activity, **kept, "from": BOT, "edits": message["edits"] + 1}
                return
        raise TeamsSaysNo(404, "ActivityNotFoundInConversation")

    def delete(self, conversation_id: str, id_: str) -> None:
        """Take a message of the bot away."""
        where = self.conversation(conversation_id)
        left = [one for one in where.messages if one["id"] != id_ or one["from"] != BOT]
        if len(left) == len(where.messages):
            raise TeamsSaysNo(404, "ActivityNotFoundInConversation")
        where.messages = left

    def check(self, activity: Json) -> None:
        """Everything that Teams would refuse in a message, and everything that it would do badly."""
        if len(json.dumps(activity, ensure_ascii=False).encode("utf-16-le")) > LARGEST:
            raise TeamsSaysNo(413, "MessageSizeTooBig")
        attachments, text = activity.get("attachments") or [], activity.get("text") or ""
        if activity.get("type") != "message" or not (attachments or text):
            raise TeamsSaysNo(400, "BadSyntax", "an empty message")
        if len(attachments) > 1 or (attachments and text):
            raise TeamsSaysNo(400, "BadSyntax", "several messages in one")
        for attachment in attachments:
            self._check_card(attachment, activity)

    def _check_card(self, attachment: Json, activity: Json) -> None:
        if attachment.get("contentType") != _CARD:
            raise TeamsSaysNo(400, "BadArgument", "not an Adaptive Card")
        if not activity.get("summary"):
            raise TeamsSaysNo(400, "BadArgument", "no summary for the notification")
        if wrong := problems(attachment["content"]):
            raise TeamsSaysNo(400, "BadArgument", "; ".join(wrong))
        for entity in attachment["content"]["msteams"].get("entities", []):
            if self.find(entity["mentioned"]["id"]) is None:
                raise TeamsSaysNo(400, "BadArgument", "a mention of nobody")

    def members(self, conversation_id: str, size: int, token: str) -> Json:
        """One page of the people; pages are short, as Teams' sometimes are."""
        where = self.conversation(conversation_id)
        start = int(re.sub(r"\D", "", token) or 0)
        found = where.members[start : start + max(1, min(size, 5))]
        page: Json = {"members": [self._member(self.people[number]) for number in found]}
        if start + len(found) < len(where.members):
            page["continuationToken"] = f"page-{start + len(found)}"
        return page

    @staticmethod
    def _member(person: Person) -> Json:
        given, _, family = person.name.partition(" ")
        names = {"givenName": given, "surname": family, "userRole": "user", "tenantId": TENANT}
        if person.address:
            names["userPrincipalName"] = person.address
        key = "aadObjectId" if person.number % 2 else "objectId"  # both are seen
        return {"id": person.user, "name": person.name, key: person.aad, **names}
