"""The fake Teams in a process of its own, and people in it who do not give up.

Teams calls again with the same activity when a message is not answered by 2xx; what a person presses or sends
fails visibly, and then the person does the same thing again. The bot is not registered (as with the Agents
Playground): logging in has tests of its own.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import aiohttp

from tests.campaigns.company import AGAIN, TRIES, HopelessError, Message, NotTakenError, Record
from tests.campaigns.machine import Machine
from tests.campaigns.slack_company import does
from tests.support import teams_activities as activities
from tests.support.adaptive_card_lint import elements
from tests.support.fake_teams_world import CHANNEL, World
from tests.support.processes import Started, be, said
from tests.support.teams_people import TeamsPeople, TeamsPerson, text_of

Json = dict[str, Any]
_CARD_COMES = 60.0
_LOOK = 0.01


@asynccontextmanager
async def in_teams(machine: Machine, people: int) -> AsyncIterator[TeamsCompany]:
    """Teams, with a bot that may be started there."""
    teams = Started(_be_teams, machine.folder, people)
    try:
        url = await said(machine.folder / "teams.out")
        machine.settings = {"PAJA_TEAMS_ANONYMOUS": "1"}
        async with TeamsCompany(url, machine) as company:
            for number in range(1, people + 1):
                await company.person(number)
            yield company
    finally:
        await teams.kill()


def _be_teams(folder: Path, people: int) -> None:
    """What `python -m tests.support.fake_connector --anonymous` is, forked, and without limits."""
    from tests.support import fake_connector, fake_teams_limits  # noqa: PLC0415 -- in the other process

    setattr(fake_connector, "Rates", lambda: fake_teams_limits.Rates(()))  # noqa: B010 -- not its own name
    journal = ("--journal", str(folder / "teams.jsonl"))
    be(folder / "teams.out", "fake_connector", "--anonymous", *journal, "--people", str(people))
    fake_connector.main()


class TeamsCompany(TeamsPeople):
    """People at a bot that may be dead for a moment."""

    channel = CHANNEL

    def __init__(self, fake_url: str, machine: Machine) -> None:
        super().__init__(fake_url, machine.url, anonymous=True)
        self.machine = machine
        self.record = Record()
        world = World()
        self.names: Mapping[str, str] = {one.aad: f"U{number}" for number, one in world.people.items()}
        self._directs = {one.direct: f"U{number}" for number, one in world.people.items()}
        self._actors: dict[int, TeamsActor] = {}

    async def person(self, number: int) -> TeamsPerson:
        """One of them; the fake is asked who they are."""
        if number not in self._actors:
            about = await self.control("person", person=number)
            self._actors[number] = TeamsActor(self, number, about)
        return self._actors[number]

    def actor(self, number: int) -> TeamsActor:
        """One of them."""
        return self._actors[number]

    async def send(self, activity: Json, headers: dict[str, str] | None = None) -> tuple[int, Any]:
        """Post to the bot, when it is there; raises `NotTakenError` unless it has answered below 500.

        What is no invoke Teams itself delivers again: the same activity, until it is taken.
        """
        if activity["type"] == "invoke":
            return await self._delivered(activity, headers)
        for _ in range(TRIES):
            with suppress(NotTakenError):
                return await self._delivered(activity, headers)
        raise HopelessError(activity["type"])

    async def _delivered(self, activity: Json, headers: dict[str, str] | None) -> tuple[int, Any]:
        await self.machine.serving()
        try:
            status, answer = await super().send(activity, headers)
        except (aiohttp.ClientError, TimeoutError):
            status, answer = 0, None
        if status == 0 or status >= 500:
            self.record.refused += 1
            await asyncio.sleep(AGAIN)
            raise NotTakenError
        return status, answer

    async def goes_wrong(self, about: Mapping[str, Any]) -> None:
        """A fault (`fake_teams_limits.Fault`)."""
        await self.control("fault", **about)

    # --- what there is to see ---

    async def seen(self, users: Sequence[str]) -> list[Message]:
        """Everything that stands anywhere now."""
        found = _read(
            "channel", (await self.control("conversation", person=1, conversation=CHANNEL))["messages"]
        )
        for user in users:
            own = await self.control("conversation", person=int(user[1:]), conversation="")
            found += _read(f"with {user}", own["messages"])
        return found

    async def doubled(self, users: Sequence[str]) -> list[str]:
        """Nothing in Teams' messages tells: see `verdict.compare`."""
        del users
        return []

    def moment(self, ref: str) -> float:
        """The number of its activity: the fake counts up."""
        return float(ref.partition(" ")[0])

    async def given(self, folder: Path, users: Sequence[str]) -> list[tuple[str, str]]:
        """Everything that Teams was ever given."""
        del users
        lines = map(json.loads, (folder / "teams.jsonl").read_text(encoding="utf-8").splitlines())
        return [
            (self._directs.get(one["conversation"], ""), json.dumps(one["about"], ensure_ascii=False))
            for one in lines
            if one["doing"] in {"post", "edit"}
        ]


