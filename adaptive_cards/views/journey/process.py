"""Prosessi: the proposed dates, the map of the journey, and what is answered about them."""

from __future__ import annotations

from collections.abc import Iterator

from adaptive_cards.card import Block, Bullets, Button, Buttons, Card, Heading, Paragraph, Rich, Span, Style
from adaptive_cards.views.journey.process_parts import (
    aim,
    lines,
    plain_day,
    practice,
    process_title,
    title,
    told,
    when,
)
from adaptive_cards.views.parts import button, buttons, card, line, said, small
from adaptive_cards.words import Words
from dialogs.journey.process import messages as m
from dialogs.journey.process.state import Answer, Phase


def choices(message: m.ProcessChoices, words: Words) -> Card:
    """What can be started; the buttons have the numbers of the list, as titles are long."""
    found = [(slug, words.process(slug)) for slug in message.slugs]
    items = tuple(
        words.rich("process.choices.line", title=one.title, question=one.question) for _, one in found if one
    )
    command = words.text("process.choices.archive_command")
    return card(
        words,
        words.text("process.choices.title"),
        line(words, "process.choices.text" if items else "process.choices.none"),
        Bullets(items, numbered=True) if items else None,
        small(words, "process.choices.archived", command=command) if message.archived else None,
        buttons(*_starting(words, message.journey, [slug for slug, one in found if one])),
    )


def _starting(words: Words, journey: str, slugs: list[str]) -> Iterator[Button]:
    for number, slug in enumerate(slugs, 1):
        label = words.text("process.choices.start", number=number)
        yield button(words, "process-start", journey, slug, label=label)


def plan(message: m.ProcessPlan, words: Words) -> Card:
    """The proposed dates; once they are agreed or left they can only be read."""
    number = str(message.number)
    called = process_title(words, message.slug)
    actions = ("meeting-move", "meeting-change", "meeting-add", "process-drop")
    pressed = buttons(
        button(words, "process-accept", message.journey, number, style=Style.PRIMARY),
        *(button(words, verb, message.journey, number) for verb in actions),
    )
    over = "process.plan.agreed" if message.agreed else "process.plan.dropped"
    who = small(words, "process.plan.who", names=words.names(message.facilitators))
    return card(
        words,
        words.text("process.plan.title"),
        line(words, "process.plan.intro", title=called),
        lines(words, message.slug, message.meetings, why=True),
        who if message.open else small(words, over),
        pressed if message.open else None,
        summary=f"{words.text('process.plan.title')}: {called}",
    )


def journey_map(message: m.ProcessMap, words: Words) -> Card:
    """Where we are, what is done, what is next."""
    who = "process.map.who_private" if message.private else "process.map.who"
    heading = words.text("process.map.title", done=message.done, total=message.total)
    called = process_title(words, message.slug)
    return card(
        words,
        heading,
        line(words, "process.map.refused") if message.refused else None,
        line(words, "process.map.about", title=called),
        _phase(message, words),
        lines(words, message.slug, message.meetings),
        *_next(message, words),
        *_promised(message, words),
        *_practised(message, words),
        *_looked_at(message, words),
        line(words, "process.map.unled") if message.unled else None,
        small(words, "sees.process") if message.asks_practices else None,
        small(words, who, names=words.names(message.facilitators)),
        _pressed(message, words),
        summary=f"{heading}. {called}",
    )


def _phase(message: m.ProcessMap, words: Words) -> Paragraph | None:
    match message.phase:
        case Phase.PAUSED if message.until:
            return line(words, "process.map.paused_until", day=plain_day(words, message.until))
        case Phase.PAUSED | Phase.FOLLOWED | Phase.ARCHIVED:
            return line(words, f"process.map.{message.phase}")
        case _:
            return None


def _next(message: m.ProcessMap, words: Words) -> Iterator[Block | None]:
    one, found = message.next, words.process(message.slug)
    if one is not None and message.phase is Phase.GOING:
        yield Heading(words.text("process.map.next_title"))
        about = aim(words, message.slug, one)
        called, told_when = title(words, message.slug, one), told(words, one)
        if about:
            yield line(words, "process.map.next", title=called, when=told_when, aim=about)
        else:
            yield line(words, "process.line", title=called, when=told_when)
        if message.evaluation and found and found.evaluation:
            words_of = found.evaluation
            yield line(
                words,
                "process.map.evaluation",
                title=words_of.title,
                own=words_of.own,
                joint=words_of.joint,
            )
    if message.tasks:
        yield small(words, "process.map.tasks", n=message.tasks)


def _promised(message: m.ProcessMap, words: Words) -> Iterator[Block | None]:
    items = tuple(_promise(words, message.slug, one) for one in message.promises)
    if items:
        yield Heading(words.text("process.map.promises_title"))
        yield Bullets(items)


def _promise(words: Words, slug: str, one: m.PromiseLine) -> Rich:
    found = words.process(slug)
    of_content = found.commitments.get(one.id) if found else None
    called, promise = (of_content.title, of_content.promise) if of_content else (one.id, one.id)
    if one.answer is None or (one.answer is Answer.YES and not (one.text or one.name)):
        return words.rich("process.map.promise_open", title=called)
    if one.text:
        key = "promise_again" if one.again else "promise_text"
        return words.rich(f"process.map.{key}", title=called, text=one.text.rstrip("."))
    if one.answer is Answer.YES:
        return words.rich("process.map.promise_by", title=called, promise=promise, name=words.name(one.name))
    return words.rich("process.map.promise_asked", title=called, name=words.name(one.name))


