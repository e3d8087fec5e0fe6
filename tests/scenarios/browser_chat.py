"""The practice room as its people see it: the page's own requests, and the HTML that it shows."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from typing import Any

import aiohttp

from bot.app import PLATFORMS
from bot.config import Settings
from bot.core import Core
from bot.platforms.platform import Platform
from tests.scenarios.chat import (
    FILES,
    Found,
    NotInThisChatError,
    NotSeenError,
    Picture,
    Seen,
    Settle,
    Values,
    choice,
    field_id,
    full_name,
    squeezed,
)
from tests.support.page_tree import Node, read

Json = dict[str, Any]
_CHANNEL = "browser:local:channel.harjoituspaja"
_TAGS = frozenset(
    {"article", "h3", "h4", "p", "bdi", "strong", "em", "a", "ul", "ol", "li", "dl", "div", "dt", "dd", "hr"}
    | {"figure", "figcaption", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "img", "button"}
)
_OURS = ("https://", "/practice/files/")


class RefusedError(AssertionError):
    """The page's request was refused; the words are those that the page shows."""


class BrowserChat:
    """One practice room."""

    name = "browser"

    def __init__(self) -> None:
        self._web = aiohttp.ClientSession()
        self._url = ""
        self._here: dict[str, str] = {}
        self._numbers = itertools.count(1)
        self._whispered: dict[str, list[tuple[str, str]]] = {}
        """Person -> the passing answers that still stand on their page: room and HTML."""

    # --- the bot comes in ---

    def settings(self) -> dict[str, Any]:
        return {"PAJA_PRACTICE_ROOM": "1"}

    def make(self, core: Core) -> Platform:
        made = PLATFORMS["browser"](Settings(**self.settings()), core)
        assert made
        return made

    async def arrive(self, url: str, settle: Settle) -> None:
        self._url, self._settle = url, settle
        for person in list(self._here):
            await self._come_in(person)

    async def close(self) -> None:
        await self._web.close()

    async def _come_in(self, person: str) -> str:
        body = {"name": full_name(person), "timezone": "Europe/Helsinki"}
        self._here[person] = (await self._post("people", body))["person"]
        return self._here[person]

    async def who(self, person: str) -> str:
        """The id of somebody, who comes in when they are not there yet."""
        return self._here.get(person) or await self._come_in(person)

    # --- what people do ---

    async def command(
        self, person: str, text: str, *, direct: bool = False, thread: str = "", about: str = ""
    ) -> str:
        text += f" @{full_name(about)}" if about else ""
        room = await self._direct_room(person) if direct else _CHANNEL
        room += f"/{thread}" if thread else ""
        said = text if direct else f"/paja {text}"
        return (await self._told(person, room, lambda: self._act(person, "say", room=room, text=said)))[1]

    async def find(self, person: str, label: str, card: str = "") -> Found:
        state = await self._state(person)
        seen = [_seen(one) for one in state["entries"] if one["html"]]
        here = [_whisper(*one) for one in self._whispered.get(person, ())]
        for one in (*reversed(here), *reversed(seen)):
            if label in one.buttons and card in one:
                button = next(each for each in one.raw.all("button") if squeezed(each.text()) == f"[{label}]")
                return Found(one, label, (one.where, button))
        raise NotSeenError(f"no button {label!r} in {[(one.title, one.buttons) for one in (*seen, *here)]}")

    async def push(self, person: str, button: Found) -> str:
        return (await self._pushed(person, button))[1]

    async def fill(self, person: str, button: Found, *pages: Values, forced: bool = False) -> str:
        answer, told = await self._pushed(person, button)
        for values in pages:
            if not answer.get("form"):
                break
            form = next(read(answer["form"]).all("form"))
            sent = {
                "action": form.attributes["data-action"],
                "nonce": form.attributes["data-nonce"],
                "values": _filled(form, values, forced=forced),
            }
            answer, told = await self._told(
                person, button.held[0], partial(self._act, person, "send", room=button.held[0], **sent)
            )
        return told

    async def form(self, person: str, button: Found) -> str:
        return (await self._pushed(person, button))[1]

    async def leave(self, person: str) -> None:
        """Nobody can leave a practice room but by saying so."""
        await self.command(person, "poistu")

    # --- what people see ---

    async def channel(self) -> list[Seen]:
        return [one for one in await self._all() if one.where == _CHANNEL]

    async def direct(self, person: str) -> list[Seen]:
        room = await self._direct_room(person)
        return [
            _seen(one)
            for one in (await self._state(person))["entries"]
            if one["room"] == room and one["html"]
        ]

    async def together(self, *people: str) -> list[Seen]:
        found = []
        for person in people:
            state = await self._state(person)
            names = {full_name(one) for one in people}
            rooms = {one["key"] for one in state["rooms"] if set(one["names"]) == names}
            found.append([_seen(one) for one in state["entries"] if one["room"] in rooms])
        assert all(one == found[0] for one in found), "they see the same"
        return found[0]

    async def threads(self) -> dict[str, list[Seen]]:
        found: dict[str, list[Seen]] = {}
        for one in await self._all():
            if one.where.startswith(_CHANNEL + "/"):
                found.setdefault(one.where.removeprefix(_CHANNEL + "/"), []).append(one)
        return found

    async def pictures(self, card: Seen) -> list[Picture]:
        shown = list(card.raw.all("img"))
        return [
            Picture(one.attributes["alt"], await self._fetch(one.attributes["src"], "image/png"))
            for one in shown
        ]

    async def files(self, person: str) -> list[bytes]:
        links = [
            one
            for card in await self.direct(person)
            for one in card.raw.all("a")
            if "download" in one.attributes
        ]
        return [await self._fetch(one.attributes["href"], *FILES) for one in links]

    async def unreachable(self, person: str) -> None:
        """Nothing in a practice room refuses anybody."""
        raise NotInThisChatError(person)

    async def trouble(
        self, doing: str, kind: str, *, times: int = 1, after: int = 1, accepted: bool = False
    ) -> None:
        """Nothing is on the way between the bot and its own page."""
        raise NotInThisChatError(doing, kind, times, after, accepted)

    async def everything(self) -> str:
        states = [await self._state(person) for person in self._here]
        return json.dumps([states, self._whispered], ensure_ascii=False)

    async def dangers(self) -> list[str]:
        cards = [
            one for person in self._here for one in (await self._state(person))["entries"] if one["html"]
        ]
        return [danger for one in cards for danger in _dangers(read(one["html"]))]

    # --- behind ---

    async def _all(self) -> list[Seen]:
        anybody = next(iter(self._here), "Maija")
        return [_seen(one) for one in (await self._state(anybody))["entries"] if one["html"]]

    async def _direct_room(self, person: str) -> str:
        return (await self.who(person)).replace("browser:local:", "browser:local:direct.", 1)

    async def _pushed(self, person: str, button: Found) -> tuple[Json, str]:
        room, pressed = button.held
        path = "form" if "data-opens-form" in pressed.attributes else "press"
        action = pressed.attributes["data-action"]
        return await self._told(person, room, partial(self._act, person, path, room=room, action=action))

    async def _told(self, person: str, room: str, act: Callable[[], Awaitable[Json]]) -> tuple[Json, str]:
        """The answer, and what of it the person reads."""
        try:
            answer = await act()
        except RefusedError as refused:
            return {}, str(refused)
        await self._settle()
        said = list(answer.get("errors", {}).values())
        if note := answer.get("note"):
            self._whispered.setdefault(person, []).append((room, note["html"]))
            said.append(read(note["html"]).text())
        if form := answer.get("form"):
            said.append(read(form).text())
        return answer, "\n".join(said)

    async def _act(self, person: str, path: str, **about: Any) -> Json:
        body = {"me": await self.who(person), "id": f"story-{next(self._numbers):06d}", **about}
        return await self._post(path, body)

    async def _post(self, path: str, body: Json) -> Json:
        while True:
            async with self._web.post(f"{self._url}/practice/{path}", json=body) as answer:
                said: Json = await answer.json()
                if answer.status == 429:  # quicker than any person
                    await asyncio.sleep(0.05)
                    continue
                if answer.status != 200:
                    raise RefusedError(f"{answer.status} {said['message']}")
                return said

    async def _state(self, person: str) -> Json:
        """What the page gets first when it is opened."""
        async with self._web.get(
            f"{self._url}/practice/events", params={"me": await self.who(person)}
        ) as stream:
            async for line in stream.content:
                if line.startswith(b"data: "):
                    return dict(json.loads(line[6:]))
        raise NotSeenError("the page stays empty")

    async def _fetch(self, path: str, *media_types: str) -> bytes:
        async with self._web.get(self._url + path) as answer:
            assert (answer.status, answer.content_type in media_types) == (200, True)
            return await answer.read()


