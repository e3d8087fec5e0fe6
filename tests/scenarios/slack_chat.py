"""Slack as its people see it: signed requests to `/slack/events`, and the strict fake behind the bot."""

from __future__ import annotations

import copy
import json
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from bot.core import Core
from bot.platforms.platform import Platform
from bot.platforms.slack.platform import SlackPlatform
from tests.scenarios.chat import (
    CAST,
    Found,
    NotSeenError,
    Picture,
    Seen,
    Settle,
    Values,
    choice,
    field_id,
    full_name,
)
from tests.support import slack_payloads as payloads
from tests.support.fake_slack import FakeSlack
from tests.support.fake_slack_world import BOT, BOT_TOKEN, SIGNING_SECRET, Json
from tests.support.slack_people import SlackPeople, SlackPerson
from tests.support.slack_texts import buttons_of, text_of
from tests.support.until import until

CHANNEL = "C1"
_OURS = ("https://", "http://127.0.0.1")


class SlackChat:
    """A workspace with a channel that everybody is in."""

    name = "slack"

    def __init__(self, fake: FakeSlack) -> None:
        self.fake = fake
        self._people: SlackPeople | None = None
        self._platform: SlackPlatform | None = None

    # --- the bot comes in ---

    def settings(self) -> dict[str, Any]:
        return {
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_SIGNING_SECRET": SIGNING_SECRET,
            "SLACK_API_URL": self.fake.api_url,
        }

    def make(self, core: Core) -> Platform:
        self._platform = SlackPlatform(
            bot_token=BOT_TOKEN, signing_secret=SIGNING_SECRET, book=core.book, api_url=self.fake.api_url
        )
        self.fake.rates.clock = core.clock.steady
        return self._platform

    async def arrive(self, url: str, settle: Settle) -> None:
        if self._people:
            await self._people.__aexit__()
        self._people = SlackPeople(self.fake.url, url)
        self._settle = settle
        await until(self._known)

    async def _known(self) -> str:
        assert self._platform
        return self._platform.team

    async def close(self) -> None:
        if self._people:
            await self._people.__aexit__()

    # --- what people do ---

    async def command(
        self, person: str, text: str, *, direct: bool = False, thread: str = "", about: str = ""
    ) -> str:
        who = self.who(person)
        if direct:
            return await self._told(who, "", lambda: who.write(text))
        if thread:
            return await self._told(who, CHANNEL, lambda: who.write(f"<@{BOT}> {text}", CHANNEL, thread))
        sent = payloads.escaped(text)
        if about:
            sent += f" <@{self.who(about).user}|{about.lower()}>"
        return await self._told(who, CHANNEL, lambda: who.command(sent, CHANNEL))

    async def find(self, person: str, label: str, card: str = "") -> Found:
        seen = [*self._visible(person, ""), *self._visible(person, CHANNEL)]
        for one in sorted(seen, key=lambda found: found.card.id, reverse=True):
            if label in one.card.buttons and card in one.card:
                return replace(one, label=label)
        raise NotSeenError(f"no button {label!r} in {[(one.card.title, one.card.buttons) for one in seen]}")

    def _visible(self, person: str, channel: str) -> list[Found]:
        """Everything of the bot's in a conversation, what only this person sees included."""
        world, user = self.fake.world, self.who(person).user
        where = world.conversations[channel] if channel else world.direct(user)
        whispered = [one for one in where.ephemeral if one["to"] == user]
        posted = [one for one in where.messages if one.get("user") == BOT]
        found = [(one, False) for one in posted] + [(one, True) for one in whispered]
        return [Found(_seen(one), "", (where.id, copy.deepcopy(one), private)) for one, private in found]

    async def push(self, person: str, button: Found) -> str:
        who, (where, message, private) = self.who(person), button.held
        pressed, block = next(
            (one, block["block_id"])
            for block, one in buttons_of(message["blocks"])
            if one["text"]["text"] == button.label
        )
        acted = await who.people.control("acted", user=who.user, channel=where)
        about = await who.people.control("conversation", user=who.user, channel=where)
        press = payloads.pressed(self._about(who), pressed, block, acted)
        payload = payloads.in_message(press, about, message, acted, ephemeral=private)
        return await self._told(who, where, lambda: who.press_again(payload))

    async def fill(self, person: str, button: Found, *pages: Values, forced: bool = False) -> str:
        who = self.who(person)
        told = await self.push(person, button)
        for values in pages:
            if not await self._open_form(who):
                break
            given = _given(await who.form(), values)
            told = await self._told(who, "", partial(_sent, who, given, forced=forced))
        while await who.modals():
            await who.close()
        return told

    async def form(self, person: str, button: Found) -> str:
        who = self.who(person)
        answer = await self.push(person, button)
        if await self._open_form(who):
            answer = _of_view(await who.form())
            await who.close()
        return answer

    async def leave(self, person: str) -> None:
        await self.who(person).leave(CHANNEL)
        await self._settle()

    # --- what people see ---

    async def channel(self) -> list[Seen]:
        return _cards(one for one in self._standing(CHANNEL) if not one.get("thread_ts"))

    async def direct(self, person: str) -> list[Seen]:
        return _cards(await self.who(person).messages())

    async def together(self, *people: str) -> list[Seen]:
        members = {BOT, *(self.who(person).user for person in people)}
        found = [one for one in self.fake.world.conversations.values() if one.kind == "mpim"]
        return _cards(message for one in found if set(one.members) == members for message in one.messages)

    async def threads(self) -> dict[str, list[Seen]]:
        found: dict[str, list[Json]] = {}
        for message in self._standing(CHANNEL):
            if message.get("thread_ts"):
                found.setdefault(message["thread_ts"], []).append(message)
        return {root: _cards(messages) for root, messages in found.items()}

    async def pictures(self, card: Seen) -> list[Picture]:
        shown = [block for block in card.raw["blocks"] if block["type"] == "image"]
        return [
            Picture(block["alt_text"], self.fake.world.files[block["slack_file"]["id"]]["data"])
            for block in shown
        ]

    async def files(self, person: str) -> list[bytes]:
        messages = await self.who(person).messages()
        ids = [file for message in messages for file in message.get("files", ())]
        return [self.fake.world.files[file]["data"] for file in ids]

    async def unreachable(self, person: str) -> None:
        """Slack opens no conversation with the person any more, and the open one is gone."""
        who = self.who(person)
        await who.people.control("change", users={who.user: {"unreachable": True}})

    async def trouble(
        self, doing: str, kind: str, *, times: int = 1, after: int = 1, accepted: bool = False
    ) -> None:
        method = {"post": "chat.postMessage", "edit": "chat.update"}[doing]
        known: dict[str, Json] = {
            "429": {"kind": "error", "error": "ratelimited", "after": after},
            "500": {"kind": "status", "status": 500},
            "drop": {"kind": "drop"},
        }
        self.fake.faults.add(method=method, times=times, accepted=accepted, **known[kind])

    async def everything(self) -> str:
        kept = [(one.messages, one.ephemeral) for one in self.fake.world.conversations.values()]
        return json.dumps([kept, list(self.fake.world.homes.values())], ensure_ascii=False)

    async def dangers(self) -> list[str]:
        known = set(self.fake.world.users)
        return [
            danger
            for conversation in self.fake.world.conversations.values()
            for message in (*conversation.messages, *conversation.ephemeral)
            if message.get("user", BOT) == BOT
            for danger in _dangers(message, known)
        ]

    # --- faults of the platform ---

    def who(self, person: str) -> SlackPerson:
        assert self._people
        user = f"U{CAST.index(person) + 1}"
        return self._people.person(user, self.fake.world.users[user]["name"])

    def _about(self, who: SlackPerson) -> Json:
        return {"id": who.user, "name": self.fake.world.users[who.user]["name"]}

    def _standing(self, channel: str) -> list[Json]:
        return self.fake.world.conversations[channel].messages

    async def _open_form(self, who: SlackPerson) -> bool:
        modals = await who.modals()
        return bool(modals) and "submit" in modals[-1]

    async def _told(self, who: SlackPerson, channel: str, act: Callable[[], Awaitable[Any]]) -> str:
        """What somebody is told after doing something: beside the conversation, in the modal, in the DM."""
        before = await self._whispers(who, channel)
        answer = await act()
        await self._settle()
        if isinstance(answer, dict) and answer.get("response_action") == "errors":
            return "\n".join(answer["errors"].values())
        told = [text for key, text in (await self._whispers(who, channel)).items() if key not in before]
        modals = await who.modals()
        if modals and ("submit" not in modals[-1] or isinstance(answer, dict)):
            told.append(_of_view(modals[-1]))
            if "submit" not in modals[-1]:
                await who.close()
        return "\n".join(told)

    async def _whispers(self, who: SlackPerson, channel: str) -> dict[str, str]:
        world = self.fake.world
        here = [
            one for where in {channel or CHANNEL, CHANNEL} for one in world.conversations[where].ephemeral
        ]
        here += world.direct(who.user).ephemeral
        private = {one["ts"]: text_of(one) for one in here if one["to"] == who.user}
        answers = {
            one["ts"]: text_of(one)
            for one in world.direct(who.user).messages
            if one.get("user") == BOT and "metadata" not in one and "files" not in one
        }
        return private | answers


