"""What the engine asks of a kind of step.

One value of `Activity` for each kind, in the table `ACTIVITIES`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from dialogs.boards import Board
from dialogs.draft import Draft
from dialogs.effects import Show
from dialogs.facts import FactType
from dialogs.messages import Stage
from dialogs.people import PersonId
from dialogs.session import Run, Session


def _nothing(_: Draft, *__: object) -> None:
    return None


def _no_boards(_: Session, __: Run, *___: object) -> tuple[Show, ...]:
    return ()


def _nowhere(_: Session, __: PersonId) -> tuple[str, tuple[str, ...]]:
    return ("", ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """How a kind of step behaves; what a kind does not need has a default that does nothing."""

    begin: Callable[[Draft], None] = _nothing
    """Just entered: form groups and the like."""
    joined: Callable[[Draft, PersonId], None] = _nothing
    """Somebody joined while it goes on."""
    gone: Callable[[Draft, PersonId], None] = _nothing
    """Somebody left, or cannot be reached, while it goes on."""
    regroup: Callable[[Draft, PersonId], None] | None = None
    """Divide the people again, as somebody asked; None where there are no groups of its own."""
    boards: Callable[[Session, Run], tuple[Show, ...]] = _no_boards
    """All that stands while it goes on."""
    touched: Callable[[Session, Run, FactType], tuple[Show, ...]] = _no_boards
    """What looks different after a fact of this step."""
    is_ready: Callable[[Session, Run, PersonId], bool] | None = None
    """Whether a person has done their part; None where nobody is waited for."""
    write: Callable[[Session, PersonId], tuple[str, tuple[str, ...]]] = _nowhere
    """Verb and arguments of the form in which a person writes now; ("", ()) for none."""
    timed_work: bool = False
    """Whether people work on their own and the channel should hear that two minutes are left."""


def until(session: Session, run: Run, *, live: bool) -> datetime | None:
    """The planned end of a step that goes on (UTC); None in a break, when time stands still."""
    return run.ends_at if live and session.stage is Stage.RUNNING else None


def step_board(run: Run) -> Board:
    """The channel's card of a step."""
    return Board("step", (run.step, str(run.visit)))


def group_board(name: str, run: Run, group: str) -> Board:
    """A card of one group."""
    return Board(name, (run.step, str(run.visit), group or "all"))