def _seen(entry: Json) -> Seen:
    return _card(entry["room"], entry["ref"], entry["html"])


def _whisper(room: str, markup: str) -> Seen:
    return _card(room, "", markup)


def _card(room: str, ref: str, markup: str) -> Seen:
    tree = read(markup)
    return Seen(
        where=room,
        id=ref,
        title="".join(one.text() for one in tree.all("h3")),
        text=tree.text(),
        buttons=tuple(one.text()[1:-1].strip() for one in tree.all("button")),
        pictures=tuple(one.attributes["alt"] for one in tree.all("img")),
        raw=tree,
    )


def _filled(form: Node, values: Values, *, forced: bool) -> dict[str, Any]:
    """What the page would send: what stands in the fields, but for `values`."""
    fields = _fields(form)
    sent: dict[str, Any] = {id_: known for id_, (_, _, known) in fields.items()}
    labels = {id_: label for id_, (label, _, _) in fields.items()}
    for name, value in values.items():
        id_ = field_id(name, labels)
        options = fields[id_][1]
        given = choice(value, options) if options else value
        sent[id_] = list(given) if isinstance(given, tuple) else given
    for node in form.all("textarea", "input"):
        longest, text = node.attributes.get("maxlength"), sent.get(node.attributes.get("name", ""))
        if longest and isinstance(text, str) and not forced:
            assert len(text) <= int(longest), "longer than the box allows"
    return sent