def _cards(messages: Any) -> list[Seen]:
    """The courier's posts: they carry its key. Answers to one person do not."""
    return [_seen(one) for one in messages if one.get("user") == BOT and "metadata" in one]


def _seen(message: Json) -> Seen:
    blocks = message["blocks"]
    titles = [one["text"]["text"] for one in blocks[:1] if one["type"] == "header"]
    return Seen(
        where="slack",
        id=message["ts"],
        title="".join(titles),
        text=text_of(_named(message)),
        buttons=tuple(button["text"]["text"] for _, button in buttons_of(blocks)),
        pictures=tuple(one["alt_text"] for one in blocks if one["type"] == "image"),
        edits=message.get("edits", 0),
        raw=message,
    )


def _named(node: Any) -> Any:
    """Mentions as the names that people see."""
    if isinstance(node, list):
        return [_named(one) for one in node]
    if not isinstance(node, dict):
        return node
    if node.get("type") == "user":
        return {"type": "text", "text": full_name(CAST[int(node["user_id"][1:]) - 1])}
    return {key: _named(value) for key, value in node.items()}


def _of_view(view: Json) -> str:
    choices = [
        option["text"]["text"]
        for block in view["blocks"]
        if block["type"] == "input"
        for option in block["element"].get("options", ())
    ]
    return "\n".join((view["title"]["text"], text_of(view), *choices))


