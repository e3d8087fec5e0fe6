"""Prosessi: what is said to one person, and the follow-ups."""

from __future__ import annotations

from adaptive_cards.card import Attachment, Block, Bullets, Button, Card, Rich, Style
from adaptive_cards.views.journey.process_parts import aim, day, moment, process_title, title, told
from adaptive_cards.views.parts import button, buttons, card, line, small
from adaptive_cards.words import Words
from content.process_wording import CommitmentWords, FollowUpWords
from dialogs.calendar.due import Kind
from dialogs.journey.messages import DigestLine, OwnLine
from dialogs.journey.process import messages as m
from dialogs.journey.process.state import Answer

FILENAME = "paja-ajat.ics"


def _commitment(words: Words, slug: str, promise: str) -> CommitmentWords:
    found = words.process(slug)
    of_content = found.commitments.get(promise) if found else None
    return of_content or CommitmentWords(title=promise, question=promise, promise=promise)


def _follow_up(words: Words, slug: str, follow_up: str) -> FollowUpWords:
    found = words.process(slug)
    of_content = found.follow_ups.get(follow_up) if found else None
    return of_content or FollowUpWords(title=follow_up, question=follow_up)


def asked(message: m.PromiseAsked, words: Words) -> Card:
    """The question, and what was answered."""
    of_content = _commitment(words, message.slug, message.promise)
    args = (message.journey, str(message.number), message.promise)
    asks = message.answer is not Answer.YES
    promised = line(words, "process.ask.yes", promise=of_content.promise)
    return card(
        words,
        words.text("process.ask.title"),
        line(words, "process.ask.text", title=of_content.title, question=of_content.question),
        line(words, "process.ask.asker", name=message.asker) if message.asker and asks else None,
        promised if message.answer is Answer.YES else None,
        line(words, "process.ask.talk") if message.answer is Answer.TALK else None,
        small(words, "process.ask.who"),
        buttons(
            button(words, "promise-yes", *args, style=Style.PRIMARY) if asks else None,
            button(words, "promise-talk", *args) if message.answer is not Answer.TALK else None,
        ),
    )


def talk(message: m.PromiseTalk, words: Words) -> Card:
    """To the facilitators."""
    of_content = _commitment(words, message.slug, message.promise)
    return card(
        words,
        words.text("process.talk.title"),
        line(words, "process.talk.text", name=words.name(message.name), title=of_content.title),
        small(words, "process.talk.who"),
    )


def file_ref(message: m.MeetingDates, words: Words) -> str:
    """The name of the file to the courier."""
    return f"dates-{message.journey}-{message.number}-{message.revision}-{words.language}"


def dates(message: m.MeetingDates, words: Words) -> Card:
    """The dates as a file."""
    return card(
        words,
        words.text("process.dates.title"),
        line(words, "process.dates.text", title=process_title(words, message.slug)),
        Attachment(file_ref(message, words), FILENAME, words.text("process.dates.file")),
        small(words, "process.dates.who"),
    )


def missed(message: m.MeetingMissed, words: Words) -> Card:
    """To the facilitators: was it held?"""
    args, one = (message.journey, str(message.number)), message.meeting
    called = title(words, message.slug, one)
    pressed = buttons(
        button(words, "meeting-held", *args, one.id, style=Style.PRIMARY),
        button(words, "meeting-move", *args),
        button(words, "meeting-change", *args),
    )
    return card(
        words,
        words.text("process.missed.title"),
        line(words, "process.missed.text", title=called, day=day(words, one.starts))
        if not message.settled
        else line(words, "process.missed.settled"),
        small(words, "process.missed.who"),
        None if message.settled else pressed,
    )


def catch_up(message: m.CatchUp, words: Words) -> Card:
    """Three lines for whoever was away."""
    one, after = message.meeting, message.next
    called = title(words, message.slug, one)
    held = line(
        words,
        "process.catch_up.held",
        title=called,
        day=day(words, one.starts),
        aim=aim(words, message.slug, one),
    )
    return card(
        words,
        words.text("process.catch_up.title"),
        held,
        _brought(message, words),
        *_ahead(message, words),
        small(words, "process.catch_up.who"),
        buttons(button(words, "process-show", message.journey, str(message.number))) if after else None,
    )


