"""An activity -> `Inbound`s: pure. What we do not use, or do not understand, is an empty tuple.

Source: platforms.md 2.8 (presses and dialogs), 2.9 (commands), 2.11 (installing, leaving, deleting).
"""

from __future__ import annotations

import hashlib
from typing import Any

from adaptive_cards.actions import Action, BadActionError, decode
from adaptive_cards.card import Values
from bot.platforms.inbound import (
    BotRemoved,
    Caller,
    CommandGiven,
    FormAsked,
    FormSent,
    HomeOpened,
    Inbound,
    PersonLeft,
    Place,
    PlaceKind,
    Pressed,
)
from bot.platforms.teams import ids
from bot.platforms.teams.arrived import Account, Arrived
from bot.platforms.teams.inbound_text import command, names_bot, others

PRESS = "adaptiveCard/action"
FETCH = "task/fetch"
SUBMIT = "task/submit"
_GONE = {"channelDeleted", "teamDeleted", "teamHardDeleted", "teamArchived"}


def inbound(arrived: Arrived, digest: str = "") -> tuple[Inbound, ...]:
    """What arrived. `digest` of the raw body stands in for an id where the activity has none."""
    match arrived.type:
        case "message":
            return _message(arrived, digest)
        case "invoke":
            return _invoke(arrived, digest)
        case "installationUpdate":
            return _installation(arrived, digest)
        case "conversationUpdate":
            return _conversation(arrived, digest)
        case _:
            return ()


def kind_of(arrived: Arrived) -> PlaceKind:
    """What sort of conversation it comes from."""
    where = arrived.conversation
    in_team = arrived.channel_data.team is not None
    return ids.kind_of(where.conversation_type, is_group=bool(where.is_group), in_team=in_team)


def person_of(tenant: str, account: Account) -> str:
    """The id that we know a person by."""
    return ids.ours(tenant, account.aad_object_id or account.id)


def _message(arrived: Arrived, digest: str) -> tuple[Inbound, ...]:
    if arrived.sender.role in {"bot", "skill"}:
        return ()
    data = arrived.value if isinstance(arrived.value, dict) else {}
    if "paja" in data:  # Action.Submit, in clients that know no Action.Execute
        return _acted(arrived, digest, data)
    bot = arrived.recipient.id if arrived.recipient else ""
    targeted = bool(arrived.recipient and arrived.recipient.is_targeted)
    entities = arrived.entities or ()
    if not (targeted or kind_of(arrived) is PlaceKind.DIRECT or names_bot(entities, bot)):
        return ()  # not meant for us: a team may have allowed us to hear everything
    named = tuple(Caller(ids.ours(arrived.tenant, one.id), one.name) for one in others(entities, bot))
    text = command(arrived.text, entities, bot)
    return (CommandGiven(_delivery(arrived, digest), _caller(arrived), _place(arrived), text, named),)


def _invoke(arrived: Arrived, digest: str) -> tuple[Inbound, ...]:
    value = arrived.value if isinstance(arrived.value, dict) else {}
    if arrived.name == PRESS:
        action = value.get("action")
        return _acted(arrived, digest, action.get("data") if isinstance(action, dict) else None)
    if arrived.name in {FETCH, SUBMIT}:
        return _acted(arrived, digest, value.get("data"))
    return ()


def _acted(arrived: Arrived, digest: str, data: Any) -> tuple[Inbound, ...]:
    """Something of ours was used: a button, a button that opens a form, or a form."""
    action = _action(data)
    if action is None:
        return ()
    about, caller = _delivery(arrived, digest), _caller(arrived)
    where = _place(arrived, arrived.reply_to_id)  # at the card that holds the button
    if arrived.name == FETCH:
        return (FormAsked(about, caller, where, action),)
    nonce = data.get("nonce")
    if arrived.name == SUBMIT and isinstance(nonce, str) and nonce:
        return (FormSent(about, caller, where, action, nonce, _values(data)),)
    return (Pressed(about, caller, where, action),)


def _action(data: Any) -> Action | None:
    text = data.get("paja") if isinstance(data, dict) else None
    try:
        return decode(text) if isinstance(text, str) else None
    except BadActionError:
        return None


def _values(data: dict[str, Any]) -> Values:
    """What stands in the form: `fields` names them all, those of which several may be chosen with a `*`.

    Teams leaves out what was left empty, and sends several choices as one text with commas.
    """
    named = data.get("fields")
    made: Values = {}
    for name in named.split(",") if isinstance(named, str) and named else ():
        given = data.get(name.removeprefix("*"))
        text = given if isinstance(given, str) else ""
        made[name.removeprefix("*")] = tuple(filter(None, text.split(","))) if name.startswith("*") else text
    return made


def _installation(arrived: Arrived, digest: str) -> tuple[Inbound, ...]:
    where = _place(arrived)
    if arrived.action == "remove":
        return (BotRemoved(_delivery(arrived, digest), arrived.tenant, where),)
    if arrived.action == "add" and where.kind is PlaceKind.DIRECT:
        return (HomeOpened(_delivery(arrived, digest), _caller(arrived), where),)
    return ()


def _conversation(arrived: Arrived, digest: str) -> tuple[Inbound, ...]:
    about, data = _delivery(arrived, digest), arrived.channel_data
    if data.event_type in _GONE:
        channel = data.channel if data.event_type == "channelDeleted" else data.team
        gone = (channel and channel.id) or arrived.conversation.id
        where = Place(ids.ours(arrived.tenant, ids.without_thread(gone)), PlaceKind.CHANNEL)
        return (BotRemoved(about, arrived.tenant, where),)
    bot = arrived.recipient.id if arrived.recipient else ""
    left = [one for one in arrived.members_removed or () if one.id != bot]
    return tuple(
        PersonLeft(f"{about}:{number}", person_of(arrived.tenant, one), _place(arrived))
        for number, one in enumerate(left)
    )


def _caller(arrived: Arrived) -> Caller:
    zones = [entity.timezone for entity in arrived.entities or () if entity.type == "clientInfo"]
    zone = arrived.local_timezone or next(filter(None, zones), "")
    return Caller(person_of(arrived.tenant, arrived.sender), arrived.sender.name, arrived.locale, zone)


def _place(arrived: Arrived, at: str = "") -> Place:
    """Where it happened; `at` is the message it happened at, when that is not the activity itself."""
    where, message = arrived.conversation.id, at or arrived.id
    return ids.place(arrived.tenant, where, kind_of(arrived), message, is_reply=bool(arrived.reply_to_id))


def _delivery(arrived: Arrived, digest: str) -> str:
    """The same when the same thing is delivered again (platforms.md 2.10)."""
    about = "\n".join((arrived.tenant, arrived.conversation.id, arrived.type, arrived.id or digest))
    return "teams:" + hashlib.blake2s(about.encode(), digest_size=20).hexdigest()
