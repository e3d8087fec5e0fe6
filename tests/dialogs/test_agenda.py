"""The agenda of a session: what there is to know of it and what to cut, before the start and on the way."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.loader import default_library
from dialogs.agenda import cautions, planned_agenda, proposal, switched, usual_agenda, wish_of, with_cuts
from dialogs.facts import AgendaItem
from dialogs.planner import Concern, Cut, Mode, Wish
from dialogs.planner.breaks import TOGETHER
from tests.support.stage import Stage, edition

FIVE = ("Anna", "Ville", "Liisa", "Pekka", "Oona")


def planned(minutes: int = 120, mode: Mode = Mode.ROOM, number: str = "1") -> Stage:
    return Stage(edition=edition(number), wish=Wish(minutes, mode), thorough=False)


def total(stage: Stage) -> int:
    return sum(item.minutes + item.pause for item in stage.session.agenda if item.on)


def concerns(stage: Stage) -> set[Concern]:
    return {one.concern for one in cautions(stage.session)}


def test_without_a_wish_it_is_as_the_content_has_it() -> None:
    workshop = edition().workshop
    assert usual_agenda(workshop) == tuple(AgendaItem(one.id, one.on, one.minutes) for one in workshop.steps)
    assert wish_of(Stage().session) == Wish(120, Mode.ROOM, 12)


def test_with_a_wish_it_is_as_planned_and_people_are_counted_once_there_are_some() -> None:
    stage = planned(240, Mode.REMOTE)
    assert stage.session.agenda == planned_agenda(edition().workshop, Wish(240, Mode.REMOTE))
    assert (stage.session.length, stage.session.mode) == (240, "remote")
    stage.joins(*FIVE)
    assert wish_of(stage.session) == Wish(240, Mode.REMOTE, 5)


def test_people_are_spoken_of_once_there_are_some() -> None:
    stage = planned(150)
    assert concerns(stage) <= {Concern.ROOM_LEFT}
    stage.joins("Anna")
    assert concerns(stage) >= {Concern.FEW_PEOPLE, Concern.ALONE_IN_GROUPS, Concern.NO_PAIR}


def test_on_the_way_only_what_would_be_missed_later_is_told() -> None:
    stage = planned(75)
    stage.begins(*FIVE)
    assert concerns(stage) == set()
    on = tuple(item.step for item in stage.session.agenda if item.on and item.step != "voimavararuudukko")
    stage.sends("Maija", "agenda", steps=on, **{"choice.kuvio": "voimavarakukka"})
    assert [(one.concern, one.step) for one in cautions(stage.session)] == [
        (Concern.MISSING_SOURCE, "nostot")
    ]
    stage.goes_to("voimavarakukka")
    assert cautions(stage.session) == ()


def test_a_slow_workshop_has_nothing_to_fit_but_still_needs_its_sources() -> None:
    stage = Stage(slow=True, thorough=False)
    stage.joins("Anna")
    assert (cautions(stage.session), proposal(stage.session, stage.clock)) == ((), ())
    stage.sends("Maija", "agenda", steps=("nostot",), **{"choice.kuvio": "voimavarakukka"})
    assert concerns(stage) == {Concern.MISSING_SOURCE}


# --- cuts -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "number", sorted(str(one.workshop.number) for one in default_library().editions.values())
)
@pytest.mark.parametrize("mode", list(Mode))
def test_before_the_start_the_proposed_cuts_make_it_fit(number: str, mode: Mode) -> None:
    stage = planned(120, mode, number)
    stage.joins(*FIVE)
    stage.presses("Maija", "cut")
    assert total(stage) <= 120
    assert Concern.TOO_LONG not in concerns(stage)
    assert proposal(stage.session, stage.clock) == ()


def late(minutes: float) -> Stage:
    """So many minutes late in the second talk of workshop 1."""
    stage = planned(180)
    stage.begins(*FIVE, step="tulevaisuustaidot")
    spare = -sum(
        run.seconds(stage.clock) - stage.session.minutes(run.step) * 60
        for run in stage.session.runs.values()
        if run.left_at
    )
    stage.waits(seconds=spare + (stage.session.minutes("tulevaisuustaidot") + minutes) * 60)
    return stage


def test_five_minutes_late_a_cut_among_what_is_to_come_is_proposed() -> None:
    assert proposal(late(4).session, late(4).clock) == ()
    stage = late(9)
    cuts = proposal(stage.session, stage.clock)
    assert sum(cut.saves for cut in cuts) >= 9
    assert not {cut.step for cut in cuts} & set(stage.session.runs)


def test_a_cut_that_was_taken_wins_the_time_back() -> None:
    stage = late(9)
    stage.presses("Maija", "cut")
    assert proposal(stage.session, stage.clock) == ()
    assert stage.session.won_back >= 9
    stage.waits(minutes=30)
    assert proposal(stage.session, stage.clock) != ()


def test_adding_a_step_on_the_way_makes_it_later() -> None:
    stage = planned(90)
    stage.begins(*FIVE)
    on = {item.step for item in stage.session.agenda if item.on}
    stage.sends("Maija", "agenda", steps=(*on, "joo-ja"), **{"choice.kuvio": "voimavarakukka"})
    assert stage.session.won_back == -stage.session.minutes("joo-ja")


def test_cuts_shorten_and_leave_out() -> None:
    stage = planned(180)
    after = with_cuts(stage.session, (Cut("muutoskeskustelu", 10, 20), Cut("joo-ja", 0, 10)))
    shown = {item.step: (item.on, item.minutes) for item in after}
    assert shown["muutoskeskustelu"] == (True, 10)
    assert shown["joo-ja"][0] is False
    same = {item.step for item in after} - {"muutoskeskustelu", "joo-ja"}
    assert [(i.step, i.minutes) for i in after if i.step in same] == [
        (i.step, i.minutes) for i in stage.session.agenda if i.step in same
    ]


def test_the_break_after_a_step_that_goes_comes_after_the_one_before() -> None:
    stage = planned(240, Mode.REMOTE)
    (first, *_) = (item for item in stage.session.agenda if item.pause)
    before = [item.step for item in stage.session.agenda if item.on]
    left = [step for step in before if step != first.step]
    after = {item.step: item for item in switched(stage.session, stage.session.agenda, left)}
    earlier = after[before[before.index(first.step) - 1]]
    assert (earlier.pause, earlier.new_sitting) == (first.pause, first.new_sitting)
    assert (after[first.step].pause, after[first.step].new_sitting) == (0, False)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(("1", "2", "3", "4", "5")),
    st.sampled_from((120, 240, 420)),
    st.sampled_from(Mode),
    st.data(),
)
def test_whatever_is_ticked_breaks_stay_where_they_may(
    number: str, minutes: int, mode: Mode, data: st.DataObject
) -> None:
    session = planned(minutes, mode, number).session
    ids = [item.step for item in session.agenda]
    on = {*data.draw(st.lists(st.sampled_from(ids))), ids[-1]}
    after = [item for item in switched(session, session.agenda, on) if item.on]
    assert {item.step for item in after} == on
    assert not after[-1].pause
    moved = [(one, following) for one, following in pairwise(after) if one.pause]
    had = {item.step for item in session.agenda if item.pause}
    for one, following in moved:
        assert one.step in had or session.steps[following.step].kind not in TOGETHER


def test_ticking_the_same_steps_changes_nothing() -> None:
    session = planned(240, Mode.REMOTE).session
    assert switched(session, session.agenda, session.on_agenda) == session.agenda
    assert with_cuts(session, ()) == session.agenda
    longer = [replace(item, minutes=item.minutes + 1) for item in session.agenda]
    assert switched(session, longer, session.on_agenda) == tuple(longer)