def _brought(message: m.CatchUp, words: Words) -> Block:
    if not message.picks:
        return line(words, "process.catch_up.people", n=message.people)
    return line(words, "process.catch_up.picks", texts=words.listed(message.picks))


def _ahead(message: m.CatchUp, words: Words) -> tuple[Block, ...]:
    after = message.next
    if after is None:
        return ()
    if message.tasks:
        return (line(words, "process.catch_up.open", n=message.tasks, when=moment(words, after.starts)),)
    called = title(words, message.slug, after)
    return (line(words, "process.catch_up.next", title=called, when=told(words, after)),)


def follow_up(message: m.FollowUpCard, words: Words) -> Card:
    """Do the agreed practices still hold?"""
    args = (message.journey, str(message.number))
    of_content = _follow_up(words, message.slug, message.follow_up)
    items = tuple(_looked_at(one, words) for one in message.practices)
    check = button(words, "practice-check", *args, message.follow_up, style=Style.PRIMARY) if items else None
    pressed = buttons(check, button(words, "practice-add", *args))
    return card(
        words,
        of_content.title,
        line(words, "process.nudge.follow_up", question=of_content.question),
        Bullets(items) if items else line(words, "process.follow_up.none"),
        small(words, "process.follow_up.who" if message.open else "process.follow_up.closed"),
        small(words, "sees.process") if message.open else None,
        pressed if message.open else None,
    )


def _looked_at(one: m.PracticeLine, words: Words) -> Rich:
    verdict = words.text(f"process.verdict.{one.verdict or 'open'}")
    name = words.name(one.owner)
    if one.line:
        return words.rich("process.follow_up.said", text=one.text, name=name, verdict=verdict, line=one.line)
    return words.rich("process.follow_up.line", text=one.text, name=name, verdict=verdict)


# --- reminders ---


def meeting_nudge(view: m.MeetingNudge, on: DigestLine, words: Words) -> tuple[Block | None, ...]:
    """The next meeting; whoever facilitates can start it."""
    args = (on.journey, str(view.number))
    called = title(words, view.slug, view.meeting)
    starts = view.leads and view.kind is not Kind.WORKSHOP_WEEK and bool(view.meeting.start)
    return (
        line(words, f"process.nudge.{view.kind}", title=called, when=told(words, view.meeting)),
        buttons(button(words, "meeting-start", *args, view.meeting.id, style=Style.PRIMARY))
        if starts
        else None,
    )


def follow_up_nudge(view: m.FollowUpNudge, on: DigestLine, words: Words) -> tuple[Block | None, ...]:
    """An agreed practice is to be looked at."""
    of_content = _follow_up(words, view.slug, view.follow_up)
    check = button(words, "practice-check", on.journey, str(view.number), view.follow_up)
    return (
        line(words, "process.nudge.follow_up", question=of_content.question),
        *(line(words, "process.nudge.practice", text=one) for one in view.practices),
        small(words, "sees.process"),
        buttons(check),
    )


# --- one's own things ---


def own_meeting(thing: m.OwnMeeting, one: OwnLine, words: Words) -> tuple[Rich, Button]:
    """The next meeting."""
    rich = words.rich(
        "process.own.meeting",
        title=title(words, thing.slug, thing.meeting),
        when=told(words, thing.meeting),
        done=thing.done,
        total=thing.total,
    )
    return rich, button(words, "process-show", one.journey, str(thing.number))


def own_practice(thing: m.OwnPractice, one: OwnLine, words: Words) -> tuple[Rich, Button]:
    """A practice to be looked at."""
    rich = words.rich("process.own.practice", text=thing.text)
    return rich, button(words, "practice-check", one.journey, str(thing.number), thing.follow_up)
