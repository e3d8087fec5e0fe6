"""People write notes into a canvas: the channel's card, each group's card, the first word of its thread."""

from __future__ import annotations

from adaptive_cards.card import Block, Buttons, Card, Fact, Facts, Mention, Paragraph, Rich, Span, Style
from adaptive_cards.views.audience import sees_notes
from adaptive_cards.views.canvas import canvas, cell_count, story
from adaptive_cards.views.climate import habit, look_ahead
from adaptive_cards.views.parts import (
    bullets,
    button,
    buttons,
    card,
    dotted,
    group_arg,
    group_title,
    heading,
    line,
    said,
    small,
    until,
)
from adaptive_cards.views.status import source
from adaptive_cards.words import Words
from dialogs.messages import Audience, GatherBoard, GroupCanvas, Instructions


def gather_board(message: GatherBoard, words: Words) -> Card:
    """To the channel: counts only."""
    step = words.step(message.step)
    return card(
        words,
        step.title,
        said(step.goal),
        line(words, _BOARD[message.audience]) if message.groups and message.live else None,
        said(until(words, message.ends_at)),
        look_ahead(words, only_challenges=message.only_challenges),
        said(_progress(message, words), subtle=True),
        None if message.live else small(words, "past.step"),
        buttons(button(words, "join", message.session)) if message.live else None,
    )


_BOARD = {
    Audience.CHANNEL: "gather.board",
    Audience.GROUP: "gather.board_pairs",
    Audience.SELF: "gather.board_private",
    Audience.SELF_NOW: "gather.board_alone",
}
_WRITING = {
    Audience.CHANNEL: "gather.groups",
    Audience.GROUP: "gather.pairs",
    Audience.SELF: "gather.people",
    Audience.SELF_NOW: "gather.people",
}


def _progress(message: GatherBoard, words: Words) -> str:
    groups = (
        words.text(_WRITING[message.audience], writing=message.groups_writing, all=message.groups)
        if message.groups
        else ""
    )
    notes = words.text("count.notes", n=message.notes)
    ready = words.text("count.ready", ready=message.ready, all=message.here)
    return " ".join(text for text in (groups, dotted(notes, ready)) if text)


def group_canvas(message: GroupCanvas, words: Words) -> Card:
    """One canvas: who, until when, how far. In direct messages it is a pair's, or one person's own."""
    title, in_channel = words.step(message.step).title, message.audience is Audience.CHANNEL
    if not (in_channel or message.names):
        return card(words, title, small(words, "gather.moved"))
    return card(
        words,
        group_title(words, title, message.group) if in_channel else title,
        _head(message, words),
        *(() if in_channel else _task(message, words)),
        canvas(message.canvas, words),
        *story(message.canvas, words),
        said(_written(message, words), subtle=True),
        *_sees(message, words),
        _buttons(message, words) if message.live else None,
    )


def _head(message: GroupCanvas, words: Words) -> Paragraph | None:
    who = words.names(message.names) if message.group and _has_company(message) else ""
    recorder = _recorder(message.recorder, words) if message.audience is Audience.CHANNEL else ""
    return said(dotted(who, recorder, until(words, message.ends_at)))


def _has_company(message: GroupCanvas) -> bool:
    return message.audience in (Audience.CHANNEL, Audience.GROUP)


def _task(message: GroupCanvas, words: Words) -> tuple[Block | None, ...]:
    """What to do: in the channel this stands first in the group's thread."""
    step = words.step(message.step)
    return (bullets(step.instructions, numbered=True), bullets(step.prompts)) if message.live else ()


def _sees(message: GroupCanvas, words: Words) -> tuple[Paragraph, ...]:
    if message.live:
        return sees_notes(message.audience, words, len(message.names))
    over = small(words, "past.step")
    # What stays one's own is said for as long as the card is there.
    return (over, *sees_notes(message.audience, words)) if message.audience is Audience.SELF else (over,)


def _recorder(name: str, words: Words) -> str:
    return words.text("gather.recorder", name=name) if name else words.text("gather.no_recorder")


def _written(message: GroupCanvas, words: Words) -> str:
    cells = words.text("count.cells", begun=message.cells_begun, all=cell_count(message.canvas))
    return f"{words.text('count.notes', n=message.notes)}, {cells}"


def _buttons(message: GroupCanvas, words: Words) -> Buttons | None:
    session, step, group = message.session, message.step, group_arg(message.group_id)
    in_channel = message.audience is Audience.CHANNEL
    return buttons(
        button(words, "note", session, step, group, style=Style.PRIMARY),
        button(words, "mine", session, step),
        button(words, "examples", session, step, group),
        button(words, "recorder", session, step, group) if in_channel else None,
        button(words, "ready", session, step),
    )


def instructions(message: Instructions, words: Words) -> Card:
    """In a group's thread."""
    step = words.step(message.step)
    return card(
        words,
        group_title(words, step.title, message.group),
        Paragraph(words.rich("guide.people", names=_mentions(message, words))),
        said(step.goal),
        bullets(step.instructions, numbered=True),
        heading(words, "part.prompts", over=step.prompts),
        bullets(step.prompts),
        _facts(message, words),
        habit(message.step, words),
        small(words, "guide.thread"),
        source(message.step, words),
    )


def _mentions(message: Instructions, words: Words) -> Rich:
    """The members, notified; separated by commas, so that a name stands as it is."""
    mentions = [Mention(person, words.name(name)) for person, name in message.people]
    if not mentions:
        return (Span(words.names(())),)
    rest: Rich = tuple(inline for mention in mentions[1:] for inline in (Span(", "), mention))
    return (mentions[0], *rest)


def _facts(message: Instructions, words: Words) -> Block:
    step = words.step(message.step)
    found = (
        ("guide.recorder", message.recorder),
        ("guide.minutes", _minutes(message, words)),
        ("guide.gathering", step.gathering),
        ("guide.showing", step.showing),
        ("guide.part", step.part),
    )
    return Facts(tuple(Fact(words.text(key), (Span(value),)) for key, value in found if value))


def _minutes(message: Instructions, words: Words) -> str:
    duration = words.duration(message.minutes)
    if message.ends_at is None:
        return duration
    return words.text("guide.minutes_until", duration=duration, at=words.clock(message.ends_at))
