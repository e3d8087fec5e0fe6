"""The summary: the record that the facilitator leaves with. One calm card, and one for each canvas."""

from __future__ import annotations

from adaptive_cards.card import Block, Card, Divider, Fact, Facts, Quote
from adaptive_cards.views.agenda import agenda
from adaptive_cards.views.canvas import story, whole_canvas
from adaptive_cards.views.parts import card, fact, group_title, heading, line, said, small
from adaptive_cards.views.pick import picks
from adaptive_cards.views.pictures import picture
from adaptive_cards.words import Words
from dialogs.messages import Summary, SummaryCanvas


def summary(message: Summary, words: Words) -> Card:
    """To the facilitators."""
    title = words.workshop.title if words.workshop else ""
    return card(
        words,
        words.text("summary.title", number=message.number, title=title),
        None if message.live else line(words, "summary.unfinished"),
        _facts(message, words),
        *_picks(message, words),
        *_feedback(message, words),
        Divider(),
        heading(words, "summary.minutes", over=message.agenda),
        agenda(message.agenda, words),
        small(words, "summary.canvases"),
    )


def _facts(message: Summary, words: Words) -> Facts:
    names = message.facilitators
    found: tuple[Fact | None, ...] = (
        fact(words, "summary.when", _when(message, words)),
        fact(words, "summary.facilitators", words.names(names) if names else "", n=len(names)),
        fact(words, "summary.here", words.names(message.names), n=len(message.names)),
        fact(words, "summary.made", _made(message, words)),
    )
    return Facts(tuple(one for one in found if one))


def _when(message: Summary, words: Words) -> str:
    date, start = words.date(message.opened_at), words.clock(message.opened_at)
    if message.closed_at is None:
        return words.text("format.since", date=date, start=start)
    return words.text("format.span", date=date, start=start, end=words.clock(message.closed_at))


def _made(message: Summary, words: Words) -> str:
    notes = words.text("count.notes", n=message.notes)
    picked = (words.text("count.picks", n=len(message.picks)),) if message.picks else ()
    return words.listed((notes, *picked))


def _picks(message: Summary, words: Words) -> tuple[Block | None, ...]:
    found = picks(message.picks, message.picks_of, words, with_group=True)
    if not (found or message.live):
        return ()
    return (
        heading(words, "part.picks", over=True),
        found or line(words, "summary.no_picks"),
        picture(message.picture, words, titled=True) if message.picture else None,
    )


def _feedback(message: Summary, words: Words) -> tuple[Block | None, ...]:
    title = heading(words, "summary.feedback", over=True)
    if not (message.scores or message.lines):
        return (title, line(words, "summary.no_feedback")) if message.live else ()
    quotes = tuple(Quote(text) for text in message.lines)
    return (title, said(_scores(message.scores, words)), *quotes, small(words, "summary.careful"))


def _scores(scores: tuple[int, ...], words: Words) -> str:
    if not scores:
        return ""
    average = words.number(sum(scores) / len(scores))
    listed = ", ".join(map(words.number, scores))
    return words.text("summary.scores", n=len(scores), average=average, scores=listed)


def summary_canvas(message: SummaryCanvas, words: Words) -> Card:
    """One canvas with everything that was written on it."""
    late = words.text("summary.late", n=message.late) if message.late else ""
    return card(
        words,
        group_title(words, words.step(message.canvas.step).title, message.group),
        said(words.names(message.names) if message.group else ""),
        whole_canvas(message.canvas, words),
        *story(message.canvas, words),
        said(late, subtle=True),
    )
