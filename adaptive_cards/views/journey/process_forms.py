"""Prosessi: its forms."""

from __future__ import annotations

from datetime import date

from adaptive_cards.actions import Action
from adaptive_cards.card import ChoiceField, Field, Form, Option, TextField
from adaptive_cards.views.forms.parts import LONGEST_LINE, Sending, form, option
from adaptive_cards.views.journey.process_parts import plain_day, process_title, title, told
from adaptive_cards.views.parts import line, small
from adaptive_cards.words import Words
from dialogs.journey.process import messages as m
from dialogs.journey.process.days import LONGEST
from dialogs.journey.process.forms import CHANGES
from dialogs.journey.process.people_forms import WAYS
from dialogs.journey.process.state import Verdict

_FIRST, _LAST = 8 * 60, 16 * 60
"""When meetings can begin, minutes of the day."""
_GAPS = (1, 2, 3, 4, 6)
"""Weeks."""


def _sending(name: str, message: m.ProcessStartForm, nonce: str) -> Sending:
    return Sending(Action(name, message.journey, (message.slug,)), nonce)


def _numbered(name: str, journey: str, number: int, nonce: str, *args: str) -> Sending:
    return Sending(Action(name, journey, (str(number), *args)), nonce)


def _date(words: Words, name: str, typed: str, *, required: bool = True, hint: str = "") -> TextField:
    return TextField(
        "date",
        words.text(f"form.{name}.date"),
        hint=words.text(hint) if hint else "",
        placeholder=words.text(f"form.{name}.date_example"),
        value=typed,
        required=required,
        max_length=LONGEST,
    )


def _days(words: Words, days: tuple[date, ...]) -> tuple[Field, ...]:
    """Which of the days that may be meant."""
    if not days:
        return ()
    options = tuple(Option(one.isoformat(), plain_day(words, one)) for one in days)
    return (ChoiceField("day", words.text("form.day.choose"), options, options[0].value),)


def _meetings(
    words: Words, slug: str, meetings: tuple[m.MeetingLine, ...], name: str, chosen: str = ""
) -> ChoiceField:
    options = tuple(option(one.id, f"{title(words, slug, one)}: {told(words, one)}") for one in meetings)
    return ChoiceField("meeting", words.text(f"form.{name}.meeting"), options, chosen)


def _people(words: Words, name: str, people: tuple[tuple[str, str], ...]) -> ChoiceField:
    options = tuple(option(person, words.name(called)) for person, called in people)
    return ChoiceField("person", words.text(f"form.{name}.person"), options)


def start(message: m.ProcessStartForm, words: Words, nonce: str) -> Form:
    """When it begins, at what time, how far apart."""
    name = "process-start"
    found = words.process(message.slug)
    clocks = tuple(_clock(minutes) for minutes in range(_FIRST, _LAST + 1, 30))
    gap = tuple(Option(str(one), _weeks(words, one, message)) for one in _gaps(message))
    intro = line(
        words,
        "form.process-start.intro",
        title=process_title(words, message.slug),
        question=found.question if found else "",
    )
    return form(
        words,
        name,
        _sending(name, message, nonce),
        (intro,),
        _date(words, name, message.typed, hint="form.process-start.date_hint"),
        *_days(words, message.days),
        ChoiceField("clock", words.text("form.process-start.clock"), clocks, "09:00"),
        ChoiceField("gap", words.text("form.process-start.gap"), gap, str(message.least)),
        submit="form.process-start.submit",
    )


def _gaps(message: m.ProcessStartForm) -> tuple[int, ...]:
    return tuple(sorted({*_GAPS, message.least}))


def _weeks(words: Words, least: int, message: m.ProcessStartForm) -> str:
    most = least + message.most - message.least
    return words.text("form.process-start.weeks", least=least, most=most)


def _clock(minutes: int) -> Option:
    hours, rest = divmod(minutes, 60)
    return Option(f"{hours:02}:{rest:02}", f"{hours}.{rest:02}")


def move(message: m.MeetingMoveForm, words: Words, nonce: str) -> Form:
    """Another day for a meeting."""
    name = "meeting-move"
    return form(
        words,
        name,
        _numbered(name, message.journey, message.number, nonce),
        (),
        _meetings(words, message.slug, message.meetings, name, message.chosen),
        _date(words, name, message.typed, hint="form.meeting-move.date_hint"),
        *_days(words, message.days),
    )


