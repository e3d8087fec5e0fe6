"""People in the fake Teams: they write, press the buttons that they see, fill in dialogs, install, leave.

All that they do reaches the bot as an activity with a real token; all that they see comes from the fake over
HTTP: bot and fake may run in other processes. The names of what people can do are those of `slack_people`.
"""

from __future__ import annotations

import asyncio
from typing import Any, Self

import aiohttp

from tests.support import teams_activities as activities
from tests.support.adaptive_card_lint import elements, problems
from tests.support.fake_teams_world import CHANNEL, Json

_PATIENCE = 5.0
_PRESSABLE = {"Action.Execute", "Action.Submit", "Action.OpenUrl"}


class NothingLikeThatError(AssertionError):
    """A person looks for something and does not see it."""


class TeamsPeople:
    """All people of the fake at `fake_url`; what they do is sent to the bot at `bot_url`."""

    def __init__(self, fake_url: str, bot_url: str, *, anonymous: bool = False) -> None:
        self.fake_url = fake_url
        self.bot_url = bot_url
        self.anonymous = anonymous
        self.service_url = f"{fake_url}/teams/"
        self._token = ""
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30))
        self._people: dict[int, TeamsPerson] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()

    async def person(self, number: int) -> TeamsPerson:
        """One of them, by number; the same one every time."""
        if number not in self._people:
            about = await self.control("person", person=number)
            self._people[number] = TeamsPerson(self, number, about)
        return self._people[number]

    async def control(self, name: str, /, **about: Any) -> Any:
        """Ask or tell the fake something."""
        async with self._session.post(f"{self.fake_url}/control/{name}", json=about) as answer:
            answer.raise_for_status()
            return await answer.json()

    async def send(self, activity: Json, headers: dict[str, str] | None = None) -> tuple[int, Any]:
        """Post an activity to the bot, with a genuine token unless `headers` are given: status and answer."""
        given = await self._headers() if headers is None else headers
        async with self._session.post(f"{self.bot_url}/api/messages", json=activity, headers=given) as answer:
            body = await answer.json() if answer.content_type == "application/json" else None
        return answer.status, body

    async def post(self, body: bytes, headers: dict[str, str]) -> int:
        """Post anything at all: status."""
        async with self._session.post(f"{self.bot_url}/api/messages", data=body, headers=headers) as answer:
            return answer.status

    async def _headers(self) -> dict[str, str]:
        if self.anonymous:
            return {}
        self._token = self._token or await self.control("token")
        return {"Authorization": f"Bearer {self._token}"}


