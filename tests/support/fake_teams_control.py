"""Control routes of the fake Teams: what everybody sees, what is to go wrong, what a client would do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.support.fake_teams_world import Conversation, Json, Person

if TYPE_CHECKING:
    from tests.support.fake_connector import FakeConnector

Control = Callable[["FakeConnector", Json], Awaitable[Any]]


def add_routes(app: web.Application, fake: FakeConnector) -> None:
    """`POST /control/{name}` with a JSON object; answers JSON."""

    async def control(request: web.Request) -> web.Response:
        rule = _CONTROLS[request.match_info["name"]]
        return web.json_response(await rule(fake, await request.json()))

    app.router.add_post("/control/{name}", control)


def _where(fake: FakeConnector, about: Json) -> Conversation:
    """The named conversation, or the person's own with the bot."""
    named = about.get("conversation") or fake.world.people[about["person"]].direct
    return fake.world.conversations[named.partition(";")[0]]


async def _conversation(fake: FakeConnector, about: Json) -> Json:
    """A conversation with its messages in order."""
    return asdict(_where(fake, about))


async def _person(fake: FakeConnector, about: Json) -> Json:
    """Somebody; what is named besides is changed first (`installed`, `blocked`, `name`)."""
    person: Person = fake.world.people[about.pop("person")]
    for name, value in about.items():
        setattr(person, name, value)
    return {**asdict(person), "direct": person.direct, "ours": person.ours, "account": person.account}


async def _said(fake: FakeConnector, about: Json) -> Json:
    """Somebody wrote something: it stands in the conversation, whether the bot hears of it or not."""
    where, id_ = _where(fake, about), fake.world.new_id()
    thread = about.get("thread") or (id_ if where.kind == "channel" else "")
    author = fake.world.people[about["person"]]
    where.messages.append(
        {"id": id_, "from": author.user, "thread": thread, "edits": 0, "text": about["text"]}
    )
    return {"id": id_, "thread": thread, "kind": where.kind, "conversation": where.id}


async def _token(fake: FakeConnector, about: Json) -> str:
    """A token as Teams makes them; `about` changes its claims."""
    return fake.login.token(fake.service_url, **about)


async def _left(fake: FakeConnector, about: Json) -> Json:
    """Somebody leaves a conversation, or the bot is taken out of it."""
    where = _where(fake, about)
    if about.get("bot"):
        where.gone = True
    else:
        where.members = [one for one in where.members if one != about["person"]]
    return {"id": where.id, "kind": where.kind}


async def _fault(fake: FakeConnector, about: Json) -> Json:
    """Let something go wrong (`fake_teams_limits.Fault`)."""
    fake.faults.add(**about)
    return {}


async def _calls(fake: FakeConnector, _: Json) -> Json:
    """All accepted calls, why others were refused, and how many came too fast."""
    return {"calls": fake.calls, "refused": fake.refused, "too_fast": fake.rates.refused}


async def _new_id(fake: FakeConnector, _: Json) -> str:
    return fake.world.new_id()


async def _service_url(fake: FakeConnector, _: Json) -> str:
    return fake.service_url


_CONTROLS: dict[str, Control] = {
    "conversation": _conversation,
    "person": _person,
    "said": _said,
    "token": _token,
    "left": _left,
    "fault": _fault,
    "calls": _calls,
    "new_id": _new_id,
    "service_url": _service_url,
}
