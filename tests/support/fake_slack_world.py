"""What a workspace of the fake Slack holds: people, conversations, messages, modals, files."""

from __future__ import annotations

import itertools
import secrets
import time
from dataclasses import dataclass, field
from typing import Any

TEAM = "T1"
BOT = "UBOT"
BOT_ID = "BBOT"
APP_ID = "A1"
BOT_TOKEN = "xoxb-made-up"
APP_TOKEN = "xapp-made-up"
SIGNING_SECRET = "made-up-signing-secret"
SCOPES = frozenset(
    [
        "commands",
        "chat:write",
        "im:write",
        "mpim:write",
        "channels:read",
        "groups:read",
        "users:read",
        "dnd:read",
        "files:write",
        "app_mentions:read",
        "channels:history",
        "groups:history",
        "im:history",
        "mpim:history",
    ]
)
NAMES = (
    "Maija Meri", "Anna Aalto", "Ville Vuori", "Sari Salo", "Omar Osman", "Liisa Lehto", "Pekka Puro",
    "Noora Niemi", "Eino Ek", "Tuuli Tamm", "Kalle Kivi", "Hanna Harju", "Jussi Joki", "Veera Virta",
    "Otto Oja", "Iida Into",
)  # fmt: skip

Json = dict[str, Any]


class SlackSaysNo(Exception):  # noqa: N818 -- it is what Slack says, not a fault of ours
    """An error code in an answer, perhaps with more fields."""

    def __init__(self, code: str, **more: Any) -> None:
        super().__init__(code)
        self.answer = {"ok": False, "error": code, **more}


@dataclass
class Conversation:
    """A channel (`channel`, `private`), a direct conversation (`im`) or a group message (`mpim`)."""

    id: str
    kind: str
    name: str
    members: list[str]
    archived: bool = False
    messages: list[Json] = field(default_factory=list)
    ephemeral: list[Json] = field(default_factory=list)


@dataclass
class Modal:
    """An open modal of a person."""

    id: str
    user: str
    view: Json
    hash: str


class World:
    """The workspace `T1` with the bot, people `U1`, `U2`, … and a channel `C1` that all of them are in."""

    def __init__(self, people: int = 16) -> None:
        self.users: dict[str, Json] = {}
        self.conversations: dict[str, Conversation] = {}
        self.modals: dict[str, list[Modal]] = {}
        self.homes: dict[str, Json] = {}
        self.files: dict[str, Json] = {}
        self.scopes = set(SCOPES)
        self.trigger_life = 3.0
        self.processing = 0.0
        self._triggers: dict[str, tuple[str, float, bool]] = {}
        self._numbers = itertools.count(1)
        self._stamp = int(time.time() * 1_000_000)
        self.add_user(BOT, "paja", is_bot=True)
        for number in range(1, people + 1):
            self.add_user(f"U{number}", NAMES[(number - 1) % len(NAMES)])
        self.add_conversation("C1", "channel", "tukipalvelut", list(self.users))

    def add_user(self, user: str, name: str, **more: Any) -> None:
        """A person of the workspace; Finnish, in Helsinki."""
        profile = {"real_name": name, "display_name": name}
        where = {"tz": "Europe/Helsinki", "tz_offset": 7200, "locale": "fi-FI"}
        known = {"id": user, "team_id": TEAM, "name": name.lower().replace(" ", "."), "profile": profile}
        self.users[user] = {**known, "real_name": name, **where, "deleted": False, "is_bot": False, **more}

    def add_conversation(self, channel: str, kind: str, name: str, members: list[str]) -> Conversation:
        """A conversation; the bot is in it when it is among `members`."""
        self.conversations[channel] = Conversation(channel, kind, name, members)
        return self.conversations[channel]

    def number(self) -> int:
        """The next number."""
        return next(self._numbers)

    def stamp(self) -> str:
        """A new `ts`, later than all before."""
        self._stamp = max(self._stamp + 1, int(time.time() * 1_000_000))
        return f"{self._stamp // 1_000_000}.{self._stamp % 1_000_000:06d}"

    def direct(self, user: str) -> Conversation:
        """The conversation of a person with the bot."""
        for conversation in self.conversations.values():
            if conversation.kind == "im" and conversation.members == [user, BOT]:
                return conversation
        return self.add_conversation(f"D{self.number():04d}", "im", "directmessage", [user, BOT])

    def group(self, users: list[str]) -> Conversation:
        """The group message of these people and the bot: the same for the same people."""
        members = [*sorted(users), BOT]
        for conversation in self.conversations.values():
            if conversation.kind == "mpim" and conversation.members == members:
                return conversation
        names = "--".join(self.users[user]["name"] for user in members[:-1])
        return self.add_conversation(f"G{self.number():04d}", "mpim", f"mpdm-{names}-1", members)

    def reachable(self, channel: str) -> Conversation:
        """The conversation as the bot sees it, or what Slack says instead."""
        conversation = self.conversations.get(channel)
        if conversation is None or (conversation.kind != "channel" and BOT not in conversation.members):
            raise SlackSaysNo("channel_not_found")
        if BOT not in conversation.members:
            raise SlackSaysNo("not_in_channel")
        return conversation

    def writable(self, channel: str) -> Conversation:
        """A conversation that the bot may write to."""
        conversation = self.reachable(channel)
        if conversation.archived:
            raise SlackSaysNo("is_archived")
        return conversation

    def message(self, conversation: Conversation, stamp: str) -> Json:
        """The message at `stamp`."""
        for message in conversation.messages:
            if message["ts"] == stamp:
                return message
        raise SlackSaysNo("message_not_found")

    def trigger(self, user: str) -> str:
        """A new `trigger_id` of something that a person has done."""
        trigger = f"{self.number()}.{self.number()}.{secrets.token_hex(8)}"
        self._triggers[trigger] = (user, time.monotonic(), False)
        return trigger

    def use_trigger(self, trigger: str) -> str:
        """The person behind a `trigger_id`, which lives three seconds and works once."""
        if trigger not in self._triggers:
            raise SlackSaysNo("invalid_trigger_id")
        user, at, used = self._triggers[trigger]
        if used:
            raise SlackSaysNo("exchanged_trigger_id")
        if time.monotonic() - at > self.trigger_life:
            raise SlackSaysNo("expired_trigger_id")
        self._triggers[trigger] = (user, at, True)
        return user

    def modal(self, view_id: str) -> Modal:
        """An open modal by its id."""
        for stack in self.modals.values():
            for modal in stack:
                if modal.id == view_id:
                    return modal
        raise SlackSaysNo("not_found")
