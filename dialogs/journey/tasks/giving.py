"""Giving an interim task, and moving it, from another area's decision (the end of a meeting's workshop)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from content.process import ForWhom
from dialogs.journey.draft import Draft
from dialogs.journey.tasks.dues import said_by
from dialogs.journey.tasks.facts import TaskGiven, TaskMoved
from dialogs.journey.tasks.pairing import new_pairs
from dialogs.journey.tasks.spec import TaskSpec

__all__ = ["TaskSpec", "give", "move"]


def give(draft: Draft, spec: TaskSpec, *, session: str, due: datetime) -> None:
    """Give a task to those whom `spec` means; the same one of the same session is given only once.

    Args:
        draft: of the journey.
        spec: what the content says of it.
        session: at the end of which it is given.
        due: when the workshop begins (UTC) into which it is gathered.
    """
    journey = draft.journey
    if any((one.session, one.spec.id) == (session, spec.id) for one in journey.tasks.values()):
        return
    number = len(journey.tasks) + 1
    groups = new_pairs(journey, number) if spec.who is ForWhom.PAIRS else ()
    people = () if spec.who is ForWhom.NAMED else journey.members
    draft.accept(
        TaskGiven(
            at=draft.now,
            task=number,
            spec=spec,
            session=session,
            due=due,
            people=people,
            groups=groups,
        )
    )


def move(draft: Draft, tasks: Iterable[int], due: datetime) -> None:
    """Have open tasks gathered at another time (UTC)."""
    for number in tasks:
        task = draft.journey.tasks.get(number)
        if task and task.open and task.due != due:
            said = said_by(draft.journey, task, draft.now)
            draft.accept(TaskMoved(at=draft.now, task=number, due=due, was=task.due, said=said))
