"""Samples of the cards and forms of journeys. One module for each area."""

from __future__ import annotations

from adaptive_cards.samples.journey import digest, experiments
from adaptive_cards.samples.material import Material, Named
from dialogs.journey.messages import JourneyForm, JourneyMessage

JOURNEY = "j1"


def samples(_: Material) -> tuple[Named[JourneyMessage], ...]:
    """(name, message)."""
    return (*digest.samples(), *experiments.samples())


def form_samples(_: Material) -> tuple[Named[JourneyForm], ...]:
    """(name, form)."""
    return experiments.form_samples()
