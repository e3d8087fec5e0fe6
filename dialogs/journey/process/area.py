"""Processes as an area of the journey."""

from __future__ import annotations

from dialogs.journey.area import Area
from dialogs.journey.process import dating, following, leading, people_forms, practising, promising
from dialogs.journey.process.boards import BOARDS, NUDGES
from dialogs.journey.process.commanding import COMMANDS
from dialogs.journey.process.evolving import EVOLVE
from dialogs.journey.process.forms import FORMS
from dialogs.journey.process.own import own
from dialogs.journey.process.presses import PRESSES
from dialogs.journey.process.reacting import REACT

AREA = Area(
    decide={
        **dating.DECIDE,
        **following.DECIDE,
        **leading.DECIDE,
        **promising.DECIDE,
        **practising.DECIDE,
    },
    evolve=EVOLVE,
    react=REACT,
    boards=BOARDS,
    presses=PRESSES,
    forms={**FORMS, **people_forms.FORMS},
    nudges=NUDGES,
    then=following.THEN,
    timers=following.TIMERS,
    commands=COMMANDS,
    own=own,
)
