"""Working time for an interim task as a calendar file (RFC 5545): nothing in it was written by anybody."""

from __future__ import annotations

from datetime import timedelta

from icalendar import Calendar, Event

from adaptive_cards.views.journey.task_words import title_of
from adaptive_cards.words import Words
from dialogs.journey.tasks.messages import TaskTime

_MAKER = "-//pajabotti//valitehtava//FI"


def task_calendar(message: TaskTime, words: Words) -> bytes:
    """One entry, times in UTC. Set aside anew, the entry is the same: a later file moves it."""
    about, time = message.about, message.time
    entry = Event()
    entry.add("uid", f"{about.journey}-task-{about.task}@pajabotti")
    entry.add("sequence", time.revision)
    entry.add("dtstamp", time.at)
    entry.add("dtstart", time.starts)
    entry.add("dtend", time.starts + timedelta(minutes=time.minutes))
    entry.add("summary", words.text("task.title", title=title_of(about, words)))
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add_component(entry)
    return bytes(calendar.to_ical())
