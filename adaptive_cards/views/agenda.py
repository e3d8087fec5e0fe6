"""The agenda (ohjelma) as lines: planned minutes and those that it took; for the cockpit and the summary."""

from __future__ import annotations

from adaptive_cards.card import Bullets, Paragraph, Rich, Span
from adaptive_cards.views.parts import DOT, dotted, small
from adaptive_cards.words import Words
from dialogs.messages import AgendaLine


def agenda(lines: tuple[AgendaLine, ...], words: Words) -> Bullets | None:
    """The steps that are on, in order; the one that goes on now is strong."""
    items = tuple(_line(one, words) for one in lines if one.on)
    return Bullets(items, numbered=True) if items else None


def left_out(lines: tuple[AgendaLine, ...], words: Words) -> Paragraph | None:
    """The steps that are not on; None when all are."""
    off = dotted(*(words.step(one.step).title for one in lines if not one.on))
    return small(words, "cockpit.off", steps=off) if off else None


def total(lines: tuple[AgendaLine, ...], words: Words) -> str:
    """Planned minutes of all that is on, as a sentence."""
    minutes = sum(one.planned + one.pause for one in lines if one.on)
    return words.text("cockpit.total", duration=words.duration(minutes)) if minutes else ""


def position(lines: tuple[AgendaLine, ...], step: str) -> tuple[int, int]:
    """Which step of how many `step` is; (0, n) when it is not on the agenda."""
    on = [one.step for one in lines if one.on]
    return (on.index(step) + 1 if step in on else 0), len(on)


def _line(line: AgendaLine, words: Words) -> Rich:
    title = words.step(line.step).title
    if line.now:
        return (Span(words.text("cockpit.now", step=title), bold=True), Span(DOT + _minutes(line, words)))
    return (Span(title + DOT + _minutes(line, words)),)


def _minutes(line: AgendaLine, words: Words) -> str:
    """Planned minutes (and those that it took), wishes, the break and the new day after it."""
    if line.actual is not None:
        return words.text("format.planned_actual", planned=line.planned, actual=line.actual)
    return dotted(
        words.text("format.minutes", n=line.planned),
        words.text("plan.wishes", n=line.wishes) if line.wishes else "",
        words.text("plan.pause", duration=words.duration(line.pause)) if line.pause else "",
        words.text("plan.new_sitting") if line.new_sitting else "",
    )
