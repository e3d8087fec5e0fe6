"""The Web API methods of the fake Slack, as strict as their documentation (platforms.md 1.3 to 1.11)."""

from __future__ import annotations

import copy
import secrets
import time
from collections.abc import Callable
from typing import Any

from tests.support import block_kit_lint
from tests.support.fake_slack_world import BOT, BOT_ID, TEAM, Conversation, Json, Modal, SlackSaysNo, World

READS = frozenset(
    {
        "conversations.info",
        "conversations.members",
        "conversations.history",
        "conversations.replies",
        "users.info",
        "dnd.teamInfo",
        "files.getUploadURLExternal",
    }
)
_SCOPES = {
    "chat.postMessage": "chat:write",
    "chat.update": "chat:write",
    "chat.delete": "chat:write",
    "chat.postEphemeral": "chat:write",
    "users.info": "users:read",
    "dnd.teamInfo": "dnd:read",
    "files.getUploadURLExternal": "files:write",
    "files.completeUploadExternal": "files:write",
}
_KIND = {"channel": "channels", "private": "groups", "im": "im", "mpim": "mpim"}


def call(world: World, method: str, arguments: Json, base: str) -> Json:
    """The answer of `method` without its `ok`; raises `SlackSaysNo`. `base` is the fake's own address."""
    rule = _METHODS.get(method)
    if rule is None:
        raise SlackSaysNo("unknown_method", req_method=method)
    if method in _SCOPES:
        need(world, _SCOPES[method])
    return rule(world, {**arguments, "_base": base})


def need(world: World, scope: str) -> None:
    """The bot must have been given `scope`."""
    if scope not in world.scopes:
        raise SlackSaysNo("missing_scope", needed=scope, provided=",".join(sorted(world.scopes)))


def given(arguments: Json, name: str) -> Any:
    """An argument that must be there."""
    if not arguments.get(name):
        raise SlackSaysNo("invalid_arguments", response_metadata={"messages": [f"missing {name}"]})
    return arguments[name]


def lint_message(world: World, message: Json) -> None:
    """Slack's own checks of a message, and ours."""
    problems = block_kit_lint.message(message.get("blocks"), message.get("text"))
    if any(problem.endswith("msg_blocks_too_long") for problem in problems):
        raise SlackSaysNo("msg_blocks_too_long")
    for block in message.get("blocks") or ():
        file = block.get("slack_file") if isinstance(block, dict) else None
        known = world.files.get(file["id"]) if file else None
        if file and (not known or not known["completed"] or known["ready"] > time.monotonic()):
            problems.append("slack_file is not there (yet)")
    if problems:
        raise SlackSaysNo("invalid_blocks", response_metadata={"messages": problems})
    if not message.get("text") and not message.get("blocks"):
        raise SlackSaysNo("no_text")


def lint_view(view: Json) -> None:
    """Slack's own checks of a view, and ours."""
    problems = block_kit_lint.view(view)
    if problems:
        raise SlackSaysNo("invalid_arguments", response_metadata={"messages": problems})


def with_block_ids(blocks: Any) -> list[Json]:
    """Blocks as Slack keeps them: each with an id."""
    return [{"block_id": secrets.token_hex(3), **copy.deepcopy(block)} for block in blocks or ()]


def _auth_test(_world: World, _arguments: Json) -> Json:
    who = {"team_id": TEAM, "user_id": BOT, "bot_id": BOT_ID, "user": "paja", "team": "Testi"}
    return {"url": "https://testi.slack.com/", **who, "is_enterprise_install": False}


def _literal(arguments: Json) -> None:
    if arguments.get("parse") != "none" or arguments.get("link_names") not in (False, "false", 0, "0"):
        raise SlackSaysNo("invalid_arguments", response_metadata={"messages": ["text must stay literal"]})


def post(world: World, conversation: Conversation, message: Json, **more: Any) -> Json:
    """Put a message of the bot into a conversation."""
    who = {"type": "message", "user": BOT, "bot_id": BOT_ID, "app_id": "A1", "team": TEAM}
    said = {"text": message.get("text", ""), "blocks": with_block_ids(message.get("blocks"))}
    made: Json = {**who, "ts": world.stamp(), **said, **more}
    conversation.messages.append(made)
    return made


def _post_message(world: World, arguments: Json) -> Json:
    target = given(arguments, "channel")
    if target in world.users:
        _reach(world, target)
    conversation = world.direct(target) if target in world.users else world.writable(target)
    if conversation.kind == "im" and world.users[conversation.members[0]].get("unreachable"):
        raise SlackSaysNo("channel_not_found")
    _literal(arguments)
    lint_message(world, arguments)
    more = {}
    if arguments.get("thread_ts"):
        _root(world, conversation, arguments["thread_ts"])
        more["thread_ts"] = arguments["thread_ts"]
    if arguments.get("metadata"):
        more["metadata"] = _metadata(arguments["metadata"])
    made = post(world, conversation, arguments, **more)
    return {"channel": conversation.id, "ts": made["ts"], "message": made}


