"""When the reader may be reminded, as they said."""

from __future__ import annotations

from adaptive_cards.card import Bullets, Card, Span
from adaptive_cards.limits import cut
from adaptive_cards.views.parts import card, line, small
from adaptive_cards.words import Words
from dialogs.calendar.dates import Problem
from dialogs.desk_messages import HoursUnclear, OwnTimes, WhenUnclear

_LONGEST_ECHO = 60
"""Characters of what somebody wrote that are said back."""


def own_times(message: OwnTimes, words: Words) -> Card:
    """Working hours and absences."""
    begins, ends = words.time(message.begins), words.time(message.ends)
    spans = tuple((Span(words.days(first, last)),) for first, last in message.away)
    return card(
        words,
        words.text("own_times.title"),
        line(words, "own_times.hours", begins=begins, ends=ends),
        line(words, "own_times.away" if spans else "own_times.here"),
        Bullets(spans) if spans else None,
        small(words, "own_times.how"),
    )


def when_unclear(message: WhenUnclear, words: Words) -> Card:
    """Why it was not noted, and how to say it."""
    days = words.listed(tuple(map(words.day, message.candidates)), alternatives=True)
    reason = (
        line(words, "own_times.ambiguous", days=days)
        if message.problem is Problem.AMBIGUOUS
        else line(words, f"own_times.{message.problem}", text=cut(message.text, _LONGEST_ECHO))
    )
    return card(words, words.text("own_times.unclear"), reason, small(words, "own_times.example"))


def hours_unclear(message: HoursUnclear, words: Words) -> Card:
    """Why it was not noted, and how to say it."""
    text = cut(message.text, _LONGEST_ECHO)
    return card(
        words,
        words.text("own_times.unclear"),
        line(words, "own_times.hours_unclear", text=text),
        small(words, "own_times.hours_example"),
    )
