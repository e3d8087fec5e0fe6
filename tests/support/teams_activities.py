"""Activities as Teams posts them, complete: for a message, a press, a dialog, an installation."""

from __future__ import annotations

import html
import uuid
from datetime import UTC, datetime
from typing import Any

from tests.support.fake_teams_world import BOT, CHANNEL, TEAM, TENANT

Json = dict[str, Any]
TAG = "<at>Paja</at>"


def base(kind: str, person: Json, where: Json, service_url: str) -> Json:
    """What all activities have. `where`: `conversation` id with or without a thread, and its `kind`."""
    now = datetime.now(UTC)
    in_channel = where["kind"] == "channel"
    data: Json = {"tenant": {"id": TENANT}, "source": {"name": "message"}}
    if in_channel:
        channel = where["conversation"].partition(";")[0]
        data |= {"teamsChannelId": channel, "teamsTeamId": TEAM}
        data |= {"channel": {"id": channel}, "team": {"id": TEAM, "aadGroupId": str(uuid.UUID(int=7))}}
    return {
        "type": kind,
        "id": f"f:{uuid.uuid4()}",
        "timestamp": now.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "localTimestamp": now.isoformat(timespec="milliseconds"),
        "localTimezone": "Europe/Helsinki",
        "serviceUrl": service_url,
        "channelId": "msteams",
        "from": person,
        "conversation": {
            **({} if where["kind"] == "personal" else {"isGroup": True}),
            "conversationType": where["kind"],
            "tenantId": TENANT,
            "id": where["conversation"],
        },
        "recipient": {"id": BOT, "name": "Paja"},
        "entities": [
            {
                "locale": "fi-FI",
                "country": "FI",
                "platform": "Web",
                "timezone": "Europe/Helsinki",
                "type": "clientInfo",
            }
        ],
        "channelData": data,
        "locale": "fi-FI",
    }


def message(person: Json, where: Json, service_url: str, text: str, id_: str) -> Json:
    """A message; `<at>…</at>` of the bot becomes a real mention."""
    made = {**base("message", person, where, service_url), "id": id_, "textFormat": "plain", "text": text}
    made["attachments"] = [{"contentType": "text/html", "content": f"<p>{html.escape(text)}</p>"}]
    if TAG in text:
        made["entities"].append(mention(BOT, "Paja"))
    return made


def mention(user: str, name: str) -> Json:
    """A mention, as it comes with a message."""
    return {"type": "mention", "mentioned": {"id": user, "name": name}, "text": f"<at>{name}</at>"}


def invoke(person: Json, where: Json, service_url: str, name: str, value: Json) -> Json:
    """A press or a dialog; `value` is what the client sends."""
    made = base("invoke", person, where, service_url)
    return {**made, "name": name, "value": value, "replyToId": where.get("card", "")}


def executed(action: Json) -> Json:
    """The value of a press."""
    pressed = {"type": "Action.Execute", "id": "", "verb": action["verb"], "data": action["data"]}
    return {"action": pressed, "trigger": "manual"}


def dialog(data: Json) -> Json:
    """The value of `task/fetch` and `task/submit`."""
    return {"data": data, "context": {"theme": "default"}}


def submitted(person: Json, where: Json, service_url: str, data: Json) -> Json:
    """A press in a client that knows no `Action.Execute`: a message without text."""
    made = base("message", person, where, service_url)
    return {**made, "value": data, "replyToId": where.get("card", "")}


def installed(person: Json, where: Json, service_url: str, action: str = "add") -> Json:
    """The app was added or removed."""
    return {**base("installationUpdate", person, where, service_url), "action": action}


def members_removed(person: Json, where: Json, service_url: str, left: list[Json]) -> Json:
    """People left, or were taken out."""
    made = base("conversationUpdate", person, where, service_url)
    made["channelData"]["eventType"] = "teamMemberRemoved" if where["kind"] == "channel" else ""
    return {**made, "membersRemoved": left}


def channel_deleted(person: Json, service_url: str, channel: str = CHANNEL) -> Json:
    """A channel is gone: told in the team's own conversation."""
    made = base("conversationUpdate", person, {"conversation": TEAM, "kind": "channel"}, service_url)
    made["channelData"] |= {"eventType": "channelDeleted", "channel": {"id": channel, "name": "Tukipalvelut"}}
    return made