def _metadata(metadata: Any) -> Json:
    fits = isinstance(metadata, dict) and metadata.keys() == {"event_type", "event_payload"}
    if not fits or not isinstance(metadata["event_payload"], dict) or not metadata["event_type"]:
        raise SlackSaysNo("invalid_metadata_schema")
    return dict(metadata)


def _root(world: World, conversation: Conversation, stamp: str) -> None:
    try:
        world.message(conversation, stamp)
    except SlackSaysNo:
        raise SlackSaysNo("thread_not_found") from None


def _own(world: World, arguments: Json) -> tuple[Conversation, Json]:
    channel = given(arguments, "channel")
    if channel in world.users:
        raise SlackSaysNo("channel_not_found")  # only the conversation's own D… id will do
    conversation = world.writable(channel)
    message = world.message(conversation, given(arguments, "ts"))
    return conversation, message


def _update(world: World, arguments: Json) -> Json:
    conversation, message = _own(world, arguments)
    if message.get("user") != BOT:
        raise SlackSaysNo("cant_update_message")
    _literal(arguments)
    lint_message(world, arguments)
    message["text"], message["blocks"] = arguments.get("text", ""), with_block_ids(arguments.get("blocks"))
    message["edits"] = message.get("edits", 0) + 1
    return {"channel": conversation.id, "ts": message["ts"], "text": message["text"], "message": message}


def _delete(world: World, arguments: Json) -> Json:
    conversation, message = _own(world, arguments)
    if message.get("user") != BOT:
        raise SlackSaysNo("cant_delete_message")
    conversation.messages.remove(message)
    return {"channel": conversation.id, "ts": message["ts"]}


def _ephemeral(world: World, arguments: Json) -> Json:
    conversation = world.writable(given(arguments, "channel"))
    if given(arguments, "user") not in conversation.members:
        raise SlackSaysNo("user_not_in_channel")
    lint_message(world, arguments)
    stamp = world.stamp()
    conversation.ephemeral.append({**_shown(arguments), "ts": stamp, "to": arguments["user"]})
    return {"message_ts": stamp}


def _shown(message: Json) -> Json:
    shown = {"text": message.get("text", ""), "blocks": with_block_ids(message.get("blocks"))}
    return shown | ({"thread_ts": message["thread_ts"]} if message.get("thread_ts") else {})


def _reach(world: World, user: str) -> None:
    if user not in world.users:
        raise SlackSaysNo("user_not_found")
    if world.users[user]["deleted"] or world.users[user].get("unreachable"):
        raise SlackSaysNo("user_disabled")


def _open(world: World, arguments: Json) -> Json:
    users = [user for user in str(arguments.get("users", "")).split(",") if user]
    if not users:
        raise SlackSaysNo("not_enough_users")
    if len(users) > 8:
        raise SlackSaysNo("too_many_users")
    need(world, "im:write" if len(users) == 1 else "mpim:write")
    for user in users:
        _reach(world, user)
    if BOT in users or len(set(users)) != len(users):
        raise SlackSaysNo("invalid_user_combination")
    conversation = world.direct(users[0]) if len(users) == 1 else world.group(users)
    return {"channel": {"id": conversation.id}, "no_op": False, "already_open": False}


