"""What stands on the cards of interim tasks, now."""

from __future__ import annotations

from datetime import datetime

from content.process import ForWhom
from dialogs.calendar.due import Kind
from dialogs.journey.area import Reading
from dialogs.journey.journey import Journey
from dialogs.journey.tasks import messages as m
from dialogs.journey.tasks.state import Task
from dialogs.people import PersonId
from dialogs.verbs import is_number

TASK, BOARD, NAMING, TIME = "task", "taskboard", "tasknaming", "tasktime"


def task_of(journey: Journey, args: tuple[str, ...]) -> Task | None:
    """The task whose number is the first of `args`."""
    return journey.tasks.get(int(args[0])) if args and is_number(args[0]) else None


def item(task: int) -> str:
    """What reminders of a task are kept under."""
    return f"task/{task}"


def counted(journey: Journey, task: Task) -> tuple[int, int]:
    """How many have done it, and of how many: of those who are still here."""
    people = [one for one in task.people if journey.takes_part(one)]
    return len(task.done.intersection(people)), len(people)


def card(journey: Journey, task: Task, person: PersonId) -> m.TaskCard:
    """One person's own card."""
    seen = [m.viewed(one, journey.name(one.person)) for one in task.seen_by(person) if one.person != person]
    return m.TaskCard(
        about=m.about(journey.id, task),
        yours=person in task.people or task.spec.who is ForWhom.EVERYBODY,
        partners=tuple(journey.name(one) for one in task.group(person) if one != person),
        own=tuple(map(m.viewed, task.own(person))),
        others=() if task.shared else tuple(seen),
        done=person in task.done,
        time=task.times.get(person),
    )


def _card(reading: Reading) -> m.TaskCard | None:
    task = task_of(reading.journey, reading.args)
    return card(reading.journey, task, reading.person) if task and reading.person in task.ever else None


def _board(reading: Reading) -> m.TaskBoard | None:
    task, journey = task_of(reading.journey, reading.args), reading.journey
    if task is None:
        return None
    entries = [m.viewed(one, journey.name(one.person)) for one in task.entries if one.readable]
    done, people = counted(journey, task)
    return m.TaskBoard(
        about=m.about(journey.id, task),
        done=done,
        people=people,
        entries=tuple(entries) if task.shared else (),
    )


def _naming(reading: Reading) -> m.TaskNaming | None:
    task = task_of(reading.journey, reading.args)
    if task is None or task.spec.who is not ForWhom.NAMED:
        return None
    names = tuple(map(reading.journey.name, task.people))
    return m.TaskNaming(m.about(reading.journey.id, task), names)


def _time(reading: Reading) -> m.TaskTime | None:
    task = task_of(reading.journey, reading.args)
    time = task.times.get(reading.person) if task else None
    if task is None or time is None:
        return None
    ref = f"tasktime-{reading.journey.id}-{task.id}-{time.revision}"
    return m.TaskTime(m.about(reading.journey.id, task), ref, time)


BOARDS = {TASK: _card, BOARD: _board, NAMING: _naming, TIME: _time}


def nudge(
    journey: Journey, about: str, person: PersonId, _: datetime, *, closing: bool
) -> m.TaskNudge | None:
    """A task waits, unless it is done, gathered, or somebody else's."""
    task = task_of(journey, tuple(about.split("/")[1:]))
    if task is None or not task.open or person in task.done or person not in task.people:
        return None
    return m.TaskNudge(m.about(journey.id, task), len(task.own(person)), closing)


def _half_way(journey: Journey, about: str, person: PersonId, now: datetime) -> m.TaskNudge | None:
    return nudge(journey, about, person, now, closing=False)


def _closing(journey: Journey, about: str, person: PersonId, now: datetime) -> m.TaskNudge | None:
    return nudge(journey, about, person, now, closing=True)


NUDGES = {Kind.TASK_HALF_WAY.value: _half_way, Kind.TASK_CLOSING.value: _closing}
