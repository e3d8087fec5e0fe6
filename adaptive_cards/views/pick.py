"""Groups choose what they bring up (nostot)."""

from __future__ import annotations

from adaptive_cards.card import Bullets, Card, Paragraph, Rich, Span, Style
from adaptive_cards.views.parts import (
    bullets,
    button,
    buttons,
    card,
    group_arg,
    group_title,
    heading,
    line,
    said,
    small,
    until,
)
from adaptive_cards.words import Words
from dialogs.messages import GroupPicks, PickBoard, PickView


def pick_board(message: PickBoard, words: Words) -> Card:
    """To the channel."""
    step = words.step(message.step)
    return card(
        words,
        step.title,
        said(step.goal),
        line(words, "pick.board", n=message.budget),
        said(until(words, message.ends_at)),
        heading(words, "part.prompts", over=step.prompts),
        bullets(step.prompts),
        small(words, "pick.groups", done=message.groups_done, all=message.groups) if message.groups else None,
        None if message.live else small(words, "past.step"),
    )


def group_picks(message: GroupPicks, words: Words) -> Card:
    """One group's card; no button before there is something to choose from."""
    choosing = message.live and message.notes > 0
    group = group_arg(message.group_id)
    return card(
        words,
        group_title(words, words.step(message.step).title, message.group),
        said(words.names(message.names) if message.group else ""),
        picks(message.picks, message.notes_of, words),
        _count(message, words),
        _state(message, words, choosing=choosing),
        buttons(button(words, "pick", message.session, message.step, group, style=Style.PRIMARY))
        if choosing
        else None,
    )


def _count(message: GroupPicks, words: Words) -> Paragraph:
    if not message.notes:
        return small(words, "pick.empty")
    notes = words.text("count.notes", n=message.notes)
    return small(words, "pick.chosen", n=len(message.picks), budget=message.budget, notes=notes)


def _state(message: GroupPicks, words: Words, *, choosing: bool) -> Paragraph | None:
    if choosing:
        return small(words, "sees.picks")
    return None if message.live else small(words, "past.step")


def picks(
    found: tuple[PickView, ...], notes_of: str, words: Words, *, with_group: bool = False
) -> Bullets | None:
    """Picks as a list: where each comes from, and what it says."""
    items = tuple(_pick(one, notes_of, words, with_group=with_group) for one in found)
    return Bullets(items) if items else None


def _pick(pick: PickView, notes_of: str, words: Words, *, with_group: bool) -> Rich:
    label = words.cell(notes_of, pick.cell).label
    group = words.text("group.title", number=pick.group) if with_group and pick.group else ""
    origin = f"{group}, {label}" if group else label
    return (Span(f"{origin}:", bold=True), Span(f" {pick.text}"))
