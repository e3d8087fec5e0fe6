"""The diary as an area of the journey."""

from __future__ import annotations

from dialogs.journey.area import Area
from dialogs.journey.diary.boards import BOARDS
from dialogs.journey.diary.decide import DECIDE, THEN
from dialogs.journey.diary.evolve import EVOLVE
from dialogs.journey.diary.forms import FORMS
from dialogs.journey.diary.presses import COMMANDS, PRESSES
from dialogs.journey.diary.reactions import REACT

AREA = Area(
    decide=DECIDE,
    evolve=EVOLVE,
    react=REACT,
    boards=BOARDS,
    presses=PRESSES,
    forms=FORMS,
    then=THEN,
    commands=COMMANDS,
)
