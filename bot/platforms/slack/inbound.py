"""Slack's payloads -> `Inbound`: pure. Whatever we do not use, or do not understand, is None.

Source: Slack, "Interaction payloads", "Slash commands", "Events API"; platforms.md 1.1 and 1.8.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any

from adaptive_cards.actions import Action, BadActionError, decode
from adaptive_cards.card import Values
from adaptive_cards.renderers.block_kit import FORM, OPENS_FORM, PRESS, Origin, read_origin
from bot.platforms.inbound import (
    Caller,
    CommandGiven,
    FormAsked,
    FormSent,
    Inbound,
    Place,
    PlaceKind,
    Pressed,
)
from bot.platforms.slack import inbound_events
from bot.platforms.slack.ids import ours, place
from bot.platforms.slack.inbound_text import mentioned_in, readable, unescaped

SHORTCUT = "paja_havainto"
"""The message shortcut of the app's manifest."""
_ID = re.compile(r"[\w.:-]{1,120}")

Json = dict[str, Any]


def inbound(payload: Json, *, bot: str = "") -> Inbound | None:
    """What arrived. `payload` is a parsed body; `bot` is the bot's own user id, "" while it is not known."""
    try:
        return _inbound(payload, bot)
    except (AttributeError, IndexError, KeyError, TypeError, BadActionError):
        return None  # signed by Slack, yet not of a shape that we know: nothing of ours


def team_of(payload: Json) -> str:
    """The workspace that a payload comes from, "" when it does not say."""
    team = payload.get("team_id") or payload.get("team")
    if isinstance(team, dict):
        team = team.get("id")
    return team if isinstance(team, str) else ""


def delivery(*parts: Any) -> str:
    """An id that is the same when the same thing is delivered again."""
    text = ":".join(str(part) for part in parts if part)
    return f"slack:{text}" if _ID.fullmatch(text) else f"slack:{hashlib.sha256(text.encode()).hexdigest()}"


def _inbound(payload: Json, bot: str) -> Inbound | None:
    kind, team = payload.get("type"), team_of(payload)
    if not team:
        return None
    if kind == "block_actions":
        return _pressed(payload, team)
    if kind == "view_submission":
        return _sent(payload, team)
    if kind == "message_action":
        return _noticed(payload, team)
    if kind == "event_callback":
        event, about = payload["event"], delivery("event", payload["event_id"])
        return inbound_events.of_event(event, team, inbound_events.bot_of(payload) or bot, about)
    return _command(payload, team) if kind is None and "command" in payload else None


def _command(payload: Json, team: str) -> CommandGiven:
    text = payload.get("text", "")
    channel = place(team, payload["channel_id"], called=payload.get("channel_name", ""))
    return CommandGiven(
        delivery("command", payload.get("trigger_id") or hashlib.sha256(repr(payload).encode()).hexdigest()),
        Caller(ours(team, payload["user_id"])),
        channel,
        readable(text).strip(),
        mentioned_in(text, lambda user: ours(team, user)),
    )


def _pressed(payload: Json, team: str) -> Pressed | FormAsked | None:
    pressed = payload["actions"][0]
    prefix = pressed["action_id"].partition(".")[0]
    if prefix not in (PRESS, OPENS_FORM):
        return None
    made = FormAsked if prefix == OPENS_FORM else Pressed
    about = delivery("press", payload.get("trigger_id") or f"{payload['user']['id']}.{pressed['action_ts']}")
    return made(about, _caller(payload, team), _where(payload, team), decode(pressed["value"]))


def _noticed(payload: Json, team: str) -> FormAsked | None:
    """The shortcut of a message: its words become a diary entry, if its user sends the form."""
    if payload.get("callback_id") != SHORTCUT:
        return None
    about = delivery(
        "shortcut", payload.get("trigger_id") or f"{payload['user']['id']}.{payload['action_ts']}"
    )
    values: Values = {"text": readable(str(payload["message"].get("text") or "")).strip()}
    return FormAsked(about, _caller(payload, team), _where(payload, team), Action("observe"), values)


def _sent(payload: Json, team: str) -> FormSent | None:
    view = payload["view"]
    origin = read_origin(view.get("private_metadata", ""))
    if view.get("callback_id") != FORM or origin.action is None:
        return None
    about = delivery("form", payload.get("trigger_id") or f"{view['id']}.{view.get('hash', '')}")
    where = _origin_place(origin) or _direct(payload, team)
    return FormSent(about, _caller(payload, team), where, origin.action, origin.nonce, _values(view))


def _values(view: Json) -> Values:
    blocks: dict[str, dict[str, Json]] = view["state"]["values"]
    return {block: _value(next(iter(inputs.values()))) for block, inputs in blocks.items() if inputs}


def _value(given: Json) -> str | tuple[str, ...]:
    if "selected_options" in given:
        return tuple(str(option["value"]) for option in given["selected_options"] or ())
    if "selected_option" in given:
        return str(given["selected_option"]["value"]) if given["selected_option"] else ""
    # Whether Slack escapes what is typed into a modal is not documented; a bare "&" survives both ways.
    return unescaped(str(given.get("value") or ""))


def _caller(payload: Json, team: str) -> Caller:
    return Caller(ours(team, payload["user"]["id"]))


def _where(payload: Json, team: str) -> Place:
    """The conversation of the message that was pressed; of a modal, the one that it was opened from."""
    channel = payload.get("channel") or {}
    if channel.get("id"):
        return place(team, channel["id"], called=channel.get("name", ""), thread=_thread(payload))
    if payload.get("view"):
        return _origin_place(read_origin(payload["view"].get("private_metadata") or "{}")) or _direct(
            payload, team
        )
    return _direct(payload, team)


def _thread(payload: Json) -> str:
    message, container = payload.get("message") or {}, payload.get("container") or {}
    thread = message.get("thread_ts") or container.get("thread_ts") or ""
    return "" if thread == (message.get("ts") or container.get("message_ts")) else str(thread)


def _origin_place(origin: Origin) -> Place | None:
    parts = origin.place.split(":")
    return place(parts[1], parts[2], thread=origin.thread) if len(parts) == 3 else None  # noqa: PLR2004 -- our ids


def _direct(payload: Json, team: str) -> Place:
    """No conversation is known (the bot's own page): the one that a person has with the bot stands for it."""
    return Place(ours(team, payload["user"]["id"]), PlaceKind.DIRECT)
