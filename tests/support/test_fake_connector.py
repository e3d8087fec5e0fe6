"""The fake Teams is as strict as it says, also in a process of its own."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from adaptive_cards.card import Card, Paragraph, Span
from adaptive_cards.renderers.adaptive_card import CONTENT_TYPE, render
from tests.support.fake_connector import FakeConnector
from tests.support.fake_teams_world import BOT, CHANNEL, GROUP, TENANT

Json = dict[str, Any]
CARD = {"contentType": CONTENT_TYPE, "content": render(Card("", (Paragraph((Span("Hei"),)),), "Hei"))}
MESSAGE: Json = {"type": "message", "summary": "Hei", "attachments": [CARD]}


class Bot:
    """A bare bot."""

    def __init__(self, fake: FakeConnector, session: aiohttp.ClientSession) -> None:
        self.fake, self.session = fake, session
        fake.login.tokens.add("t")

    async def call(
        self, method: str, path: str, body: Json | None = None, bearer: str = "t"
    ) -> tuple[int, Any]:
        url, headers = f"{self.fake.service_url}v3/conversations{path}", {"Authorization": f"Bearer {bearer}"}
        async with self.session.request(method, url, json=body, headers=headers) as answer:
            return answer.status, await answer.json()

    async def post(self, message: Json, where: str = GROUP) -> tuple[int, str]:
        status, body = await self.call("POST", f"/{where}/activities", message)
        return status, body.get("error", {}).get("code", "")


@pytest.fixture
async def bot() -> AsyncIterator[Bot]:
    async with FakeConnector() as fake, aiohttp.ClientSession() as session:
        yield Bot(fake, session)


async def test_a_good_message_stands_and_can_be_edited_and_deleted(bot: Bot) -> None:
    status, made = await bot.call("POST", f"/{GROUP}/activities", MESSAGE)
    assert status == 201
    at = f"/{GROUP}/activities/{made['id']}"
    assert (await bot.call("PUT", at, MESSAGE))[0] == 200
    assert (await bot.call("DELETE", at))[0] == 201
    assert (await bot.call("PUT", at, MESSAGE))[1]["error"]["code"] == "ActivityNotFoundInConversation"


@pytest.mark.parametrize(
    ("message", "refused"),
    [
        ({**MESSAGE, "text": "ja teksti"}, (400, "BadSyntax")),
        ({**MESSAGE, "attachments": [CARD, CARD]}, (400, "BadSyntax")),
        ({"type": "message"}, (400, "BadSyntax")),
        ({"type": "message", "attachments": [CARD]}, (400, "BadArgument")),
        ({**MESSAGE, "attachments": [{**CARD, "contentType": "image/png"}]}, (400, "BadArgument")),
        ({**MESSAGE, "attachments": [{**CARD, "content": {"type": "AdaptiveCard"}}]}, (400, "BadArgument")),
        ({"type": "message", "text": "ä" * 60_000}, (413, "MessageSizeTooBig")),
    ],
)
async def test_what_teams_would_split_or_refuse_is_refused(
    bot: Bot, message: Json, refused: tuple[int, str]
) -> None:
    assert await bot.post(message) == refused
    assert bot.fake.calls == []
    assert len(bot.fake.refused) == 1


async def test_rooms_are_checked(bot: Bot) -> None:
    assert await bot.post(MESSAGE, "19:nowhere@thread.v2") == (404, "ConversationNotFound")
    assert await bot.post(MESSAGE, f"{CHANNEL};messageid=1") == (404, "ConversationNotFound")
    bot.fake.world.conversations[GROUP].gone = True
    assert await bot.post(MESSAGE) == (403, "BotNotInConversationRoster")
    anna = bot.fake.world.people[2]
    anna.blocked = True
    assert await bot.post(MESSAGE, anna.direct) == (403, "MessageWritesBlocked")
    assert (await bot.call("POST", f"/{CHANNEL}/activities", MESSAGE, bearer="other"))[0] == 401


async def test_a_chat_is_opened_with_one_person_of_the_tenant(bot: Bot) -> None:
    anna = bot.fake.world.people[2]
    good: Json = {"isGroup": False, "bot": {"id": BOT}, "members": [{"id": anna.aad}], "tenantId": TENANT}
    assert [await bot.call("POST", "", good) for _ in range(2)] == [(201, {"id": anna.direct})] * 2
    bad = [{"members": []}, {"members": good["members"] * 2}, {"tenantId": "x"}, {"bot": {"id": "28:x"}}]
    assert [(await bot.call("POST", "", {**good, **change}))[0] for change in bad] == [400] * 4
    anna.installed = False
    assert (await bot.call("POST", "", good))[0] == 403


async def test_too_many_and_two_at_once_are_told(bot: Bot) -> None:
    answers = [(await bot.post(MESSAGE))[0] for _ in range(9)]
    assert answers == [201] * 7 + [429] * 2
    bot.fake.latency = 0.1
    both = await asyncio.gather(bot.post(MESSAGE, CHANNEL), bot.post(MESSAGE, CHANNEL))
    assert sorted(status for status, _ in both) == [201, 412]


async def test_the_roster_comes_in_short_pages(bot: Bot) -> None:
    found: list[str] = []
    token, pages = "", 0
    while pages == 0 or token:
        status, page = await bot.call(
            "GET", f"/{CHANNEL}/pagedmembers?pageSize=200&continuationToken={token}"
        )
        assert status == 200
        found += [one["name"] for one in page["members"]]
        token, pages = page.get("continuationToken", ""), pages + 1
    assert (len(found), len(set(found)), pages) == (16, 16, 4)


async def test_a_process_of_its_own_writes_each_call_down_before_it_answers(tmp_path: Path) -> None:
    journal = tmp_path / "teams.jsonl"
    command = (sys.executable, "-m", "tests.support.fake_connector", "--anonymous", "--journal", str(journal))
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout
    try:
        url = (await process.stdout.readline()).decode().strip()
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"{url}/teams/v3/conversations/{GROUP}/activities", json=MESSAGE) as answer,
        ):
            made = await answer.json()
            (line,) = [json.loads(one) for one in journal.read_text(encoding="utf-8").splitlines()]
        assert line == {"n": 0, "doing": "post", "conversation": GROUP, "about": MESSAGE, "answer": made}
    finally:
        process.kill()
        await process.wait()
