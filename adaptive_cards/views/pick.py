"""What is brought up (nostot): by each group, by each person from their own notes, by everybody with dots."""

from __future__ import annotations

from adaptive_cards.card import Block, Bullets, Card, Paragraph, Rich, Span, Style
from adaptive_cards.views.audience import sees_picks
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
from content.steps import By
from dialogs.messages import GroupPicks, PickBoard, PickView
from dialogs.verbs import EVERYBODY


def pick_board(message: PickBoard, words: Words) -> Card:
    """To the channel: each group from its notes, each person from their own, or everybody with dots."""
    step, together = words.step(message.step), message.by != By.GROUP
    return card(
        words,
        step.title,
        said(step.goal),
        line(words, _BOARD[By(message.by)], n=message.budget),
        said(until(words, message.ends_at)),
        heading(words, "part.prompts", over=step.prompts),
        bullets(step.prompts),
        *(_together(message, words) if together else _by_groups(message, words)),
    )


_BOARD = {By.GROUP: "pick.board", By.PERSON: "pick.own", By.EVERYBODY: "pick.dots"}


def _by_groups(message: PickBoard, words: Words) -> tuple[Block | None, ...]:
    return (
        heading(words, "part.picks", over=message.tally),
        picks(message.tally, message.notes_of, words, with_group=True),
        small(words, "pick.groups", done=message.groups_done, all=message.groups) if message.groups else None,
        None if message.live else small(words, "past.step"),
    )


def _together(message: PickBoard, words: Words) -> tuple[Block | None, ...]:
    """How many have chosen, and nothing more before it is over."""
    voters = small(words, "count.chosen", n=message.voters, all=message.here)
    if not message.live:
        tally = picks(message.tally, message.notes_of, words) or line(words, "pick.none")
        return (heading(words, "part.picks", over=message.tally), tally, voters, small(words, "past.step"))
    dots = message.by == By.EVERYBODY
    label = words.text("button.dots") if dots else ""
    press = button(words, "pick", message.session, message.step, EVERYBODY, label=label, style=Style.PRIMARY)
    hidden = small(words, "pick.hidden_tally") if dots else None
    return (voters, hidden, sees_picks(message.by, words), *_kept(message, words), buttons(press))


def _kept(message: PickBoard, words: Words) -> tuple[Paragraph, ...]:
    """Of a sheet of one's own: nothing else of it is ever shown."""
    return (small(words, "sees.self_kept"),) if message.private else ()


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
    place = f"{group}, {label}" if group else label
    return (Span(f"{place}:", bold=True), Span(f" {told(pick, words)}"))


def told(pick: PickView, words: Words) -> str:
    """What a pick says, with its dots where there were any."""
    if not pick.votes:
        return pick.text
    return words.text("pick.tally", text=pick.text, votes=words.text("count.votes", n=pick.votes))
