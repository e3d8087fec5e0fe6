"""Dates may move, meetings may be merged, left out, added; a process may rest."""

from __future__ import annotations

import pytest

from dialogs.journey.process import messages as m
from dialogs.journey.process.events import ChannelLost
from dialogs.journey.process.state import MeetingState, Phase
from dialogs.receipts import Code, Receipt
from tests.support.journey_stage import JourneyStage
from tests.support.process_stage import LEADER, agreed, course, days, holds_next, plan, team, the_map
from tests.support.stage_watch import pid


def moves(stage: JourneyStage, meeting: str, date: str, name: str = LEADER) -> Receipt:
    stage.sends(name, "meeting-move", "1", meeting=meeting, date=date)
    receipt: Receipt = stage.receipt
    return receipt


def changes(stage: JourneyStage, meeting: str, how: str, name: str = LEADER) -> Receipt:
    stage.sends(name, "meeting-change", "1", meeting=meeting, how=how)
    receipt: Receipt = stage.receipt
    return receipt


# --- moving ---


def test_a_move_that_takes_nobody_along_is_made_at_once() -> None:
    stage = agreed()
    moves(stage, "t2", "20.4. klo 12")
    assert isinstance(stage.answer, Receipt)
    assert days(the_map(stage).meetings)["t2"] == "2027-04-20 12:00"
    assert stage.dues("meeting/1/t2") != {}


def test_a_move_that_takes_others_along_is_asked_about_first() -> None:
    stage = agreed()
    moves(stage, "t2", "27.4.")
    asked = stage.answer
    assert isinstance(asked, m.MoveAsked)
    assert [one.id for one, _ in asked.shifts] == ["t3", "t4", "t5"]
    assert asked.cautions == ()
    assert days(the_map(stage).meetings)["t2"] == "2027-04-20 09:00"

    receipt = stage.presses(LEADER, "meeting-go", *asked.args)
    assert (receipt.code, receipt.n) == (Code.MEETING_MOVED, 3)
    moved = days(the_map(stage).meetings)
    assert [moved[one] for one in ("t2", "t3", "t4", "t5", "t6")] == [
        "2027-04-27 09:00",
        "2027-05-18 09:00",
        "2027-06-08 09:00",
        "2027-06-29 09:00",
        "2027-08-03 09:00",
    ]


def test_the_proposal_can_be_moved_too() -> None:
    stage = team()
    moves(stage, "t9", "6.10.")
    assert days(plan(stage).meetings)["t9"] == "2027-10-06 09:00"
    assert stage.reminders == {}


@pytest.mark.parametrize(
    ("date", "cautions"),
    [
        ("13.4.", ("too_soon",)),
        ("1.5.", ("holiday", "too_late")),
        ("14.7.", ("quiet_month", "too_late")),
    ],
)
def test_what_is_not_quite_as_it_should_be_is_said_before(date: str, cautions: tuple[str, ...]) -> None:
    stage = agreed()
    moves(stage, "t2", date)
    assert isinstance(stage.answer, m.MoveAsked)
    assert tuple(one for one in stage.answer.cautions if one != "long_after") == cautions


@pytest.mark.parametrize(
    ("date", "error"),
    [("29.3.", "date_not_in_order"), ("31.1.2027", "date_past"), ("pian", "date_unknown")],
)
def test_a_day_that_cannot_be_moves_nothing(date: str, error: str) -> None:
    stage = agreed()
    before = stage.journey
    moves(stage, "t2", date)
    assert stage.errors == {"date": error}
    assert stage.journey == before


def test_only_facilitators_move_and_an_old_button_does_nothing() -> None:
    stage = agreed()
    assert stage.opens("Anna", "meeting-move", "1").code is Code.FACILITATORS_ONLY
    holds_next(stage)
    assert stage.presses(LEADER, "meeting-go", "1", "t0", "2027-04-01", "09:00").code is Code.UNKNOWN
    assert stage.presses(LEADER, "meeting-go", "1", "t1", "2027-02-01", "09:00").code is Code.DATE_HAS_PASSED


def test_tasks_end_when_the_meeting_begins_that_they_are_gathered_in() -> None:
    stage = agreed()
    holds_next(stage)
    (task,) = stage.journey.tasks.values()
    assert task.due == course(stage).coming[0].starts
    moves(stage, "t1", "31.3. klo 13")
    stage.presses(LEADER, "meeting-go", "1", "t1", "2027-03-31", "13:00")
    (task,) = stage.journey.tasks.values()
    assert f"{task.due:%Y-%m-%d %H:%M}" == "2027-03-31 10:00"


# --- merging, leaving out, adding ---


def test_two_meetings_in_one() -> None:
    stage = agreed()
    assert changes(stage, "t2", "merge").code is Code.DONE
    both = course(stage).find("t3")
    assert both is not None
    assert (both.id, both.ids, both.workshops) == ("t2", ("t2", "t3"), ("kehitys-2", "kehitys-3"))
    assert the_map(stage).total == 8
    assert stage.dues("meeting/1/t3") == {}


