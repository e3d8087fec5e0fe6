"""A process (prosessi): workshops in order with weeks between them, and what is done in those weeks.

Structure only; the words are in `ProcessWords` of each language (`process_wording.py`), under the same ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from content.errors import MisfitError
from content.steps import Minutes, Model, Slug

Weeks = Annotated[int, Field(ge=1, le=26)]


class MeetingKind(StrEnum):
    """What a meeting is for: getting to know the way of working, the work itself, following it up."""

    ORIENTATION = "orientation"
    WORKSHOP = "workshop"
    FOLLOW_UP = "follow_up"


class TaskForm(StrEnum):
    """What an interim task is written as."""

    DIARY = "diary"
    """Short entries of one's own in the midst of work (päiväkirja)."""
    SHARED_LIST = "shared_list"
    """Observations or ideas on one list that all of them see and add to (yhteinen lista)."""
    REFLECTION = "reflection"
    """Personal thoughts (oma pohdinta)."""
    DESCRIPTION = "description"
    """A description of tasks, development paths or what is to be tried (kuvaus)."""
    DOCUMENTATION = "documentation"
    """What was tried and what came of it (kokeilun kirjaaminen)."""


class ForWhom(StrEnum):
    """Who does an interim task: everybody, pairs, or those who are named for it."""

    EVERYBODY = "everybody"
    PAIRS = "pairs"
    NAMED = "named"


class CommitmentKind(StrEnum):
    """What is promised: the supervisor's presence, working time, or how one works together."""

    SUPERVISOR = "supervisor"
    WORKING_TIME = "working_time"
    AGREEMENT = "agreement"


class Gap(Model):
    """Weeks between two meetings."""

    least: Weeks
    most: Weeks

    @model_validator(mode="after")
    def _least_is_not_more_than_most(self) -> Self:
        if self.least > self.most:
            message = f"least ({self.least}) must not be more than most ({self.most})"
            raise ValueError(message)
        return self


class Spot(Model):
    """A step of a meeting's workshop."""

    meeting: Slug
    step: Slug


class Meeting(Model):
    """One meeting (tapaaminen), in which one workshop is held."""

    id: Slug
    workshop: Slug
    """Slug of the workshop that is held."""
    kind: MeetingKind = MeetingKind.WORKSHOP
    source: tuple[str, ...] = ()
    shares_with: Slug | Literal[""] = ""
    """An earlier meeting with which it shares its themes: these two are the first to be merged into one."""


class InterimTask(Model):
    """Work between two meetings (välitehtävä)."""

    id: Slug
    source: tuple[str, ...] = ()
    after: Slug
    """The meeting at the end of which it is given."""
    into: Spot
    """Where what was written is gathered: a step with a canvas that has a cell for each of `parts`."""
    form: TaskForm
    who: ForWhom
    """The facilitator may choose another."""
    parts: Annotated[tuple[Slug, ...], Field(min_length=1, max_length=4)]
    """What is written, each with words of its own; also ids of the cells into which it is gathered."""
    private: bool = False
    """Nobody but the writer sees it, until the writer shares something of it."""
    minutes: Minutes = 30
    """Working time to be set aside for one person, in minutes: our own reckoning, no source gives it."""
    sources_note: str = ""

    @model_validator(mode="after")
    def _parts_differ(self) -> Self:
        _unique("each part needs an id of its own", self.parts, "parts")
        return self

    @model_validator(mode="after")
    def _only_what_each_one_writes_is_private(self) -> Self:
        if self.private and (self.who is not ForWhom.EVERYBODY or self.form is TaskForm.SHARED_LIST):
            message = "private needs who: everybody, and another form than shared_list"
            raise ValueError(message)
        return self


class Commitment(Model):
    """Something that somebody promises, with who and when (sitoumus, sopimus)."""

    id: Slug
    kind: CommitmentKind
    source: tuple[str, ...] = ()
    asked_in: Spot
    again: bool = False
    """Whether each later meeting asks if it still holds."""


class Evaluation(Model):
    """First each one's own evaluation, then the joint one."""

    own: Slug
    """The interim task in which each one evaluates."""
    joint: Spot


class Practices(Model):
    """Where agreed practices (sovitut käytännöt) are written down, with who answers for each."""

    agreed_in: Spot
    cell: Slug
    """The cell whose notes have three parts: the practice, who is responsible, when it is looked at."""


class FollowUp(Model):
    """A look back some time after the last meeting (seuranta)."""

    id: Slug
    months: Annotated[int, Field(ge=1, le=24)]
    """Months after the last meeting."""


