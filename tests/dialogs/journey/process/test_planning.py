"""Beginning a process: what can be started, when, and the dates that are proposed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogs.journey.process import messages as m
from dialogs.journey.process.state import Phase
from dialogs.receipts import Code
from tests.support.journey_stage import JourneyStage
from tests.support.process_stage import LEADER, agreed, course, days, plan, team, the_map
from tests.support.stage_watch import pid

SLUGS = ("kehitysprosessi", "tyokirja")


def said_to(stage: JourneyStage) -> object:
    """What the last actor was answered."""
    return stage.answer


def test_where_none_goes_on_it_says_what_can_be_started() -> None:
    stage = JourneyStage()
    stage.says("Maija", "prosessi")
    assert stage.answer == m.ProcessChoices("j1", SLUGS)
    stage.says("Maija", "prosessi aloita")
    assert stage.answer == m.ProcessChoices("j1", SLUGS)
    assert stage.says("Maija", "prosessi sykli").code is Code.NO_PROCESS


@pytest.mark.parametrize(
    ("said", "slug"),
    [
        ("prosessi aloita kehitys", "kehitysprosessi"),
        ("prosessi aloita kehitysprosessi", "kehitysprosessi"),
        ("prosessi kehitys", "kehitysprosessi"),
        ("Prosessi aloita Työkirja", "tyokirja"),
        ("process start tyokirja", "tyokirja"),
    ],
)
def test_a_process_is_found_by_how_its_name_begins(said: str, slug: str) -> None:
    stage = JourneyStage()
    stage.says("Maija", said)
    assert isinstance(stage.answer, m.ProcessStartForm)
    assert stage.answer.slug == slug


def test_what_is_no_process_is_answered_with_those_that_there_are() -> None:
    stage = JourneyStage()
    stage.says("Maija", "prosessi aloita uimahyppy")
    assert stage.answer == m.ProcessChoices("j1", SLUGS)


def test_ten_dates_three_weeks_apart_and_july_left_out() -> None:
    stage = team()
    assert days(plan(stage).meetings) == {
        "t0": "2027-03-09 09:00",
        "t1": "2027-03-30 09:00",
        "t2": "2027-04-20 09:00",
        "t3": "2027-05-11 09:00",
        "t4": "2027-06-01 09:00",
        "t5": "2027-06-22 09:00",
        "t6": "2027-08-03 09:00",
        "t7": "2027-08-24 09:00",
        "t8": "2027-09-14 09:00",
        "t9": "2027-10-05 09:00",
    }
    assert [one.why for one in plan(stage).meetings if one.why != "normal"] == ["quiet_month"]
    assert course(stage).phase is Phase.PROPOSED
    assert stage.reminders == {}


def test_the_time_of_day_may_stand_with_the_date_and_the_weeks_are_chosen() -> None:
    stage = team(first="ke 10.3. klo 12.30", gap="4")
    first, second = list(days(plan(stage).meetings).values())[:2]
    assert (first, second) == ("2027-03-10 12:30", "2027-04-07 12:30")


def test_five_workshops_of_the_workbook_make_a_process_too() -> None:
    stage = team(slug="tyokirja", gap="2")
    assert list(days(plan(stage).meetings).values()) == [
        "2027-03-09 09:00",
        "2027-03-23 09:00",
        "2027-04-06 09:00",
        "2027-04-20 09:00",
        "2027-05-04 09:00",
    ]
    assert course(stage).structure.minutes == 240


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("1.1.2027", "date_past"),
        ("eilen", "date_past"),
        ("1.2. klo 8", "date_past"),
        ("1.6.2029", "date_too_far"),
        ("sitten joskus", "date_unknown"),
        ("", "date_unknown"),
        ("9.3." * 60, "date_unknown"),
    ],
)
def test_a_date_that_cannot_be_is_asked_for_once_more(typed: str, error: str) -> None:
    stage = JourneyStage()
    stage.sends(LEADER, "process-start", "kehitysprosessi", date=typed, clock="09:00", gap="3")
    assert stage.errors == {"date": error}
    assert stage.journey.courses == ()


def test_a_date_that_may_mean_two_days_is_asked_back() -> None:
    stage = JourneyStage()
    values = {"date": "ensi tiistaina", "clock": "09:00", "gap": "3"}
    stage.sends(LEADER, "process-start", "kehitysprosessi", **values)
    form = stage.answer
    assert isinstance(form, m.ProcessStartForm)
    assert [str(day) for day in form.days] == ["2027-02-02", "2027-02-09"]
    assert form.typed == "ensi tiistaina"

    stage.submits(LEADER, "process-start", "kehitysprosessi", day="2027-02-09", **values)
    assert days(plan(stage).meetings)["t0"] == "2027-02-09 09:00"


def test_a_week_is_enough() -> None:
    assert days(plan(team(first="viikolla 10")).meetings)["t0"] == "2027-03-08 09:00"


def test_agreed_dates_are_kept_in_the_facts_so_that_the_content_may_change() -> None:
    stage = agreed()
    assert plan(stage).open is False
    assert (the_map(stage).done, the_map(stage).total) == (0, 9)
    assert the_map(stage).next == the_map(stage).meetings[0]
    assert the_map(stage).facilitators == (LEADER,)
    stage.crashes()
    assert [one.spec.id for one in course(stage).structure.tasks] == [
        *("v0", "v1", "v2-v3", "v4", "v5", "v6", "v7")
    ]


def test_only_whoever_planned_it_agrees_and_only_once() -> None:
    stage = team()
    assert stage.presses("Anna", "process-accept", "1").code is Code.FACILITATORS_ONLY
    assert stage.presses("Anna", "process-accept", "1").names == (LEADER,)
    stage.presses(LEADER, "process-accept", "1")
    assert stage.presses(LEADER, "process-accept", "1").code is Code.ALREADY_STARTED


def test_a_proposal_that_has_grown_old_is_not_agreed_to() -> None:
    stage = team()
    stage.until("2027-03-10")
    assert stage.presses(LEADER, "process-accept", "1").code is Code.DATE_HAS_PASSED


def test_two_processes_in_a_channel_are_refused_with_what_goes_on() -> None:
    stage = team()
    stage.says("Anna", "prosessi aloita työkirja")
    assert said_to(stage) == plan(stage)
    stage.presses(LEADER, "process-accept", "1")
    stage.says("Anna", "prosessi aloita työkirja")
    assert said_to(stage) == replace(the_map(stage), refused=True, private=True)
    assert stage.opens("Anna", "process-start", "tyokirja").code is Code.PROCESS_GOES_ON


def test_a_proposal_may_be_left_and_another_made() -> None:
    stage = team()
    stage.presses(LEADER, "process-drop", "1")
    assert plan(stage).open is False
    assert plan(stage).agreed is False
    assert stage.presses(LEADER, "process-accept", "1").code is Code.PROCESS_ARCHIVED
    stage.sends("Anna", "process-start", "tyokirja", date="9.3.", clock="13:00", gap="2")
    assert stage.receipt.code is Code.PROCESS_PROPOSED
    assert course(stage).number == 2
    assert course(stage).facilitators == (pid("Anna"),)


def test_forged_buttons_do_nothing() -> None:
    stage = agreed()
    before = stage.journey
    for verb, *args in (
        ("process-accept",),
        ("process-accept", "7"),
        ("meeting-go", "1", "t2", "huomenna", "09:00"),
        ("meeting-held", "1", "t99"),
        ("meeting-start", "1", "t99"),
        ("promise-yes", "1", "esihenkilo"),
    ):
        assert stage.presses(LEADER, verb, *args).code is not Code.DONE
    assert stage.journey == before
