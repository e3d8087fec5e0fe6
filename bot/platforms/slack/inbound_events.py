"""Slack's events -> `Inbound`: pure. Source: Slack, "Events API: event types"; platforms.md 1.10, 1.12."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.platforms.inbound import BotRemoved, Caller, CommandGiven, HomeOpened, Inbound, PersonLeft
from bot.platforms.slack.ids import ours, place, tenant
from bot.platforms.slack.inbound_text import after_name, mentioned_in, readable

Json = dict[str, Any]

_PLAIN = (None, "file_share", "thread_broadcast")


def of_event(event: Json, team: str, bot: str, about: str) -> Inbound | None:
    """What an event means to us; `about` is its delivery id, `bot` the bot's own user id or ""."""
    rule = _RULES.get(event["type"])
    return rule(event, team, bot, about) if rule else None


def bot_of(payload: Json) -> str:
    """The bot's user id as the delivery names it, or ""."""
    for authorization in payload.get("authorizations") or ():
        if authorization.get("is_bot"):
            return str(authorization.get("user_id") or "")
    return ""


def _message(event: Json, team: str, bot: str, about: str) -> CommandGiven | None:
    if event.get("channel_type") != "im" or event.get("subtype") not in _PLAIN or _of_a_bot(event, bot):
        return None
    return _command(event, team, about, event.get("text") or "", bot)


def _mention(event: Json, team: str, bot: str, about: str) -> CommandGiven | None:
    if event["channel"].startswith("D") or event.get("edited") or _of_a_bot(event, bot):
        return None  # in a direct conversation the same words come as a message, too
    return _command(event, team, about, after_name(event.get("text") or "", bot), bot)


def _command(event: Json, team: str, about: str, text: str, bot: str) -> CommandGiven:
    thread = "" if event.get("thread_ts") == event.get("ts") else event.get("thread_ts") or ""
    where = place(team, event["channel"], called=event.get("channel_type", ""), thread=thread)
    people = mentioned_in(text, lambda user: ours(team, user), bot=bot)
    return CommandGiven(about, Caller(ours(team, event["user"])), where, readable(text).strip(), people)


def _of_a_bot(event: Json, bot: str) -> bool:
    return bool(event.get("bot_id")) or not event.get("user") or event["user"] == bot


def _home(event: Json, team: str, _bot: str, about: str) -> HomeOpened | None:
    if event.get("tab", "home") != "home":
        return None
    return HomeOpened(about, Caller(ours(team, event["user"])), place(team, event["channel"]))


def _left(event: Json, team: str, bot: str, about: str) -> PersonLeft | BotRemoved:
    where = place(team, event["channel"])
    if bot and event["user"] == bot:
        return BotRemoved(about, tenant(team), where)
    return PersonLeft(about, ours(team, event["user"]), where)


def _changed(event: Json, team: str, _bot: str, about: str) -> PersonLeft | None:
    user = event["user"]
    return PersonLeft(about, ours(team, user["id"])) if user.get("deleted") is True else None


def _gone(event: Json, team: str, _bot: str, about: str) -> BotRemoved:
    return BotRemoved(about, tenant(team), place(team, event["channel"]))


def _uninstalled(_event: Json, team: str, _bot: str, about: str) -> BotRemoved:
    return BotRemoved(about, tenant(team))


def _revoked(event: Json, team: str, _bot: str, about: str) -> BotRemoved | None:
    return BotRemoved(about, tenant(team)) if event["tokens"].get("bot") else None


_RULES: dict[str, Callable[[Json, str, str, str], Inbound | None]] = {
    "message": _message,
    "app_mention": _mention,
    "app_home_opened": _home,
    "member_left_channel": _left,
    "user_change": _changed,
    "channel_archive": _gone,
    "channel_deleted": _gone,
    "channel_left": _gone,
    "group_archive": _gone,
    "group_deleted": _gone,
    "group_left": _gone,
    "app_uninstalled": _uninstalled,
    "tokens_revoked": _revoked,
}