class Process(Model):
    """The structure of one process, and the rules that it must keep."""

    slug: Slug
    source: tuple[str, ...] = ()
    gap: Gap
    minutes: Minutes = 180
    """How long one meeting is, about."""
    meetings: Annotated[tuple[Meeting, ...], Field(min_length=2, max_length=30)]
    tasks: tuple[InterimTask, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    evaluation: Evaluation | None = None
    practices: Practices | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    cycle: tuple[Slug, ...] = ()
    """The steps of the cycle of development, as ids of its labels; () for no such view."""

    @cached_property
    def by_id(self) -> dict[str, Meeting]:
        """Meeting id -> meeting."""
        return {meeting.id: meeting for meeting in self.meetings}

    @cached_property
    def places(self) -> dict[str, int]:
        """Meeting id -> its place in the order, from 0."""
        return {meeting.id: place for place, meeting in enumerate(self.meetings)}

    def given_after(self, meeting: str) -> tuple[InterimTask, ...]:
        """The interim tasks that are given at the end of a meeting."""
        return tuple(task for task in self.tasks if task.after == meeting)

    def gathered_in(self, meeting: str) -> tuple[InterimTask, ...]:
        """The interim tasks whose results a meeting begins with."""
        return tuple(task for task in self.tasks if task.into.meeting == meeting)

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        for name, wanted in _WITH_IDS.items():
            _unique(f"each {wanted} needs an id of its own", (one.id for one in getattr(self, name)), name)
        _unique("each step of the cycle needs an id of its own", self.cycle, "cycle")
        return self

    @model_validator(mode="after")
    def _meetings_that_are_named_exist(self) -> Self:
        named = [(("tasks", index, "after"), task.after) for index, task in enumerate(self.tasks)]
        for path, meeting in (*named, *(((*at, "meeting"), spot.meeting) for at, spot in self.spots())):
            if meeting not in self.by_id:
                message = f"there is no meeting {meeting!r}; the meetings are {', '.join(self.by_id)}"
                raise MisfitError(message, *path)
        return self

    def spots(self) -> Iterator[tuple[tuple[str | int, ...], Spot]]:
        """Every step of a workshop that the process counts on, with the path of the field that names it."""
        for index, task in enumerate(self.tasks):
            yield ("tasks", index, "into"), task.into
        for index, commitment in enumerate(self.commitments):
            yield ("commitments", index, "asked_in"), commitment.asked_in
        if self.evaluation:
            yield ("evaluation", "joint"), self.evaluation.joint
        if self.practices:
            yield ("practices", "agreed_in"), self.practices.agreed_in

    @model_validator(mode="after")
    def _shared_themes_are_of_an_earlier_meeting(self) -> Self:
        earlier: list[str] = []
        for index, meeting in enumerate(self.meetings):
            if meeting.shares_with and meeting.shares_with not in earlier:
                message = f"must be an earlier meeting: {', '.join(earlier) or 'there is none'}"
                raise MisfitError(message, "meetings", index, "shares_with")
            earlier.append(meeting.id)
        return self

    @model_validator(mode="after")
    def _tasks_are_gathered_after_they_are_given(self) -> Self:
        for index, task in enumerate(self.tasks):
            later = list(self.by_id)[self.places[task.after] + 1 :]
            if task.into.meeting not in later:
                message = f"must be a meeting after {task.after}: {', '.join(later) or 'there is none'}"
                raise MisfitError(message, "tasks", index, "into", "meeting")
        return self

    @model_validator(mode="after")
    def _own_evaluation_is_a_task_before_the_joint_one(self) -> Self:
        if self.evaluation is None:
            return self
        before = self.places[self.evaluation.joint.meeting]
        fit = [task.id for task in self.tasks if self.places[task.after] < before]
        if self.evaluation.own not in fit:
            message = f"must be a task given before the joint evaluation: {', '.join(fit) or 'there is none'}"
            raise MisfitError(message, "evaluation", "own")
        return self

    @model_validator(mode="after")
    def _follow_ups_are_in_order(self) -> Self:
        months = [one.months for one in self.follow_ups]
        if months != sorted(set(months)):
            message = "write them from the earliest to the latest, each after other months"
            raise MisfitError(message, "follow_ups")
        return self


_WITH_IDS = {"meetings": "meeting", "tasks": "task", "commitments": "commitment", "follow_ups": "follow-up"}


def _unique(wanted: str, ids: Iterable[str], *path: str) -> None:
    found = list(ids)
    if doubles := sorted({one for one in found if found.count(one) > 1}):
        message = f"{wanted}; twice: {', '.join(doubles)}"
        raise MisfitError(message, *path)
