"""What the cards and forms of interim tasks say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from content.process import ForWhom, TaskForm
from dialogs.journey.messages import JourneyForm, JourneyMessage, NudgeView, OwnThing
from dialogs.journey.tasks.state import Entry, SetAside, Task
from dialogs.people import PersonId

FILENAME = "paja-valitehtava.ics"
"""What a calendar file of working time is called."""


@dataclass(frozen=True, slots=True)
class TaskAbout:
    """Which task it is; its words are those of the process. `due` is UTC, `minutes` its working time."""

    journey: str
    task: int
    process: str
    id: str
    form: TaskForm
    who: ForWhom
    parts: tuple[str, ...]
    private: bool
    minutes: int
    due: datetime
    gathered: bool


def about(journey: str, task: Task) -> TaskAbout:
    """Which task it is."""
    spec = task.spec
    return TaskAbout(
        journey=journey,
        task=task.id,
        process=spec.process,
        id=spec.id,
        form=spec.form,
        who=spec.who,
        parts=spec.parts,
        private=spec.private,
        minutes=spec.minutes,
        due=task.due,
        gathered=not task.open,
    )


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry; `name` is "" where it stands without."""

    id: int
    part: str
    texts: tuple[str, ...]
    name: str = ""


def viewed(entry: Entry, name: str = "") -> EntryView:
    """An entry as it is shown."""
    return EntryView(entry.id, entry.part, entry.texts, name)


@dataclass(frozen=True, slots=True)
class TaskCard(JourneyMessage):
    """One person's own card of a task.

    `yours`: whether it is (still) theirs. `partners`: names of those who do it with them. `others`: what
    those wrote. `done`: marked as done.
    """

    about: TaskAbout
    yours: bool
    partners: tuple[str, ...] = ()
    own: tuple[EntryView, ...] = ()
    others: tuple[EntryView, ...] = ()
    done: bool = False
    time: SetAside | None = None


@dataclass(frozen=True, slots=True)
class TaskBoard(JourneyMessage):
    """The channel's card of a task: how many have done it; the list, when all of them see it."""

    about: TaskAbout
    done: int
    people: int
    entries: tuple[EntryView, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskNaming(JourneyMessage):
    """To a facilitator: somebody is to be named for a task, or these were. Button `task-name`."""

    about: TaskAbout
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TaskTime(JourneyMessage):
    """Working time that was set aside, with a calendar file. `ref` names the file to the courier."""

    about: TaskAbout
    ref: str
    time: SetAside
    filename: str = FILENAME


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task on the list of one's own."""

    about: TaskAbout
    own: int
    done: bool


@dataclass(frozen=True, slots=True)
class MyTasks(JourneyMessage):
    """One's own open tasks. `session`: a workshop whose opening card may be looked at again, "" for none."""

    journey: str
    lines: tuple[TaskLine, ...]
    session: str


@dataclass(frozen=True, slots=True)
class TaskWriteForm(JourneyForm):
    """An entry: the part (when there are several) and the text, or the three of a documentation."""

    about: TaskAbout


@dataclass(frozen=True, slots=True)
class TaskReflectForm(JourneyForm):
    """A text for each part, with what stands there already."""

    about: TaskAbout
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TaskMineForm(JourneyForm):
    """One's own entries, of which one is to be changed."""

    about: TaskAbout
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class TaskEditForm(JourneyForm):
    """One own entry."""

    about: TaskAbout
    entry: EntryView


@dataclass(frozen=True, slots=True)
class TaskTimeForm(JourneyForm):
    """When to do it."""

    about: TaskAbout


@dataclass(frozen=True, slots=True)
class TaskNameForm(JourneyForm):
    """Who does it: (person, name) of everybody, and those who do it now."""

    about: TaskAbout
    people: tuple[tuple[PersonId, str], ...]
    chosen: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class OwnTask(OwnThing):
    """A task among everything that a person has open."""

    line: TaskLine


@dataclass(frozen=True, slots=True)
class TaskNudge(NudgeView):
    """A task waits; `own`: how many entries the reader has. `closing`: two working days are left."""

    about: TaskAbout
    own: int
    closing: bool
