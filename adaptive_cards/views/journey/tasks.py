"""Välitehtävät: one's own card, the channel's, a facilitator's, and the list of one's own."""

from __future__ import annotations

from adaptive_cards.card import Attachment, Block, Bullets, Button, Buttons, Card, Rich, Span, Style
from adaptive_cards.limits import cut
from adaptive_cards.views.journey.task_words import (
    day_and_clock,
    entry_lines,
    sees,
    title_of,
    words_of,
)
from adaptive_cards.views.parts import button, buttons, card, heading, line, said, small
from adaptive_cards.words import Words
from content.process import ForWhom, TaskForm
from dialogs.journey.messages import DigestLine, OwnLine
from dialogs.journey.tasks import messages as m

OWN_SHOWN, LIST_SHOWN = 5, 20
_LABEL = 60
"""Characters of a task's title on a button."""


def task_card(message: m.TaskCard, words: Words) -> Card:
    """One person's own card."""
    about = message.about
    title = words.text("task.title", title=title_of(about, words))
    if about.gathered or not message.yours:
        over = "task.gathered_own" if about.gathered else "task.of_others"
        return card(words, title, line(words, over), *_own(message, words), _mine(message, words))
    return card(
        words,
        title,
        *_what(about, words),
        *_with(message, words),
        *_own(message, words),
        *_others(message, words),
        *_state(message, words),
        sees(about, words),
        _doing(message, words),
    )


def _what(about: m.TaskAbout, words: Words) -> tuple[Block | None, ...]:
    """What to do and what for; how long it takes, and until when."""
    found = words_of(about, words)
    return (
        said(found.instruction) if found else None,
        said(found.why, subtle=True) if found else None,
        small(words, "task.takes", duration=words.duration(about.minutes)),
        day_and_clock(words, about),
    )


def _with(message: m.TaskCard, words: Words) -> tuple[Block | None, ...]:
    if message.about.who is not ForWhom.PAIRS:
        return ()
    if not message.partners:
        return (line(words, "task.alone"),)
    names = words.names(message.partners)
    return (line(words, "task.partners", names=names, n=len(message.partners)),)


def _own(message: m.TaskCard, words: Words) -> tuple[Block | None, ...]:
    """The newest of one's own entries."""
    own, about = message.own, message.about
    more = len(own) - OWN_SHOWN
    return (
        heading(words, "task.own", over=own),
        entry_lines(own[-OWN_SHOWN:], about, words),
        small(words, "task.older", n=more) if more > 0 else None,
    )


def _others(message: m.TaskCard, words: Words) -> tuple[Block | None, ...]:
    others = message.others[-OWN_SHOWN:]
    return heading(words, "task.others", over=others), entry_lines(others, message.about, words)


def _state(message: m.TaskCard, words: Words) -> tuple[Block | None, ...]:
    time = message.time
    at = {"date": words.date(time.starts), "at": words.clock(time.starts)} if time else {}
    return (
        line(words, "task.time", **at) if at else None,
        line(words, "task.is_done") if message.done else None,
    )


def _doing(message: m.TaskCard, words: Words) -> Buttons | None:
    about = message.about
    where = about.journey, str(about.task)
    ready = button(words, "task-undone", *where) if message.done else button(words, "task-done", *where)
    return buttons(
        button(words, "task-write", *where, style=Style.NORMAL if message.done else Style.PRIMARY),
        button(words, "task-mine", *where) if message.own else None,
        ready,
        None if message.done else button(words, "task-time", *where),
    )


def _mine(message: m.TaskCard, words: Words) -> Buttons | None:
    about = message.about
    return buttons(button(words, "task-mine", about.journey, str(about.task)) if message.own else None)


