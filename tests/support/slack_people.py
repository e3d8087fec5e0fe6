"""People in the fake Slack: they give commands, press the buttons that they see, fill in forms, write, leave.

All that they do reaches the app as a signed request to `/slack/events` (or through Socket Mode when `app_url`
is ""), all that they see comes from the fake over HTTP: app and fake may run in other processes.
"""

from __future__ import annotations

import asyncio
import json
from typing import Any, Self
from urllib.parse import urlencode

import aiohttp

from tests.support import slack_payloads as payloads
from tests.support.fake_slack_world import BOT, Json
from tests.support.slack_texts import buttons_of, text_of

_PATIENCE = 5.0
_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"


class NothingLikeThatError(AssertionError):
    """A person looks for something and does not see it."""


class SlackPeople:
    """All people of the fake at `fake_url`; what they do is sent to the app at `app_url`."""

    def __init__(self, fake_url: str, app_url: str = "") -> None:
        self.fake_url = fake_url
        self.app_url = app_url
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()

    def person(self, user: str, name: str = "") -> SlackPerson:
        """One of them, by Slack's user id."""
        return SlackPerson(self, user, name or user.lower())

    async def control(self, name: str, /, **about: Any) -> Any:
        """Ask or tell the fake something."""
        async with self._session.post(f"{self.fake_url}/control/{name}", json=about) as answer:
            body = await answer.json()
        if answer.status != 200:
            raise NothingLikeThatError(body)
        return body

    async def event(self, inside: Json, event_id: str = "") -> tuple[int, Any]:
        """Let Slack tell the app about an event."""
        return await self.send(payloads.event(inside, event_id), "events_api")

    async def send(self, payload: Json, kind: str) -> tuple[int, Any]:
        """Hand a payload to the app: status and answer. `kind`: events_api, interactive or slash_commands."""
        if not self.app_url:
            envelope = await self.control("socket", type=kind, payload=payload, accepts_response_payload=True)
            return 200, envelope["payload"]
        if kind == "events_api":
            return await self.post(json.dumps(payload).encode(), _JSON)
        body = payloads.form_body(payload) if kind == "interactive" else urlencode(payload).encode()
        return await self.post(body, _FORM)

    async def post(
        self, body: bytes, content_type: str, headers: dict[str, str] | None = None
    ) -> tuple[int, Any]:
        """Post a body to the app, signed unless `headers` say otherwise."""
        given = {"Content-Type": content_type, **(payloads.signed(body) if headers is None else headers)}
        async with self._session.post(f"{self.app_url}/slack/events", data=body, headers=given) as answer:
            text = await answer.text()
        return answer.status, json.loads(text) if answer.content_type == _JSON and text else text or None


