"""Views of journeys: what lives on between workshops. One module for each area."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from adaptive_cards.card import Card, Form
from adaptive_cards.views.journey import diary, diary_forms, digest, opening, task_forms, tasks
from adaptive_cards.words import Words
from dialogs.journey import messages as j
from dialogs.journey.diary import messages as d
from dialogs.journey.opening import messages as o
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
}
"""Kind of form -> its view."""
