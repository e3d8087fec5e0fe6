"""How days, meetings and promises of a process are said."""

from __future__ import annotations

from datetime import date, datetime

from babel.dates import format_date

from adaptive_cards.card import Bullets, Rich
from adaptive_cards.words import Words
from content.process_wording import MeetingWords
from dialogs.journey.process.messages import MeetingLine, PracticeLine
from dialogs.journey.process.state import MeetingState

_USUAL = "normal"
_DAY = {"en": "EEE d MMM y"}
"""A day with its weekday and year, as a CLDR pattern."""
_DAY_OTHERWISE = "EEE d.M.y"


def day(words: Words, at: datetime) -> str:
    """The day of an instant (UTC) in the reader's zone, with its weekday and year."""
    return plain_day(words, at.astimezone(words.zone).date())


def plain_day(words: Words, local: date) -> str:
    """A local day with its weekday and year."""
    return format_date(local, _DAY.get(words.language, _DAY_OTHERWISE), locale=words.locale)


def when(words: Words, starts: datetime, ends: datetime) -> str:
    """A day, and from when to when."""
    return words.text(
        "process.span", day=day(words, starts), start=words.clock(starts), end=words.clock(ends)
    )


def moment(words: Words, at: datetime) -> str:
    """A day and a time of day."""
    return words.text("process.at", day=day(words, at), time=words.clock(at))


def told(words: Words, one: MeetingLine) -> str:
    """When a meeting is."""
    return when(words, one.starts, one.ends)


def process_title(words: Words, slug: str) -> str:
    """What a process is called; its slug when it is not there any more."""
    found = words.process(slug)
    return found.title if found else slug


def meeting_words(words: Words, slug: str, meeting: str) -> MeetingWords | None:
    """The content's words of a meeting; None for one that was added."""
    found = words.process(slug)
    return found.meetings.get(meeting) if found else None


def title(words: Words, slug: str, one: MeetingLine) -> str:
    """What a meeting is called; of two that are held together, both."""
    titles = [_title(words, slug, one, meeting) for meeting in one.ids]
    whole = titles[0]
    for other in titles[1:]:
        whole = words.text("process.together", title=whole, other=other)
    return whole


def _title(words: Words, slug: str, one: MeetingLine, meeting: str) -> str:
    found = meeting_words(words, slug, meeting)
    if found:
        return found.title
    if one.workshops:
        return words.workshop_title(one.workshops[0])
    return words.text("process.extra")


def aim(words: Words, slug: str, one: MeetingLine) -> str:
    """What a meeting is for; "" for one that was added."""
    found = [meeting_words(words, slug, meeting) for meeting in one.ids]
    return " ".join(one.aim for one in found if one)


def lines(words: Words, slug: str, meetings: tuple[MeetingLine, ...], *, why: bool = False) -> Bullets:
    """All meetings, one a line; `why`: with why those are not on their usual day."""
    return Bullets(tuple(_line(words, slug, one, why=why) for one in meetings))


def _line(words: Words, slug: str, one: MeetingLine, *, why: bool) -> Rich:
    called = title(words, slug, one)
    if one.state is MeetingState.HELD:
        return words.rich("process.line_held", title=called, day=day(words, one.starts))
    if one.state is MeetingState.SKIPPED:
        return words.rich("process.line_skipped", title=called)
    if why and one.why != _USUAL:
        reason = words.text(f"process.why.{one.why}")
        return words.rich("process.line_why", title=called, when=told(words, one), why=reason)
    return words.rich("process.line", title=called, when=told(words, one))


def practice(words: Words, one: PracticeLine, *, verdict: bool = False) -> Rich:
    """A practice and who is responsible; `verdict`: and how it does."""
    name = words.name(one.owner)
    if verdict or one.verdict:
        said = words.text(f"process.verdict.{one.verdict or 'open'}")
        return words.rich("process.map.practice_verdict", text=one.text, name=name, verdict=said)
    return words.rich("process.map.practice", text=one.text, name=name)
