"""Who does not want to be disturbed in Slack; where Slack does not tell, nobody is kept from a reminder."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.platforms.platform import Quiet
from bot.platforms.slack.api import Api, open_session, web_client
from bot.platforms.slack.disturbing import Disturbing
from tests.support.fake_slack import FakeSlack
from tests.support.fake_slack_world import BOT_TOKEN
from tests.support.recording_desk import RecordingDesk
from tests.support.slack_app import SlackApp, slack_app

ANNA, VILLE = "slack:T1:U2", "slack:T1:U3"


@pytest.fixture
async def app() -> AsyncIterator[SlackApp]:
    async with slack_app(RecordingDesk()) as made:
        yield made


def busy(app: SlackApp, user: str, start: int, end: int) -> datetime:
    """`user` is quiet from `start` to `end`, seconds from now; returns the end."""
    now = int(time.time())
    dnd = {"dnd_enabled": True, "next_dnd_start_ts": now + start, "next_dnd_end_ts": now + end}
    app.fake.world.users[user]["dnd"] = dnd
    return datetime.fromtimestamp(now + end, UTC)


async def test_who_is_quiet_now_is_told_with_the_end(app: SlackApp) -> None:
    until = busy(app, "U2", -60, 600)
    busy(app, "U3", 600, 1200)
    busy(app, "U4", -600, -60)
    platform: object = app.platform
    assert isinstance(platform, Quiet)
    assert await platform.quiet([ANNA, VILLE, "slack:T1:U4", "slack:T1:U404"]) == {ANNA: until}
    assert await platform.quiet([]) == {}


async def test_a_week_is_the_longest_that_counts(app: SlackApp) -> None:
    busy(app, "U2", -60, 10**9)
    found = await app.platform.quiet([ANNA])
    assert 6 <= (found[ANNA] - datetime.now(UTC)).days <= 7


async def test_fifty_people_are_asked_about_at_once(app: SlackApp) -> None:
    until = busy(app, "U2", -60, 600)
    people = [*(f"slack:T1:U9{number:03}" for number in range(119)), ANNA]
    assert await app.platform.quiet(people) == {ANNA: until}
    assert [call["method"] for call in app.fake.calls].count("dnd.teamInfo") == 3


async def test_without_the_scope_nobody_is_quiet_and_slack_is_not_asked_again_for_an_hour(
    app: SlackApp,
) -> None:
    busy(app, "U2", -60, 600)
    app.fake.world.scopes.discard("dnd:read")
    seconds = [1000.0]
    async with open_session() as session:
        asking = Disturbing(
            Api(web_client(BOT_TOKEN, app.fake.api_url, session), session), lambda: seconds[0]
        )
        assert await asking.quiet([ANNA]) == {}
        app.fake.world.scopes.add("dnd:read")
        app.fake.world.users["U2"]["dnd"] |= {"next_dnd_start_ts": 900, "next_dnd_end_ts": 9000}
        assert await asking.quiet([ANNA]) == {}
        seconds[0] += 3601
        assert await asking.quiet([ANNA]) == {ANNA: datetime.fromtimestamp(9000, UTC)}


@pytest.mark.parametrize(
    "told",
    [None, [], {"dnd_enabled": True}, {"dnd_enabled": True, "next_dnd_start_ts": "x", "next_dnd_end_ts": 1}],
)
async def test_what_makes_no_sense_disturbs_nobody(app: SlackApp, told: object) -> None:
    app.fake.world.users["U2"]["dnd"] = told
    assert await app.platform.quiet([ANNA]) == {}


async def test_slack_that_is_not_there_is_no_reason_to_be_silent() -> None:
    async with FakeSlack() as gone:
        url = gone.api_url
    async with open_session() as session:
        asking = Disturbing(Api(web_client(BOT_TOKEN, url, session), session), time.time)
        assert await asking.quiet([ANNA]) == {}