def test_a_merged_meeting_is_held_when_both_workshops_are() -> None:
    stage = agreed()
    changes(stage, "t2", "merge")
    holds_next(stage)
    holds_next(stage)
    stage.until("2027-04-20")
    stage.holds("Anna", leader=LEADER, slug="kehitys-2")
    assert the_map(stage).done == 1
    assert stage.presses(LEADER, "meeting-start", "1", "t2").code is Code.DONE
    assert stage.wanted == "kehitys-3"
    stage.holds("Anna", leader=LEADER, slug="kehitys-3")
    assert (the_map(stage).done, the_map(stage).total) == (2, 8)
    assert [one.spec.id for _, one in sorted(stage.journey.tasks.items())] == ["v0", "v1", "v2-v3"]


def test_a_task_between_two_merged_meetings_is_not_given() -> None:
    stage = agreed()
    changes(stage, "t0", "merge")
    stage.until("2027-03-09")
    stage.holds("Anna", leader=LEADER, slug="kehitys-0")
    assert not stage.journey.tasks
    stage.holds("Anna", leader=LEADER, slug="kehitys-1")
    assert [one.spec.id for one in stage.journey.tasks.values()] == ["v1"]


def test_the_last_meeting_has_none_to_be_merged_with() -> None:
    assert changes(agreed(), "t9", "merge").code is Code.NOTHING_TO_MERGE


def test_a_meeting_is_left_out_and_taken_back() -> None:
    stage = agreed()
    changes(stage, "t1", "skip")
    skipped = course(stage).find("t1")
    assert skipped is not None
    assert skipped.state is MeetingState.SKIPPED
    assert stage.dues("meeting/1/t1") == {}
    assert the_map(stage).total == 8
    assert changes(stage, "t1", "skip").code is Code.UNKNOWN
    assert stage.errors == {"how": "not_now"}
    changes(stage, "t1", "restore")
    assert the_map(stage).total == 9
    assert stage.dues("meeting/1/t1") != {}


def test_what_was_to_be_gathered_in_a_meeting_that_is_left_out_comes_to_the_next() -> None:
    stage = agreed()
    changes(stage, "t1", "skip")
    holds_next(stage)
    (task,) = stage.journey.tasks.values()
    assert (task.spec.id, task.spec.workshop) == ("v0", "kehitys-2")
    assert task.due == course(stage).coming[0].starts


def test_a_meeting_more() -> None:
    stage = agreed()
    stage.sends(LEADER, "meeting-add", "1", date="13.4. klo 14", workshop="none")
    stage.sends(LEADER, "meeting-add", "1", date="14.4.", workshop="kehitys-1")
    added = [one for one in the_map(stage).meetings if one.kind == "extra"]
    assert [one.workshops for one in added] == [(), ("kehitys-1",)]
    assert days(tuple(added)) == {"x11": "2027-04-13 14:00", "x12": "2027-04-14 09:00"}
    assert stage.sends(LEADER, "meeting-add", "1", date="14.4.", workshop="none").code is Code.DAY_IS_TAKEN


def test_a_meeting_without_a_workshop_is_marked_as_held() -> None:
    stage = agreed()
    stage.sends(LEADER, "meeting-add", "1", date="1.3.", workshop="none")
    stage.until("2027-03-01", 12)
    assert stage.presses("Anna", "meeting-held", "1", "x11").code is Code.FACILITATORS_ONLY
    stage.presses(LEADER, "meeting-held", "1", "x11")
    held = course(stage).find("x11")
    assert held is not None
    assert held.state is MeetingState.HELD
    assert stage.presses(LEADER, "meeting-held", "1", "x11").code is Code.UNKNOWN


def test_dates_and_pauses_are_a_command_away() -> None:
    stage, answers = agreed(), []
    for said in ("prosessi siirrä", "prosessi tauko"):
        stage.says(LEADER, said)
        answers.append(type(stage.answer))
    assert answers == [m.MeetingMoveForm, m.ProcessPauseForm]
    assert stage.says("Anna", "prosessi siirrä").code is Code.FACILITATORS_ONLY


# --- resting ---


def test_a_pause_for_the_summer_ends_by_itself_and_moves_what_was_in_it() -> None:
    stage = agreed()
    stage.sends(LEADER, "process-pause", "1", date="16.8.")
    assert the_map(stage).phase is Phase.PAUSED
    assert str(the_map(stage).until) == "2027-08-16"
    assert stage.reminders == {}
    assert days(the_map(stage).meetings)["t0"] == "2027-08-17 09:00"
    stage.until("2027-08-16", 8)
    assert the_map(stage).phase is Phase.PAUSED
    stage.until("2027-08-16", 9, 1)
    assert the_map(stage).phase is Phase.GOING
    assert ("Anna", "workshop_day") in stage.dues("meeting/1/t0")
    assert ("Anna", "workshop_day") in stage.dues("meeting/1/t1")


