"""Samples of the cards and forms of journeys. One module for each area."""

from __future__ import annotations

from adaptive_cards.samples.journey import diary, digest, experiments, process, tasks
from adaptive_cards.samples.material import Material, Named
from dialogs.journey.messages import JourneyForm, JourneyMessage

JOURNEY = "j1"


def samples(material: Material) -> tuple[Named[JourneyMessage], ...]:
    """(name, message)."""
    of_areas = (*tasks.samples(), *diary.samples(material), *process.samples(), *experiments.samples())
    return (*digest.samples(), *of_areas)


def form_samples(_: Material) -> tuple[Named[JourneyForm], ...]:
    """(name, form)."""
    of_people = (*tasks.form_samples(), *diary.form_samples())
    return (*of_people, *process.form_samples(), *experiments.form_samples())
