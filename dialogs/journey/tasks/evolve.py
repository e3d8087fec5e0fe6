"""What each fact about an interim task changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from dialogs.journey.journey import Journey
from dialogs.journey.tasks import facts as f
from dialogs.journey.tasks.state import Entry, SetAside, Task


def _given(journey: Journey, fact: f.TaskGiven) -> Journey:
    task = Task(
        fact.task,
        fact.spec,
        fact.session,
        fact.at,
        fact.due,
        fact.people,
        fact.groups,
        frozenset(fact.people),
    )
    return _with(journey, task)


def _named(task: Task, fact: f.TaskNamed) -> Task:
    return replace(task, people=fact.people, groups=(), ever=task.ever | frozenset(fact.people))


def _regrouped(task: Task, fact: f.TaskRegrouped) -> Task:
    return replace(task, people=fact.people, groups=fact.groups, ever=task.ever | frozenset(fact.people))


def _moved(task: Task, fact: f.TaskMoved) -> Task:
    return replace(task, due=fact.due, said=task.said.union(fact.said))


def _written(task: Task, fact: f.TaskEntryWritten) -> Task:
    partners = frozenset(task.group(fact.person)) - {fact.person}
    entry = Entry(fact.entry, fact.person, fact.part, fact.texts, fact.at, partners, fact.nonce)
    return replace(task, entries=(*task.entries, entry), written=fact.entry)


def _changed(task: Task, fact: f.TaskEntryChanged) -> Task:
    entries = (replace(one, texts=fact.texts) if one.id == fact.entry else one for one in task.entries)
    return replace(task, entries=tuple(entries))


def _dropped(task: Task, fact: f.TaskEntryDropped) -> Task:
    return replace(task, entries=tuple(one for one in task.entries if one.id != fact.entry))


def _marked(task: Task, fact: f.TaskMarked) -> Task:
    together = frozenset(task.group(fact.person))
    return replace(task, done=task.done | together if fact.done else task.done - together)


def _time_set(task: Task, fact: f.TaskTimeSet) -> Task:
    before = task.times.get(fact.person)
    time = SetAside(fact.starts, fact.minutes, fact.at, before.revision + 1 if before else 0)
    return replace(task, times=task.times.set(fact.person, time))


def _gathered(task: Task, fact: f.TaskGathered) -> Task:
    return replace(task, gathered=fact.session)


def _with(journey: Journey, task: Task) -> Journey:
    return replace(journey, tasks=journey.tasks.set(task.id, task))


def _of_task(change: Callable[[Task, Any], Task]) -> Callable[[Journey, Any], Journey]:
    """A change of one task as a change of the journey."""

    def evolve(journey: Journey, fact: Any) -> Journey:
        return _with(journey, change(journey.tasks[fact.task], fact))

    return evolve


EVOLVE: Mapping[type, Callable[[Journey, Any], Journey]] = {
    f.TaskGiven: _given,
    f.TaskNamed: _of_task(_named),
    f.TaskRegrouped: _of_task(_regrouped),
    f.TaskMoved: _of_task(_moved),
    f.TaskEntryWritten: _of_task(_written),
    f.TaskEntryChanged: _of_task(_changed),
    f.TaskEntryDropped: _of_task(_dropped),
    f.TaskMarked: _of_task(_marked),
    f.TaskTimeSet: _of_task(_time_set),
    f.TaskGathered: _of_task(_gathered),
}
