"""What an interim task is, as the content has it."""

from __future__ import annotations

from dataclasses import dataclass

from content.process import ForWhom, InterimTask, TaskForm


@dataclass(frozen=True, slots=True)
class TaskSpec:
    """An interim task (välitehtävä) of a process; its words are in the content, under `process` and `id`."""

    id: str
    process: str
    """Slug of the process."""
    form: TaskForm
    who: ForWhom
    parts: tuple[str, ...]
    """What is written, at least one."""
    private: bool
    """Nobody but the writer sees it; only how many have done it is ever told."""
    minutes: int
    """Working time to be set aside."""
    into: tuple[str, str]
    """(meeting, step) where what was written is gathered."""
    workshop: str = ""
    """Slug of the workshop held in that meeting; "" when whichever comes next is meant."""


def spec_of(process: str, task: InterimTask, workshop: str = "") -> TaskSpec:
    """The task as the process (a slug) has it, gathered in `workshop` (a slug)."""
    return TaskSpec(
        id=task.id,
        process=process,
        form=task.form,
        who=task.who,
        parts=task.parts,
        private=task.private,
        minutes=task.minutes,
        into=(task.into.meeting, task.into.step),
        workshop=workshop,
    )
