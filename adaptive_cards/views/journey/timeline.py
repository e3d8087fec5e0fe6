"""The timeline of a mirror: what is drawn, and how it stands on a card, with all its words as text."""

from __future__ import annotations

from babel.dates import format_date

from adaptive_cards.card import Picture
from adaptive_cards.pictures.spec import PictureItem, PictureSpec
from adaptive_cards.words import Words
from dialogs.journey.diary.messages import TimelineView, WeekCount
from dialogs.journey.diary.state import SORTS


def timeline(view: TimelineView, words: Words) -> Picture:
    """The picture on a card."""
    return Picture(view.ref, alt(view, words), words.text("mirror.timeline"))


def timeline_spec(view: TimelineView, words: Words) -> PictureSpec:
    """What the picture is drawn from: the rows that have something."""
    rows = tuple(row for row in range(len(SORTS) + 1) if any(week.counts[row] for week in view.weeks))
    return PictureSpec(
        shape="timeline",
        title=words.text("mirror.timeline"),
        center="",
        items=tuple(_week(week, rows, words) for week in view.weeks),
        description=alt(view, words),
        language=words.language,
        more=words.phrases.template("picture.more"),
        labels=tuple(_rows(words)[row] for row in rows),
    )


def alt(view: TimelineView, words: Words) -> str:
    """Everything that the picture shows, as one text."""
    weeks = "; ".join(told for week in view.weeks if (told := _told(week, words)))
    rest = words.text("mirror.elsewhere", n=view.rest) if view.rest else ""
    return " ".join(text for text in (words.text("mirror.alt", weeks=weeks), rest) if text)


def _rows(words: Words) -> tuple[str, ...]:
    return (*(words.text(f"mirror.sort.{sort}") for sort in SORTS), words.text("mirror.sort.rest"))


def _day(week: WeekCount, words: Words) -> str:
    return format_date(week.monday, words.phrases.template("format.date"), locale=words.locale)


def _week(week: WeekCount, rows: tuple[int, ...], words: Words) -> PictureItem:
    counts = (week.counts[row] for row in rows)
    parts = (PictureItem(str(count) if count else "", weight=max(count, 1)) for count in counts)
    return PictureItem(_day(week, words), parts=tuple(parts))


def _told(week: WeekCount, words: Words) -> str:
    counts = (f"{name} {n}" for name, n in zip(_rows(words), week.counts, strict=True) if n)
    listed = ", ".join(counts)
    return words.text("mirror.week", date=_day(week, words), counts=listed) if listed else ""
