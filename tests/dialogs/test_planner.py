"""The planner: an agenda that fits, and never a rule broken in silence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.library import Edition
from content.loader import default_library, example_edition
from content.steps import GatherStep, PickStep, Status, Step, Who
from content.workshop import Workshop
from dialogs.planner import (
    Caution,
    Concern,
    Cut,
    Mode,
    Plan,
    Planned,
    Why,
    Wish,
    checked,
    least_minutes,
    plan,
)
from dialogs.planner.breaks import TOGETHER, sittings
from dialogs.planner.minutes import most_minutes, source

EDITIONS: tuple[Edition, ...] = (*default_library().editions.values(), example_edition())
wishes = st.builds(Wish, st.integers(30, 480), st.sampled_from(Mode), st.integers(1, 60))
workshops = st.sampled_from([edition.workshop for edition in EDITIONS])
WORK = {"gather", "rotate", "pick", "merge", "theme", "scale"}


def workshop_1() -> Workshop:
    found = default_library().find("1")
    assert found is not None
    return found.workshop


def concerns(made: Plan) -> dict[Concern, list[str]]:
    found: dict[Concern, list[str]] = {}
    for caution in made.warnings:
        found.setdefault(caution.concern, []).append(caution.step)
    return found


def ends(made: Plan) -> set[str]:
    return {item.step for item in made.on if item.pause or item.new_sitting}


def stretches(made: Plan) -> Iterable[int]:
    """Minutes of anything on end between breaks."""
    found = [0]
    for item in made.on:
        found[-1] += item.minutes
        if item.step in ends(made):
            found.append(0)
    return found


def works_on_end(workshop: Workshop, made: Plan) -> Iterable[int]:
    """Minutes of work on end: what is written and chosen, without a talk, a picture or a break between."""
    found = [0]
    for item in made.on:
        if workshop.by_id[item.step].kind in WORK:
            found[-1] += item.minutes
        else:
            found.append(0)
        if item.step in ends(made):
            found.append(0)
    return found


def least_of_group_work(step: Step) -> int:
    """W:586-588, said once more."""
    if isinstance(step, GatherStep) and step.who in (Who.SMALL_GROUPS, Who.PAIRS):
        return 30 if step.who is Who.SMALL_GROUPS or len(step.canvas.ids()) > 1 else 15
    return 0


def after_cuts(workshop: Workshop, made: Plan) -> Plan:
    """The same agenda, cut; breaks stay."""
    cut = {one.step: one for one in made.cuts}
    items = []
    lost = 0
    for item in made.items:
        minutes = cut[item.step].minutes if item.step in cut else item.minutes
        lost += item.pause if item.on and not minutes else 0
        items.append(replace(item, on=item.on and minutes > 0, minutes=minutes or item.minutes))
    return checked(workshop, replace(made.wish, minutes=made.wish.minutes - lost), items)


# --- what always holds ----------------------------------------------------------------------------


@settings(max_examples=200)
@given(workshops, wishes)
def test_no_rule_is_broken_in_silence(workshop: Workshop, wish: Wish) -> None:
    made = plan(workshop, wish)
    told = concerns(made)
    assert (made.minutes > wish.minutes) == (Concern.TOO_LONG in told)
    assert (made.minutes <= wish.minutes - 10) == (Concern.ROOM_LEFT in told)
    short = [item.step for item in made.on if item.minutes < least_of_group_work(workshop.by_id[item.step])]
    assert short == told.get(Concern.SHORT_GROUP_WORK, [])
    heavy = max(works_on_end(workshop, made)) > 60 or max(stretches(made)) > 90
    assert heavy == (Concern.NO_BREAK in told)
    longest = max(sittings(made.on, {item.step for item in made.on if item.new_sitting}))
    assert (wish.mode is not Mode.ROOM and longest > 120) == (Concern.ONE_SITTING in told)
    assert (wish.people < 12) == (Concern.FEW_PEOPLE in told)
    assert (wish.people > 20) == (Concern.MANY_PEOPLE in told)


@settings(max_examples=200)
@given(workshops, wishes)
def test_minutes_are_sensible(workshop: Workshop, wish: Wish) -> None:
    for item in plan(workshop, wish).on:
        step = workshop.by_id[item.step]
        assert 0 < least_of_group_work(step) <= item.minutes or item.minutes >= 3
        assert least_minutes(step, wish) <= item.minutes <= most_minutes(step, wish)


@settings(max_examples=200)
@given(workshops, wishes)
def test_the_core_is_there_once_and_the_closing_is_last(workshop: Workshop, wish: Wish) -> None:
    made = plan(workshop, wish)
    assert [item.step for item in made.items] == [step.id for step in workshop.steps]
    on = {item.step for item in made.on}
    assert {one.id for one in workshop.steps if one.status is Status.CORE and not one.choice} <= on
    for choice in {step.choice for step in workshop.steps} - {""}:
        assert len([step for step in workshop.steps if step.choice == choice and step.id in on]) == 1
    assert made.items[-1].on


@settings(max_examples=200)
@given(workshops, wishes)
def test_what_works_on_results_has_them(workshop: Workshop, wish: Wish) -> None:
    made = plan(workshop, wish)
    on = {item.step for item in made.on}
    missing = [step for step in on if source(workshop.by_id[step]) not in {"", *on}]
    assert missing == concerns(made).get(Concern.MISSING_SOURCE, []) == []


@settings(max_examples=200)
@given(workshops, wishes)
def test_breaks_fall_between_parts(workshop: Workshop, wish: Wish) -> None:
    made = plan(workshop, wish)
    for item, after in pairwise(made.on):
        assert not (item.pause and workshop.by_id[after.step].kind in TOGETHER)
        assert not item.new_sitting or item.pause
    assert not made.items[-1].pause
    assert not any(item.pause or item.new_sitting for item in made.items if not item.on)


@settings(max_examples=200)
@given(workshops, wishes)
def test_remote_and_hybrid_workshops_of_more_than_two_hours_are_split(workshop: Workshop, wish: Wish) -> None:
    made = plan(workshop, wish)
    split = any(item.new_sitting for item in made.on)
    there_are_breaks = wish.minutes > 60
    assert split == (wish.mode is not Mode.ROOM and made.minutes > 120 and there_are_breaks)


@settings(max_examples=200)
@given(workshops, wishes)
def test_what_is_too_long_comes_with_cuts_that_are_enough_or_all_there_are(
    workshop: Workshop, wish: Wish
) -> None:
    made = plan(workshop, wish)
    if made.minutes <= wish.minutes:
        assert made.cuts == ()
        return
    assert len({cut.step for cut in made.cuts}) == len(made.cuts)
    by_step = {item.step: item for item in made.on}
    assert all(cut.saves == by_step[cut.step].minutes - cut.minutes > 0 for cut in made.cuts)
    shorter = after_cuts(workshop, made)
    assert shorter.minutes <= shorter.wish.minutes or not shorter.cuts
    assert Concern.MISSING_SOURCE not in concerns(shorter)
    assert Concern.SHORT_GROUP_WORK not in concerns(shorter)
    assert shorter.items[-1].on
    assert any(workshop.by_id[item.step].kind in WORK for item in shorter.on)


@settings(max_examples=100)
@given(workshops, wishes)
def test_two_hours_are_enough_for_every_workshop_once_it_is_cut(workshop: Workshop, wish: Wish) -> None:
    """A facilitator who has two hours gets an agenda that fits."""
    made = plan(workshop, replace(wish, minutes=120))
    shorter = after_cuts(workshop, made)
    assert shorter.minutes <= shorter.wish.minutes


@settings(max_examples=100)
@given(workshops, wishes, st.data())
def test_any_agenda_can_be_checked(workshop: Workshop, wish: Wish, data: st.DataObject) -> None:
    """Whatever a facilitator makes of it, the rules that it does not keep are said."""
    items = tuple(
        Planned(
            step.id,
            on=step.kind == "close" or data.draw(st.booleans()),
            minutes=data.draw(st.integers(1, 90)),
            why=Why.CHOSEN,
            pause=data.draw(st.sampled_from((0, 0, 15))),
        )
        for step in workshop.steps
    )
    made = checked(workshop, wish, items)
    told, on = concerns(made), {item.step for item in made.on}
    assert made.items == items
    assert (made.minutes > wish.minutes) == (Concern.TOO_LONG in told)
    assert (max(works_on_end(workshop, made)) > 60 or max(stretches(made)) > 90) == (Concern.NO_BREAK in told)
    without = [item.step for item in made.on if source(workshop.by_id[item.step]) not in {"", *on}]
    assert without == told.get(Concern.MISSING_SOURCE, [])


# --- by example -----------------------------------------------------------------------------------


def shown(made: Plan) -> list[str]:
    return [
        f"{item.step} {item.minutes}" + (f" + {item.pause}" if item.pause else "") + " |" * item.new_sitting
        for item in made.on
    ]


def test_two_hours_of_workshop_1_in_one_room() -> None:
    made = plan(workshop_1(), Wish(120, Mode.ROOM, 14))
    assert (made.minutes, made.warnings, made.cuts) == (120, (), ())
    assert shown(made) == [
        "toimintatavat 5",
        "alustus 10",
        "muutoskeskustelu 15",
        "tulevaisuustaidot 10",
        "moniosaaja 5 + 10",
        "voimavararuudukko 35",
        "nostot 10",
        "voimavarakukka 10",
        "lopetus 10",
    ]


def test_four_hours_of_workshop_1_remotely_are_three_sittings() -> None:
    made = plan(workshop_1(), Wish(240, Mode.REMOTE, 14))
    assert [item.new_sitting for item in made.on if item.pause] == [True, True]
    assert max(sittings(made.on, ends(made))) <= 120
    assert {item.step for item in made.on} >= {"joo-ja", "muutoskeskustelu", "tulevaisuustaidot"}


def test_a_day_of_workshop_1_has_a_lunch_and_no_more_work_than_it_has() -> None:
    made = plan(workshop_1(), Wish(420, Mode.ROOM, 14))
    assert [item.pause for item in made.on if item.pause] == [15, 45, 15]
    assert concerns(made).keys() == {Concern.ROOM_LEFT}


def test_75_minutes_of_workshop_1_are_its_grid_and_what_comes_of_it() -> None:
    made = plan(workshop_1(), Wish(75, Mode.ROOM, 14))
    assert shown(made) == [
        "toimintatavat 5",
        "alustus 3",
        "moniosaaja 5 + 10",
        "voimavararuudukko 30",
        "nostot 5",
        "voimavarakukka 5",
        "lopetus 10",
    ]


@pytest.mark.parametrize(
    ("people", "cautions"),
    [
        (1, {Concern.FEW_PEOPLE, Concern.ALONE_IN_GROUPS, Concern.NO_PAIR}),
        (2, {Concern.FEW_PEOPLE, Concern.ALONE_IN_GROUPS}),
        (5, {Concern.FEW_PEOPLE, Concern.ALONE_IN_GROUPS}),
        (6, {Concern.FEW_PEOPLE}),
        (12, set()),
        (20, set()),
        (60, {Concern.MANY_PEOPLE}),
    ],
)
def test_people_are_spoken_of(people: int, cautions: set[Concern]) -> None:
    made = plan(workshop_1(), Wish(150, Mode.ROOM, people))
    assert concerns(made).keys() - {Concern.ROOM_LEFT} == cautions


@pytest.mark.parametrize("people", [1, 5, 6])
def test_fewer_than_two_for_a_station_are_told_that_stations_stand_empty(people: int) -> None:
    made = plan(example_edition().workshop, Wish(480, Mode.ROOM, people))
    assert (people < 6) == (Caution(Concern.EMPTY_STATIONS, "kierto", people) in made.warnings)


@pytest.mark.parametrize(("mode", "more"), [(Mode.ROOM, 0), (Mode.REMOTE, 5), (Mode.HYBRID, 10)])
def test_moving_takes_time_when_people_are_not_in_one_room(mode: Mode, more: int) -> None:
    rotation = example_edition().workshop.by_id["kierto"]
    wish = Wish(480, mode, 14)
    room = least_minutes(rotation, replace(wish, mode=Mode.ROOM))
    assert least_minutes(rotation, wish) == room + 3 * more


def test_a_joint_canvas_with_turns_and_a_sheet_of_several_cells_are_not_hurried() -> None:
    found = default_library().find("3")
    assert found is not None
    steps = found.workshop.by_id
    ids = ("sopiminen", "oma-swot", "swot-nostot", "yhteinen-swot")
    assert [least_minutes(steps[step], Wish()) for step in ids] == [10, 15, 5, 10]


def test_a_whole_part_goes_only_when_nothing_else_helps_and_takes_its_agreement_along() -> None:
    found = default_library().find("3")
    assert found is not None
    made = plan(found.workshop, Wish(120, Mode.ROOM, 14))
    assert [cut for cut in made.cuts if not cut.minutes] == [
        Cut("nelikentta", 0, 30),
        Cut("parin-nostot", 0, 5),
        Cut("vie-eteenpain", 0, 5),
        Cut("sopiminen", 0, 10),
    ]
    assert checked(found.workshop, made.wish, made.items, late=True).cuts == ()


def test_what_is_left_out_takes_along_what_works_on_it() -> None:
    found = default_library().find("3")
    assert found is not None
    made = plan(found.workshop, Wish(240, Mode.ROOM, 14))
    assert {"lisaarvo", "lisaarvokuva"} <= {item.step for item in made.on}
    shorter = checked(found.workshop, replace(made.wish, minutes=220), made.items)
    assert [cut.step for cut in shorter.cuts] == ["lisaarvo", "lisaarvokuva"]


def test_every_pick_of_the_library_knows_its_source() -> None:
    picks = [step for edition in EDITIONS for step in edition.workshop.steps if isinstance(step, PickStep)]
    assert {source(step) for step in picks} == {step.notes_of for step in picks}


def test_the_same_wish_gives_the_same_plan() -> None:
    workshop = example_edition().workshop
    assert plan(workshop, Wish(200)) == plan(workshop, Wish(200))
