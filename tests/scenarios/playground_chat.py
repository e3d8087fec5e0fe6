"""Teams as Microsoft's own emulator plays it: one who sits at its page, and five more people."""

from __future__ import annotations

import json
from typing import Any

import aiohttp

from bot.config import Settings
from bot.core import Core
from bot.platforms.platform import Platform
from tests.scenarios.chat import CAST, Settle
from tests.scenarios.teams_chat import Noting, TeamsChat
from tests.support import teams_activities as activities
from tests.support.fake_teams_world import Json
from tests.support.playground import CHANNEL, Playground
from tests.support.teams_people import TeamsPeople, TeamsPerson


class PlaygroundChat(TeamsChat):
    """Maija is the one at the page; Anna, Ville, Sari, Omar and Liisa are the others."""

    home = CHANNEL

    def __init__(self) -> None:  # no fake: the emulator is started when the bot has an address
        self._people = None
        self._web = aiohttp.ClientSession()
        self._playground: Playground | None = None
        self._delivered = set()

    def settings(self) -> dict[str, Any]:
        return {"PAJA_TEAMS_ANONYMOUS": "1"}

    def make(self, core: Core) -> Platform:
        settings = Settings(**self.settings())
        return Noting(
            self._delivered,
            lambda _: "",
            core.book,
            app_id="",
            app_password="",
            app_type=settings.teams_app_type,
            tenant_id="",
            anonymous=bool(settings.teams_anonymous),
            clock=core.clock,
        )

    async def arrive(self, url: str, settle: Settle) -> None:
        await super().arrive(url, settle)

        async def settled() -> None:
            await settle()
            await self._caught_up()

        self._settle = settled

    async def _come(self, url: str) -> TeamsPeople:
        self._playground = await Playground(url).__aenter__()
        return self._playground

    async def _caught_up(self) -> None:
        """Until the emulator has told all that has happened: its log is in order, and ends with this."""
        assert self._playground
        maija = await self._playground.person(0)
        where = {"conversation": maija.direct, "kind": "personal"}
        made = activities.base("typing", maija.account, where, self._playground.service_url)
        await self._playground.send(made)

    async def who(self, person: str) -> TeamsPerson:
        assert self._playground
        return await self._playground.person(CAST.index(person))

    def _standing(self, conversation: str) -> list[Json]:
        assert self._playground
        messages: list[Json] = self._playground.seen(conversation)["messages"]
        return messages

    async def everything(self) -> str:
        assert self._playground
        return json.dumps(list(self._playground.sent.values()), ensure_ascii=False)
