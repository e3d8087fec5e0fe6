"""The meetings of a process as a calendar file (RFC 5545), for any calendar; nobody's name is in it.

An entry keeps its UID for ever, and its SEQUENCE grows when its date changes: a file that is opened later
moves the entries of an earlier one. What was left out is cancelled.
"""

from __future__ import annotations

from icalendar import Calendar, Event

from adaptive_cards.views.journey.process_parts import aim, process_title, title
from adaptive_cards.words import Words
from dialogs.journey.process.messages import MeetingDates, MeetingLine
from dialogs.journey.process.state import MeetingState

_MAKER = "-//pajabotti//prosessi//FI"


def calendar_file(message: MeetingDates, words: Words) -> bytes:
    """All meetings that are not held yet, times in UTC, in the reader's language."""
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for one in message.meetings:
        if one.state is not MeetingState.HELD:
            calendar.add_component(_entry(message, one, words))
            for meeting in one.ids[1:]:
                calendar.add_component(_merged(message, one, meeting, words))
    return bytes(calendar.to_ical())


def uid(message: MeetingDates, meeting: str) -> str:
    """The name of an entry: the same in every file."""
    return f"{message.journey}-{message.number}-{meeting}@pajabotti"


def _entry(message: MeetingDates, one: MeetingLine, words: Words) -> Event:
    entry = _dated(message, one, one.id, words)
    entry.add("status", "CONFIRMED" if one.state is MeetingState.COMING else "CANCELLED")
    if about := aim(words, message.slug, one):
        entry.add("description", about)
    return entry


def _merged(message: MeetingDates, one: MeetingLine, meeting: str, words: Words) -> Event:
    """What is held together with another meeting has no entry of its own any more."""
    entry = _dated(message, one, meeting, words)
    entry.add("status", "CANCELLED")
    return entry


def _dated(message: MeetingDates, one: MeetingLine, meeting: str, words: Words) -> Event:
    process = process_title(words, message.slug)
    summary = words.text("process.dates.entry", title=title(words, message.slug, one), process=process)
    entry = Event()
    entry.add("uid", uid(message, meeting))
    entry.add("sequence", one.revision)
    entry.add("dtstamp", message.stamp)
    entry.add("dtstart", one.starts)
    entry.add("dtend", one.ends)
    entry.add("summary", summary)
    entry.add("transp", "OPAQUE" if one.state is MeetingState.COMING else "TRANSPARENT")
    return entry
