"""A stage for interim tasks and the diary: tasks are given as the end of a meeting's workshop gives them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

from content.loader import default_library
from content.process import Process
from dialogs.boards import CHANNEL, Board, Room, direct
from dialogs.journey.draft import Draft
from dialogs.journey.engine import compose, evolve, settled
from dialogs.journey.tasks.giving import give, move
from dialogs.journey.tasks.messages import TaskBoard, TaskCard
from dialogs.journey.tasks.spec import TaskSpec, spec_of
from dialogs.journey.workshops.events import WorkshopBegan
from dialogs.receipts import DONE
from tests.support.journey_stage import JourneyStage
from tests.support.stage_watch import pid

M = TypeVar("M")
SLUG = "kehitysprosessi"
EVERYBODY = ("Anna", "Ville", "Sari", "Omar", "Liisa", "Jukka")


def process() -> Process:
    """The process that ships."""
    return default_library().processes[SLUG].process


def spec(task: str, workshop: str = "") -> TaskSpec:
    """A task of it."""
    found = next(one for one in process().tasks if one.id == task)
    return spec_of(SLUG, found, workshop)


class TaskStage(JourneyStage):
    """A journey in which a workshop has been held, led by Maija."""

    def with_workshop(self, *people: str) -> TaskStage:
        """The workshop was held with these, or with everybody."""
        self.holds(*(people or EVERYBODY))
        return self

    def gives(self, task: str, *, days: float = 21, workshop: str = "", private: bool | None = None) -> str:
        """A task is given at the end of the last workshop; its number."""
        wanted = spec(task, workshop)
        wanted = wanted if private is None else replace(wanted, private=private)
        due = self.clock + timedelta(days=days)
        self._drafted(lambda draft: give(draft, wanted, session=self.journey.held[-1].session, due=due))
        return str(len(self.journey.tasks))

    def moves(self, task: str, due: datetime) -> None:
        """The next workshop is at another time."""
        self._drafted(lambda draft: move(draft, [int(task)], due))

    def _drafted(self, decide: Callable[[Draft], None]) -> None:
        draft = Draft(self.journey, self.clock, evolve)
        decide(draft)
        self._took(settled(draft, DONE))

    def begins(self, *people: str, slug: str = "tietotyon-muutos", session: str = "") -> str:
        """The next workshop begins."""
        session = session or f"s{len(self.journey.held) + 1}"
        self.happens(WorkshopBegan(session, slug, self._named(people or EVERYBODY)))
        return session

    def board(self, room: Room, board: str, *args: str) -> object:
        """What stands on a board, also one that nobody was shown."""
        return compose(self.journey, Board(board, args), room, self.clock)

    def answered(self, kind: type[M]) -> M:
        """What the last actor saw, which is of this kind."""
        found: object = self.answer
        assert isinstance(found, kind), found
        return found

    def own(self, name: str, task: str = "1") -> TaskCard:
        """Somebody's card of a task, as it stands in their direct messages."""
        found = self.standing[direct(pid(name)), Board("task", (task,))]
        assert isinstance(found, TaskCard)
        return found

    def progress(self, task: str = "1") -> tuple[int, int]:
        """How many have done it, of how many: what the channel sees."""
        found = self.standing[CHANNEL, Board("taskboard", (task,))]
        assert isinstance(found, TaskBoard)
        return found.done, found.people


def texts(card: TaskCard | TaskBoard) -> list[tuple[str, ...]]:
    """What one wrote, or what stands on the list."""
    return [one.texts for one in (card.own if isinstance(card, TaskCard) else card.entries)]
