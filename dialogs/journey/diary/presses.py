"""The buttons and commands of the diary."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dialogs import commands as c
from dialogs.journey.area import Acting, Command
from dialogs.journey.diary import events as e
from dialogs.journey.diary import messages as m
from dialogs.journey.diary.boards import MOST, observation_of, own
from dialogs.journey.diary.state import SORTS, Sharing
from dialogs.journey.leading import leads
from dialogs.receipts import Code, Receipt
from dialogs.texts import TextError, clean


def _sharing(sharing: Sharing) -> Callable[[Acting], Any]:
    def press(acting: Acting) -> Any:
        found = observation_of(acting.journey, acting.args)
        return e.SharingChosen(found.id, acting.person, sharing) if found else Receipt(Code.UNKNOWN)

    return press


def _sort(acting: Acting) -> Any:
    found = observation_of(acting.journey, acting.args)
    sort = next((one for one in SORTS if acting.args[1:] == (one,)), None)
    if found is None or sort is None:
        return Receipt(Code.UNKNOWN)
    return e.ObservationSorted(found.id, acting.person, sort)


def _mirror(acting: Acting, *_: object) -> e.MirrorWanted:
    return e.MirrorWanted(acting.person)


def _mine(acting: Acting, *_: object) -> m.MyObservations:
    journey = acting.journey
    mine = own(journey, acting.person)
    return m.MyObservations(journey.id, mine[:MOST], len(mine[MOST:]), leads(journey, acting.person))


def _observe(acting: Acting, command: c.Observe) -> Any:
    """Kept at once, privately; what it is of can be said on its card. Without words the form opens."""
    try:
        text = clean(command.text)
    except TextError:
        return Receipt(Code.OBSERVATION_TOO_LONG)
    if not text:
        return m.ObserveForm(acting.journey.id)
    return e.Observed(acting.person, acting.name, text)


PRESSES = {
    "observation-named": _sharing(Sharing.NAMED),
    "observation-nameless": _sharing(Sharing.NAMELESS),
    "observation-kept": _sharing(Sharing.KEPT),
    "observation-sort": _sort,
    "my-observations": _mine,
    "mirror": _mirror,
}
COMMANDS: Mapping[type, Command] = {c.Observe: _observe, c.MyObservations: _mine, c.MirrorAsked: _mirror}
