"""Teams as its people see it: activities with real tokens, and the strict fake behind the bot."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Iterable, Iterator
from functools import partial
from typing import Any

import aiohttp

from bot.core import Core
from bot.platforms.platform import Book, DoubtfulError, Parcel, Platform
from bot.platforms.teams.platform import TeamsPlatform
from tests.scenarios.chat import (
    CAST,
    FILES,
    Found,
    NotSeenError,
    Picture,
    Seen,
    Settle,
    Values,
    choice,
    field_id,
)
from tests.support.adaptive_card_lint import elements
from tests.support.fake_connector import FakeConnector
from tests.support.fake_teams_world import APP_ID, BOT, CHANNEL, PASSWORD, TENANT, Json
from tests.support.teams_app import endpoints
from tests.support.teams_people import TeamsPeople, TeamsPerson, line_of, text_of

_OURS = ("https://", "http://127.0.0.1")
_LINK = re.compile(r"(?<!\\)\]\(([^)\s]*)\)")


class Noting(TeamsPlatform):
    """Notes which cards the courier brought, also those of which it never heard that they came."""

    def __init__(self, delivered: set[str], newest: Callable[[str], str], book: Book, **rest: Any) -> None:
        super().__init__(book, **rest)
        self._delivered = delivered
        self._newest = newest

    async def deliver(self, parcel: Parcel) -> str:
        try:
            ref = await super().deliver(parcel)
        except DoubtfulError:
            self._delivered.update(map(self._newest, parcel.address.people))
            raise
        self._delivered.add(ref.partition(" ")[0])
        return ref


class TeamsChat:
    """A team with a channel that everybody is in."""

    name = "teams"
    home = CHANNEL
    """The id of the channel."""

    def __init__(self, fake: FakeConnector) -> None:
        self.fake = fake
        self._people: TeamsPeople | None = None
        self._web = aiohttp.ClientSession()
        self._delivered: set[str] = set()
        """Cards that the courier brought; the bot's other messages are answers."""

    # --- the bot comes in ---

    def settings(self) -> dict[str, Any]:
        return {
            "MicrosoftAppId": APP_ID,
            "MicrosoftAppPassword": PASSWORD,
            "MicrosoftAppType": "SingleTenant",
            "MicrosoftAppTenantId": TENANT,
        }

    def make(self, core: Core) -> Platform:
        self.fake.rates.clock = core.clock.steady
        return Noting(
            self._delivered,
            self._newest_of,
            core.book,
            app_id=APP_ID,
            app_password=PASSWORD,
            app_type="SingleTenant",
            tenant_id=TENANT,
            endpoints=endpoints(self.fake.url),
            clock=core.clock,
        )

    def _newest_of(self, person: str) -> str:
        """The id of the newest message in the 1:1 chat of somebody, as the bot calls them."""
        found = self.fake.world.find(person.rpartition(":")[2])
        messages = self._standing(found.direct) if found else []
        return str(messages[-1]["id"]) if messages else ""

    async def arrive(self, url: str, settle: Settle) -> None:
        # The same people with the same screens: a dialog that was open is still open.
        if self._people is None:
            self._people = await self._come(url)
        self._people.bot_url = url
        self._settle = settle

    async def _come(self, url: str) -> TeamsPeople:
        return TeamsPeople(self.fake.url, url)

    async def close(self) -> None:
        await self._web.close()
        if self._people:
            await self._people.__aexit__()

    # --- what people do ---

    async def command(
        self, person: str, text: str, *, direct: bool = False, thread: str = "", about: str = ""
    ) -> str:
        who = await self.who(person)
        where, named = "" if direct else self.home, await self.who(about) if about else None
        asking = partial(who.command, text, where, thread, about=named)
        alone = {one.id for one in _cards(await who.messages())}
        told = await self._told(who, asking, direct=direct, thread=thread)
        if direct:
            return told
        new = [one for one in _cards(await who.messages()) if one.id not in alone | self._delivered]
        return "\n".join(filter(None, (told, *(one.text for one in new))))

    async def find(self, person: str, label: str, card: str = "") -> Found:
        who = await self.who(person)
        seen = [(one, where) for where in ("", self.home) for one in _cards(await who.messages(where))]
        for one, where in sorted(seen, key=lambda pair: pair[0].id, reverse=True):
            if label in one.buttons and card in one:
                return Found(one, label, await who.button(label, where, id_=one.id))
        raise NotSeenError(f"no button {label!r} in {[(one.title, one.buttons) for one, _ in seen]}")

    async def push(self, person: str, button: Found) -> str:
        who = await self.who(person)
        return await self._told(who, lambda: who.push(*button.held))

    async def fill(self, person: str, button: Found, *pages: Values, forced: bool = False) -> str:
        who = await self.who(person)
        told = await self.push(person, button)
        for values in pages:
            if not _is_form(who):
                break
            told = await self._told(who, partial(who.fill, forced=forced, **_given(who.form(), values)))
        who.close()
        return told

    async def form(self, person: str, button: Found) -> str:
        who = await self.who(person)
        answer = await self.push(person, button)
        if _is_form(who):
            answer = _of_dialog(who.dialogs[-1])
            who.close()
        return answer

    async def leave(self, person: str) -> None:
        await (await self.who(person)).leave(self.home)
        await self._settle()

    # --- what people see ---

    async def channel(self) -> list[Seen]:
        return _cards(one for one in self._standing(self.home) if one["thread"] == one["id"])

    async def direct(self, person: str) -> list[Seen]:
        return _cards(await (await self.who(person)).messages())

    async def together(self, *people: str) -> list[Seen]:
        """None, ever: a bot of Teams cannot make a group chat. People open theirs by a link, without it."""
        del people
        return []

    async def threads(self) -> dict[str, list[Seen]]:
        roots = {one.id for one in await self.channel()}
        found: dict[str, list[Json]] = {}
        for message in self._standing(self.home):
            if message["thread"] in roots and message["thread"] != message["id"]:
                found.setdefault(message["thread"], []).append(message)
        return {root: _cards(messages) for root, messages in found.items()}

    async def pictures(self, card: Seen) -> list[Picture]:
        return [
            Picture(one["altText"], await self._fetch(one["url"], "image/png")) for one in _images(card.raw)
        ]

    async def files(self, person: str) -> list[bytes]:
        links = [
            one["url"]
            for card in await self.direct(person)
            for one in elements(_content(card.raw))
            if one["type"] == "Action.OpenUrl" and "/files/" in one["url"]
        ]
        return [await self._fetch(url, *FILES) for url in links]

    async def _fetch(self, url: str, *media_types: str) -> bytes:
        async with self._web.get(url) as answer:
            assert (answer.status, answer.content_type in media_types) == (200, True)
            return await answer.read()

    async def unreachable(self, person: str) -> None:
        """The app is not installed for the person: 403."""
        who = await self.who(person)
        await who.people.control("person", person=who.number, installed=False)

    async def trouble(
        self, doing: str, kind: str, *, times: int = 1, after: int = 1, accepted: bool = False
    ) -> None:
        known: dict[str, Json] = {
            "429": {"kind": "status", "status": 429, "after": after},
            "500": {"kind": "status", "status": 500},
            "drop": {"kind": "drop"},
        }
        self.fake.faults.add(doing=doing, times=times, accepted=accepted, **known[kind])

    async def everything(self) -> str:
        kept = [one.messages for one in self.fake.world.conversations.values()]
        return json.dumps(kept, ensure_ascii=False)

    async def dangers(self) -> list[str]:
        messages = [one for where in self.fake.world.conversations.values() for one in where.messages]
        return [danger for one in messages if one["from"] == BOT for danger in _dangers(one)]

    # --- behind ---

    async def who(self, person: str) -> TeamsPerson:
        assert self._people
        return await self._people.person(CAST.index(person) + 1)

    def _standing(self, conversation: str) -> list[Json]:
        return self.fake.world.conversations[conversation].messages

    async def _told(
        self, who: TeamsPerson, act: Callable[[], Awaitable[Any]], *, direct: bool = False, thread: str = ""
    ) -> str:
        """What somebody is told after doing something: a passing line, a dialog, a card, an answer."""
        toasts, dialogs = len(who.toasts), list(who.dialogs)
        before = {one.id for one in await self._answers(who, thread, direct=direct)}
        await act()
        await self._settle()
        told = [*who.toasts[toasts:], *(_of_dialog(one) for one in who.dialogs if one not in dialogs)]
        told += [one.text for one in await self._answers(who, thread, direct=direct) if one.id not in before]
        if who.dialogs and not _is_form(who):
            who.close()
        return "\n".join(one for one in told if one != "✓")

    async def _answers(self, who: TeamsPerson, thread: str, *, direct: bool) -> list[Seen]:
        """The bot's cards where commands are answered: under what people wrote, or in the 1:1 chat."""
        if direct:
            return _cards(await who.messages())
        standing = self._standing(self.home)
        ours = {one["id"] for one in standing if one["from"] == BOT and one["id"] == one["thread"]} - {thread}
        return _cards(one for one in standing if one["thread"] not in ours)


