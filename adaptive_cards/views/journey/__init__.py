"""Views of journeys: what lives on between workshops. One module for each area."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from adaptive_cards.card import Card, Form
from adaptive_cards.views.journey import digest, experiment_forms, experiments, own, tracing
from adaptive_cards.words import Words
from dialogs.journey import messages as j
from dialogs.journey.experiments import messages as x

VIEWS: Mapping[type, Callable[[Any, Words], Card]] = {
    j.WhichJourney: digest.which_journey,
    j.Digest: digest.digest,
    j.WhyReminded: digest.why,
    j.OwnThings: own.own_things,
    x.ExperimentsBoard: experiments.board,
    x.DecisionKept: experiments.kept,
    x.ExperimentCard: experiments.experiment,
    x.OwnerSoughtCard: experiments.seeking,
    x.HelpCard: experiments.helping,
    x.Trace: tracing.trace,
}
"""Kind of message -> its view."""

FORM_VIEWS: Mapping[type, Callable[[Any, Words, str], Form]] = {
    x.TryFromForm: experiment_forms.try_from,
    x.DecideForm: experiment_forms.decide,
    x.TryForm: experiment_forms.try_form,
    x.TryOpenForm: experiment_forms.try_open,
    x.TryNoteForm: experiment_forms.try_note,
    x.TryMoveForm: experiment_forms.try_move,
    x.TryOwnerForm: experiment_forms.try_owner,
    x.TryVerdictForm: experiment_forms.try_verdict,
}
"""Kind of form -> its view."""
