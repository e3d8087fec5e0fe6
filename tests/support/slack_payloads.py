"""Payloads as Slack sends them to an app, complete and escaped, and the signature of a request. Pure."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import time
from typing import Any
from urllib.parse import urlencode

from tests.support.fake_slack_world import APP_ID, BOT, BOT_ID, SIGNING_SECRET, TEAM, Json

_NO_ENTERPRISE = {"enterprise": None, "is_enterprise_install": False}


def escaped(text: str) -> str:
    """As Slack writes text that people have typed."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def signed(body: bytes, *, at: float | None = None, secret: str = SIGNING_SECRET) -> dict[str, str]:
    """The two headers of a request of Slack's."""
    stamp = str(int(time.time() if at is None else at))
    digest = hmac.new(secret.encode(), b"v0:%b:%b" % (stamp.encode(), body), hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}


def form_body(payload: Json) -> bytes:
    """An interaction as it is posted: JSON in a form field."""
    return urlencode({"payload": json.dumps(payload)}).encode()


def command(user: Json, channel: Json, text: str, acted: Json, name: str = "/paja") -> Json:
    """The fields of a slash command; `text` as Slack escapes it (`should_escape: true`)."""
    return {
        "token": "made-up",
        "team_id": TEAM,
        "team_domain": "testi",
        "channel_id": channel["id"],
        "channel_name": "privategroup" if channel["kind"] == "private" else channel["name"],
        "user_id": user["id"],
        "user_name": user["name"],
        "command": name,
        "text": text,
        "api_app_id": APP_ID,
        "is_enterprise_install": "false",
        "response_url": acted["response_url"],
        "trigger_id": acted["trigger_id"],
    }


def person(user: Json) -> Json:
    """Whoever acted, in an interaction."""
    return {"id": user["id"], "username": user["name"], "name": user["name"], "team_id": TEAM}


def _acting(kind: str, user: Json, trigger: str) -> Json:
    team = {"team": {"id": TEAM, "domain": "testi"}, **_NO_ENTERPRISE}
    return {
        "type": kind,
        "user": person(user),
        "api_app_id": APP_ID,
        "token": "made-up",
        "trigger_id": trigger,
        **team,
    }


def pressed(user: Json, button: Json, block_id: str, acted: Json) -> Json:
    """A press, without where it happened."""
    text = {**button["text"], "text": escaped(button["text"]["text"])}
    action: Json = {key: button[key] for key in ("action_id", "value", "url", "style") if key in button}
    stamp = f"{time.time():.6f}"
    acts: list[Json] = [{**action, "type": "button", "block_id": block_id, "text": text, "action_ts": stamp}]
    state: Json = {"values": {}}
    return {**_acting("block_actions", user, acted["trigger_id"]), "actions": acts, "state": state}


def in_message(press: Json, channel: Json, message: Json, acted: Json, *, ephemeral: bool = False) -> Json:
    """A press in a message."""
    container: Json = {"type": "message", "message_ts": message["ts"], "channel_id": channel["id"]}
    container["is_ephemeral"] = ephemeral
    container |= {"thread_ts": message["thread_ts"]} if message.get("thread_ts") else {}
    where = {"id": channel["id"], "name": "privategroup" if channel["kind"] == "private" else channel["name"]}
    shown = {} if ephemeral else {"message": message}
    return {**press, "container": container, "channel": where, **shown, "response_url": acted["response_url"]}


def in_view(press: Json, view: Json) -> Json:
    """A press in a modal or on the home page."""
    return {**press, "container": {"type": "view", "view_id": view["id"]}, "view": view_as_sent(view, {})}


def view_as_sent(view: Json, values: Json) -> Json:
    """A view with its state, as it comes with a press or a submission."""
    ids = {"id": view["id"], "team_id": TEAM, "app_id": APP_ID, "bot_id": BOT_ID, "root_view_id": view["id"]}
    title = {"title": {**view["title"], "text": escaped(view["title"]["text"])}} if "title" in view else {}
    state = {"state": {"values": values}, "previous_view_id": None, "app_installed_team_id": TEAM}
    return {
        "external_id": "",
        "clear_on_close": False,
        "notify_on_close": False,
        **view,
        **ids,
        **title,
        **state,
    }


def submission(user: Json, view: Json, values: Json, trigger: str) -> Json:
    """A sent form."""
    sent = {"view": view_as_sent(view, values), "response_urls": []}
    return {**_acting("view_submission", user, trigger), **sent}


def view_closed(user: Json, view: Json) -> Json:
    """A form that was closed."""
    shown = {"view": view_as_sent(view, {}), "is_cleared": False}
    closed = _acting("view_closed", user, "")
    return {key: value for key, value in closed.items() if key != "trigger_id"} | shown


def event(inside: Json, event_id: str = "") -> Json:
    """An event in its envelope."""
    bot = {
        "enterprise_id": None,
        "team_id": TEAM,
        "user_id": BOT,
        "is_bot": True,
        "is_enterprise_install": False,
    }
    return {
        "token": "made-up",
        "team_id": TEAM,
        "context_team_id": TEAM,
        "context_enterprise_id": None,
        "api_app_id": APP_ID,
        "event": {"event_ts": f"{time.time():.6f}", **inside},
        "type": "event_callback",
        "event_id": event_id or f"Ev{secrets.token_hex(5).upper()}",
        "event_time": int(time.time()),
        "authorizations": [bot],
        "is_ext_shared_channel": False,
        "event_context": "4-made-up",
    }


def value_of(element: Json, given: Any) -> Json:
    """What an input holds, as Slack sends it; refuses what its client would not let a person send."""
    kind = element["type"]
    if kind == "plain_text_input":
        text = given or None
        if text and len(text.encode("utf-16-le")) // 2 > element.get("max_length", 3000):
            raise ValueError("longer than the input allows")
        return {"type": kind, "value": escaped(text) if text else None}
    groups = element.get("option_groups", [{"options": element.get("options", [])}])
    options = {option["value"]: option for group in groups for option in group["options"]}
    if kind in ("checkboxes", "multi_static_select"):
        return {"type": kind, "selected_options": [options[value] for value in given or ()]}
    return {"type": kind, "selected_option": options[given] if given else None}


def typed(element: Json) -> Any:
    """What stands in an input before anybody has touched it."""
    if element["type"] == "plain_text_input":
        return element.get("initial_value", "")
    if "initial_options" in element:
        return tuple(option["value"] for option in element["initial_options"])
    return element["initial_option"]["value"] if "initial_option" in element else None
