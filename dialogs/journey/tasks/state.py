"""An interim task as it stands, and what was written for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from immutables import Map

from content.process import ForWhom, TaskForm
from dialogs.journey.tasks.spec import TaskSpec
from dialogs.people import PersonId


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that somebody wrote for a task (kirjaus).

    `texts` is one text, of `TaskForm.DOCUMENTATION` three: what was tried, what happened, what was learnt.
    `partners`: who did the task with its author when it was written, and sees it too.
    """

    id: int
    person: PersonId
    part: str
    texts: tuple[str, ...]
    at: datetime
    partners: frozenset[PersonId] = frozenset()
    nonce: str = ""

    @property
    def readable(self) -> bool:
        """Whether anything is left of it (nothing is when its author was forgotten)."""
        return any(self.texts)


@dataclass(frozen=True, slots=True)
class SetAside:
    """Working time that somebody set aside for a task: `minutes` from `starts` (UTC).

    `at`: when they did (UTC); `revision`: how many times they had done so before.
    """

    starts: datetime
    minutes: int
    at: datetime
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Task:
    """A task that was given. `id` is its number in the journey."""

    id: int
    spec: TaskSpec
    session: str
    given_at: datetime
    due: datetime
    people: tuple[PersonId, ...] = ()
    groups: tuple[tuple[PersonId, ...], ...] = ()
    ever: frozenset[PersonId] = frozenset()
    """Everybody who has had its card, also those whose it is not any more."""
    entries: tuple[Entry, ...] = ()
    written: int = 0
    """How many entries there have ever been."""
    done: frozenset[PersonId] = frozenset()
    times: Map[PersonId, SetAside] = field(default_factory=Map)
    said: frozenset[str] = frozenset()
    """Kinds of reminders whose time had come before the task was moved."""
    gathered: str = ""
    """The session that began with it, "" while it is open."""

    @property
    def open(self) -> bool:
        """Whether it has not been gathered yet."""
        return not self.gathered

    @property
    def unnamed(self) -> bool:
        """Whether somebody still has to be named for it."""
        return self.open and self.spec.who is ForWhom.NAMED and not self.people

    @property
    def shared(self) -> bool:
        """Whether everybody sees what is written, as it is written."""
        return self.spec.form is TaskForm.SHARED_LIST

    def group(self, person: PersonId) -> tuple[PersonId, ...]:
        """Those who do it together with the person, the person too."""
        return next((group for group in self.groups if person in group), (person,))

    def entry(self, entry: int) -> Entry | None:
        """The entry of this number, when it is still there."""
        return next((one for one in self.entries if one.id == entry), None)

    def own(self, person: PersonId) -> tuple[Entry, ...]:
        """What the person wrote, the oldest first."""
        return tuple(one for one in self.entries if one.person == person and one.readable)

    def seen_by(self, person: PersonId) -> tuple[Entry, ...]:
        """What the person may read while the task is open: one's own, one's pair's, a shared list."""
        return tuple(
            one
            for one in self.entries
            if one.readable and (one.person == person or self.shared or person in one.partners)
        )

    def public(self) -> tuple[Entry, ...]:
        """What a workshop may begin with: never anything of a private task."""
        return () if self.spec.private else tuple(one for one in self.entries if one.readable)
