"""Interim tasks as an area of the journey."""

from __future__ import annotations

from dialogs.journey.area import Area
from dialogs.journey.tasks.evolve import EVOLVE

AREA = Area(evolve=EVOLVE)
