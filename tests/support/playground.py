"""Microsoft's own emulator of Teams, the Microsoft 365 Agents Playground, started and driven over HTTP.

It knows six people (`person(0)` … `person(5)`), a group chat, a team with two channels, asks for no token and
posts activities to the bot as Teams would. What people do and see is as in `teams_people`; what is typed and
clicked in the emulator's own page is `type` and `click`. It checks neither cards nor sizes nor rates: that is
for our own fake. Source: platforms.md 3.3; the package is in `tests/node`.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import socket
import tempfile
import time
from asyncio.subprocess import DEVNULL, Process
from pathlib import Path
from typing import Any, Self

import aiohttp
import yaml

from tests.support import teams_activities as activities
from tests.support.fake_teams_world import BOT as REAL_BOT
from tests.support.teams_people import NothingLikeThatError, TeamsPeople, text_of
from tests.support.until import until

Json = dict[str, Any]
TENANT = "00000000-0000-0000-0000-000000000001"
NAMES = ("Maija Meri", "Anna Aalto", "Ville Vuori", "Sari Salo", "Omar Osman", "Liisa Lehto")
BOT, TEAM, CHANNEL = "bot-id", "team-id", "channel-tukipalvelut"
GROUP, PERSONAL = "group-chat-id", "personal-chat-id"
_CLI = Path(__file__).parents[1] / "node" / "node_modules" / "@microsoft" / "m365agentsplayground" / "cli.js"
_START = 60.0
_PATIENCE = 10.0
_THREAD = ";messageid="


class Playground(TeamsPeople):
    """The emulator, for a bot at `bot_url`; an async context manager."""

    def __init__(self, bot_url: str) -> None:
        self._port = _free_port()
        super().__init__(f"http://localhost:{self._port}", bot_url, anonymous=True)
        self.service_url = f"{self.fake_url}/_connector"
        self.sent: dict[str, Json] = {}
        """The bot's messages by id, each as it is now: also 1:1 ones, which the page does not show."""
        self._directs: dict[str, str] = {}
        self._answers: dict[str, Json] = {}
        self._numbers = itertools.count(int(time.time() * 1000))
        self._folder = tempfile.TemporaryDirectory(prefix="playground-")
        self._process: Process | None = None
        self._listening: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        home = Path(self._folder.name)
        (home / ".m365agentsplayground.yml").write_text(_configuration(), encoding="utf-8")
        self._process = await asyncio.create_subprocess_exec(
            "node", str(_CLI), "start", "-e", f"{self.bot_url}/api/messages", "-c", "msteams",
            "-p", str(self._port), "--disable-telemetry",
            cwd=home, env=_environment(home), stdout=DEVNULL, stderr=DEVNULL,
        )  # fmt: skip
        await self._started()
        self._listening = asyncio.create_task(self._listen())
        await self._get("/_internal/v1/config")  # comes when the emulator has found the bot
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._listening:
            self._listening.cancel()
        if self._process and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()
        await self._session.close()
        self._folder.cleanup()

    async def type(self, text: str, conversation: str = CHANNEL) -> None:
        """Type a message in the emulator's page, as the person who sits at it (number 0)."""
        named = conversation != PERSONAL
        mentions = [{"mentioned": {"id": BOT}, "text": activities.TAG}] if named else []
        said = {"from": {"id": "user-id-0"}, "textFormat": "plain", "mentions": mentions}
        said["text"] = f"{activities.TAG} {text}" if named else text
        await self._post(f"/_conversation/v1/conversations/{conversation}/messages", said)

    async def click(self, label: str, conversation: str = CHANNEL) -> Json:
        """Click a button in the emulator's page; the bot's answer as the page gets it."""
        button, where = await (await self.person(0)).button(label, conversation)
        asked = {
            "name": "adaptiveCard/action",
            "value": activities.executed(button),
            "conversation": {"id": where["conversation"]},
            "from": {"id": "user-id-0"},
            "replyToId": where["card"],
        }
        answer: Json = await self._post("/_conversation/v1/invoke", asked)
        return answer

    async def control(self, name: str, /, **about: Any) -> Any:
        """What `teams_people` asks the fake, asked of the emulator."""
        match name:
            case "person":
                return self._person(about["person"])
            case "conversation":
                return self.seen(about.get("conversation") or self._person(about["person"])["direct"])
            case "said":
                return self._said(about)
            case _:
                raise NothingLikeThatError(f"the emulator has no control {name!r}")

    async def send(self, activity: Json, headers: dict[str, str] | None = None) -> tuple[int, Any]:  # noqa: ARG002 -- no tokens here
        """Let the emulator post any activity, of anybody: status and answer."""
        made = {**activity, "serviceUrl": self.service_url, "recipient": {"id": BOT, "name": "Paja"}}
        made["channelData"] = {**made["channelData"], "tenant": {"id": TENANT}}
        made["conversation"] = {**made["conversation"], "tenantId": TENANT}
        for entity in made.get("entities", []):
            if entity.get("mentioned", {}).get("id") == REAL_BOT:
                entity["mentioned"]["id"] = BOT
        await self._post("/_internal/v1/customActivities", made)
        answer = await self._answer(made["id"])
        return int(answer["statusCode"]), answer.get("body")

    def texts(self) -> list[str]:
        """All that the bot has said, message by message."""
        return [text_of(one) for one in self.sent.values()]

    def _person(self, number: int) -> Json:
        account = _account(number)
        known = self._directs.get(account["id"]) or self._directs.get(account["aadObjectId"])
        direct = PERSONAL if number == 0 else known or f"no-chat-with-{number}"
        return {
            "name": NAMES[number],
            "account": account,
            "ours": f"teams:{TENANT}:{account['aadObjectId']}",
            "direct": direct,
        }

    def seen(self, id_: str) -> Json:
        """A conversation with all that the bot has said in it."""
        base = id_.partition(_THREAD)[0]
        seen = [one for one in self.sent.values() if one["where"].partition(_THREAD)[0] == base]
        messages = [{**one, "thread": one["where"].partition(_THREAD)[2]} for one in seen]
        return {"id": base, "kind": _kind(base), "messages": messages}

    def _said(self, about: Json) -> Json:
        where = about["conversation"] or self._person(about["person"])["direct"]
        id_, kind = str(next(self._numbers)), _kind(where)
        thread = about.get("thread") or (id_ if kind == "channel" else "")
        return {"id": id_, "thread": thread, "kind": kind, "conversation": where}

    async def _answer(self, id_: str) -> Json:
        async def there() -> bool:
            return id_ in self._answers

        await until(there, _PATIENCE)
        return self._answers.pop(id_)

    async def _started(self) -> None:
        async with asyncio.timeout(_START):
            while True:
                try:
                    async with self._session.get(f"{self.fake_url}/_debug/ping") as answer:
                        if answer.status == 200:
                            return
                except aiohttp.ClientError:
                    pass  # not yet
                await asyncio.sleep(0.1)

    async def _listen(self) -> None:
        """The emulator's log says everything: what the bot sent, and what it answered."""
        async with self._session.ws_connect(f"{self.fake_url}/_ws/log/stream", max_msg_size=0) as stream:
            async for message in stream:
                log = json.loads(message.data).get("log", {})
                if log.get("from") == "User Application":
                    self._note_sent(log)
                elif log.get("to") == "User Application":
                    self._answers[log["request"]["body"].get("id")] = log.get("response") or {"statusCode": 0}

    def _note_sent(self, log: Json) -> None:
        body, response = log["request"].get("body") or {}, log.get("response") or {}
        if response.get("statusCode", 500) >= 300:
            return
        answer = response.get("body") or {}
        for member in body.get("members") or []:
            self._directs[member["id"]] = answer["id"]
        activity, where = body.get("activity") or body, body.get("conversation", {}).get("id")
        if activity.get("type") == "message":
            id_ = answer.get("activityId") or answer["id"]
            kept = {"id": id_, "from": REAL_BOT, "where": where or answer["id"]}
            self.sent[id_] = {**activity, **kept}

    async def _get(self, path: str) -> Any:
        async with self._session.get(f"{self.fake_url}{path}") as answer:
            answer.raise_for_status()
            return await answer.json()

    async def _post(self, path: str, body: Json) -> Any:
        async with self._session.post(f"{self.fake_url}{path}", json=body) as answer:
            text = await answer.text()
            if answer.status >= 300:
                raise NothingLikeThatError(f"{path}: {answer.status} {text[:300]}")
            return json.loads(text) if text else None