class TeamsPerson:
    """One person with a Teams client of their own."""

    def __init__(self, people: TeamsPeople, number: int, about: Json) -> None:
        self.people = people
        self.number = number
        self.name: str = about["name"]
        self.ours: str = about["ours"]
        self.account: Json = about["account"]
        self.direct: str = about["direct"]
        self.toasts: list[str] = []
        self.dialogs: list[Json] = []
        """Open dialogs, the one on top last."""

    async def command(
        self, text: str, channel: str = CHANNEL, thread: str = "", *, about: TeamsPerson | None = None
    ) -> int:
        """Name the bot and tell it something; in the 1:1 chat ("") without naming it.

        `about`: somebody who is named at the end.
        """
        return await self.write(f"{activities.TAG} {text}" if channel else text, channel, thread, named=about)

    async def write(
        self, text: str, channel: str = "", thread: str = "", *, named: TeamsPerson | None = None
    ) -> int:
        """Write a message; in a channel or a group chat the bot hears of it only when it is named."""
        mention = activities.mention(named.account["id"], named.name) if named else None
        text += f" {mention['text']}" if mention else ""
        about: Json = {"person": self.number, "conversation": channel, "text": text, "thread": thread}
        said = await self.people.control("said", **about)
        if channel and activities.TAG not in text:
            return 0
        where = {"conversation": _in_thread(said["conversation"], said["thread"]), "kind": said["kind"]}
        made = activities.message(self.account, where, self.people.service_url, text, said["id"])
        made["entities"] += [mention] if mention else []
        status, _ = await self.people.send(made)
        return status

    async def press(self, label: str, channel: str = "", *, last: bool = True, id_: str = "") -> Any:
        """Press the button with this label in the newest message (or the dialog on top) that has it.

        `id_`: in that message only.
        """
        if (
            self.dialogs
            and not channel
            and not id_
            and (found := _button(self.dialogs[-1]["card"]["content"], label))
        ):
            return await self._submit_dialog(found["data"])
        button, where = await self.button(label, channel, last=last, id_=id_)
        return await self._press(button, where)

    async def press_old(self, label: str, channel: str = "") -> int:
        """The same in a client that knows no `Action.Execute`."""
        button, where = await self.button(label, channel)
        data = button.get("fallback", button)["data"]
        made = activities.submitted(self.account, where, self.people.service_url, data)
        return (await self.people.send(made))[0]

    async def button(
        self, label: str, channel: str = "", *, last: bool = True, id_: str = ""
    ) -> tuple[Json, Json]:
        """A button and where it is, to press it later, or twice."""
        seen = await self.messages(channel)
        seen = [one for one in seen if id_ in ("", one["id"])]
        for message in reversed(seen) if last else seen:
            for card in _cards(message):
                if found := _button(card, label):
                    return found, await self._place(channel, message)
        raise NothingLikeThatError(f"no button {label!r} in {[text_of(one) for one in seen]}")

    async def push(self, button: Json, where: Json) -> Any:
        """Press what `button` has found."""
        return await self._press(button, where)

    async def fill(self, *, forced: bool = False, **values: Any) -> Any:
        """Fill in the dialog on top and send it; what is not named stays. Returns the bot's answer.

        `forced`: also what Teams would not let anybody send.
        """
        content = self.form()
        (action,) = content["actions"]
        inputs = [one for one in elements(content["body"]) if one["type"].startswith("Input.")]
        if not values.keys() <= {one["id"] for one in inputs}:
            raise NothingLikeThatError(f"no fields {values.keys() - {one['id'] for one in inputs}}")
        given = {one["id"]: _typed(one, values, forced=forced) for one in inputs}
        sent = {name: value for name, value in given.items() if value}  # what is empty is left out
        return await self._submit_dialog({**action["data"], **sent})

    def form(self) -> Json:
        """The card of the dialog on top."""
        if not self.dialogs:
            raise NothingLikeThatError("no dialog is open")
        content: Json = self.dialogs[-1]["card"]["content"]
        return content

    def close(self) -> None:
        """Close the dialog."""
        self.dialogs.clear()

    async def install(self, action: str = "add") -> int:
        """Add the app for oneself, or remove it."""
        await self.people.control("person", person=self.number, installed=action == "add")
        where = {"conversation": self.direct, "kind": "personal"}
        made = activities.installed(self.account, where, self.people.service_url, action)
        return (await self.people.send(made))[0]

    async def leave(self, channel: str) -> int:
        """Leave a conversation."""
        where = await self.people.control("left", person=self.number, conversation=channel)
        about = {"conversation": where["id"], "kind": where["kind"]}
        made = activities.members_removed(self.account, about, self.people.service_url, [self.account])
        return (await self.people.send(made))[0]

    async def messages(self, channel: str = "", thread: str | None = None) -> list[Json]:
        """What stands in a conversation ("": with the bot), of one thread if named, in order."""
        where = await self.people.control("conversation", person=self.number, conversation=channel)
        return [one for one in where["messages"] if thread is None or one["thread"] == thread]

    async def sees(self, channel: str = "", thread: str | None = None) -> list[str]:
        """The texts of a conversation, one a message."""
        return [text_of(message) for message in await self.messages(channel, thread)]

    def whispers(self) -> list[str]:
        """The passing lines that answered this person's presses."""
        return list(self.toasts)

    async def hears(self, words: str, channel: str = "") -> str:
        """Wait until a message of a conversation, or a passing line, holds `words`; returns its text."""
        try:
            async with asyncio.timeout(_PATIENCE):
                while True:
                    for text in [*await self.sees(channel), *self.toasts]:
                        if words in text:
                            return text
                    await asyncio.sleep(0.02)
        except TimeoutError:
            seen = [*await self.sees(channel), *self.toasts]
            raise NothingLikeThatError(f"{words!r} is not in {seen}") from None

    async def _press(self, button: Json, where: Json) -> Any:
        data = button["data"]
        if data.get("msteams", {}).get("type") == "task/fetch":
            return await self._invoke("task/fetch", activities.dialog(data), where)
        answer = await self._invoke("adaptiveCard/action", activities.executed(button), where)
        if answer.get("statusCode") == 200:
            self.toasts.append(answer["value"])
        return answer

    async def _submit_dialog(self, data: Json) -> Any:
        where = self.dialogs[-1]["where"]
        self.dialogs.pop()
        return await self._invoke("task/submit", activities.dialog(data), where)

    async def _invoke(self, name: str, value: Json, where: Json) -> Any:
        made = activities.invoke(self.account, where, self.people.service_url, name, value)
        status, answer = await self.people.send(made)
        if status != 200:
            raise NothingLikeThatError(f"the bot answered {status}")
        self._show(answer, where)
        return answer

    def _show(self, answer: Json, where: Json) -> None:
        """What a client does with the answer to a dialog."""
        task = answer.get("task", {})
        if task.get("type") == "message":
            self.toasts.append(task["value"])
        elif task.get("type") == "continue":
            if wrong := problems(task["value"]["card"]["content"], dialog=True):
                raise NothingLikeThatError(f"a dialog that Teams cannot show: {wrong}")
            self.dialogs.append({**task["value"], "where": where})

    async def _place(self, channel: str, message: Json) -> Json:
        about = await self.people.control("conversation", person=self.number, conversation=channel)
        conversation = _in_thread(about["id"], message["thread"])
        return {"conversation": conversation, "kind": about["kind"], "card": message["id"]}