def test_a_pause_without_an_end_waits_for_whoever_goes_on() -> None:
    stage = agreed()
    stage.sends(LEADER, "process-pause", "1", date="")
    stage.waits(days=90)
    assert the_map(stage).until is None
    assert stage.posted_to(LEADER) == ()
    stage.says(LEADER, "prosessi jatka")
    assert the_map(stage).phase is Phase.GOING
    assert days(the_map(stage).meetings)["t0"] == "2027-05-11 09:00"
    assert days(the_map(stage).meetings)["t1"] == "2027-06-01 09:00"
    assert stage.presses(LEADER, "process-resume", "1").code is Code.NOT_PAUSED


def test_a_pause_that_ended_while_the_machine_was_off_ends_once() -> None:
    stage = agreed()
    stage.sends(LEADER, "process-pause", "1", date="1.3.")
    stage.sleeps(days=45)
    assert the_map(stage).phase is Phase.GOING
    assert course(stage).coming[0].starts > stage.clock


def test_a_channel_that_is_gone_leaves_the_process_at_rest() -> None:
    stage = agreed()
    stage.happens(ChannelLost())
    assert the_map(stage).phase is Phase.PAUSED
    assert stage.reminders == {}
    assert not any(name.startswith("meeting-past") for name in stage.timers)
    stage.happens(ChannelLost())
    stage.presses(LEADER, "process-resume", "1")
    assert the_map(stage).phase is Phase.GOING
    assert stage.dues("meeting/1/t0") != {}


# --- reminders ---


def test_the_week_is_for_the_facilitator_the_day_and_the_hour_for_everybody() -> None:
    stage = agreed(first="9.3. klo 12")
    assert {
        (who, str(kind)): f"{at:%m-%d %H:%M}" for (who, kind), at in stage.dues("meeting/1/t0").items()
    } == {
        ("Maija", "workshop_week"): "03-02 07:00",
        **{(who, "workshop_day"): "03-08 07:00" for who in ("Anna", "Ville", "Sari", "Maija")},
        **{(who, "workshop_hour"): "03-09 09:00" for who in ("Anna", "Ville", "Sari", "Maija")},
    }


def test_the_facilitators_reminder_starts_the_workshop() -> None:
    stage = agreed(first="9.3. klo 12")
    stage.until("2027-03-09", 11)
    said = stage.reminded(LEADER)["meeting/1/t0", "workshop_hour"]
    assert isinstance(said, m.MeetingNudge)
    assert said.leads
    other = stage.reminded("Anna")["meeting/1/t0", "workshop_hour"]
    assert isinstance(other, m.MeetingNudge)
    assert not other.leads
    stage.presses(LEADER, "meeting-start", "1", "t0")
    assert stage.wanted == "kehitys-0"
    assert stage.presses("Anna", "meeting-start", "1", "t0").code is Code.FACILITATORS_ONLY


def test_who_comes_along_later_is_reminded_and_who_goes_is_not() -> None:
    stage = agreed()
    stage.until("2027-03-09")
    stage.holds("Anna", "Omar", leader=LEADER, slug="kehitys-0")
    assert ("Omar", "workshop_day") in stage.dues("meeting/1/t1")
    stage.goes("Omar")
    assert ("Omar", "workshop_day") not in stage.dues("meeting/1/t1")


def test_a_meeting_that_was_not_seen_is_asked_about_the_next_day() -> None:
    stage = agreed()
    stage.until("2027-03-10", 9)
    (asked,) = stage.posted_to(LEADER)
    assert isinstance(asked, m.MeetingMissed)
    assert (asked.meeting.id, asked.settled) == ("t0", False)
    assert stage.sees("Anna") == ()
    stage.presses(LEADER, "meeting-held", "1", "t0")
    assert course(stage).find("t0").state is MeetingState.HELD  # type: ignore[union-attr]
    assert [one.spec.id for one in stage.journey.tasks.values()] == ["v0"]


def test_a_meeting_that_was_moved_is_not_asked_about() -> None:
    stage = agreed()
    stage.until("2027-03-09", 8)
    stage.presses(LEADER, "meeting-go", "1", "t0", "2027-03-16", "09:00")
    stage.until("2027-03-12")
    assert stage.sees(LEADER) == ()
    stage.until("2027-03-17", 10)
    assert [type(one) for one in stage.sees(LEADER)] == [m.MeetingMissed]


def test_facilitators_who_have_gone_leave_the_lead_to_whoever_takes_it() -> None:
    stage = agreed()
    stage.goes(LEADER)
    assert the_map(stage).unled
    assert stage.opens("Anna", "meeting-move", "1").code is Code.PROCESS_UNLED
    assert stage.presses("Omar", "process-take", "1").code is Code.NOT_IN
    assert stage.presses("Anna", "process-take", "1").code is Code.DONE
    assert the_map(stage).facilitators == ("Anna",)
    assert stage.presses("Ville", "process-take", "1").code is Code.LEAD_IS_TAKEN
    assert ("Anna", "workshop_week") in stage.dues("meeting/1/t0")
    assert course(stage).facilitators == (pid("Anna"),)
