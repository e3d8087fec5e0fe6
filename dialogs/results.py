"""The summary's cards: which boards tell what each step came to (yhteenveto)."""

from __future__ import annotations

from collections.abc import Iterator

from content.steps import (
    DiscussStep,
    GatherStep,
    MergeStep,
    PickStep,
    RotateStep,
    ScaleStep,
    ShapeStep,
    Step,
    ThemeStep,
    Who,
)
from dialogs.activities import merge
from dialogs.activities.canvas import is_kept_back
from dialogs.activities.pick import brought_up
from dialogs.activities.shape import drawn
from dialogs.boards import Board
from dialogs.session import Session, number
from dialogs.verbs import EVERYBODY


def _sheet(step: str, group: str) -> Board:
    return Board("sheet", (step, group or EVERYBODY))


def summary_boards(session: Session) -> tuple[Board, ...]:
    """The summary, and a card for every canvas and every other result, in the order of the workshop."""
    results = (board for step in session.steps.values() for board in _results_of(session, step))
    return (Board("summary"), *results)


def _results_of(session: Session, step: Step) -> Iterator[Board]:
    """The cards of what a step came to; none of what people wrote for themselves alone.

    The first picks and the first picture stand on the summary itself.
    """
    run = session.runs.get(step.id)
    match step:
        case _ if run is None or is_kept_back(session, step.id):
            return
        case GatherStep(who=Who.ALONE) if run.notes:
            yield _sheet(step.id, EVERYBODY)
        case GatherStep() | DiscussStep():
            yield from (_sheet(step.id, group) for group in _written_in(session, step.id))
        case RotateStep(stations=stations) if run.notes:
            yield from (Board("result", (step.id, station)) for station in stations)
        case ThemeStep() if run.themes:
            yield Board("result", (step.id,))
        case ScaleStep() if run.places and not session.live(step.id):
            yield Board("result", (step.id,))
        case MergeStep() if merge.lines(session, step.id) or run.notes:
            yield Board("result", (step.id,))
        case PickStep() if step.id in brought_up(session)[1:]:
            yield Board("result", (step.id,))
        case ShapeStep() if step in drawn(session)[1:] and step.id in session.runs:
            yield Board("result", (step.id,))
        case _:
            return


def _written_in(session: Session, step: str) -> list[str]:
    """The groups whose canvas of a step has notes, in order; "" is everybody."""
    groups = {group for (of, group, _), notes in session.cells.items() if of == step and notes}
    return sorted(groups, key=number)


def cards_of(session: Session, step: str, group: str) -> tuple[Board, ...]:
    """The summary's cards of a step, and the canvas from which the last note was taken away."""
    found = session.steps.get(step)
    if found is None or is_kept_back(session, step):
        return ()
    alone = isinstance(found, GatherStep) and found.who is Who.ALONE
    own = (_sheet(step, EVERYBODY if alone else group),) if found.kind in ("gather", "discuss") else ()
    return tuple(dict.fromkeys((*_results_of(session, found), *own)))
