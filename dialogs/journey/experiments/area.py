"""The rows that experiments add to the tables of all."""

from __future__ import annotations

from functools import partial

from dialogs.commands import ExperimentsAsked
from dialogs.journey.area import Area
from dialogs.journey.experiments import deciding, forms, pressing, showing, tending, tending_forms
from dialogs.journey.experiments.evolving import EVOLVE
from dialogs.journey.experiments.nudging import KINDS, nudge_of, own
from dialogs.journey.experiments.planning import REVIEW, STARTS
from dialogs.journey.experiments.reacting import REACT
from dialogs.journey.experiments.steps import gone, others, rang
from dialogs.journey.fact import PersonGone, PersonNamed
from dialogs.journey.workshops.facts import WorkshopHeld

AREA = Area(
    decide={**deciding.DECIDE, **tending.DECIDE},
    evolve=EVOLVE,
    react=REACT,
    boards={
        "experiments": showing.on_channel,
        "experiment": showing.on_card,
        "try-seeking": showing.on_seeking,
        "try-help": showing.on_help,
    },
    presses=pressing.PRESSES,
    forms={**forms.FORMS, **tending_forms.FORMS},
    nudges={kind.value: partial(nudge_of, kind) for kind in KINDS},
    then={PersonGone: gone, PersonNamed: others, WorkshopHeld: others},
    timers={STARTS: rang, REVIEW: rang},
    commands={ExperimentsAsked: pressing.command},
    own=own,
)
