"""The fake Slack is as strict as the documentation says."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.support.fake_slack import FakeSlack
from tests.support.fake_slack_world import APP_TOKEN, BOT_TOKEN, Json

HI: Json = {"text": "Hei", "parse": "none", "link_names": False}
TITLE = {"type": "plain_text", "text": "Lappu", "emoji": False}
DIVIDER = {"type": "divider"}
MODAL = {"type": "modal", "title": TITLE, "blocks": [DIVIDER]}
FORM = "application/x-www-form-urlencoded"


class Caller:
    """A bot that calls the fake."""

    def __init__(self, fake: FakeSlack, session: aiohttp.ClientSession) -> None:
        self.fake = fake
        self.session = session
        self.status = 0
        self.headers: Any = {}

    async def __call__(self, method: str, token: str = BOT_TOKEN, **arguments: Any) -> Json:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        url = f"{self.fake.api_url}{method}"
        async with self.session.post(url, json=arguments, headers=headers) as answer:
            self.status, self.headers = answer.status, answer.headers
            return dict(await answer.json())

    async def read(self, method: str, **arguments: str) -> Json:
        headers = {"Authorization": f"Bearer {BOT_TOKEN}"}
        async with self.session.get(
            f"{self.fake.api_url}{method}", params=arguments, headers=headers
        ) as answer:
            return dict(await answer.json())

    async def error(self, method: str, **arguments: Any) -> str:
        return str((await self(method, **arguments)).get("error"))


@pytest.fixture
async def call() -> AsyncIterator[Caller]:
    async with FakeSlack() as fake, aiohttp.ClientSession() as session:
        fake.world.add_conversation("C2", "channel", "muu", ["U1"])
        fake.world.add_conversation("C3", "private", "salainen", ["U1"])
        fake.world.add_conversation("C4", "channel", "vanha", ["UBOT"]).archived = True
        yield Caller(fake, session)


async def test_only_the_bot_may_call(call: Caller) -> None:
    assert (await call("auth.test", token="xoxb-other"))["error"] == "invalid_auth"
    assert (await call("auth.test", token=""))["error"] == "not_authed"
    assert (await call("auth.test"))["team_id"] == "T1"
    assert (await call("apps.connections.open"))["error"] == "invalid_auth"
    assert (await call("apps.connections.open", token=APP_TOKEN))["url"].startswith("ws://")
    assert await call.error("chat.sing") == "unknown_method"


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"channel": "C2", **HI}, "not_in_channel"),
        ({"channel": "C3", **HI}, "channel_not_found"),
        ({"channel": "C4", **HI}, "is_archived"),
        ({"channel": "C9", **HI}, "channel_not_found"),
        ({**HI}, "invalid_arguments"),
        ({"channel": "C1", **HI, "parse": "full"}, "invalid_arguments"),
        ({"channel": "C1", **HI, "link_names": True}, "invalid_arguments"),
        ({"channel": "C1", **HI, "text": "<!channel>"}, "invalid_blocks"),
        ({"channel": "C1", **HI, "blocks": [{"type": "unheard"}]}, "invalid_blocks"),
        ({"channel": "C1", **HI, "blocks": [DIVIDER] * 51}, "invalid_blocks"),
        ({"channel": "C1", **HI, "thread_ts": "1.1"}, "thread_not_found"),
        ({"channel": "C1", **HI, "metadata": {"event_type": "x"}}, "invalid_metadata_schema"),
        (
            {
                "channel": "C1",
                **HI,
                "blocks": [{"type": "image", "slack_file": {"id": "F9"}, "alt_text": "x"}],
            },
            "invalid_blocks",
        ),
    ],
)
async def test_posts_that_slack_refuses(call: Caller, arguments: Json, error: str) -> None:
    assert await call.error("chat.postMessage", **arguments) == error
    assert call.fake.world.conversations["C1"].messages == []
    assert call.fake.calls == []


async def test_only_own_messages_in_their_own_conversation_are_edited(call: Caller) -> None:
    posted = await call("chat.postMessage", channel="U2", **HI)
    call.fake.world.conversations["C1"].messages.append({"type": "message", "user": "U1", "ts": "1.1"})

    assert posted["channel"].startswith("D")
    assert await call.error("chat.update", channel="U2", ts=posted["ts"], **HI) == "channel_not_found"
    assert await call.error("chat.update", channel="C1", ts=posted["ts"], **HI) == "message_not_found"
    assert await call.error("chat.update", channel="C1", ts="1.1", **HI) == "cant_update_message"
    assert (await call("chat.update", channel=posted["channel"], ts=posted["ts"], **HI))["ok"]
    assert (
        await call.error("chat.update", channel=posted["channel"], ts=posted["ts"], text="x")
        == "invalid_arguments"
    )
    assert (await call("chat.delete", channel=posted["channel"], ts=posted["ts"]))["ok"]


async def test_conversations_open_for_one_to_eight_people(call: Caller) -> None:
    call.fake.world.users["U9"]["deleted"] = True
    nine = ",".join(f"U{n}" for n in range(1, 10))

    assert await call.error("conversations.open", users="") == "not_enough_users"
    assert await call.error("conversations.open", users=nine) == "too_many_users"
    assert await call.error("conversations.open", users="U99") == "user_not_found"
    assert await call.error("conversations.open", users="U1,U9") == "user_disabled"
    assert await call.error("conversations.open", users="U1,UBOT") == "invalid_user_combination"
    first, second = [await call("conversations.open", users=users) for users in ("U1,U2", "U2,U1")]
    assert (
        first["channel"]["id"]
        == second["channel"]["id"]
        != (await call("conversations.open", users="U1"))["channel"]["id"]
    )


async def test_pages_are_shorter_than_asked_for(call: Caller) -> None:
    seen, cursor = [], ""
    for _ in range(20):
        page = await call.read("conversations.members", channel="C1", limit="6", cursor=cursor)
        assert len(page["members"]) <= 3
        seen += page["members"]
        cursor = page["response_metadata"]["next_cursor"]
        if not cursor:
            break
    assert sorted(seen) == sorted(call.fake.world.users)


async def test_reading_methods_take_no_json(call: Caller) -> None:
    assert await call.error("users.info", user="U1") == "invalid_arguments"
    assert (await call.read("users.info", user="U1", include_locale="true"))["user"]["locale"] == "fi-FI"
    assert "locale" not in (await call.read("users.info", user="U1"))["user"]


async def test_a_trigger_works_once_and_for_three_seconds(call: Caller) -> None:
    world = call.fake.world
    trigger = world.trigger("U1")

    assert await call.error("views.open", trigger_id="made.up", view=MODAL) == "invalid_trigger_id"
    assert (await call("views.open", trigger_id=trigger, view=MODAL))["ok"]
    assert await call.error("views.open", trigger_id=trigger, view=MODAL) == "exchanged_trigger_id"
    world.trigger_life = 0.0
    assert await call.error("views.open", trigger_id=world.trigger("U1"), view=MODAL) == "expired_trigger_id"


async def test_modals_are_a_stack_of_three_and_know_their_hash(call: Caller) -> None:
    world = call.fake.world
    assert await call.error("views.push", trigger_id=world.trigger("U1"), view=MODAL) == "not_found"
    opened = await call("views.open", trigger_id=world.trigger("U1"), view=MODAL)
    view_id, seen = opened["view"]["id"], opened["view"]["hash"]
    for _ in range(2):
        assert (await call("views.push", trigger_id=world.trigger("U1"), view=MODAL))["ok"]
    assert await call.error("views.push", trigger_id=world.trigger("U1"), view=MODAL) == "push_limit_reached"

    assert (await call("views.update", view_id=view_id, view=MODAL, hash=seen))["ok"]
    assert await call.error("views.update", view_id=view_id, view=MODAL, hash=seen) == "hash_conflict"
    assert await call.error("views.update", view_id="V9", view=MODAL) == "not_found"
    assert await call.error("views.update", view_id=view_id, view={"type": "modal"}) == "invalid_arguments"


async def test_rates_are_kept_and_say_when_to_come_back(call: Caller) -> None:
    for _ in range(5):
        assert (await call("chat.postMessage", channel="C1", **HI))["ok"]
    assert await call.error("chat.postMessage", channel="C1", **HI) == "ratelimited"
    assert (call.status, call.headers["Retry-After"]) == (429, "1")
    posted = await call("chat.postMessage", channel="U1", **HI)

    where = {"channel": posted["channel"], "ts": posted["ts"]}
    edits = [await call("chat.update", **where, **HI) for _ in range(55)]
    assert 50 <= sum(edit["ok"] for edit in edits) <= 52


async def test_faults_come_as_ordered(call: Caller) -> None:
    faults = call.fake.faults
    faults.add(method="chat.postMessage", kind="error", error="missing_scope", skip=1)
    first = await call("chat.postMessage", channel="C1", **HI)
    second = await call("chat.postMessage", channel="C1", **HI)
    assert (first["ok"], second["error"], second["needed"]) == (True, "missing_scope", "files:write")

    faults.add(method="*", kind="drop", accepted=True)
    with pytest.raises(aiohttp.ClientError):
        await call("chat.postMessage", channel="C1", **HI)
    faults.add(method="*", kind="drop")
    with pytest.raises(aiohttp.ClientError):
        await call("chat.postMessage", channel="C1", **HI)
    assert len(call.fake.world.conversations["C1"].messages) == 2

    faults.add(method="*", kind="delay", delay=0.1)
    began = time.monotonic()
    assert (await call("auth.test"))["ok"]
    assert time.monotonic() - began >= 0.1


async def test_a_file_is_there_when_all_three_steps_are_done(call: Caller) -> None:
    slot = await call.read("files.getUploadURLExternal", filename="k.png", length="4")
    file = [{"id": slot["file_id"], "title": "k"}]

    assert await call.error("files.completeUploadExternal", files=file) == "file_not_found"
    async with call.session.post(slot["upload_url"], data=b"12345") as answer:
        assert answer.status == 400
    async with call.session.post(slot["upload_url"], data=b"1234") as answer:
        assert answer.status == 200
    assert await call.error("files.completeUploadExternal", files=file, channel_id="C2") == "not_in_channel"
    assert (await call("files.completeUploadExternal", files=file, channel_id="C1"))["ok"]
    assert call.fake.world.conversations["C1"].messages[0]["files"] == [slot["file_id"]]


async def test_an_answer_url_works_five_times(call: Caller) -> None:
    async with call.session.post(
        f"{call.fake.url}/control/acted", json={"user": "U1", "channel": "C1"}
    ) as answer:
        url = (await answer.json())["response_url"]

    statuses = []
    for _ in range(6):
        async with call.session.post(url, json={"text": "Hei"}) as answer:
            statuses.append(answer.status)
    assert statuses == [200] * 5 + [404]
    async with call.session.post(url.replace("answer/", "answer/x"), json={"text": "Hei"}) as answer:
        assert answer.status == 404


async def test_an_ephemeral_message_needs_somebody_who_is_there(call: Caller) -> None:
    call.fake.world.add_conversation("C5", "channel", "uusi", ["UBOT", "U1"])

    assert await call.error("chat.postEphemeral", channel="C5", user="U2", **HI) == "user_not_in_channel"
    assert (await call("chat.postEphemeral", channel="C5", user="U1", **HI))["ok"]
    assert [one["to"] for one in call.fake.world.conversations["C5"].ephemeral] == ["U1"]
