"""People who do not give up, and what they were told: the record that the end is checked against.

Slack sends an event again that was not answered by 200, three times at most. What a person presses or sends
fails visibly; then the person does the same thing again: presses the same button, sends the same open form.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from adaptive_cards.actions import BadActionError, decode
from tests.campaigns.slack_run import Machine
from tests.support import slack_payloads as payloads
from tests.support.fake_slack_world import NAMES, Json
from tests.support.slack_people import NothingLikeThatError, SlackPeople, SlackPerson
from tests.support.slack_texts import buttons_of

_DELIVERIES = (0.0, 0.5, 2.0, 0.0)
"""Slack delivers an event at once, again at once, after a minute and after five.

Here the waits are shorter.
"""
_FORM_COMES = 1.5
_TRIES = 40
_LOOK = 0.01
_AGAIN = 0.1
"""Seconds until somebody who got no answer tries again."""


class NotTakenError(Exception):
    """The bot has not said "ok": it is dead, dying or not able to."""


@dataclass
class Record:
    """What the bot has said "ok" to, in order: who, what, and the words."""

    acknowledged: list[tuple[str, str, str]] = field(default_factory=list)
    refused: int = 0
    """How many times somebody had to do the same again."""

    def ok(self, user: str, what: str, text: str = "") -> None:
        """The bot has said "ok"."""
        self.acknowledged.append((user, what, text))


class PatientPeople(SlackPeople):
    """People at a bot that may be dead for a moment."""

    def __init__(self, fake_url: str, machine: Machine) -> None:
        super().__init__(fake_url, machine.url)
        self.machine = machine
        self.record = Record()

    def patient(self, number: int) -> PatientPerson:
        """One of them."""
        return PatientPerson(self, f"U{number}", NAMES[number - 1])

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
            await asyncio.sleep(_AGAIN)
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
        raise NothingLikeThatError("an event was not taken in four deliveries")


class PatientPerson(SlackPerson):
    """One of the people; buttons are found by what they do, not by their words."""

    people: PatientPeople

    @property
    def name(self) -> str:
        """As everybody sees it."""
        return str(self._about["name"])

    async def commands(self, text: str, channel: str = "C1") -> None:
        """Give a slash command until it is answered."""
        for _ in range(_TRIES):
            try:
                await self.command(text, channel)
            except NotTakenError:
                continue
            self.people.record.ok(self.user, "command", text)
            return
        raise NothingLikeThatError(f"{text} is never answered")

    async def presses(self, verb: str, channel: str = "", *args: str) -> None:
        """Press the newest button with this verb until the press is answered."""
        await self._presses(verb, channel, *args)
        self.people.record.ok(self.user, verb)

    async def _presses(self, verb: str, channel: str, *args: str) -> None:
        button, block, where, message = await self.waits_for(verb, channel, *args)
        for _ in range(_TRIES):
            payload = await self._message_payload(button, block, where, message, private=False)
            try:
                status, _ = await self.people.send(payload, "interactive")
            except NotTakenError:
                continue
            _is_fine(status)
            return
        raise NothingLikeThatError(f"{verb} is never answered")

    async def presses_once(self, verb: str, channel: str = "", *args: str) -> bool:
        """Press the newest button with this verb; whether that was answered."""
        button, block, where, message = await self.waits_for(verb, channel, *args)
        payload = await self._message_payload(button, block, where, message, private=False)
        try:
            status, _ = await self.people.send(payload, "interactive")
        except NotTakenError:
            return False
        _is_fine(status)
        self.people.record.ok(self.user, verb)
        return True

    async def opens(self, verb: str, channel: str = "", *args: str) -> Json:
        """Press a button that opens a form until the form is there."""
        for _ in range(_TRIES):
            deaths = self.people.machine.deaths
            await self._presses(verb, channel, *args)
            if form := await self._comes(deaths):
                return form
            if await self.modals():
                await self.close()
        raise NothingLikeThatError(f"the form of {verb} never comes")

    async def _comes(self, deaths: int) -> Json | None:
        """The form; None when it does not come, because the bot has died, or a notice stands in its place."""
        loop = asyncio.get_running_loop()
        end = loop.time() + 4 * _FORM_COMES
        while loop.time() < end:
            for view in (await self.modals())[-1:]:
                if "submit" in view:
                    return view
            if self.people.machine.deaths > deaths:
                end = min(end, loop.time() + _FORM_COMES)
                deaths = self.people.machine.deaths
            await asyncio.sleep(_LOOK)
        return None

    async def sends(self, what: str, words: str = "", /, **values: Any) -> Any:
        """Fill in the open form and send it until it is taken; the same form each time."""
        for _ in range(_TRIES):
            payload = await self.filled(**values)
            try:
                status, answer = await self.people.send(payload, "interactive")
            except NotTakenError:
                continue
            _is_fine(status)
            if isinstance(answer, dict) and answer.get("response_action") == "errors":
                await asyncio.sleep(
                    0.1
                )  # "that went wrong, what you wrote is still here": the form stays open
                continue
            await self.people.control("view_answered", view_id=payload["view"]["id"], answer=answer)
            self.people.record.ok(self.user, what, words)
            return answer
        raise NothingLikeThatError(f"{what} is never taken")

    async def closes(self) -> None:
        """Close whatever is open."""
        while await self.modals():
            await self.close()

    async def waits_for(self, verb: str, channel: str = "", *args: str) -> tuple[Json, str, Json, Json]:
        """The newest button with this verb, as soon as there is one: button, block, conversation, message."""
        async with asyncio.timeout(10):
            while True:
                if found := await self.finds(verb, channel, *args):
                    return found
                await asyncio.sleep(_LOOK)

    async def finds(self, verb: str, channel: str = "", *args: str) -> tuple[Json, str, Json, Json] | None:
        """The newest button with this verb (and these last arguments), if there is one."""
        where = await self._conversation(channel)
        for message in reversed(where["messages"]):
            for block, button in buttons_of(message.get("blocks") or []):
                if _does(button, verb, args):
                    return button, block["block_id"], where, message
        return None


def _does(button: Json, verb: str, args: Iterable[str]) -> bool:
    try:
        action = decode(button.get("value", ""))
    except BadActionError:
        return False
    wanted = tuple(args)
    return action.verb == verb and action.args[len(action.args) - len(wanted) :] == wanted


def _is_fine(status: int) -> None:
    if status != 200:
        raise NothingLikeThatError(f"the bot answered {status}")