def _fields(form: Node) -> dict[str, tuple[str, dict[str, str], Any]]:
    """Field id -> its label, its choices (label -> value), and what stands there."""
    found: dict[str, tuple[str, dict[str, str], Any]] = {}
    for box in form.all("div", "fieldset"):
        if box.attributes.get("class") != "field":
            continue
        label = next(box.all("label", "legend")).text()
        inputs = list(box.all("input", "textarea", "select"))
        id_ = inputs[0].attributes["name"]
        found[id_] = (label, *_choices(box, inputs))
    return found


def _choices(box: Node, inputs: list[Node]) -> tuple[dict[str, str], Any]:
    kind = inputs[0].attributes.get("type", inputs[0].tag)
    if kind in {"checkbox", "radio"}:
        ticks = [one for one in box.all("label") if one.attributes.get("class") == "tick"]
        options = {
            squeezed(tick.text()): one.attributes["value"] for tick, one in zip(ticks, inputs, strict=True)
        }
        ticked = [one.attributes["value"] for one in inputs if "checked" in one.attributes]
        return options, ticked if kind == "checkbox" else "".join(ticked)
    if kind == "select":
        shown = [one for one in box.all("option") if one.attributes["value"]]
        chosen = [one.attributes["value"] for one in shown if "selected" in one.attributes]
        return {squeezed(one.text()): one.attributes["value"] for one in shown}, "".join(chosen)
    return {}, inputs[0].attributes.get("value", "") or inputs[0].text()


def _dangers(tree: Node) -> Iterator[str]:
    """Anything that a browser would act on, but for our own elements and addresses."""
    for one in tree.all():
        if one.tag not in _TAGS:
            yield f"element {one.tag}"
        yield from (
            f"attribute {name}" for name in one.attributes if name.startswith("on") or name == "style"
        )
        for name in ("href", "src"):
            if not one.attributes.get(name, "https://").startswith(_OURS):
                yield f"address {one.attributes[name]}"
