"""Views of journeys: what lives on between workshops. One module for each area."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from adaptive_cards.card import Card, Form
from adaptive_cards.views.journey import digest
from adaptive_cards.words import Words
from dialogs.journey import messages as j

VIEWS: Mapping[type, Callable[[Any, Words], Card]] = {
    j.WhichJourney: digest.which_journey,
    j.Digest: digest.digest,
    j.WhyReminded: digest.why,
}
"""Kind of message -> its view."""

FORM_VIEWS: Mapping[type, Callable[[Any, Words, str], Form]] = {}
"""Kind of form -> its view."""