class SlackPerson:
    """One person with a Slack client of their own."""

    def __init__(self, people: SlackPeople, user: str, name: str) -> None:
        self.people = people
        self.user = user
        self._about: Json = {"id": user, "name": name}

    async def command(self, text: str, channel: str = "C1", name: str = "/paja") -> Any:
        """Give a slash command; the answer is shown to this person only."""
        where = await self._conversation(channel)
        acted = await self._acted(where["id"])
        fields = payloads.command(self._about, where, text, acted, name)
        answer = await self._sent(fields, "slash_commands")
        if isinstance(answer, dict):
            await self.people.control("told", channel=where["id"], user=self.user, message=answer)
        return answer

    async def write(self, text: str, channel: str = "", thread: str = "") -> None:
        """Write a message: to the bot, or into a channel, where the app hears of it when it names the bot."""
        raw = payloads.escaped(text).replace(f"&lt;@{BOT}&gt;", f"<@{BOT}>")
        said = await self.people.control("said", user=self.user, channel=channel, text=raw, thread_ts=thread)
        mention = f"<@{BOT}>" in raw
        if channel and not mention:
            return
        kind = {"type": "app_mention"} if channel else {"channel_type": "im"}
        await self._event({**said, "client_msg_id": said["ts"], **kind})

    async def press(self, label: str, channel: str = "", *, last: bool = True, ts: str = "") -> Any:
        """Press the button with this label, in the newest message (or the modal on top) that has it.

        `ts`: in that message only.
        """
        modals = await self.modals()
        if modals and not channel and not ts and (found := _button(modals[-1]["blocks"], label)):
            return await self._press_in_view(*found, modals[-1])
        where = await self._conversation(channel)
        seen = [(one, "to" in one) for one in (*where["messages"], *where["private"])]
        seen.sort(key=lambda pair: pair[0]["ts"], reverse=last)
        for message, private in seen:
            if ts in ("", message["ts"]) and (found := _button(message.get("blocks", []), label)):
                return await self._press_in_message(*found, where, message, private=private)
        raise NothingLikeThatError(f"no button {label!r} in {[text_of(message) for message, _ in seen]}")

    async def press_again(self, payload: Json) -> Any:
        """Send an interaction once more, exactly as it was."""
        return await self._sent(payload, "interactive")

    async def press_home(self, label: str) -> Any:
        """Press a button on the bot's own page."""
        home = await self.home()
        found = _button((home or {"blocks": []})["blocks"], label)
        if not home or not found:
            raise NothingLikeThatError(f"no button {label!r} on the home page")
        return await self._press_in_view(*found, {**home, "id": "VHOME"})

    async def fill(self, **values: Any) -> Any:
        """Fill in the form on top and send it; what is not named stays as it is. Returns the app's answer."""
        payload = await self.filled(**values)
        answer = await self._sent(payload, "interactive")
        view = {"view_id": payload["view"]["id"], "answer": answer if isinstance(answer, dict) else None}
        await self.people.control("view_answered", **view)
        return answer

    async def filled(self, **values: Any) -> Json:
        """The submission that `fill` would send."""
        view = await self.form()
        inputs = {block["block_id"]: block for block in view["blocks"] if block["type"] == "input"}
        if not values.keys() <= inputs.keys():
            raise NothingLikeThatError(f"no fields {values.keys() - inputs.keys()} in {list(inputs)}")
        state = {}
        for field, block in inputs.items():
            element = block["element"]
            given = payloads.value_of(element, values.get(field, payloads.typed(element)))
            if not block.get("optional") and not next(iter(list(given.values())[1:]), None):
                raise NothingLikeThatError(f"{field} must be filled in")
            state[field] = {element["action_id"]: given}
        acted = await self._acted("")
        return payloads.submission(self._about, view, state, acted["trigger_id"])

    async def close(self) -> None:
        """Close the modal on top."""
        await self.people.control("closed", user=self.user)

    async def open_home(self, tab: str = "home") -> None:
        """Open the bot's own page."""
        channel = await self._conversation("")
        await self._event(
            {"type": "app_home_opened", "user": self.user, "channel": channel["id"], "tab": tab}
        )

    async def leave(self, channel: str) -> None:
        """Leave a channel."""
        about = {"user": self.user, "channel": channel, "channel_type": "C", "team": "T1"}
        await self._event({"type": "member_left_channel", **about})

    async def messages(self, channel: str = "", thread: str | None = None) -> list[Json]:
        """What stands in a conversation ("": with the bot), of one thread if named, in order."""
        seen = (await self._conversation(channel))["messages"]
        return [one for one in seen if thread is None or one.get("thread_ts") == thread]

    async def sees(self, channel: str = "", thread: str | None = None) -> list[str]:
        """The texts of a conversation, one a message."""
        return [text_of(message) for message in await self.messages(channel, thread)]

    async def whispers(self, channel: str = "") -> list[str]:
        """What only this person was told in a conversation."""
        return [text_of(message) for message in (await self._conversation(channel))["private"]]

    async def conversations(self) -> list[Json]:
        """The conversations that this person is in."""
        return list(await self.people.control("conversations", user=self.user))

    async def modals(self) -> list[Json]:
        """The open modals, the one on top last."""
        return list(await self.people.control("modals", user=self.user))

    async def home(self) -> Json | None:
        """The bot's own page as this person sees it."""
        page: Json | None = await self.people.control("home", user=self.user)
        return page

    async def form(self) -> Json:
        """The form on top, as soon as there is one."""
        async with asyncio.timeout(_PATIENCE):
            while True:
                for view in (await self.modals())[-1:]:
                    if "submit" in view:
                        return view
                await asyncio.sleep(0.02)

    async def hears(self, words: str, channel: str = "") -> str:
        """Wait until a message (or a whisper) of a conversation holds `words`; returns its text."""
        try:
            async with asyncio.timeout(_PATIENCE):
                while True:
                    for text in [*await self.sees(channel), *await self.whispers(channel)]:
                        if words in text:
                            return text
                    await asyncio.sleep(0.02)
        except TimeoutError:
            seen = [*await self.sees(channel), *await self.whispers(channel)]
            raise NothingLikeThatError(f"{words!r} is not in {seen}") from None

    async def press_payload(self, label: str, channel: str = "") -> Json:
        """The payload that pressing a button in the newest message would send."""
        where = await self._conversation(channel)
        for message in reversed(where["messages"]):
            if found := _button(message.get("blocks", []), label):
                return await self._message_payload(*found, where, message, private=False)
        raise NothingLikeThatError(f"no button {label!r}")

    async def _press_in_message(
        self, button: Json, block_id: str, where: Json, message: Json, *, private: bool
    ) -> Any:
        payload = await self._message_payload(button, block_id, where, message, private=private)
        return await self._sent(payload, "interactive")

    async def _message_payload(
        self, button: Json, block_id: str, where: Json, message: Json, *, private: bool
    ) -> Json:
        acted = await self._acted(where["id"])
        press = payloads.pressed(self._about, button, block_id, acted)
        return payloads.in_message(press, where, message, acted, ephemeral=private)

    async def _press_in_view(self, button: Json, block_id: str, view: Json) -> Any:
        acted = await self._acted("")
        press = payloads.pressed(self._about, button, block_id, acted)
        return await self._sent(payloads.in_view(press, view), "interactive")

    async def _conversation(self, channel: str) -> Json:
        return dict(await self.people.control("conversation", user=self.user, channel=channel))

    async def _acted(self, channel: str) -> Json:
        return dict(await self.people.control("acted", user=self.user, channel=channel))

    async def _event(self, inside: Json) -> None:
        status, _ = await self.people.event(inside)
        if status != 200:
            raise NothingLikeThatError(f"the app answered {status}")

    async def _sent(self, payload: Json, kind: str) -> Any:
        status, answer = await self.people.send(payload, kind)
        if status != 200:
            raise NothingLikeThatError(f"the app answered {status}")
        return answer


def _button(blocks: list[Json], label: str) -> tuple[Json, str] | None:
    for block, button in buttons_of(blocks):
        if button["text"]["text"] == label:
            return button, block["block_id"]
    return None
