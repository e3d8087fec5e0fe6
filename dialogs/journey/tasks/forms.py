"""The forms of interim tasks: an entry, one's own again, working time, and who does it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

from content.process import ForWhom, TaskForm
from dialogs.calendar.dates import Found, read_date
from dialogs.journey.answers import MOST_OPTIONS, needed, optional
from dialogs.journey.area import Acting, Errors, FormKind, Mend
from dialogs.journey.leading import facilitators_only, leads
from dialogs.journey.tasks import events as e
from dialogs.journey.tasks import messages as m
from dialogs.journey.tasks.boards import task_of
from dialogs.journey.tasks.state import Entry, Task
from dialogs.receipts import Code, Receipt
from dialogs.verbs import is_number

STAGES = ("tried", "happened", "learnt")
"""The fields of a documentation: what was tried, what happened, what was learnt."""
MORNING = time(9)
"""When working time begins that has only a day."""
LONGEST_HOURS = 8


def _of_task(answer: Callable[[Acting, Task], Any]) -> Callable[[Acting], Any]:
    """Only with a task that there is."""

    def found(acting: Acting) -> Any:
        task = task_of(acting.journey, acting.args)
        return answer(acting, task) if task else Receipt(Code.UNKNOWN)

    return found


def _about(acting: Acting, task: Task) -> m.TaskAbout:
    return m.about(acting.journey.id, task)


# --- an entry -------------------------------------------------------------------------------------


def _ask_write(acting: Acting, task: Task) -> Any:
    if not task.open:
        return Receipt(Code.TASK_OVER)
    if task.spec.form is not TaskForm.REFLECTION:
        return m.TaskWriteForm(_about(acting, task))
    own = {one.part: one.texts[0] for one in task.own(acting.person)}
    texts = tuple(own.get(part, "") for part in task.spec.parts)
    return m.TaskReflectForm(_about(acting, task), texts)


def _read_write(acting: Acting, task: Task) -> Any:
    """An entry; one that was begun in time is kept also when the task has been gathered since."""
    if task.spec.form is TaskForm.REFLECTION:
        return _read_reflection(acting, task)
    errors: Errors = {}
    part = _part(acting, task, errors)
    texts = _texts(acting, task, errors)
    return errors or e.TaskWrote(task.id, acting.person, acting.name, part, texts, acting.nonce)


def _part(acting: Acting, task: Task, errors: Errors) -> str:
    parts = task.spec.parts
    if len(parts) == 1 or task.spec.form is TaskForm.DOCUMENTATION:
        return parts[0]
    part = acting.one("part")
    if part not in parts:
        errors["part"] = "choose"
    return part


def _texts(acting: Acting, task: Task, errors: Errors) -> tuple[str, ...]:
    """One text; of a documentation three, of which the first must be there."""
    if task.spec.form is not TaskForm.DOCUMENTATION:
        return (needed(acting, "text", errors),)
    first, *rest = STAGES
    return (needed(acting, first, errors), *(optional(acting, one, errors) for one in rest))


def _read_reflection(acting: Acting, task: Task) -> Any:
    errors: Errors = {}
    numbered = [(part, f"part.{number}") for number, part in enumerate(task.spec.parts, 1)]
    texts = tuple((part, optional(acting, field, errors)) for part, field in numbered)
    if not errors and not any(text for _, text in texts) and not task.own(acting.person):
        return {"part.1": "empty"}
    return errors or e.TaskReflected(task.id, acting.person, acting.name, texts)


# --- one's own again ------------------------------------------------------------------------------


def _ask_mine(acting: Acting, task: Task) -> Any:
    own = task.own(acting.person)[-MOST_OPTIONS:]
    if not own:
        return Receipt(Code.NOTHING_THERE)
    return m.TaskMineForm(_about(acting, task), tuple(map(m.viewed, own)))


def _read_mine(acting: Acting, task: Task) -> Any:
    chosen = acting.one("entry")
    entry = task.entry(int(chosen)) if is_number(chosen) else None
    return _edit(acting, task, entry) if entry else {"entry": "choose"}


def _edit(acting: Acting, task: Task, entry: Entry) -> Any:
    if entry.person != acting.person:
        return Receipt(Code.NOT_YOURS)
    return m.TaskEditForm(_about(acting, task), m.viewed(entry))


def _entry(acting: Acting, task: Task) -> Entry | None:
    number = acting.args[1]
    return task.entry(int(number)) if is_number(number) else None


def _ask_edit(acting: Acting, task: Task) -> Any:
    entry = _entry(acting, task)
    return _edit(acting, task, entry) if entry else Receipt(Code.UNKNOWN)


def _read_edit(acting: Acting, task: Task) -> Any:
    entry = _entry(acting, task)
    if entry is None:
        return Receipt(Code.UNKNOWN)
    if "yes" in acting.many("delete"):
        return e.TaskReworded(task.id, entry.id, acting.person)
    errors: Errors = {}
    texts = _texts(acting, task, errors)
    return errors or e.TaskReworded(task.id, entry.id, acting.person, texts)


# --- working time ---------------------------------------------------------------------------------


def _ask_time(acting: Acting, task: Task) -> Any:
    return m.TaskTimeForm(_about(acting, task)) if task.open else Receipt(Code.TASK_OVER)


def _read_time(acting: Acting, task: Task) -> Any:
    if not acting.one("when").strip():
        return {"when": "date_empty"}
    found = read_date(acting.one("when"), acting.now, acting.zone)
    if not isinstance(found, Found):
        return {"when": Mend(f"date_{found.problem}", found.candidates)}
    if found.week:
        return {"when": "date_unknown"}
    starts = found.instant(acting.zone, MORNING)
    if starts <= acting.now:
        return {"when": "date_past"}
    minutes = _minutes(found, starts, task, acting.zone)
    return e.TaskTimeChosen(task.id, acting.person, acting.name, starts, minutes)


def _minutes(found: Found, starts: datetime, task: Task, zone: str) -> int:
    if found.until is None:
        return task.spec.minutes
    until = Found(found.day, found.until).instant(zone, found.until)
    return int(min(until - starts, timedelta(hours=LONGEST_HOURS)) / timedelta(minutes=1))


# --- who does it ----------------------------------------------------------------------------------


def _ask_name(acting: Acting, task: Task) -> Any:
    journey = acting.journey
    if not leads(journey, acting.person):
        return facilitators_only(journey)
    if not task.open or task.spec.who is not ForWhom.NAMED:
        return Receipt(Code.TASK_OVER)
    people = tuple((one, journey.name(one)) for one in journey.members[:MOST_OPTIONS])
    return m.TaskNameForm(_about(acting, task), people, task.people) if people else Receipt(Code.NOBODY_HERE)


def _read_name(acting: Acting, task: Task) -> Any:
    people = tuple(one for one in acting.many("people") if acting.journey.takes_part(one))
    return e.TaskPeopleChosen(task.id, acting.person, people) if people else {"people": "choose"}


FORMS = {
    "task-write": FormKind(_of_task(_ask_write), _of_task(_read_write), (1,)),
    "task-mine": FormKind(_of_task(_ask_mine), _of_task(_read_mine), (1,)),
    "task-edit": FormKind(_of_task(_ask_edit), _of_task(_read_edit), (2,)),
    "task-time": FormKind(_of_task(_ask_time), _of_task(_read_time), (1,)),
    "task-name": FormKind(_of_task(_ask_name), _of_task(_read_name), (1,)),
}
