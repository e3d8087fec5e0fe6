"""Spans of days as people type them: "23.12.–6.1.", "viikko 28", "ma-ke", "heinäkuu" (aikavälit)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from dialogs.calendar.date_words import MONTH, MONTHS, tidy
from dialogs.calendar.dates import FARTHEST, LONGEST, UNKNOWN, Problem, Trouble
from dialogs.calendar.day_phrases import Days, days_meant
from dialogs.calendar.workdays import Absence, add_months, monday

LONGEST_WITHOUT_YEARS = timedelta(days=183)
"""A span that goes over the new year and has no years is no longer than this."""
_DAY = timedelta(days=1)
_BETWEEN = re.compile(r" ?- ?| (?:to|till|until|through|ja) ")
_FROM = re.compile(r"(?:from|från|ajalla|ajan) ")
_UNTIL = re.compile(r"(?:(?:until|till|tills) (?P<end>.+)|(?P<finnish>.+) (?:asti|saakka))")
_SHORT = re.compile(r"(?P<first>\d{1,2})\.? ?- ?(?P<rest>\d{1,2}\. ?(?P<months>\d{1,2}\b.*))")
_WEEKS = re.compile(
    r"(?:viikot|viikoilla|viikko|vko|vk|v|weeks?|veckorna|vecka)\.? ?(?P<first>\d{1,2}) ?- ?(?P<last>\d{1,2})"
    r"(?P<year>[ /]\d{4})?"
)
_WHOLE_MONTH = re.compile(MONTH + r"(?: (?P<year>\d{4}))?")


def read_range(text: str, now: datetime, zone: str) -> Absence | Trouble:
    """The days that `text` means to somebody in `zone` (IANA) at `now` (UTC), both ends included.

    Without years the last day is the next such day, so that the span may have begun already; it may go over
    the new year. One day, a week, weeks and a month are spans too; "6.1. asti" begins today.
    """
    today, phrase = now.astimezone(ZoneInfo(zone)).date(), _FROM.sub("", tidy(text), count=1)
    if len(phrase) > LONGEST:
        return UNKNOWN
    found = next((one for one in _readings(phrase, today) if one), UNKNOWN)
    return found if isinstance(found, Trouble) else _judge(found, today)


def _judge(found: Absence, today: date) -> Absence | Trouble:
    if found.last < today:
        return Trouble(Problem.PAST)
    return Trouble(Problem.TOO_FAR) if found.last > add_months(today, FARTHEST) else found


def _readings(phrase: str, today: date) -> Iterator[Absence | Trouble | None]:
    yield _of_one(phrase, today)
    yield _of_month(phrase, today)
    yield _of_weeks(phrase, today)
    if until := _UNTIL.fullmatch(phrase):
        yield _of_two(Days((today,)), until["end"] or until["finnish"], "", today)
    if short := _SHORT.fullmatch(phrase):
        phrase = f"{short['first']}.{short['months']} - {short['rest']}"
    for between in _BETWEEN.finditer(phrase):
        first, last = phrase[: between.start()], phrase[between.end() :]
        if days := days_meant(first, today):
            yield _of_two(days, last, first, today)


def _of_one(phrase: str, today: date) -> Absence | Trouble | None:
    days = days_meant(phrase, today)
    return _span(days, days) if days else None


def _of_two(first: Days, last_phrase: str, first_phrase: str, today: date) -> Absence | Trouble | None:
    """From one phrase to another; the one that has no year goes where the other lets it."""
    last = days_meant(last_phrase, today)
    if last is None:
        return None
    if first.days[0] > last.days[-1] and first.every == "year":
        first = days_meant(first_phrase, add_months(last.days[0], -12) + _DAY) or first
        return _not_the_wrong_way_round(_span(first, last))
    if first.days[0] > last.days[-1] and last.every:
        last = days_meant(last_phrase, first.days[0]) or last
    return _span(first, last)


def _span(first: Days, last: Days) -> Absence | Trouble:
    for days in (first, last):
        if len(days.days) > 1:
            return Trouble(Problem.AMBIGUOUS, days.days)
    begin = monday(first.days[0]) if first.week else first.days[0]
    end = monday(last.days[0]) + 6 * _DAY if last.week else last.days[0]
    return Absence(begin, end) if begin <= end else UNKNOWN


def _of_weeks(phrase: str, today: date) -> Absence | Trouble | None:
    """A year is that of the last week: weeks may go over the new year."""
    match = _WEEKS.fullmatch(phrase)
    last = days_meant(f"viikko {match['last']}{match['year'] or ''}", today) if match else None
    if not match or not last:
        return None
    first = days_meant(f"viikko {match['first']}", add_months(monday(last.days[0]), -12) + 7 * _DAY)
    return _not_the_wrong_way_round(_span(first, last)) if first else None


def _not_the_wrong_way_round(span: Absence | Trouble) -> Absence | Trouble:
    """Who types "24.12.–20.12." has made a slip, and will not be away for a year."""
    return UNKNOWN if isinstance(span, Absence) and span.last - span.first > LONGEST_WITHOUT_YEARS else span


def _of_month(phrase: str, today: date) -> Absence | None:
    match = _WHOLE_MONTH.fullmatch(phrase)
    if not match:
        return None
    first = date(int(match["year"] or today.year), MONTHS[match["month"]], 1)
    if not match["year"] and add_months(first, 1) <= today:
        first = add_months(first, 12)
    return Absence(first, add_months(first, 1) - _DAY)
