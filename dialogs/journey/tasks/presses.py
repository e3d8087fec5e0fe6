"""The buttons and the command of interim tasks."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from content.process import ForWhom
from dialogs.journey.area import Acting
from dialogs.journey.journey import Journey
from dialogs.journey.opening.board import latest
from dialogs.journey.tasks import messages as m
from dialogs.journey.tasks.boards import card, task_of
from dialogs.journey.tasks.events import TaskTicked
from dialogs.journey.tasks.state import Task
from dialogs.people import PersonId
from dialogs.receipts import Code, Receipt


def _ticked(acting: Acting, *, done: bool) -> Any:
    task = task_of(acting.journey, acting.args)
    return TaskTicked(task.id, acting.person, acting.name, done) if task else Receipt(Code.UNKNOWN)


def _done(acting: Acting) -> Any:
    return _ticked(acting, done=True)


def _not_yet(acting: Acting) -> Any:
    return _ticked(acting, done=False)


def my_tasks(acting: Acting, *_: object) -> m.MyTasks:
    """The reader's open tasks."""
    journey = acting.journey
    return m.MyTasks(journey.id, _lines(journey, acting.person), latest(journey))


def own(journey: Journey, person: PersonId, _: datetime) -> tuple[m.OwnTask, ...]:
    """The tasks that wait for the person."""
    return tuple(m.OwnTask(one) for one in _lines(journey, person) if not one.done)


def _lines(journey: Journey, person: PersonId) -> tuple[m.TaskLine, ...]:
    mine = (task for _, task in sorted(journey.tasks.items()) if _is_theirs(journey, task, person))
    return tuple(
        m.TaskLine(m.about(journey.id, task), len(task.own(person)), person in task.done) for task in mine
    )


def _is_theirs(journey: Journey, task: Task, person: PersonId) -> bool:
    """Whether it waits for the person; who came later does what everybody does."""
    everybody = task.spec.who is ForWhom.EVERYBODY and journey.takes_part(person)
    return task.open and (everybody or person in task.people)


def _show(acting: Acting) -> m.TaskCard | Receipt:
    """One's own card of a task once more, privately."""
    task = task_of(acting.journey, acting.args)
    return card(acting.journey, task, acting.person) if task else Receipt(Code.UNKNOWN)


PRESSES = {"task-done": _done, "task-undone": _not_yet, "task-card": _show, "my-tasks": my_tasks}