def _cards(messages: Iterable[Json]) -> list[Seen]:
    return [_seen(one) for one in messages if one["from"] == BOT]


def _content(message: Json) -> Json:
    content: Json = message["attachments"][0]["content"]
    return content


def _images(message: Json) -> list[Json]:
    return [one for one in elements(_content(message)) if one["type"] == "Image"]


def _seen(message: Json) -> Seen:
    body = _content(message)["body"]
    titled = body and body[0]["type"] == "TextBlock" and body[0].get("size") == "Large"
    return Seen(
        where="teams",
        id=message["id"],
        title=line_of(body[0]) if titled else "",
        text=text_of(message),
        buttons=tuple(dict.fromkeys(_labels(_content(message)))),
        pictures=tuple(one["altText"] for one in _images(message)),
        edits=message.get("edits", 0),
        raw=message,
    )


def _labels(card: Json) -> Iterator[str]:
    for one in elements(card):
        if one["type"].startswith("Action."):
            yield one["title"]


def _is_form(who: TeamsPerson) -> bool:
    return bool(who.dialogs) and bool(who.form().get("actions"))


def _of_dialog(dialog: Json) -> str:
    lines = [dialog["title"]]
    for one in elements(dialog["card"]["content"]["body"]):
        lines += [one["label"] if one["type"].startswith("Input.") else line_of(one)]
        lines += [option["title"] for option in one.get("choices", ())]
    return "\n".join(filter(None, lines))


def _given(card: Json, values: Values) -> dict[str, Any]:
    inputs = {one["id"]: one for one in elements(card["body"]) if one["type"].startswith("Input.")}
    labels = {id_: one["label"] for id_, one in inputs.items()}
    found = {}
    for name, value in values.items():
        id_ = field_id(name, labels)
        options = inputs[id_].get("choices")
        found[id_] = choice(value, {one["title"]: one["value"] for one in options}) if options else value
    return found


def _dangers(message: Json) -> Iterator[str]:
    """Anything that Teams would act on, but for our own mentions and links."""
    card = _content(message)
    entities = card["msteams"].get("entities", [])
    named = {one["text"] for one in entities}
    if message.get("text"):
        yield f"a text beside the card: {message['text'][:80]}"
    for one in elements(card):
        if one["type"] == "TextBlock":
            yield from (f"tag {tag}" for tag in re.findall(r"<at>.*?</at>", one["text"]) if tag not in named)
            yield from (f"link {url}" for url in _LINK.findall(one["text"]) if not url.startswith(_OURS))
        if one["type"] in {"Action.OpenUrl", "Image"} and not one["url"].startswith(_OURS):
            yield f"address {one['url']}"
