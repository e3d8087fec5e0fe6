"""The facilitator's panel (ohjaamo): where we are, what to say, who is ready, what to press, the agenda."""

from __future__ import annotations

from adaptive_cards.card import Block, Card, Paragraph, Span
from adaptive_cards.views.agenda import agenda, left_out, position, total
from adaptive_cards.views.cockpit_buttons import cockpit_buttons
from adaptive_cards.views.cockpit_people import groups, people
from adaptive_cards.views.parts import card, heading, line, said, small
from adaptive_cards.views.plan import cautions, outlook, proposal
from adaptive_cards.words import Words
from dialogs.messages import Cockpit, Stage


def cockpit(message: Cockpit, words: Words) -> Card:
    """The newest panel, or an older one: a title and where the newest is."""
    title = _title(message, words)
    if not message.live:
        return card(words, title, small(words, "past.panel"))
    blocks: tuple[Block | None, ...] = (
        *_now(message, words),
        *_people(message, words),
        small(words, "cockpit.picture", reason=message.picture_trouble) if message.picture_trouble else None,
        *proposal(message, words),
        cockpit_buttons(message, words),
        *_agenda(message, words),
    )
    return card(words, title, *blocks)


def _title(message: Cockpit, words: Words) -> str:
    now, of_all = position(message.agenda, message.step)
    if not now or message.stage is Stage.CLOSED:
        return words.text("cockpit.title")
    return words.text("cockpit.title_step", now=now, all=of_all, step=words.step(message.step).title)


def _now(message: Cockpit, words: Words) -> tuple[Block | None, ...]:
    match message.stage:
        case Stage.LOBBY:
            return (
                _workshop(words),
                line(words, "cockpit.lobby"),
                None if message.here else line(words, "cockpit.nobody"),
                *outlook(message, words),
            )
        case Stage.PAUSED:
            return (line(words, "cockpit.paused"),)
        case Stage.CLOSED:
            return (line(words, "cockpit.closed"),)
        case Stage.RUNNING:
            return (
                _say(message, words),
                *_times(message, words),
                _following(message, words),
                cautions(message, words),
            )


def _workshop(words: Words) -> Paragraph | None:
    return Paragraph((Span(words.workshop.title, bold=True),)) if words.workshop else None


def _say(message: Cockpit, words: Words) -> Paragraph | None:
    return line(words, "cockpit.say", line=words.step(message.step).say) if message.step else None


def _times(message: Cockpit, words: Words) -> tuple[Block | None, ...]:
    began, ends = message.began_at, message.ends_at
    times = (
        line(words, "cockpit.times", start=words.clock(began), end=words.clock(ends))
        if began and ends
        else None
    )
    over = line(words, "cockpit.over") if message.over else None
    late = (
        line(words, "cockpit.late", minutes=words.duration(message.late_minutes))
        if message.late_minutes
        else None
    )
    return (_round(message, words), _left(message, words), times, over, late)


def _round(message: Cockpit, words: Words) -> Paragraph | None:
    """Where a rotation is."""
    if not message.rounds:
        return None
    if message.round > message.rounds:
        return line(words, "cockpit.round_home")
    return line(words, "cockpit.round", now=message.round, all=message.rounds)


def _left(message: Cockpit, words: Words) -> Paragraph | None:
    """What is still to be arranged."""
    if not message.left:
        return None
    return line(words, "cockpit.loose" if message.kind == "theme" else "cockpit.to_turn", n=message.left)


def _following(message: Cockpit, words: Words) -> Paragraph | None:
    """The next step; while groups go round stations, the next station is what comes first."""
    if message.round and message.round <= message.rounds:
        return None
    if not message.next_step:
        return small(words, "cockpit.last")
    return small(words, "cockpit.next", step=words.step(message.next_step).title)


def _people(message: Cockpit, words: Words) -> tuple[Block | None, ...]:
    if message.stage is Stage.CLOSED:
        return ()
    helping = small(words, "cockpit.not_reached_help") if message.not_reached else None
    return (people(message, words), helping, *groups(message, words))


def _agenda(message: Cockpit, words: Words) -> tuple[Block | None, ...]:
    lines = message.agenda
    return (
        heading(words, "cockpit.agenda", over=lines),
        agenda(lines, words),
        left_out(lines, words),
        said(total(lines, words), subtle=True),
    )
