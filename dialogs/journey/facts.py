"""Every kind of fact that can stand in the log of a journey."""

from __future__ import annotations

from dialogs.journey.diary import facts as diary
from dialogs.journey.experiments import facts as experiments
from dialogs.journey.fact import JourneyFact, JourneyOpened, PersonGone, PersonNamed
from dialogs.journey.process import facts as process
from dialogs.journey.tasks import facts as tasks
from dialogs.journey.workshops import facts as workshops

KINDS: tuple[type[JourneyFact], ...] = (
    JourneyOpened,
    PersonNamed,
    PersonGone,
    workshops.WorkshopEntered,
    workshops.WorkshopHeld,
    workshops.PickKept,
    *tasks.KINDS,
    *diary.KINDS,
    *process.KINDS,
    *experiments.KINDS,
)
"""All of them; their names stand in the database, so none is ever renamed."""
