"""What should happen in the world after each fact about decisions and experiments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from dialogs.boards import CHANNEL, Board, direct
from dialogs.effects import ClearTimers, Effect, Remind, SetTimer, Show, Unremind
from dialogs.journey.experiments import facts as f
from dialogs.journey.experiments.planning import REVIEW, STARTS, dues, timer, timers
from dialogs.journey.experiments.state import Experiment
from dialogs.journey.journey import Journey

BOARD = Board("experiments")
Effects = tuple[Effect, ...]


def card_board(number: str) -> Board:
    """The living card of an experiment."""
    return Board("experiment", (number,))


def _decided(_: Journey, __: f.DecisionMade | f.DecisionDropped) -> Effects:
    return (Show(CHANNEL, BOARD),)


def _changed(journey: Journey, fact: Any) -> Effects:
    """Every card on which it stands; and the timers that it waits for now."""
    one = journey.experiments.all[fact.experiment]
    return (
        Show(CHANNEL, BOARD),
        *_to(journey, one.owners, card_board(one.id)),
        *_to(journey, one.asked, Board("try-seeking", (one.id,))),
        *_timers(journey, one),
    )


def _timers(journey: Journey, one: Experiment) -> Effects:
    wanted = timers(journey, one)
    names = (timer(STARTS, one.id), timer(REVIEW, one.id))
    return tuple(SetTimer(name, wanted[name]) if name in wanted else ClearTimers(name) for name in names)


def _help(journey: Journey, fact: f.HelpAsked) -> Effects:
    one = journey.experiments.all[fact.experiment]
    board = Board("try-help", (one.id, str(len(one.helps))))
    return _to(journey, fact.asked, board)


def _planned(journey: Journey, fact: f.RemindersPlanned) -> Effects:
    one = journey.experiments.all[fact.experiment]
    reminders = (
        Remind(person, one.item, due.kind.value, due.at, due.ends)
        for person in fact.people
        for due in dues(journey, one, fact.at)
    )
    return (Unremind(one.item), *reminders)


def _to(journey: Journey, people: Iterable[str], board: Board) -> Effects:
    return tuple(Show(direct(one), board) for one in people if journey.takes_part(one))


REACT: Mapping[type, Callable[[Journey, Any], Effects]] = {
    **dict.fromkeys(f.KINDS, _changed),
    f.DecisionMade: _decided,
    f.DecisionDropped: _decided,
    f.HelpAsked: _help,
    f.RemindersPlanned: _planned,
}
