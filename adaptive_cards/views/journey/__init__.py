"""Views of journeys: what lives on between workshops. One module for each area."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from adaptive_cards.card import Card, Form
from adaptive_cards.views.journey import (
    diary,
    diary_forms,
    digest,
    experiment_forms,
    experiments,
    opening,
    own,
    process,
    process_forms,
    process_people,
    task_forms,
    tasks,
    tracing,
)
from adaptive_cards.words import Words
from dialogs.journey import messages as j
from dialogs.journey.diary import messages as d
from dialogs.journey.experiments import messages as x
from dialogs.journey.opening import messages as o
from dialogs.journey.process import messages as p
from dialogs.journey.tasks import messages as t

VIEWS: Mapping[type, Callable[[Any, Words], Card]] = {
    j.WhichJourney: digest.which_journey,
    j.Digest: digest.digest,
    j.WhyReminded: digest.why,
    t.TaskCard: tasks.task_card,
    t.TaskBoard: tasks.task_board,
    t.TaskNaming: tasks.task_naming,
    t.TaskTime: tasks.task_time,
    t.MyTasks: tasks.my_tasks,
    d.ObservationCard: diary.observation_card,
    d.ObservationGone: diary.observation_gone,
    d.MyObservations: diary.my_observations,
    d.MirrorBoard: diary.mirror_board,
    o.Opening: opening.opening,
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
    t.TaskWriteForm: task_forms.write_form,
    t.TaskReflectForm: task_forms.reflect_form,
    t.TaskMineForm: task_forms.mine_form,
    t.TaskEditForm: task_forms.edit_form,
    t.TaskTimeForm: task_forms.time_form,
    t.TaskNameForm: task_forms.name_form,
    d.ObserveForm: diary_forms.observe_form,
    d.ObservationMineForm: diary_forms.mine_form,
    d.ObservationForm: diary_forms.edit_form,
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
    x.TryFromForm: experiment_forms.try_from,
    x.DecideForm: experiment_forms.decide,
    x.UndecideForm: experiment_forms.undecide,
    x.TryForm: experiment_forms.try_form,
    x.TryOpenForm: experiment_forms.try_open,
    x.TryNoteForm: experiment_forms.try_note,
    x.TryMoveForm: experiment_forms.try_move,
    x.TryOwnerForm: experiment_forms.try_owner,
    x.TryVerdictForm: experiment_forms.try_verdict,
}
"""Kind of form -> its view."""
