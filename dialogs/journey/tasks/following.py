"""What follows of other facts: a workshop begins with what tasks brought; nobody waits for who is gone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from dialogs.journey.area import Then
from dialogs.journey.draft import Draft
from dialogs.journey.fact import PersonGone
from dialogs.journey.journey import Journey
from dialogs.journey.tasks.facts import TaskGathered, TaskRegrouped
from dialogs.journey.tasks.pairing import without
from dialogs.journey.tasks.state import Task
from dialogs.journey.workshops.facts import WorkshopEntered

EARLY = timedelta(days=1)
"""A workshop that begins so long before the agreed time gathers what was meant for that time."""


def gathered_by(journey: Journey, session: str, fact: WorkshopEntered) -> tuple[Task, ...]:
    """The open tasks that a workshop begins with: those meant for it, and those whose time has come."""
    return tuple(
        task
        for _, task in sorted(journey.tasks.items())
        if task.open and task.session != session and (_meant(task, fact) or fact.at >= task.due - EARLY)
    )


def _meant(task: Task, fact: WorkshopEntered) -> bool:
    return task.spec.workshop in ("", fact.slug)


def entered(draft: Draft, fact: WorkshopEntered) -> None:
    """The workshop begins with what the tasks brought."""
    for task in gathered_by(draft.journey, fact.session, fact):
        draft.accept(TaskGathered(at=draft.now, task=task.id, session=fact.session))


def gone(draft: Draft, fact: PersonGone) -> None:
    """Somebody is gone: the others go on without them."""
    for task in draft.journey.tasks.values():
        if task.open and fact.person in task.people:
            people, groups = without(task, fact.person)
            draft.accept(TaskRegrouped(at=draft.now, task=task.id, people=people, groups=groups))


THEN: Mapping[type, Then] = {WorkshopEntered: entered, PersonGone: gone}
