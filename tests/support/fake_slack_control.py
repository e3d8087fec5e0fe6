"""Control routes of the fake Slack: what everybody sees, what goes wrong, what a person's client would do."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.support.fake_slack_methods import kept_view, lint_message, lint_view, new_hash
from tests.support.fake_slack_world import Conversation, Json, SlackSaysNo

if TYPE_CHECKING:
    from tests.support.fake_slack import FakeSlack

_ACK = 3.0

Control = Callable[["FakeSlack", Json], Awaitable[Any]]


def add_routes(app: web.Application, fake: FakeSlack) -> None:
    """`POST /control/{name}` with a JSON object; answers JSON, or 400 for what Slack would not show."""

    async def control(request: web.Request) -> web.Response:
        rule = _CONTROLS[request.match_info["name"]]
        try:
            return web.json_response(await rule(fake, await request.json()))
        except SlackSaysNo as no:
            return web.json_response(no.answer, status=400)

    app.router.add_post("/control/{name}", control)


async def _conversation(fake: FakeSlack, about: Json) -> Json:
    """A conversation as `user` sees it: messages, and what only that person was told."""
    world = fake.world
    conversation = (
        world.direct(about["user"]) if not about.get("channel") else world.conversations[about["channel"]]
    )
    private = [message for message in conversation.ephemeral if message["to"] == about["user"]]
    return {**_described(conversation), "messages": conversation.messages, "private": private}


def _described(conversation: Conversation) -> Json:
    names = ("id", "kind", "name", "members", "archived")
    return {name: getattr(conversation, name) for name in names}


async def _conversations(fake: FakeSlack, about: Json) -> list[Json]:
    """The conversations that `user` is in."""
    return [_described(one) for one in fake.world.conversations.values() if about["user"] in one.members]


async def _modals(fake: FakeSlack, about: Json) -> list[Json]:
    """The open modals of `user`, the one on top last."""
    return [
        {**modal.view, "id": modal.id, "hash": modal.hash}
        for modal in fake.world.modals.get(about["user"], [])
    ]


async def _home(fake: FakeSlack, about: Json) -> Json | None:
    return fake.world.homes.get(about["user"])


async def _acted(fake: FakeSlack, about: Json) -> Json:
    """What comes with an act of `user` in `channel`: a `trigger_id` and a `response_url`."""
    token = secrets.token_hex(8)
    known = {"channel": about["channel"], "user": about["user"], "uses": 0, "at": fake.now()}
    if about["channel"]:
        fake.answer_urls[token] = known
    return {"trigger_id": fake.world.trigger(about["user"]), "response_url": f"{fake.url}/answer/{token}"}


async def _said(fake: FakeSlack, about: Json) -> Json:
    """A person writes a message."""
    world = fake.world
    conversation = (
        world.conversations[about["channel"]] if about.get("channel") else world.direct(about["user"])
    )
    message = {"type": "message", "user": about["user"], "text": about["text"], "ts": world.stamp()}
    message |= {"thread_ts": about["thread_ts"]} if about.get("thread_ts") else {}
    conversation.messages.append(message)
    return {**message, "channel": conversation.id}


async def _told(fake: FakeSlack, about: Json) -> Json:
    """The answer to a slash command is shown to whoever gave it."""
    lint_message(fake.world, about["message"])
    fake.say_privately(about["channel"], about["user"], about["message"])
    return {}


async def _view_answered(fake: FakeSlack, about: Json) -> Json:
    """What a person's client does with the answer to a sent form."""
    modal, answer = fake.world.modal(about["view_id"]), about["answer"]
    action = (answer or {}).get("response_action")
    if action == "errors":
        inputs = {block["block_id"] for block in modal.view["blocks"] if block["type"] == "input"}
        if not answer["errors"].keys() <= inputs:
            raise SlackSaysNo("invalid_arguments", response_metadata={"messages": ["errors for no input"]})
    elif action == "update":
        lint_view(answer["view"])
        modal.view, modal.hash = kept_view(answer["view"]), new_hash()
    elif action == "clear":
        fake.world.modals[modal.user] = []
    else:
        fake.world.modals[modal.user].remove(modal)
    return {}


async def _closed(fake: FakeSlack, about: Json) -> Json:
    """A person closes the modal on top."""
    modal = fake.world.modals[about["user"]].pop()
    return {**modal.view, "id": modal.id, "hash": modal.hash}


async def _socket(fake: FakeSlack, about: Json) -> Any:
    """Send an envelope through Socket Mode and wait for what it is acknowledged with."""
    envelope = {**about, "envelope_id": secrets.token_hex(8)}
    waiting = fake.acks[envelope["envelope_id"]] = asyncio.get_running_loop().create_future()
    await fake.sockets[-1].send_json(envelope)
    return {"payload": await asyncio.wait_for(waiting, _ACK)}


async def _connected(fake: FakeSlack, _about: Json) -> int:
    return len(fake.sockets)


async def _fault(fake: FakeSlack, about: Json) -> Json:
    fake.faults.add(**about)
    return {}


async def _heal(fake: FakeSlack, _about: Json) -> Json:
    fake.faults.coming.clear()
    return {}


async def _rates(fake: FakeSlack, about: Json) -> Json:
    """Other rates for the methods named: `[at once, a second]`, or None for no limit."""
    for method, rate in about.items():
        fake.rates.rates.pop(method, None)
        if rate:
            fake.rates.rates[method] = (rate[0], rate[1])
    return {}


async def _no_rates(fake: FakeSlack, _about: Json) -> Json:
    fake.rates.rates.clear()
    return {}


async def _change(fake: FakeSlack, about: Json) -> Json:
    """Change the world: `users`, `conversations` (by id), `scopes`, `processing`, `trigger_life`."""
    for user, changes in about.get("users", {}).items():
        fake.world.users[user].update(changes)
    for channel, changes in about.get("conversations", {}).items():
        for name, value in changes.items():
            setattr(fake.world.conversations[channel], name, value)
    for name in ("processing", "trigger_life"):
        setattr(fake.world, name, about.get(name, getattr(fake.world, name)))
    fake.world.scopes = set(about.get("scopes", fake.world.scopes))
    return {}


async def _add_channel(fake: FakeSlack, about: Json) -> Json:
    fake.world.add_conversation(about["id"], about.get("kind", "channel"), about["name"], about["members"])
    return {}


async def _calls(fake: FakeSlack, about: Json) -> list[Json]:
    """Accepted calls, of one method or of all."""
    return [one for one in fake.calls if about.get("method") in (None, one["method"])]


async def _files(fake: FakeSlack, _about: Json) -> Json:
    return {
        file: {"name": known["name"], "shared": known["shared"], "size": len(known["data"] or b"")}
        for file, known in fake.world.files.items()
    }


_CONTROLS: dict[str, Control] = {
    "conversation": _conversation,
    "conversations": _conversations,
    "modals": _modals,
    "home": _home,
    "acted": _acted,
    "said": _said,
    "told": _told,
    "view_answered": _view_answered,
    "closed": _closed,
    "socket": _socket,
    "connected": _connected,
    "fault": _fault,
    "heal": _heal,
    "rates": _rates,
    "no_rates": _no_rates,
    "change": _change,
    "add_channel": _add_channel,
    "calls": _calls,
    "files": _files,
}