def _practised(message: m.ProcessMap, words: Words) -> Iterator[Block | None]:
    found = words.process(message.slug)
    if message.practices or message.asks_practices:
        yield Heading(words.text("process.map.practices_title"))
    if message.practices:
        yield Bullets(tuple(practice(words, one) for one in message.practices))
    elif message.asks_practices and found and found.practices:
        yield line(words, "process.map.practices_ask", question=found.practices.question)


def _looked_at(message: m.ProcessMap, words: Words) -> Iterator[Block | None]:
    if message.follow_ups:
        yield Heading(words.text("process.map.follow_ups_title"))
        items = tuple(
            words.rich(
                "process.map.follow_up",
                title=follow_up_title(words, message.slug, one),
                day=plain_day(words, at),
            )
            for one, at in message.follow_ups
        )
        yield Bullets(items)


def follow_up_title(words: Words, slug: str, follow_up: str) -> str:
    """What a follow-up is called."""
    found = words.process(slug)
    of_content = found.follow_ups.get(follow_up) if found else None
    return of_content.title if of_content else follow_up


def _pressed(message: m.ProcessMap, words: Words) -> Buttons | None:
    """Nothing can be done with what is over."""
    if message.phase is Phase.ARCHIVED:
        return None
    number, one = str(message.number), message.next
    going = message.phase is Phase.GOING and one is not None
    starts = going and one is not None and bool(one.start)

    def press(verb: str, *args: str, style: Style = Style.NORMAL) -> Button:
        return button(words, verb, message.journey, number, *args, style=style)

    return buttons(
        press("meeting-start", one.id, style=Style.PRIMARY) if starts and one else None,
        press("process-resume", style=Style.PRIMARY) if message.phase is Phase.PAUSED else None,
        press("meeting-dates") if going else None,
        press("practice-add") if message.asks_practices else None,
        press("process-take") if message.unled else press("process-manage"),
        press("process-cycle") if message.cycle else None,
    )


def past_map(message: m.ProcessMapPast, words: Words) -> Card:
    """An earlier map."""
    text = words.text(
        "process.map.past", title=process_title(words, message.slug), done=message.done, total=message.total
    )
    return card(words, "", Paragraph((Span(text),), subtle=True), summary=text)


def desk(message: m.ProcessDesk, words: Words) -> Card:
    """What the facilitator can change now."""
    number = str(message.number)
    going, paused = message.phase is Phase.GOING, message.phase is Phase.PAUSED
    one = message.past
    verbs = (
        *(("meeting-move", "meeting-change", "meeting-add") if message.phase is not Phase.FOLLOWED else ()),
        *(("process-ask",) if message.asks else ()),
        *(("process-promise",) if message.records else ()),
        "process-lead",
        *(("process-pause",) if going else ()),
        *(("process-resume",) if paused else ()),
        "process-drop",
    )
    held = button(words, "meeting-held", message.journey, number, one.id) if one else None
    late = message.late and one is not None
    return card(
        words,
        words.text("process.desk.title"),
        line(words, "process.desk.text", title=process_title(words, message.slug)),
        line(words, "process.desk.late", title=title(words, message.slug, one)) if late and one else None,
        small(words, "process.desk.who"),
        small(words, "sees.process") if message.records else None,
        buttons(held, *(button(words, verb, message.journey, number) for verb in verbs)),
    )


def move_asked(message: m.MoveAsked, words: Words) -> Card:
    """Before others go along."""
    ends = message.starts + (message.meeting.ends - message.meeting.starts)
    shifts = tuple(
        words.rich(
            "process.line",
            title=title(words, message.slug, one),
            when=when(words, starts, starts + (one.ends - one.starts)),
        )
        for one, starts in message.shifts
    )
    return card(
        words,
        words.text("process.move.title"),
        line(
            words,
            "process.move.text",
            title=title(words, message.slug, message.meeting),
            when=when(words, message.starts, ends),
        ),
        *(line(words, f"process.move.caution.{one}") for one in message.cautions),
        line(words, "process.move.shifts") if shifts else None,
        Bullets(shifts) if shifts else None,
        small(words, "process.move.who"),
        buttons(button(words, "meeting-go", message.journey, *message.args, style=Style.PRIMARY)),
    )


def cycle(message: m.CycleView, words: Words) -> Card:
    """The steps of the cycle, in order."""
    found = words.process(message.slug)
    steps = tuple((Span(found.cycle.get(one, one) if found else one),) for one in message.steps)
    heading = (found.cycle_title if found else "") or process_title(words, message.slug)
    return card(words, heading, Bullets(steps, numbered=True), small(words, "process.cycle.who"))


def archive(message: m.ProcessArchive, words: Words) -> Card:
    """The processes that are over."""
    items = [block for one in message.courses for block in _archived(words, one)]
    return card(
        words,
        words.text("process.archive.title"),
        *(items or [line(words, "process.archive.none")]),
        small(words, "process.archive.who"),
    )


def _archived(words: Words, one: m.ArchiveLine) -> Iterator[Block | None]:
    yield line(
        words,
        "process.archive.line",
        title=process_title(words, one.slug),
        day=plain_day(words, one.began),
        done=one.done,
        total=one.total,
    )
    if one.practices:
        texts = words.listed(tuple(practice.text for practice in one.practices))
        yield said(words.text("process.archive.practices", texts=texts), subtle=True)
