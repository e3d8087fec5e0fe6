"""Views of journeys: what lives on between workshops. One module for each area."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from adaptive_cards.card import Card, Form
from adaptive_cards.views.journey import digest, process, process_forms, process_people
from adaptive_cards.words import Words
from dialogs.journey import messages as j
from dialogs.journey.process import messages as p

VIEWS: Mapping[type, Callable[[Any, Words], Card]] = {
    j.WhichJourney: digest.which_journey,
    j.Digest: digest.digest,
    j.WhyReminded: digest.why,
    p.ProcessChoices: process.choices,
    p.ProcessPlan: process.plan,
    p.ProcessMap: process.journey_map,
    p.ProcessMapPast: process.past_map,
    p.ProcessDesk: process.desk,
    p.MoveAsked: process.move_asked,
    p.CycleView: process.cycle,
    p.ProcessArchive: process.archive,
    p.PromiseAsked: process_people.asked,
    p.PromiseTalk: process_people.talk,
    p.MeetingDates: process_people.dates,
    p.MeetingMissed: process_people.missed,
    p.CatchUp: process_people.catch_up,
    p.FollowUpCard: process_people.follow_up,
}
"""Kind of message -> its view."""

FORM_VIEWS: Mapping[type, Callable[[Any, Words, str], Form]] = {
    p.ProcessStartForm: process_forms.start,
    p.MeetingMoveForm: process_forms.move,
    p.MeetingChangeForm: process_forms.change,
    p.MeetingAddForm: process_forms.add,
    p.ProcessPauseForm: process_forms.pause,
    p.ProcessLeadForm: process_forms.lead,
    p.ProcessAskForm: process_forms.ask,
    p.ProcessPromiseForm: process_forms.promise,
    p.PracticeForm: process_forms.practice,
    p.PracticeCheckForm: process_forms.check,
}
"""Kind of form -> its view."""
