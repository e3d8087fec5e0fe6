"""Our ids and those of Teams. Pure.

People are known by their Entra object id, which Teams sends with almost everything and takes in mentions and
in new 1:1 conversations; the `29:…` id, which differs from bot to bot, stands in only where there is no
other.
"""

from __future__ import annotations

import re

from bot.platforms.inbound import Place, PlaceKind

_PARTS = 3
_THREAD = ";messageid="
_KINDS = {
    "personal": PlaceKind.DIRECT,
    "groupchat": PlaceKind.GROUP,
    "channel": PlaceKind.CHANNEL,
}
USER = re.compile(r"[A-Za-z0-9_.:@=+-]{1,150}")
"""What a person's id may look like: it travels inside our actions."""


def ours(tenant: str, local: str) -> str:
    """The id that the rest of the bot knows."""
    return f"teams:{tenant}:{local}"


def parts(id_: str) -> tuple[str, str]:
    """Tenant and Teams' own id; two empty strings for ids of other platforms."""
    found = id_.split(":", _PARTS - 1)
    return (found[1], found[2]) if len(found) == _PARTS and found[0] == "teams" else ("", "")


def without_thread(conversation: str) -> str:
    """The channel of `19:…;messageid=…`."""
    return conversation.partition(_THREAD)[0]


def in_thread(conversation: str, root: str) -> str:
    """The conversation that a reply under `root` goes to."""
    return f"{without_thread(conversation)}{_THREAD}{root}"


def root_of(conversation: str) -> str:
    """The message that the thread hangs under, "" outside channels."""
    return conversation.partition(_THREAD)[2]


def kind_of(conversation_type: str, *, is_group: bool, in_team: bool) -> PlaceKind:
    """What sort of conversation it is; some invokes do not say."""
    found = _KINDS.get(conversation_type.lower())
    if found is not None:
        return found
    if in_team:
        return PlaceKind.CHANNEL
    return PlaceKind.GROUP if is_group else PlaceKind.DIRECT


def place(tenant: str, conversation: str, kind: PlaceKind, message: str, *, is_reply: bool = True) -> Place:
    """The place of something that happened at `message`, which may itself be the root of its thread.

    In Teams the root has the same number as its thread; in the Agents Playground ids are no numbers, and what
    is no reply is a root.
    """
    root = root_of(conversation)
    at_root = message == root or not (is_reply or message.isdigit())
    return Place(ours(tenant, without_thread(conversation)), kind, "" if at_root else root)


def reference(conversation: str, activity: str) -> str:
    """What `deliver` returns: enough to edit the message, and to hang a thread under it."""
    return f"{activity} {conversation}"


def read_reference(text: str) -> tuple[str, str]:
    """Activity and conversation of a reference; the conversation is "" when `text` is a bare activity id."""
    activity, _, conversation = text.partition(" ")
    return activity, conversation