def _account(number: int) -> Json:
    aad = f"00000000-0000-0000-0000-0000000000{20 + number}"
    return {"id": f"user-id-{number}", "name": NAMES[number], "aadObjectId": aad}


def _kind(conversation: str) -> str:
    if conversation == GROUP:
        return "groupChat"
    return "channel" if conversation.partition(_THREAD)[0] in (CHANNEL, TEAM) else "personal"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _environment(home: Path) -> dict[str, str]:
    quiet = {"TEAMSAPPTESTER_BROWSER": "none", "M365_AGENTS_PLAYGROUND_LOGFILE": str(home / "log.txt")}
    return {**os.environ, **quiet}


def _configuration() -> str:
    people = [_described(number) for number in range(len(NAMES))]
    channel = {"id": CHANNEL, "name": "Tukipalvelut"}
    team = {"id": TEAM, "name": "Tiimi", "aadGroupId": f"{TENANT[:-2]}30", "channels": [channel]}
    settings = {
        "version": "0.1.1",
        "tenantId": TENANT,
        "bot": {"id": BOT, "name": "Paja"},
        "currentUser": people[0],
        "users": people[1:],
        "personalChat": {"id": PERSONAL},
        "groupChat": {"id": GROUP, "name": "Ryhmä"},
        "team": team,
    }
    return yaml.safe_dump(settings, allow_unicode=True)


def _described(number: int) -> Json:
    given, _, family = NAMES[number].partition(" ")
    mail = f"{given.lower()}@example.com"
    # "userPrincipleName" is how the emulator spells it.
    return {
        **_account(number),
        "userPrincipleName": mail,
        "givenName": given,
        "surname": family,
        "email": mail,
    }
