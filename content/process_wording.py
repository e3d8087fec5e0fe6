"""The words of a process in one language: `content/processes/<slug>/<language>.yaml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from content.steps import Model
from content.wording import Label, Line


class MeetingWords(Model):
    """A meeting on the way (matka)."""

    title: Label
    aim: Line
    """What it is for, one sentence."""


class PartWords(Model):
    """What is written in an interim task."""

    label: Label
    prompt: Line
    examples: tuple[Line, ...] = ()


class TaskWords(Model):
    """An interim task (välitehtävä)."""

    title: Label
    instruction: Line
    """What to do, in a sentence or two."""
    why: Line
    """What it is for in the next workshop."""
    parts: dict[str, PartWords]


class CommitmentWords(Model):
    """What is promised."""

    title: Label
    question: Line
    """What whoever commits is asked."""
    promise: Line
    """What they have said when they say yes; it is kept and shown."""


class EvaluationWords(Model):
    """Own and joint evaluation."""

    title: Label
    own: Line
    joint: Line


class PracticesWords(Model):
    """Agreed practices."""

    title: Label
    question: Line
    fields: Annotated[tuple[Label, ...], Field(min_length=3, max_length=3)]
    """The practice, who is responsible, when it is looked at."""


class FollowUpWords(Model):
    """A look back after the process."""

    title: Label
    question: Line


class ProcessWords(Model):
    """A process's words in one language."""

    title: Label
    question: Line
    """The process in one question."""
    goals: tuple[Line, ...]
    credit: Line
    meetings: dict[str, MeetingWords]
    tasks: dict[str, TaskWords] = Field(default_factory=dict)
    commitments: dict[str, CommitmentWords] = Field(default_factory=dict)
    evaluation: EvaluationWords | None = None
    practices: PracticesWords | None = None
    follow_ups: dict[str, FollowUpWords] = Field(default_factory=dict)
    cycle_title: str = ""
    cycle: dict[str, Label] = Field(default_factory=dict)
