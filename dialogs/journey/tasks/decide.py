"""What comes of what people do with interim tasks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from content.process import ForWhom
from dialogs.journey.draft import Draft
from dialogs.journey.leading import facilitators_only, leads
from dialogs.journey.people import known
from dialogs.journey.tasks import events as e
from dialogs.journey.tasks import facts as f
from dialogs.journey.tasks.pairing import joined
from dialogs.journey.tasks.state import Entry, Task
from dialogs.receipts import Code, Receipt


def _of_task(decide: Callable[[Draft, Task, Any], Receipt]) -> Callable[[Draft, Any], Receipt]:
    """Only with a task that there is."""

    @wraps(decide)
    def found(draft: Draft, event: Any) -> Receipt:
        task = draft.journey.tasks.get(event.task)
        return decide(draft, task, event) if task else Receipt(Code.UNKNOWN)

    return found


@_of_task
def _wrote(draft: Draft, task: Task, event: e.TaskWrote) -> Receipt:
    if event.nonce and any(one.nonce == event.nonce for one in task.own(event.person)):
        return Receipt(Code.ALREADY_SAVED)
    task = _taken(draft, task, event.person, event.name)
    _write(draft, task, event.person, event.part, event.texts, event.nonce)
    return _saved(task)


@_of_task
def _reflected(draft: Draft, task: Task, event: e.TaskReflected) -> Receipt:
    task = _taken(draft, task, event.person, event.name)
    for part, text in event.texts:
        task = draft.journey.tasks[task.id]
        entry = next((one for one in task.own(event.person) if one.part == part), None)
        if entry is not None:
            _reword(draft, task, entry, (text,) if text else ())
        elif text:
            _write(draft, task, event.person, part, (text,))
    return _saved(task)


@_of_task
def _reworded(draft: Draft, task: Task, event: e.TaskReworded) -> Receipt:
    entry = task.entry(event.entry)
    if entry is None or not entry.readable:
        return Receipt(Code.UNKNOWN)
    if entry.person != event.person:
        return Receipt(Code.NOT_YOURS)
    _reword(draft, task, entry, event.texts)
    return Receipt(Code.TASK_SAVED) if any(event.texts) else Receipt(Code.DELETED)


@_of_task
def _ticked(draft: Draft, task: Task, event: e.TaskTicked) -> Receipt:
    if not task.open:
        return Receipt(Code.TASK_OVER)
    if task.spec.who is ForWhom.NAMED and event.person not in task.people:
        return Receipt(Code.TASK_OF_OTHERS)
    task = _taken(draft, task, event.person, event.name)
    if (event.person in task.done) != event.done:
        draft.accept(f.TaskMarked(at=draft.now, task=task.id, person=event.person, done=event.done))
    return Receipt(Code.TASK_DONE if event.done else Code.TASK_NOT_YET)


@_of_task
def _time_chosen(draft: Draft, task: Task, event: e.TaskTimeChosen) -> Receipt:
    if not task.open:
        return Receipt(Code.TASK_OVER)
    task = _taken(draft, task, event.person, event.name)
    draft.accept(
        f.TaskTimeSet(
            at=draft.now,
            task=task.id,
            person=event.person,
            starts=event.starts,
            minutes=event.minutes,
        )
    )
    return Receipt(Code.TASK_TIME_SET)


@_of_task
def _people_chosen(draft: Draft, task: Task, event: e.TaskPeopleChosen) -> Receipt:
    if not leads(draft.journey, event.person):
        return facilitators_only(draft.journey)
    if not task.open:
        return Receipt(Code.TASK_OVER)
    people = tuple(sorted(one for one in set(event.people) if draft.journey.takes_part(one)))
    if not people:
        return Receipt(Code.UNKNOWN)
    added = tuple(one for one in people if one not in task.people)
    if people != task.people:
        draft.accept(f.TaskNamed(at=draft.now, task=task.id, people=people, added=added, by=event.person))
    return Receipt(Code.TASK_NAMED, n=len(people))


def _taken(draft: Draft, task: Task, person: str, name: str) -> Task:
    """The task, with the person among those who do it: whoever comes later is welcome."""
    known(draft, person, name)
    if task.open and task.spec.who is not ForWhom.NAMED and person not in task.people:
        people, groups = joined(task, person)
        draft.accept(
            f.TaskRegrouped(at=draft.now, task=task.id, people=people, groups=groups, added=(person,))
        )
    return draft.journey.tasks[task.id]


def _write(draft: Draft, task: Task, person: str, part: str, texts: tuple[str, ...], nonce: str = "") -> None:
    draft.accept(
        f.TaskEntryWritten(
            at=draft.now,
            task=task.id,
            entry=task.written + 1,
            person=person,
            part=part,
            texts=texts,
            nonce=nonce,
        )
    )


def _reword(draft: Draft, task: Task, entry: Entry, texts: tuple[str, ...]) -> None:
    if not any(texts):
        draft.accept(f.TaskEntryDropped(at=draft.now, task=task.id, entry=entry.id, person=entry.person))
    elif texts != entry.texts:
        draft.accept(
            f.TaskEntryChanged(at=draft.now, task=task.id, entry=entry.id, person=entry.person, texts=texts)
        )


def _saved(task: Task) -> Receipt:
    return Receipt(Code.TASK_SAVED if task.open else Code.TASK_SAVED_LATE)


DECIDE: Mapping[type, Callable[[Draft, Any], Receipt]] = {
    e.TaskWrote: _wrote,
    e.TaskReflected: _reflected,
    e.TaskReworded: _reworded,
    e.TaskTicked: _ticked,
    e.TaskTimeChosen: _time_chosen,
    e.TaskPeopleChosen: _people_chosen,
}
