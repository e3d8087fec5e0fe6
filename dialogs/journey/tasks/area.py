"""Interim tasks as an area of the journey."""

from __future__ import annotations

from dialogs.commands import MyTasks
from dialogs.journey.area import Area
from dialogs.journey.tasks.boards import BOARDS, NUDGES
from dialogs.journey.tasks.decide import DECIDE
from dialogs.journey.tasks.evolve import EVOLVE
from dialogs.journey.tasks.following import THEN
from dialogs.journey.tasks.forms import FORMS
from dialogs.journey.tasks.presses import PRESSES, my_tasks, own
from dialogs.journey.tasks.reactions import REACT

AREA = Area(
    decide=DECIDE,
    evolve=EVOLVE,
    react=REACT,
    boards=BOARDS,
    presses=PRESSES,
    forms=FORMS,
    nudges=NUDGES,
    then=THEN,
    commands={MyTasks: my_tasks},
    own=own,
)
