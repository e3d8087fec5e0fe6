"""Samples of the cards and forms of journeys. One module for each area."""

from __future__ import annotations

from adaptive_cards.samples.journey import diary, digest, experiments, tasks
from adaptive_cards.samples.material import Material, Named
from dialogs.journey.messages import JourneyForm, JourneyMessage

JOURNEY = "j1"


def samples(material: Material) -> tuple[Named[JourneyMessage], ...]:
    """(name, message)."""
    return (*digest.samples(), *experiments.samples(), *tasks.samples(), *diary.samples(material))


def form_samples(_: Material) -> tuple[Named[JourneyForm], ...]:
    """(name, form)."""
    return (*experiments.form_samples(), *tasks.form_samples(), *diary.form_samples())