def text_of(message: Json) -> str:
    """All that a message says, one line for each element."""
    said = [message.get("text") or ""]
    for card in _cards(message):
        said += [line_of(one) for one in elements(card["body"])]
    # An action and its fallback are one button.
    return "\n".join(line for at, line in enumerate(said) if line and line != said[at - 1])


def line_of(element: Json) -> str:
    """What one element shows: runs are joined by the line that they stand in."""
    match element["type"]:
        case "TextBlock":
            return _plain(element["text"])
        case "RichTextBlock":
            return "".join(run["text"] for run in element["inlines"]).replace("\u00a0", " ")
        case kind if kind in _PRESSABLE:
            return f"[{element['title']}]"
        case "Image":
            return f"({element['altText']})"
        case _:
            return ""


def _plain(markdown: str) -> str:
    out, escaped = "", False
    for character in markdown.replace("<at>", "@").replace("</at>", ""):
        escaped = character == "\\" and not escaped
        out += "" if escaped else character
    return out


def _cards(message: Json) -> list[Json]:
    return [one["content"] for one in message.get("attachments") or []]


def _button(card: Json, label: str) -> Json | None:
    """The first action with this title; one that asks first is confirmed at once."""
    found = [one for one in elements(card) if one["type"] in _PRESSABLE and one.get("title") == label]
    return found[0] if found else None


def _typed(one: Json, values: Json, *, forced: bool) -> str:
    value = values.get(one["id"], one.get("value", ""))
    if isinstance(value, list | tuple):
        value = ",".join(value)
    text = str(value)
    if forced:
        return text
    if one.get("isRequired") and not text:
        raise NothingLikeThatError(f"{one['id']} must be filled in")
    if len(text) > one.get("maxLength", len(text)):
        raise NothingLikeThatError(f"{one['id']} is too long for its box")
    if "choices" in one and not set(text.split(",") if text else ()) <= {c["value"] for c in one["choices"]}:
        raise NothingLikeThatError(f"{one['id']} has no such choice")
    return text


def _in_thread(conversation: str, thread: str) -> str:
    return f"{conversation};messageid={thread}" if thread else conversation
