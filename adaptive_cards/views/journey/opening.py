"""Mistä jatkamme: what a workshop opens with."""

from __future__ import annotations

from adaptive_cards.card import Block, Bullets, Card, Heading, Style
from adaptive_cards.views.journey.diary import mirror
from adaptive_cards.views.journey.experiments import short, state_of
from adaptive_cards.views.journey.task_words import entry_lines, title_of
from adaptive_cards.views.parts import button, buttons, card, line, small
from adaptive_cards.words import Words
from content.process import TaskForm
from dialogs.journey.opening.messages import GatheredTask, Opening

SHOWN = 15
"""Entries of one task."""


def opening(message: Opening, words: Words) -> Card:
    """What was open from before: the tasks, how answers were used, experiments, observations."""
    observed = (Heading(words.text("mirror.title")), *mirror(message.mirror, words)) if message.mirror else ()
    return card(
        words,
        words.text("opening.title"),
        _before(message, words),
        *(block for task in message.tasks for block in _task(task, words)),
        *_experiments(message, words),
        *observed,
        small(words, "sees.opening"),
        buttons(
            button(words, "my-tasks", message.journey),
            button(words, "observe", message.journey, style=Style.NORMAL),
        ),
    )


def _before(message: Opening, words: Words) -> Block | None:
    if not message.before or not message.picks:
        return None
    return line(words, "opening.before", title=words.workshop_title(message.before), n=message.picks)


def _task(task: GatheredTask, words: Words) -> tuple[Block | None, ...]:
    about, shown = task.about, task.entries[:SHOWN]
    more = len(task.entries) - len(shown)
    return (
        Heading(title_of(about, words)),
        line(words, "task.progress", done=str(task.done), people=str(task.people)) if task.people else None,
        small(words, "opening.private") if about.private else None,
        entry_lines(shown, about, words),
        small(words, "task.older", n=more) if more > 0 else None,
        _used(task, words),
    )


def _used(task: GatheredTask, words: Words) -> Block | None:
    """Näin vastauksiasi käytettiin: where what was written is needed."""
    n = len(task.entries)
    if not n:
        return None
    step = _step(task, words)
    if step:
        return line(words, "opening.used_in", n=n, step=step)
    listed = task.about.form is TaskForm.SHARED_LIST
    return line(words, "opening.used_list" if listed else "opening.used", n=n)


def _step(task: GatheredTask, words: Words) -> str:
    """The title of the step into which the task is gathered; "" when it is not known."""
    edition = words.library.editions.get(task.workshop) if words.library else None
    found = edition.in_language(words.language).steps.get(task.step) if edition else None
    return found.title if found else ""


def _experiments(message: Opening, words: Words) -> tuple[Block | None, ...]:
    if not message.experiments:
        return ()
    lines = (
        words.rich(
            "experiments.own",
            what=short(one.what, words),
            state=state_of(one, message.today, words),
        )
        for one in message.experiments
    )
    return Heading(words.text("opening.experiments")), Bullets(tuple(lines))
