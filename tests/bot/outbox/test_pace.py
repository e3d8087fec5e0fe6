"""What the platforms allow is never exceeded, whatever we would like to say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.outbox.pace import Pace

ROOM = "slack:T1:C1"


def went(pace: Pace, organisation: str, room: str, wishes: list[float], *, edit: bool) -> list[float]:
    """When each wish went, each at its turn."""
    return [wish + pace.turn(organisation, room, wish, edit=edit) for wish in sorted(wishes)]


def most_within(times: list[float], seconds: float) -> int:
    return max((sum(start <= one < start + seconds for one in times) for start in times), default=0)


def used_up(*, edit: bool) -> Pace:
    """A pace in which the next in the room has to wait, and the one who found that out has a turn already."""
    pace = Pace()
    waits = (pace.turn("slack:T1", ROOM, 0.0, edit=edit) for _ in range(1000))
    assert next(wait for wait in waits if wait > 0)
    return pace


wishes = st.lists(st.floats(min_value=0, max_value=60), max_size=150)


@given(wishes)
def test_teams_in_a_conversation(times: list[float]) -> None:
    spoken = went(Pace(), "teams:x", "teams:x:1", times, edit=False)

    assert most_within(spoken, 1) <= 7
    assert most_within(spoken, 2) <= 8
    assert most_within(spoken, 30) <= 60


@given(wishes)
def test_slack_edits_in_a_workspace(times: list[float]) -> None:
    assert most_within(went(Pace(), "slack:T1", ROOM, times, edit=True), 60) <= 50


def test_posts_of_other_rooms_do_not_wait() -> None:
    pace = used_up(edit=False)

    assert pace.turn("slack:T1", ROOM, 0.0, edit=False) > 0
    assert pace.turn("slack:T1", "slack:T1:C2", 0.0, edit=False) == 0
    assert pace.turn("slack:T1", ROOM, 0.0, edit=True) == 0


def test_those_who_wait_have_their_turns_one_after_another() -> None:
    pace = Pace()
    turns = [pace.turn("slack:T1", f"slack:T1:C{number}", 0.0, edit=True) for number in range(25)]

    assert turns == [*[0.0] * 20, 2.0, 4.0, 6.0, 8.0, 10.0]


def test_a_turn_that_is_not_needed_is_somebody_elses() -> None:
    pace = used_up(edit=True)
    pace.give_back("slack:T1", ROOM, edit=True)
    pace.give_back("slack:T1", ROOM, edit=True)

    assert pace.turn("slack:T1", "slack:T1:C2", 0.0, edit=True) == 0
    assert pace.turn("slack:T1", "slack:T1:C2", 0.0, edit=True) == 2.0


@pytest.mark.parametrize("edit", [True, False])
def test_told_to_stop_it_stops(edit: bool) -> None:  # noqa: FBT001
    pace = Pace()
    pace.stop("slack:T1", ROOM, 30.0, edit=edit)

    assert pace.stopped("slack:T1", ROOM, 10.0, edit=edit) == 20.0
    assert pace.stopped("slack:T1", ROOM, 10.0, edit=not edit) == 0.0 if edit else True
    assert pace.stopped("slack:T1", ROOM, 30.0, edit=edit) == 0.0


def test_slack_counts_edits_over_the_whole_workspace() -> None:
    pace = Pace()
    pace.stop("slack:T1", ROOM, 30.0, edit=True)

    assert pace.stopped("slack:T1", "slack:T1:C2", 10.0, edit=True) == 20.0
    assert pace.stopped("slack:T2", "slack:T2:C2", 10.0, edit=True) == 0.0


def test_in_the_practice_room_there_is_no_limit() -> None:
    pace = Pace()

    assert {pace.turn("browser:local", "browser:local:c", 0.0, edit=False) for _ in range(500)} == {0.0}


def test_reminders_leave_room_for_those_who_work_just_now() -> None:
    pace = Pace()
    turns = [
        pace.turn("slack:T1", f"slack:T1:D{number}", 0.0, edit=False, unhurried=True)
        for number in range(2000)
    ]

    assert turns == sorted(turns)
    assert most_within(turns, 60) <= 200
    assert turns[-1] == pytest.approx(1980 / 3)
    assert pace.turn("slack:T1", ROOM, 0.0, edit=False) == 0
    assert pace.turn("slack:T1", "slack:T1:D1", 5.0, edit=True, unhurried=True) == 0
    assert pace.turn("slack:T2", "slack:T2:D1", 0.0, edit=False, unhurried=True) == 0
