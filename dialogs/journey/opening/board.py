"""The opening card of a workshop, composed of what the tasks, the diary and the experiments have brought."""

from __future__ import annotations

from datetime import datetime

from dialogs.boards import CHANNEL, Board
from dialogs.effects import Effect, Show
from dialogs.journey.area import Acting, Area, Reading
from dialogs.journey.diary.mirror import view
from dialogs.journey.experiments.planning import today
from dialogs.journey.journey import Journey
from dialogs.journey.opening.experiments import experiment_lines
from dialogs.journey.opening.messages import GatheredTask, Opening
from dialogs.journey.tasks.boards import counted
from dialogs.journey.tasks.messages import about, viewed
from dialogs.journey.tasks.state import Task
from dialogs.journey.workshops.facts import WorkshopEntered
from dialogs.journey.workshops.state import Held
from dialogs.receipts import Code, Receipt

OPENING = "opening"


def opening(journey: Journey, session: str, now: datetime) -> Opening | None:
    """What the workshop `session` opens with, looked at `now` (UTC); None when nothing was open."""
    tasks = tuple(
        _gathered(journey, task)
        for _, task in sorted(journey.tasks.items())
        if session and task.gathered == session
    )
    mirror = next((one for one in journey.mirrors if session and one.session == session), None)
    experiments = experiment_lines(journey)
    if not (tasks or mirror or experiments):
        return None
    before = _before(journey, session)
    return Opening(
        journey=journey.id,
        session=session,
        before=before.slug if before else "",
        picks=len(before.picks) if before else 0,
        tasks=tasks,
        experiments=experiments,
        today=today(journey, now),
        mirror=view(journey, mirror) if mirror else None,
    )


def latest(journey: Journey) -> str:
    """The session whose opening card may be looked at again: the last one that opened with something."""
    sessions = {task.gathered for task in journey.tasks.values()} | {one.session for one in journey.mirrors}
    held = [one.session for one in journey.held]
    return next((one for one in (journey.live, *reversed(held)) if one and one in sessions), "")


def _gathered(journey: Journey, task: Task) -> GatheredTask:
    """By part, and within one by its words, which tells nothing of who wrote when."""
    parts = task.spec.parts
    place = {part: index for index, part in enumerate(parts)}
    entries = sorted(task.public(), key=lambda one: (place.get(one.part, len(parts)), one.texts))
    done, people = counted(journey, task)
    return GatheredTask(
        about=about(journey.id, task),
        done=done,
        people=people,
        entries=tuple(map(viewed, entries)),
        workshop=task.spec.workshop,
        step=task.spec.into[1] if task.spec.workshop else "",
    )


def _before(journey: Journey, session: str) -> Held | None:
    """The workshop that was held before the session."""
    sessions = [one.session for one in journey.held]
    index = sessions.index(session) if session in sessions else len(sessions)
    return journey.held[index - 1] if index else None


def _board(reading: Reading) -> Opening | None:
    return opening(reading.journey, "".join(reading.args[:1]), reading.now)


def _again(acting: Acting) -> Opening | Receipt:
    return opening(acting.journey, "".join(acting.args[:1]), acting.now) or Receipt(Code.UNKNOWN)


def _entered(journey: Journey, fact: WorkshopEntered) -> tuple[Effect, ...]:
    shown = opening(journey, fact.session, fact.at)
    return (Show(CHANNEL, Board(OPENING, (fact.session,))),) if shown else ()


AREA = Area(boards={OPENING: _board}, presses={"opening": _again}, react={WorkshopEntered: _entered})
