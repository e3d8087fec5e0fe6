"""A strict fake of Teams' Bot Connector and of Microsoft's login; in this process or in its own.

    python -m tests.support.fake_connector --port 8720 --journal teams.jsonl

Every accepted call is a line of the journal, flushed at once. What Teams would refuse, hide or split is
refused (`refused` tells why), every card is linted, two calls at once in a conversation get 412, too many
429. `/control/…` is for tests: what everybody sees, what is to go wrong, tokens (`teams_people`).
"""

from __future__ import annotations

import argparse
import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TextIO

from aiohttp import web

from tests.support import fake_teams_control, fake_teams_login
from tests.support.fake_teams_limits import Fault, Faults, Rates
from tests.support.fake_teams_login import Login
from tests.support.fake_teams_world import BOT, TENANT, Json, TeamsSaysNo, World

_CONVERSATIONS = "/teams/v3/conversations"
_ONE = _CONVERSATIONS + "/{conversation}"
_ACTIVITY = _ONE + "/activities/{activity}"


class FakeConnector:
    """The fake, an async context manager. `anonymous`: as the Agents Playground, it asks for no token."""

    def __init__(
        self, port: int = 0, journal: Path | None = None, people: int = 16, *, anonymous: bool = False
    ) -> None:
        self.world = World(people)
        self.rates = Rates()
        self.faults = Faults()
        self.login = Login()
        self.anonymous = anonymous
        self.calls: list[Json] = []
        self.refused: list[str] = []
        self.latency = 0.0
        """Seconds that each message takes."""
        self.url = ""
        self._busy: set[str] = set()
        self._port = port
        self._journal: TextIO | None = journal.open("a", encoding="utf-8") if journal else None
        self._runner: web.AppRunner | None = None

    @property
    def service_url(self) -> str:
        """The address that activities name."""
        return f"{self.url}/teams/"

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=4 * 1024 * 1024)
        app.router.add_post(_CONVERSATIONS, self._open)
        app.router.add_post(_ONE + "/activities", self._post)
        app.router.add_post(_ACTIVITY, self._post)
        app.router.add_put(_ACTIVITY, self._edit)
        app.router.add_delete(_ACTIVITY, self._delete)
        app.router.add_get(_ONE + "/pagedmembers", self._members)
        app.router.add_get(_ONE + "/members/{person}", self._member)
        app.router.add_post(_ONE + "/attachments", self._upload)
        fake_teams_login.add_routes(app, self)
        fake_teams_control.add_routes(app, self)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._runner:
            await self._runner.cleanup()
        if self._journal:
            self._journal.close()

    async def _open(self, request: web.Request) -> web.StreamResponse:
        asked = await request.json()
        if asked.get("isGroup"):
            channel = str(asked.get("channelData", {}).get("channel", {}).get("id", ""))
            return await self._done(request, "post", channel, lambda: self._new_thread(channel, asked), asked)
        return await self._done(request, "open", "", lambda: self._direct(asked), asked)

    def _new_thread(self, channel: str, asked: Json) -> Json:
        where = self.world.conversation(channel)
        if where.kind != "channel" or ";" in channel:
            raise TeamsSaysNo(400, "BadArgument", "threads are for channels")
        id_ = self.world.post(channel, asked.get("activity") or {})
        return {"id": f"{channel};messageid={id_}", "activityId": id_}

    def _direct(self, asked: Json) -> Json:
        members = asked.get("members") or []
        person = self.world.find(str(members[0].get("id"))) if len(members) == 1 else None
        if len(members) > 1:
            raise TeamsSaysNo(400, "BadArgument", "bots cannot make group chats")
        if person is None or asked.get("bot", {}).get("id") != BOT or asked.get("tenantId") != TENANT:
            raise TeamsSaysNo(400, "BadArgument", "person, bot or tenant")
        if not person.installed:
            raise TeamsSaysNo(403, "BotNotInConversationRoster")
        return {"id": person.direct}

    async def _post(self, request: web.Request) -> web.StreamResponse:
        conversation, activity = request.match_info["conversation"], await request.json()
        return await self._done(
            request, "post", conversation, lambda: {"id": self.world.post(conversation, activity)}, activity
        )

    async def _edit(self, request: web.Request) -> web.StreamResponse:
        conversation, id_ = request.match_info["conversation"], request.match_info["activity"]
        activity = await request.json()

        def edit() -> Json:
            self.world.edit(conversation, id_, activity)
            return {"id": id_}

        return await self._done(request, "edit", conversation, edit, activity)

    async def _delete(self, request: web.Request) -> web.StreamResponse:
        conversation, id_ = request.match_info["conversation"], request.match_info["activity"]

        def delete() -> Json:
            self.world.delete(conversation, id_)
            return {"id": id_}

        return await self._done(request, "delete", conversation, delete, {})

    async def _members(self, request: web.Request) -> web.StreamResponse:
        conversation = request.match_info["conversation"]
        size = int(request.query.get("pageSize", "200"))
        token = request.query.get("continuationToken", "")
        return await self._done(
            request, "members", conversation, lambda: self.world.members(conversation, size, token), {}
        )

    async def _member(self, request: web.Request) -> web.StreamResponse:
        conversation, wanted = request.match_info["conversation"], request.match_info["person"]

        def member() -> Json:
            where, person = self.world.conversation(conversation), self.world.find(wanted)
            if person is None or person.number not in where.members:
                raise TeamsSaysNo(404, "MemberNotFoundInConversation")
            return person.account

        return await self._done(request, "members", conversation, member, {})

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        return await self._done(request, "upload", "", lambda: {"id": self.world.new_id()}, {})

    async def _done(
        self, request: web.Request, doing: str, conversation: str, effect: Callable[[], Json], about: Json
    ) -> web.StreamResponse:
        """One call: refused, gone wrong, or taken and written down before anybody is told."""
        base = conversation.partition(";")[0]
        fault = self.faults.next(doing, base)
        if fault and not fault.accepted:
            await asyncio.sleep(fault.delay)
            if fault.kind != "delay":
                return await self.faulty(request, fault)
        try:
            answer = await self._taken(request, doing, conversation, effect, about)
        except TeamsSaysNo as no:
            self.refused.append(f"{doing} {no}")
            return web.json_response(no.answer, status=no.status, headers=no.headers)
        if fault and fault.accepted:
            return await self.faulty(request, fault)
        return web.json_response(answer, status=200 if doing in {"edit", "members"} else 201)

    async def _taken(
        self, request: web.Request, doing: str, conversation: str, effect: Callable[[], Json], about: Json
    ) -> Json:
        if not self.anonymous and not self.login.accepts(request.headers.get("Authorization", "")):
            raise TeamsSaysNo(401, "Unauthorized")
        base = conversation.partition(";")[0]
        if doing in {"post", "edit", "delete"}:
            if base in self._busy:
                raise TeamsSaysNo(412, "PreconditionFailed")
            if not self.rates.allow(base):
                raise TeamsSaysNo(429, "Throttled", Retry_After="1")
        self._busy.add(base)
        try:
            await asyncio.sleep(self.latency)
            answer = effect()
        finally:
            self._busy.discard(base)
        if doing != "members":
            self._note(doing, conversation, about, answer)
        return answer

    def _note(self, doing: str, conversation: str, about: Json, answer: Json) -> None:
        line = {
            "n": len(self.calls),
            "doing": doing,
            "conversation": conversation,
            "about": about,
            "answer": answer,
        }
        self.calls.append(line)
        if self._journal:
            self._journal.write(json.dumps(line, ensure_ascii=False) + "\n")
            self._journal.flush()

    async def faulty(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        """What went wrong, as Teams would show it."""
        await asyncio.sleep(fault.delay)
        if fault.kind == "drop" and request.transport:
            request.transport.abort()
            return web.Response()  # nobody is left to read it
        if fault.kind == "html":
            return web.Response(status=fault.status, text="<html>trouble</html>", content_type="text/html")
        headers = {"Retry-After": str(fault.after)} if fault.after else {}
        body: Any = {"error": {"code": fault.code or "ServiceError", "message": "…"}}
        return web.json_response(body, status=fault.status, headers=headers)


async def _serve(port: int, journal: Path | None, people: int, *, anonymous: bool) -> None:
    async with FakeConnector(port, journal, people, anonymous=anonymous) as fake:
        print(fake.url, flush=True)  # noqa: T201 -- whoever started it waits for this line
        await asyncio.Event().wait()


def main() -> None:
    """Serve until killed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--journal", type=Path)
    parser.add_argument("--people", type=int, default=16)
    parser.add_argument("--anonymous", action="store_true")
    given = parser.parse_args()
    asyncio.run(_serve(given.port, given.journal, given.people, anonymous=given.anonymous))


if __name__ == "__main__":
    main()
