"""The fake Slack in a process of its own, and people in it who do not give up.

Slack sends an event again that was not answered by 200, three times at most. What a person presses or sends
fails visibly; then the person does the same thing again: presses the same button, sends the same open form.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from adaptive_cards.actions import BadActionError, decode
from tests.campaigns.company import AGAIN, TRIES, HopelessError, Message, NotTakenError, Record
from tests.campaigns.machine import Machine
from tests.support import slack_payloads as payloads
from tests.support.fake_slack_world import BOT_TOKEN, NAMES, SIGNING_SECRET, Json
from tests.support.processes import Started, be, said
from tests.support.slack_people import NothingLikeThatError, SlackPeople, SlackPerson
from tests.support.slack_texts import buttons_of, text_of

_DELIVERIES = (0.0, 3.0, 10.0, 0.0)
"""Slack delivers an event at once, again at once, after a minute and after five; shorter waits here."""
_FORM_COMES = 1.5
_CARD_COMES = 60.0
_LOOK = 0.01
Found = tuple[Json, str, Json, Json]
"""A button, its block, the conversation and the message that it stands in."""


@asynccontextmanager
async def in_slack(machine: Machine, people: int) -> AsyncIterator[SlackCompany]:
    """Slack, with a bot that may be started there."""
    slack = Started(_be_slack, machine.folder, people)
    try:
        url = await said(machine.folder / "slack.out")
        machine.settings = {
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_SIGNING_SECRET": SIGNING_SECRET,
            "SLACK_API_URL": f"{url}/api/",
        }
        async with SlackCompany(url, machine) as company:
            await company.control("no_rates")
            yield company
    finally:
        await slack.kill()


def _be_slack(folder: Path, people: int) -> None:
    """What `python -m tests.support.fake_slack` is, forked."""
    from tests.support import fake_slack  # noqa: PLC0415 -- in the other process

    be(folder / "slack.out", "fake_slack", "--journal", str(folder / "slack.jsonl"), "--people", str(people))
    fake_slack.main()


class SlackCompany(SlackPeople):
    """People at a bot that may be dead for a moment."""

    channel = "C1"

    def __init__(self, fake_url: str, machine: Machine) -> None:
        super().__init__(fake_url, machine.url)
        self.machine = machine
        self.record = Record()
        self.names: Mapping[str, str] = {}

    def actor(self, number: int) -> SlackActor:
        """One of them."""
        return SlackActor(self, f"U{number}", NAMES[number - 1])

    async def post(
        self, body: bytes, content_type: str, headers: dict[str, str] | None = None
    ) -> tuple[int, Any]:
        """Post to the bot, when it is there; raises `NotTakenError` unless it has answered below 500."""
        await self.machine.serving()
        try:
            status, answer = await super().post(body, content_type, headers)
        except (aiohttp.ClientError, TimeoutError):
            status, answer = 0, None
        if status == 0 or status >= 500:
            self.record.refused += 1
            await asyncio.sleep(AGAIN)
            raise NotTakenError
        return status, answer

    async def event(self, inside: Json, event_id: str = "") -> tuple[int, Any]:
        """Slack's own patience: the same event, four times at most."""
        payload = payloads.event(inside, event_id)
        for wait in _DELIVERIES:
            try:
                return await self.send(payload, "events_api")
            except NotTakenError:
                await asyncio.sleep(wait)
        raise HopelessError("an event was not taken in four deliveries")

    async def goes_wrong(self, about: Mapping[str, Any]) -> None:
        """A fault (`fake_slack_limits.Fault`)."""
        await self.control("fault", **about)

    # --- what there is to see ---

    async def seen(self, users: Sequence[str]) -> list[Message]:
        """Everything that stands anywhere now."""
        everything = await self._conversations(users)
        return [message for name, messages in everything.items() for message in _read(name, messages)]

    async def doubled(self, users: Sequence[str]) -> list[str]:
        """Keys that more than one message carries."""
        everything = await self._conversations(users)
        keys = Counter(key for messages in everything.values() for one in messages if (key := _key(one)))
        return sorted(key for key, times in keys.items() if times > 1)

    def moment(self, ref: str) -> float:
        """Its time stamp, in seconds."""
        return float(ref.partition(":")[2])

    async def given(self, folder: Path, users: Sequence[str]) -> list[tuple[str, str]]:
        """Every message that Slack was ever given, also those that look different now."""
        rooms = await self._rooms(users)
        lines = (folder / "slack.jsonl").read_text(encoding="utf-8").splitlines()
        calls = [json.loads(line)["arguments"] for line in lines]
        return [
            (rooms.get(one["channel"], "?"), json.dumps(one, ensure_ascii=False))
            for one in calls
            if "channel" in one
        ]

    async def _conversations(self, users: Sequence[str]) -> dict[str, list[Json]]:
        """Every conversation, called by who is in it: ids differ from run to run."""
        found: dict[str, list[Json]] = {}
        for user in users:
            for about in await self.control("conversations", user=user):
                name = f"with {about['members'][0]}" if about["kind"] == "im" else str(about["name"])
                seen = await self.control("conversation", user=user, channel=about["id"])
                found[name] = seen["messages"]
        return found

    async def _rooms(self, users: Sequence[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        for user in users:
            for about in await self.control("conversations", user=user):
                found[about["id"]] = about["members"][0] if about["kind"] == "im" else ""
        return found


class SlackActor(SlackPerson):
    """One of the people; buttons are found by what they do, not by their words."""

    people: SlackCompany

    @property
    def name(self) -> str:
        """As everybody sees it."""
        return str(self._about["name"])

    async def commands(self, text: str) -> None:
        """Give a slash command until it is answered."""
        for _ in range(TRIES):
            try:
                await self.command(text, self.people.channel)
            except NotTakenError:
                continue
            self.people.record.ok(self.user, "command", text)
            return
        raise HopelessError(text)

    async def presses(self, verb: str, channel: str = "", *args: str) -> None:
        """Press the newest button with this verb until the press is answered."""
        await self._presses(verb, channel, *args)
        self.people.record.ok(self.user, verb)

    async def _presses(self, verb: str, channel: str, *args: str) -> None:
        found = await self._waits_for(verb, channel, *args)
        for _ in range(TRIES):
            try:
                await self._press_found(found)
            except NotTakenError:
                continue
            return
        raise HopelessError(verb)

    async def _press_found(self, found: Found) -> None:
        button, block, where, message = found
        payload = await self._message_payload(button, block, where, message, private=False)
        await self._sent(payload, "interactive")

    async def presses_once(self, verb: str) -> None:
        """Press the newest button with this verb; it may be answered or not."""
        try:
            await self._press_found(await self._waits_for(verb, ""))
        except NotTakenError:
            return
        self.people.record.ok(self.user, verb)

    async def opens(self, verb: str, channel: str = "", *args: str) -> Json:
        """Press a button that opens a form until the form is there."""
        for _ in range(TRIES):
            deaths = self.people.machine.deaths
            await self._presses(verb, channel, *args)
            if form := await self._comes(deaths):
                return form
            await self.closes()
        raise HopelessError(f"the form of {verb}")

    async def _comes(self, deaths: int) -> Json | None:
        """The form; None when it does not come, because the bot has died, or a notice stands in its place."""
        loop = asyncio.get_running_loop()
        end = loop.time() + 2 * _FORM_COMES
        while loop.time() < end:
            for view in (await self.modals())[-1:]:
                if "submit" in view:
                    return view
            if self.people.machine.deaths > deaths:
                end = min(end, loop.time() + _FORM_COMES)
                deaths = self.people.machine.deaths
            await asyncio.sleep(_LOOK)
        return None

    async def sends(self, what: str, words: str = "", /, **values: Any) -> None:
        """Fill in the open form and send it until it is taken; the same form each time."""
        for _ in range(TRIES):
            payload = await self.filled(**values)
            try:
                answer = await self._sent(payload, "interactive")
            except NotTakenError:
                continue
            if isinstance(answer, dict) and answer.get("response_action") == "errors":
                await asyncio.sleep(AGAIN)  # "that went wrong, what you wrote is still here": it stays open
                continue
            await self.people.control("view_answered", view_id=payload["view"]["id"], answer=answer)
            self.people.record.ok(self.user, what, words)
            return
        raise HopelessError(what)

    async def is_asked(self) -> bool:
        """Whether a form is open; a notice that something was saved already is none."""
        return any("submit" in view for view in (await self.modals())[-1:])

    async def closes(self) -> None:
        """Close whatever is open."""
        while await self.modals():
            await self.close()

    async def card(self, verb: str, channel: str = "", *args: str) -> str | None:
        """The words of the newest card with this button."""
        found = await self._finds(verb, channel, *args)
        return text_of(found[3]) if found else None

    def options(self, form: Json, name: str) -> list[str]:
        """The values that a field of a form offers."""
        (element,) = (one["element"] for one in form["blocks"] if one.get("block_id") == name)
        groups = element.get("option_groups", [{"options": element.get("options", [])}])
        return [option["value"] for group in groups for option in group["options"]]

    async def visits(self) -> None:
        """Open the bot's own page."""
        await self.open_home()

    async def says(self, text: str) -> None:
        """Write to the bot: an event, which Slack delivers again by itself."""
        await self.write(text)
        self.people.record.ok(self.user, "write", text)

    async def leaves(self) -> None:
        """Leave the channel: an event, too."""
        await self.leave(self.people.channel)

    async def _waits_for(self, verb: str, channel: str, *args: str) -> Found:
        """The newest button with this verb, as soon as there is one."""
        async with asyncio.timeout(_CARD_COMES):
            while True:
                if found := await self._finds(verb, channel, *args):
                    return found
                await asyncio.sleep(_LOOK)

    async def _finds(self, verb: str, channel: str, *args: str) -> Found | None:
        where = await self._conversation(channel)
        for message in reversed(where["messages"]):
            for block, button in buttons_of(message.get("blocks") or []):
                if does(button.get("value", ""), verb, args):
                    return button, block["block_id"], where, message
        return None


def does(action: str, verb: str, args: Sequence[str]) -> bool:
    """Whether an action has this verb, and these last arguments."""
    try:
        found = decode(action)
    except BadActionError:
        return False
    return found.verb == verb and found.args[len(found.args) - len(args) :] == tuple(args)


def _read(name: str, messages: Sequence[Json]) -> list[Message]:
    texts: dict[str, str] = {one["ts"]: text_of(one) for one in messages}
    return [Message(name, _root(one, texts), texts[one["ts"]]) for one in messages]


def _root(message: Json, texts: Mapping[str, str]) -> str:
    root = str(message.get("thread_ts", message["ts"]))
    return "" if root == message["ts"] else texts.get(root, "?").partition("\n")[0]


def _key(message: Json) -> str:
    return str(message.get("metadata", {}).get("event_payload", {}).get("key", ""))


__all__ = ["NothingLikeThatError", "SlackActor", "SlackCompany", "does", "in_slack"]
