"""When somebody is reminded of an interim task: half-way, and when two working days are left."""

from __future__ import annotations

from datetime import datetime

from dialogs.calendar.due import Due, Kind, task_dues
from dialogs.calendar.hours import Rhythm
from dialogs.journey.journey import Journey
from dialogs.journey.tasks.state import Task

REMINDED = frozenset({Kind.TASK_HALF_WAY, Kind.TASK_CLOSING})
"""The task itself comes as a card of its own, at once."""


def dues(journey: Journey, task: Task) -> tuple[Due, ...]:
    """All its reminders, each kind once however often the task is moved, in order."""
    every = task_dues(task.given_at, task.due, Rhythm(journey.zone))
    return tuple(due for due in every if due.kind in REMINDED and due.kind not in task.said)


def said_by(journey: Journey, task: Task, now: datetime) -> tuple[str, ...]:
    """The kinds whose time has come by `now` (UTC)."""
    return tuple(due.kind.value for due in dues(journey, task) if due.at <= now)