def task_board(message: m.TaskBoard, words: Words) -> Card:
    """The channel's card: how far it is, never who; the list, when all of them see it."""
    about, shown = message.about, message.entries[-LIST_SHOWN:]
    found = words_of(about, words)
    more = len(message.entries) - len(shown)
    return card(
        words,
        words.text("task.title", title=title_of(about, words)),
        said(found.instruction) if found and not about.gathered else None,
        entry_lines(shown, about, words),
        small(words, "task.older", n=more) if more > 0 else None,
        line(words, "task.progress", done=str(message.done), people=str(message.people))
        if message.people
        else line(words, "task.unnamed"),
        small(words, "task.gathered") if about.gathered else day_and_clock(words, about),
        *_joining(message, words),
    )


def _joining(message: m.TaskBoard, words: Words) -> tuple[Block | None, ...]:
    about = message.about
    if about.gathered:
        return ()
    own = button(words, "my-tasks", about.journey)
    if about.form is not TaskForm.SHARED_LIST:
        return small(words, "sees.task_board"), buttons(own)
    write = button(words, "task-write", about.journey, str(about.task), style=Style.PRIMARY)
    return sees(about, words), buttons(write, own)


def task_naming(message: m.TaskNaming, words: Words) -> Card:
    """To a facilitator: who does it."""
    about = message.about
    title = words.text("task.naming.title", title=title_of(about, words))
    if about.gathered:
        return card(words, title, line(words, "task.gathered"))
    named = line(words, "task.naming.named", names=words.names(message.names)) if message.names else None
    return card(
        words,
        title,
        named or line(words, "task.naming.ask"),
        day_and_clock(words, about),
        small(words, "task.naming.sees"),
        buttons(button(words, "task-name", about.journey, str(about.task))),
    )


def task_time(message: m.TaskTime, words: Words) -> Card:
    """Working time, as a file for one's own calendar."""
    time = message.time
    return card(
        words,
        words.text("task.calendar.title"),
        line(
            words,
            "task.calendar.text",
            title=title_of(message.about, words),
            date=words.date(time.starts),
            at=words.clock(time.starts),
            duration=words.duration(time.minutes),
        ),
        Attachment(message.ref, message.filename, words.text("task.calendar.file")),
        small(words, "sees.own_card"),
    )


def my_tasks(message: m.MyTasks, words: Words) -> Card:
    """The reader's open tasks, and the way back to what the workshop opened with."""
    lines = tuple(_line(one, words) for one in message.lines)
    opening = button(words, "opening", message.journey, message.session) if message.session else None
    return card(
        words,
        words.text("task.mine.title"),
        Bullets(lines) if lines else line(words, "task.mine.none"),
        small(words, "sees.own_card"),
        buttons(
            *(_opening(one.about, words) for one in message.lines),
            opening,
            button(words, "observe", message.journey),
        ),
    )


def _line(one: m.TaskLine, words: Words) -> Rich:
    about = one.about
    state = words.text("task.is_done") if one.done else words.text("task.entries", n=one.own)
    due = words.text("task.due", date=words.date(about.due), at=words.clock(about.due))
    return Span(title_of(about, words), bold=True), Span(f": {state} {due}")


def _opening(about: m.TaskAbout, words: Words) -> Button:
    label = cut(title_of(about, words), _LABEL)
    return button(words, "task-card", about.journey, str(about.task), label=label)


def own_task(thing: m.OwnTask, _: OwnLine, words: Words) -> tuple[Rich, Button]:
    """A line of all that one has open, and the button that opens it."""
    return _line(thing.line, words), _opening(thing.line.about, words)


def task_nudge(nudge: m.TaskNudge, _: DigestLine, words: Words) -> tuple[Block | None, ...]:
    """A line of a digest."""
    about = nudge.about
    where = about.journey, str(about.task)
    phrase = "task.nudge.closing" if nudge.closing else "task.nudge.half_way"
    return (
        line(words, phrase, title=title_of(about, words)),
        small(words, "task.nudge.own", n=nudge.own) if nudge.own else None,
        day_and_clock(words, about),
        sees(about, words),
        buttons(
            button(words, "task-write", *where, style=Style.PRIMARY),
            button(words, "task-done", *where),
            button(words, "task-time", *where),
        ),
    )
