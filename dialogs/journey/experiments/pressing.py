"""Plain buttons and the command of experiments."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dialogs.commands import ExperimentsAsked
from dialogs.journey.area import Acting
from dialogs.journey.experiments import events as e
from dialogs.journey.experiments import messages as m
from dialogs.journey.experiments.reading import LONGEST
from dialogs.journey.experiments.showing import card, trace
from dialogs.receipts import Code, Receipt
from dialogs.texts import TextError, required

UNKNOWN = Receipt(Code.UNKNOWN)


def _event(made: Callable[[e.By, str], Any]) -> Callable[[Acting], Any]:
    def press(acting: Acting) -> Any:
        return made(e.By(acting.person, acting.name), acting.args[0]) if len(acting.args) == 1 else UNKNOWN

    return press


def _show(acting: Acting) -> m.ExperimentCard | Receipt:
    one = acting.journey.experiments.all.get("".join(acting.args))
    return card(acting.journey, one, acting.person, acting.now) if one else UNKNOWN


def _trace(acting: Acting) -> m.Trace | Receipt:
    one = acting.journey.experiments.all.get("".join(acting.args))
    return trace(acting.journey, one, acting.now) if one else UNKNOWN


PRESSES: dict[str, Callable[[Acting], Any]] = {
    "try-yes": _event(e.Accepted),
    "try-no": _event(e.Declined),
    "try-first": _event(e.FirstTaken),
    "try-later": _event(e.NotYet),
    "try-help": _event(e.HelpWanted),
    "try-established": _event(e.Established),
    "try-drop": _event(e.Dropped),
    "try-show": _show,
    "try-trace": _trace,
}


def command(acting: Acting, given: ExperimentsAsked) -> e.BoardAsked | e.Decided | Receipt:
    """`/paja kokeilut`: the board; `/paja kokeilu …`: a decision that can be made an experiment at once."""
    by = e.By(acting.person, acting.name)
    if not given.text:
        return e.BoardAsked(by)
    try:
        return e.Decided(by, (), required(given.text, LONGEST))
    except TextError as error:
        return Receipt(Code.TRY_TOO_LONG, n=LONGEST) if error.key == "too_long" else e.BoardAsked(by)