class TeamsActor(TeamsPerson):
    """One of the people; buttons are found by what they do, not by their words."""

    people: TeamsCompany

    def __init__(self, people: TeamsPeople, number: int, about: Json) -> None:
        super().__init__(people, number, about)
        self._useless: set[str] = set()
        """Messages that said no to a press."""

    @property
    def user(self) -> str:
        """What the story calls them."""
        return f"U{self.number}"

    async def commands(self, text: str) -> None:
        """Name the bot in the channel."""
        await self.write(f"{activities.TAG} {text}", CHANNEL)
        self.people.record.ok(self.user, "command", text)

    async def presses(self, verb: str, channel: str = "", *args: str) -> None:
        """Press the newest button with this verb until the press is answered."""
        await self._presses(await self._waits_for(verb, channel, *args), channel)
        self.people.record.ok(self.user, verb)

    async def _presses(self, found: tuple[Json, Json], channel: str) -> None:
        button, message = found
        where = await self._place(channel, message)
        for _ in range(TRIES):
            try:
                await self._press(button, where)
            except NotTakenError:
                continue
            return
        raise HopelessError(button.get("title", ""))

    async def presses_once(self, verb: str) -> None:
        """Press the newest button with this verb; it may be answered or not."""
        button, message = await self._waits_for(verb, "")
        try:
            await self._press(button, await self._place("", message))
        except NotTakenError:
            return
        self.people.record.ok(self.user, verb)

    async def opens(self, verb: str, channel: str = "", *args: str) -> Json:
        """Press a button that opens a dialog: it comes with the answer.

        After a kill a card may stand there twice, and nobody edits the first copy any more. Who presses there
        is told in words that it is of no use, and leaves that copy alone from then on.
        """
        found: tuple[Json, Json] | None = await self._waits_for(verb, channel, *args)
        while found:
            await self._presses(found, channel)
            if self.dialogs:
                return self.form()
            self._useless.add(found[1]["id"])
            found = await self._finds(verb, channel, *args)
        return {}

    async def sends(self, what: str, words: str = "", /, **values: Any) -> None:
        """Fill in the dialog and send it until it is taken; the same one each time."""
        for _ in range(TRIES):
            dialog = self.dialogs[-1]
            try:
                await self.fill(**values)
            except NotTakenError:
                self.dialogs.append(dialog)  # it is still open
                continue
            self.people.record.ok(self.user, what, words)
            return
        raise HopelessError(what)

    async def is_asked(self) -> bool:
        """Whether a dialog with a form is open; a notice that something was saved already is none."""
        return bool(self.dialogs) and bool(self.form().get("actions"))

    async def closes(self) -> None:
        """Close whatever is open."""
        self.close()

    async def card(self, verb: str, channel: str = "", *args: str) -> str | None:
        """The words of the newest card with this button."""
        found = await self._finds(verb, channel, *args)
        return text_of(found[1]) if found else None

    def options(self, form: Json, name: str) -> list[str]:
        """The values that a field of a dialog offers."""
        (field,) = (one for one in elements(form["body"]) if one.get("id") == name)
        return [choice["value"] for choice in field["choices"]]

    async def visits(self) -> None:
        """There is no page to look at."""

    async def says(self, text: str) -> None:
        """Write to the bot."""
        await self.write(text)
        self.people.record.ok(self.user, "write", text)

    async def leaves(self) -> None:
        """Leave the channel."""
        await self.leave(CHANNEL)

    async def _waits_for(self, verb: str, channel: str, *args: str) -> tuple[Json, Json]:
        async with asyncio.timeout(_CARD_COMES):
            while True:
                if found := await self._finds(verb, channel, *args):
                    return found
                await asyncio.sleep(_LOOK)

    async def _finds(self, verb: str, channel: str, *args: str) -> tuple[Json, Json] | None:
        seen = [one for one in await self.messages(channel) if one["id"] not in self._useless]
        for message in reversed(seen):
            for card in [one["content"] for one in message.get("attachments") or []]:
                for one in elements(card):
                    if one["type"] in {"Action.Execute", "Action.Submit"} and does(
                        one["data"].get("paja", ""), verb, args
                    ):
                        return one, message
        return None


def _read(name: str, messages: Sequence[Json]) -> list[Message]:
    texts = {one["id"]: text_of(one) for one in messages}
    return [
        Message(
            name, texts.get(one["thread"], "").partition("\n")[0] if one["thread"] != one["id"] else "", text
        )
        for one, text in zip(messages, texts.values(), strict=True)
    ]