def change(message: m.MeetingChangeForm, words: Words, nonce: str) -> Form:
    """Left out, taken back, merged."""
    name = "meeting-change"
    how = tuple(Option(one, words.text(f"form.meeting-change.{one}")) for one in CHANGES)
    return form(
        words,
        name,
        _numbered(name, message.journey, message.number, nonce),
        (),
        _meetings(words, message.slug, message.meetings, name),
        ChoiceField("how", words.text("form.meeting-change.how"), how, CHANGES[0]),
    )


def add(message: m.MeetingAddForm, words: Words, nonce: str) -> Form:
    """A meeting more."""
    name = "meeting-add"
    workshops = (
        Option("none", words.text("form.meeting-add.none")),
        *(option(slug, words.workshop_title(slug)) for slug in message.workshops),
    )
    return form(
        words,
        name,
        _numbered(name, message.journey, message.number, nonce),
        (),
        _date(words, name, message.typed),
        *_days(words, message.days),
        ChoiceField("workshop", words.text("form.meeting-add.workshop"), workshops, "none"),
    )


def pause(message: m.ProcessPauseForm, words: Words, nonce: str) -> Form:
    """Until when."""
    name = "process-pause"
    return form(
        words,
        name,
        _numbered(name, message.journey, message.number, nonce),
        (),
        _date(words, name, message.typed, required=False, hint="form.process-pause.date_hint"),
        *_days(words, message.days),
    )


def lead(message: m.ProcessLeadForm, words: Words, nonce: str) -> Form:
    """Who facilitates, too or instead."""
    name = "process-lead"
    ways = tuple(Option(one, words.text(f"form.process-lead.{one}")) for one in WAYS)
    return form(
        words,
        name,
        _numbered(name, message.journey, message.number, nonce),
        (),
        _people(words, name, message.people),
        ChoiceField("how", words.text("form.process-lead.how"), ways, WAYS[0]),
    )


def ask(message: m.ProcessAskForm, words: Words, nonce: str) -> Form:
    """Who is asked to commit themselves."""
    name = "process-ask"
    command = words.text("form.process-ask.command")
    return form(
        words,
        name,
        _numbered(name, message.journey, message.number, nonce),
        (line(words, "form.process-ask.intro", command=command),),
        _people(words, name, message.people),
    )


def promise(message: m.ProcessPromiseForm, words: Words, nonce: str) -> Form:
    """What was agreed together."""
    name = "process-promise"
    found = words.process(message.slug)
    titles = {one: of_content.title for one, of_content in found.commitments.items()} if found else {}
    options = tuple(option(one, titles.get(one, one)) for one, _ in message.promises)
    return form(
        words,
        name,
        _numbered(name, message.journey, message.number, nonce),
        (small(words, "sees.process"),),
        ChoiceField("promise", words.text("form.process-promise.promise"), options, options[0].value),
        _text(words, name),
    )


def _text(words: Words, name: str, *, required: bool = True) -> TextField:
    return TextField(
        "text",
        words.text(f"form.{name}.text"),
        placeholder=words.text(f"form.{name}.text_example"),
        multiline=True,
        required=required,
        max_length=LONGEST_LINE,
    )


def practice(message: m.PracticeForm, words: Words, nonce: str) -> Form:
    """An agreed practice and who is responsible."""
    name = "practice-add"
    return form(
        words,
        name,
        _numbered(name, message.journey, message.number, nonce),
        (small(words, "sees.process"),),
        _text(words, name),
        _people(words, name, message.people),
    )


def check(message: m.PracticeCheckForm, words: Words, nonce: str) -> Form:
    """How a practice does."""
    name = "practice-check"
    practices = tuple(option(str(one.number), one.text) for one in message.practices)
    verdicts = tuple(Option(one, words.text(f"form.practice-check.{one}")) for one in Verdict)
    return form(
        words,
        name,
        _numbered(name, message.journey, message.number, nonce, message.follow_up),
        (small(words, "sees.process"),),
        ChoiceField("practice", words.text("form.practice-check.practice"), practices),
        ChoiceField("verdict", words.text("form.practice-check.verdict"), verdicts),
        _text(words, name, required=False),
    )