def _page(items: list[Any], arguments: Json) -> tuple[list[Any], str]:
    """A page that is shorter than asked for though there is more, as Slack's may be."""
    start, limit = int(arguments.get("cursor") or 0), min(int(arguments.get("limit") or 100), 1000)
    size = max(1, limit // 2)
    return items[start : start + size], str(start + size) if start + size < len(items) else ""


def _members(world: World, arguments: Json) -> Json:
    conversation = world.reachable(given(arguments, "channel"))
    members, cursor = _page(conversation.members, arguments)
    return {"members": members, "response_metadata": {"next_cursor": cursor}}


def _info(world: World, arguments: Json) -> Json:
    conversation = world.reachable(given(arguments, "channel"))
    need(world, f"{_KIND[conversation.kind]}:read")
    about = {"id": conversation.id, "name": conversation.name, "is_archived": conversation.archived}
    return {"channel": {**about, "is_im": conversation.kind == "im", "is_mpim": conversation.kind == "mpim"}}


def _history(world: World, arguments: Json) -> Json:
    conversation = world.reachable(given(arguments, "channel"))
    need(world, f"{_KIND[conversation.kind]}:history")
    top = [
        message
        for message in conversation.messages
        if message.get("thread_ts", message["ts"]) == message["ts"]
    ]
    return _messages(top[::-1], arguments)


def _replies(world: World, arguments: Json) -> Json:
    conversation = world.reachable(given(arguments, "channel"))
    need(world, f"{_KIND[conversation.kind]}:history")
    root = given(arguments, "ts")
    _root(world, conversation, root)
    thread = [
        message for message in conversation.messages if root in (message["ts"], message.get("thread_ts"))
    ]
    return _messages(thread, arguments)


def _messages(messages: list[Json], arguments: Json) -> Json:
    page, cursor = _page(messages, arguments)
    if str(arguments.get("include_all_metadata")) != "true":
        page = [{key: value for key, value in message.items() if key != "metadata"} for message in page]
    return {"messages": page, "has_more": bool(cursor), "response_metadata": {"next_cursor": cursor}}


def _user(world: World, arguments: Json) -> Json:
    user = world.users.get(given(arguments, "user"))
    if user is None:
        raise SlackSaysNo("user_not_found")
    hidden = () if str(arguments.get("include_locale")) == "true" else ("locale",)
    return {"user": {key: value for key, value in user.items() if key not in hidden}}


def _view(modal: Modal) -> Json:
    return {"view": {**modal.view, "id": modal.id, "hash": modal.hash, "team_id": TEAM, "bot_id": BOT_ID}}


def _show(world: World, user: str, view: Json, stack: list[Modal]) -> Json:
    if view.get("type") != "modal":
        raise SlackSaysNo("invalid_arguments")
    modal = Modal(f"V{world.number():06d}", user, kept_view(view), new_hash())
    world.modals[user] = [*stack, modal]
    return _view(modal)


def kept_view(view: Json) -> Json:
    """A view as Slack keeps it."""
    return {**copy.deepcopy(view), "blocks": with_block_ids(view["blocks"])}


def new_hash() -> str:
    """A new hash of a view."""
    return f"{int(time.time())}.{secrets.token_hex(4)}"


def _quiet(world: World, arguments: Json) -> Json:
    asked = str(given(arguments, "users")).split(",")
    if len(asked) > 50:
        raise SlackSaysNo("invalid_arguments")
    nobody = {"dnd_enabled": False, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1}
    return {"users": {user: world.users[user].get("dnd", nobody) for user in asked if user in world.users}}


def _views_open(world: World, arguments: Json) -> Json:
    lint_view(given(arguments, "view"))
    return _show(world, world.use_trigger(given(arguments, "trigger_id")), arguments["view"], [])


def _views_push(world: World, arguments: Json) -> Json:
    lint_view(given(arguments, "view"))
    user = world.use_trigger(given(arguments, "trigger_id"))
    stack = world.modals.get(user, [])
    if not stack or len(stack) >= 3:
        raise SlackSaysNo("push_limit_reached" if stack else "not_found")
    return _show(world, user, arguments["view"], stack)


def _views_update(world: World, arguments: Json) -> Json:
    lint_view(given(arguments, "view"))
    modal = world.modal(given(arguments, "view_id"))
    if arguments.get("hash", modal.hash) != modal.hash:
        raise SlackSaysNo("hash_conflict")
    modal.view, modal.hash = kept_view(arguments["view"]), new_hash()
    return _view(modal)


def _views_publish(world: World, arguments: Json) -> Json:
    view = given(arguments, "view")
    lint_view(view)
    if view.get("type") != "home":
        raise SlackSaysNo("invalid_arguments")
    _reach(world, given(arguments, "user_id"))
    world.homes[arguments["user_id"]] = kept_view(view)
    return {"view": {**view, "id": f"V{world.number():06d}"}}


def _upload_url(world: World, arguments: Json) -> Json:
    file = f"F{world.number():06d}"
    about = {"name": given(arguments, "filename"), "length": int(given(arguments, "length"))}
    world.files[file] = {**about, "data": None, "completed": False, "shared": [], "ready": 0.0}
    return {"upload_url": f"{arguments['_base']}/upload/{file}", "file_id": file}


def _complete(world: World, arguments: Json) -> Json:
    files = [world.files.get(file["id"]) for file in given(arguments, "files")]
    if not all(file and file["data"] is not None for file in files):
        raise SlackSaysNo("file_not_found")
    channel = arguments.get("channel_id")
    conversation = world.writable(channel) if channel else None
    for file in filter(None, files):
        file["completed"], file["ready"] = True, time.monotonic() + world.processing
        file["shared"] += [channel] if channel else []
    if conversation:
        more = {"thread_ts": arguments["thread_ts"]} if arguments.get("thread_ts") else {}
        post(world, conversation, {}, files=[file["id"] for file in arguments["files"]], **more)
    return {"files": arguments["files"]}


_METHODS: dict[str, Callable[[World, Json], Json]] = {
    "auth.test": _auth_test,
    "chat.postMessage": _post_message,
    "chat.update": _update,
    "chat.delete": _delete,
    "chat.postEphemeral": _ephemeral,
    "conversations.open": _open,
    "conversations.members": _members,
    "conversations.info": _info,
    "conversations.history": _history,
    "conversations.replies": _replies,
    "users.info": _user,
    "dnd.teamInfo": _quiet,
    "views.open": _views_open,
    "views.push": _views_push,
    "views.update": _views_update,
    "views.publish": _views_publish,
    "files.getUploadURLExternal": _upload_url,
    "files.completeUploadExternal": _complete,
}
