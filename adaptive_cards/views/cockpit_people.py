"""Who is here, who is ready, and how far each group is: names are for the facilitators only."""

from __future__ import annotations

from adaptive_cards.card import Block, Bullets, Facts, Rich, Span
from adaptive_cards.views.parts import DOT, dotted, fact, heading
from adaptive_cards.words import Words
from dialogs.messages import Cockpit, GroupLine

_EXCHANGE = "exchange"


def people(message: Cockpit, words: Words) -> Facts | None:
    """Labels with names; a label without names is left out."""
    found = (
        fact(words, "cockpit.here", _names(message.here, words), n=len(message.here)),
        fact(words, "cockpit.ready", _names(message.ready, words), n=len(message.ready)),
        fact(words, "cockpit.waiting", _names(message.waiting, words)),
        fact(words, "cockpit.silent", _names(message.silent, words)),
        fact(words, "cockpit.aside", _names(message.aside, words)),
        fact(words, "cockpit.not_reached", _names(message.not_reached, words)),
    )
    present = tuple(one for one in found if one)
    return Facts(present) if present else None


def _names(names: tuple[str, ...], words: Words) -> str:
    return words.names(names) if names else ""


def groups(message: Cockpit, words: Words) -> tuple[Block | None, ...]:
    """A line for each group."""
    if not message.groups:
        return ()
    title = "cockpit.pairs" if message.kind == _EXCHANGE else "cockpit.groups"
    lines = tuple(_group(one, message, words) for one in message.groups)
    return (heading(words, title, over=lines), Bullets(lines))


def _group(group: GroupLine, message: Cockpit, words: Words) -> Rich:
    names = words.names(group.names)
    numbered = words.text("group.with_names", number=group.number, names=names)
    who = names if message.kind == _EXCHANGE else numbered
    station = words.cell(message.step, group.station).label if group.station else ""
    done = dotted(station, _done(group, words))
    return (Span(who), Span(DOT + done)) if done else (Span(who),)


def _done(group: GroupLine, words: Words) -> str:
    counted = group.notes or group.cells
    return dotted(
        words.text("count.notes", n=group.notes) if counted else "",
        words.text("count.cells", begun=group.cells_begun, all=group.cells)
        if group.cells and not group.station
        else "",
        words.text("cockpit.turns", taken=group.turns, all=group.turns_all) if group.turns_all else "",
        words.text("count.picks", n=group.picks) if group.picks else "",
        words.text("cockpit.ready_people", n=group.ready) if group.ready else "",
    )
