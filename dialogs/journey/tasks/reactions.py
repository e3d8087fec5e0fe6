"""What facts about interim tasks make happen: cards, and reminders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from content.process import ForWhom
from dialogs.boards import CHANNEL, Board, direct
from dialogs.effects import Effect, Remind, Show, Unremind
from dialogs.journey.journey import Journey
from dialogs.journey.leading import facilitators
from dialogs.journey.opening.board import OPENING
from dialogs.journey.tasks import facts as f
from dialogs.journey.tasks.boards import BOARD, NAMING, TASK, TIME, item
from dialogs.journey.tasks.dues import dues
from dialogs.journey.tasks.state import Task
from dialogs.people import PersonId


def _given(journey: Journey, fact: f.TaskGiven) -> Iterator[Effect]:
    task = journey.tasks[fact.task]
    yield from _cards(task, task.people)
    yield _board(task)
    yield from _naming(journey, task)
    yield from _reminders(journey, task, task.people, fact.at)


def _named(journey: Journey, fact: f.TaskNamed) -> Iterator[Effect]:
    task = journey.tasks[fact.task]
    yield from _cards(task, sorted(task.ever))
    yield _board(task)
    yield from _naming(journey, task)
    yield from (Unremind(item(task.id), one) for one in sorted(task.ever.difference(task.people)))
    yield from _reminders(journey, task, fact.added, fact.at)


def _regrouped(journey: Journey, fact: f.TaskRegrouped) -> Iterator[Effect]:
    task = journey.tasks[fact.task]
    yield from _cards(task, task.people)
    yield _board(task)
    yield from (Unremind(item(task.id), one) for one in sorted(task.ever.difference(task.people)))
    yield from _reminders(journey, task, fact.added, fact.at)


def _moved(journey: Journey, fact: f.TaskMoved) -> Iterator[Effect]:
    task = journey.tasks[fact.task]
    yield from _cards(task, task.people)
    yield _board(task)
    yield Unremind(item(task.id))
    yield from _reminders(journey, task, task.people, fact.at)


def _written(journey: Journey, fact: Any) -> Iterator[Effect]:
    task = journey.tasks[fact.task]
    yield from _cards(task, task.group(fact.person))
    if task.shared:
        yield _board(task)
    if task.gathered and not task.spec.private:
        yield Show(CHANNEL, Board(OPENING, (task.gathered,)))


def _marked(journey: Journey, fact: f.TaskMarked) -> Iterator[Effect]:
    task = journey.tasks[fact.task]
    together = task.group(fact.person)
    yield from _cards(task, together)
    yield _board(task)
    if fact.done:
        yield from (Unremind(item(task.id), one) for one in together)
    else:
        yield from _reminders(journey, task, together, fact.at)


def _time_set(journey: Journey, fact: f.TaskTimeSet) -> Iterator[Effect]:
    task = journey.tasks[fact.task]
    yield from _cards(task, (fact.person,))
    yield Show(direct(fact.person), Board(TIME, (str(task.id),)))


def _gathered(journey: Journey, fact: f.TaskGathered) -> Iterator[Effect]:
    task = journey.tasks[fact.task]
    yield Show(CHANNEL, Board(OPENING, (fact.session,)))
    yield Unremind(item(task.id))
    yield from _cards(task, task.people)
    yield _board(task)
    yield from _naming(journey, task)


def _cards(task: Task, people: Iterable[PersonId]) -> Iterator[Effect]:
    board = Board(TASK, (str(task.id),))
    return (Show(direct(person), board) for person in people if person in task.ever)


def _board(task: Task) -> Effect:
    return Show(CHANNEL, Board(BOARD, (str(task.id),)))


def _naming(journey: Journey, task: Task) -> Iterator[Effect]:
    """To the facilitators; to everybody when nobody leads any more."""
    asked = facilitators(journey, task.session) or journey.members
    wanted = asked if task.spec.who is ForWhom.NAMED else ()
    return (Show(direct(person), Board(NAMING, (str(task.id),))) for person in wanted)


def _reminders(
    journey: Journey,
    task: Task,
    people: Iterable[PersonId],
    since: datetime,
) -> Iterator[Effect]:
    """Those that are still to come."""
    wanted = [due for due in dues(journey, task) if due.at > since and task.open]
    for person in people:
        if person not in task.done:
            yield from (Remind(person, item(task.id), due.kind.value, due.at, due.ends) for due in wanted)


_REACTIONS: Mapping[type, Callable[[Journey, Any], Iterator[Effect]]] = {
    f.TaskGiven: _given,
    f.TaskNamed: _named,
    f.TaskRegrouped: _regrouped,
    f.TaskMoved: _moved,
    f.TaskEntryWritten: _written,
    f.TaskEntryChanged: _written,
    f.TaskEntryDropped: _written,
    f.TaskMarked: _marked,
    f.TaskTimeSet: _time_set,
    f.TaskGathered: _gathered,
}


def _reaction(
    react: Callable[[Journey, Any], Iterator[Effect]],
) -> Callable[[Journey, Any], tuple[Effect, ...]]:
    return lambda journey, fact: tuple(react(journey, fact))


REACT = {kind: _reaction(react) for kind, react in _REACTIONS.items()}