def _given(view: Json, values: Values) -> dict[str, Any]:
    inputs = {one["block_id"]: one for one in view["blocks"] if one["type"] == "input"}
    labels = {id_: one["label"]["text"] for id_, one in inputs.items()}
    found = {}
    for name, value in values.items():
        id_ = field_id(name, labels)
        options = inputs[id_]["element"].get("options")
        found[id_] = (
            choice(value, {one["text"]["text"]: one["value"] for one in options}) if options else value
        )
    return found


async def _sent(who: SlackPerson, given: dict[str, Any], *, forced: bool) -> Any:
    if not forced:
        return await who.fill(**given)
    view = await who.form()
    inputs = [one for one in view["blocks"] if one["type"] == "input"]
    state = {one["block_id"]: _state(one["element"], given.get(one["block_id"])) for one in inputs}
    acted = await who.people.control("acted", user=who.user, channel="")
    about = {"id": who.user, "name": who.user.lower()}
    answer = await who.press_again(payloads.submission(about, view, state, acted["trigger_id"]))
    shown = {"view_id": view["id"], "answer": answer if isinstance(answer, dict) else None}
    await who.people.control("view_answered", **shown)
    return answer


def _state(element: Json, given: Any) -> Json:
    if element["type"] == "plain_text_input":
        text = payloads.escaped(given) if given else None
        return {element["action_id"]: {"type": element["type"], "value": text}}
    return {
        element["action_id"]: payloads.value_of(element, payloads.typed(element) if given is None else given)
    }


def _dangers(message: Json, known: set[str]) -> Iterator[str]:
    """Anything that Slack would act on, but for our own mentions and links."""
    text = message.get("text", "")
    if "<" in text:
        yield f"a tag in the text: {text[:80]}"
    yield from _alive(message.get("blocks") or [], known)


def _alive(node: Any, known: set[str]) -> Iterator[str]:
    if isinstance(node, list):
        for one in node:
            yield from _alive(one, known)
        return
    if not isinstance(node, dict):
        return
    kind = node.get("type")
    if kind in {"mrkdwn", "broadcast", "usergroup", "channel", "emoji", "date"}:
        yield f"{kind}: {str(node)[:80]}"
    if kind == "user" and node["user_id"] not in known:
        yield f"user {node['user_id']}"
    if kind == "link" and not node["url"].startswith(_OURS):
        yield f"link {node['url']}"
    for key, value in node.items():
        if key not in {"value", "action_id"}:
            yield from _alive(value, known)
