"""Rooms, messages and people as the page gets them (JSON)."""

from __future__ import annotations

from typing import Any

from adaptive_cards.renderers import html
from bot.platforms.browser.colleagues import Colleagues
from bot.platforms.browser.people import People
from bot.platforms.browser.places import Room
from bot.platforms.browser.rooms import Entry
from bot.platforms.inbound import Reply
from bot.platforms.platform import Member


def room(one: Room, people: People) -> dict[str, Any]:
    """A room. `root`: the message that the thread hangs under, "" for others."""
    names = [member.name for person in one.people if (member := people.get(person))]
    return {"key": one.key, "kind": one.kind.value, "root": one.place.thread, "names": names}


def entry(one: Entry) -> dict[str, Any]:
    """A message; `author` is null for the bot. A card comes as markup, what a person said as text."""
    return {
        "ref": one.ref,
        "room": one.room.key,
        "author": person(one.author) if one.author else None,
        "text": one.text,
        "html": one.html,
        "title": one.card.title if one.card else "",
        "summary": one.card.summary if one.card else one.text,
        "at": one.at.isoformat() if one.at else None,
    }


def person(member: Member) -> dict[str, str]:
    """Somebody to choose."""
    return {"person": member.person, "name": member.name}


def colleagues(them: Colleagues | None) -> dict[str, Any] | None:
    """The simulated colleagues, null when there are none to be had."""
    if them is None:
        return None
    state = them.state()
    return {"on": state.on, "count": state.count, "most": state.most}


def reply(one: Reply) -> dict[str, Any]:
    """The desk's answer to whoever acted."""
    note = one.card and {"html": html.render(one.card), "summary": one.card.summary}
    return {"note": note, "form": one.form and html.render_form(one.form), "errors": one.errors}
