"""The planner: an agenda that fits, and never a rule broken in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.library import Edition
from content.loader import default_library, example_edition
from content.steps import Status
from content.workshop import Workshop
from dialogs.planner import (
    Concern,
    Mode,
    Plan,
    Wish,
    checked,
    least_minutes,
    plan,
)

EDITIONS: tuple[Edition, ...] = (*default_library().editions.values(), example_edition())
wishes = st.builds(Wish, st.integers(30, 480), st.sampled_from(Mode), st.integers(2, 60))
workshops = st.sampled_from([edition.workshop for edition in EDITIONS])


def concerns(made: Plan) -> dict[Concern, list[str]]:
    found: dict[Concern, list[str]] = {}
    for caution in made.warnings:
        found.setdefault(caution.concern, []).append(caution.step)
    return found


def stretches(made: Plan) -> list[int]:
    """Minutes of work without a break."""
    found = [0]
    for item in made.items:
        if item.on:
            found[-1] += item.minutes
            if item.pause:
                found.append(0)
    return found


@settings(max_examples=150)
@given(workshops, wishes)
def test_no_rule_is_broken_in_silence(workshop: Workshop, wish: Wish) -> None:
    made = plan(workshop, wish)
    told = concerns(made)
    assert (made.minutes > wish.minutes) == (Concern.TOO_LONG in told)
    for item in made.items:
        step = workshop.by_id[item.step]
        if item.on and step.kind in ("gather", "rotate") and item.minutes < least_minutes(step, wish):
            assert item.step in told[Concern.SHORT_GROUP_WORK]
    if max(stretches(made)) > 60:
        assert Concern.NO_BREAK in told
    assert (wish.people < 12) == (Concern.FEW_PEOPLE in told)
    assert (wish.people > 20) == (Concern.MANY_PEOPLE in told)


@settings(max_examples=150)
@given(workshops, wishes)
def test_the_core_is_there_once_and_the_closing_is_last(workshop: Workshop, wish: Wish) -> None:
    made = plan(workshop, wish)
    assert [item.step for item in made.items] == [step.id for step in workshop.steps]
    on = {item.step for item in made.items if item.on}
    assert {one.id for one in workshop.steps if one.status is Status.CORE and not one.choice} <= on
    assert made.items[-1].on
    for choice in {step.choice for step in workshop.steps} - {""}:
        assert len([step for step in workshop.steps if step.choice == choice and step.id in on]) == 1
    assert all(item.minutes >= 1 for item in made.items if item.on)
    assert not made.items[-1].pause


@settings(max_examples=100)
@given(workshops, wishes)
def test_what_is_too_long_comes_with_cuts_that_are_enough_or_all_there_are(
    workshop: Workshop, wish: Wish
) -> None:
    made = plan(workshop, wish)
    if made.minutes <= wish.minutes:
        assert made.cuts == ()
        return
    cut = {one.step: one for one in made.cuts}
    after = [
        replace(
            item, on=item.on and cut[item.step].minutes > 0, minutes=cut[item.step].minutes or item.minutes
        )
        if item.step in cut
        else item
        for item in made.items
    ]
    shorter = checked(workshop, wish, after)
    assert made.minutes - shorter.minutes == sum(one.saves for one in made.cuts)
    assert shorter.minutes <= wish.minutes or not shorter.cuts


def test_two_hours_of_workshop_1_in_one_room_fit_as_the_book_has_it() -> None:
    found = default_library().find("1")
    assert found is not None
    made = plan(found.workshop, Wish(120, Mode.ROOM, 14))
    assert made.minutes <= 120
    assert concerns(made).keys() <= {Concern.ROOM_LEFT, Concern.NO_BREAK}


@pytest.mark.parametrize(("mode", "more"), [(Mode.ROOM, 0), (Mode.REMOTE, 5), (Mode.HYBRID, 10)])
def test_moving_takes_time_when_people_are_not_in_one_room(mode: Mode, more: int) -> None:
    rotation = example_edition().workshop.by_id["kierto"]
    wish = Wish(480, mode, 14)
    room = least_minutes(rotation, replace(wish, mode=Mode.ROOM))
    assert least_minutes(rotation, wish) == room + 3 * more


def test_a_long_remote_workshop_is_split_into_sittings() -> None:
    found = default_library().find("1")
    assert found is not None
    made = plan(found.workshop, Wish(240, Mode.REMOTE, 14))
    assert any(item.new_sitting for item in made.items)


def test_the_same_wish_gives_the_same_plan() -> None:
    workshop = example_edition().workshop
    assert plan(workshop, Wish(200)) == plan(workshop, Wish(200))
