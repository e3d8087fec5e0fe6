"""A process from its first meeting to its archive: held, promised, evaluated, followed up."""

from __future__ import annotations

from datetime import UTC, datetime

from dialogs.journey.engine import own
from dialogs.journey.process import messages as m
from dialogs.journey.process.state import Answer, Phase, Verdict
from dialogs.receipts import Code, Receipt
from tests.support.journey_stage import JourneyStage
from tests.support.process_stage import LEADER, TEAM, agreed, course, holds_next, the_map
from tests.support.stage_watch import pid

TASKS = ["v0", "v1", "v2-v3", "v4", "v5", "v6", "v7"]
THREE, SIX = "kolme-kuukautta", "kuusi-kuukautta"


def held(meetings: int) -> JourneyStage:
    """A process of which so many meetings are over."""
    stage = agreed()
    stage.thorough = False
    for _ in range(meetings):
        holds_next(stage)
    stage.thorough = True
    return stage


# --- meetings ---


def test_a_workshop_that_is_held_brings_the_map_on_and_gives_the_next_task() -> None:
    stage = agreed()
    holds_next(stage)
    assert (the_map(stage).done, the_map(stage).total, the_map(stage).tasks) == (0, 9, 1)
    holds_next(stage)
    assert (the_map(stage).done, the_map(stage).next) == (1, the_map(stage).meetings[2])
    old = [one for one in stage.channel if isinstance(one, m.ProcessMapPast)]
    assert [(one.done, one.total) for one in old] == [(0, 9), (1, 9)]
    assert [one.spec.id for _, one in sorted(stage.journey.tasks.items())] == ["v0", "v1"]


def test_all_seven_tasks_are_given_and_each_ends_with_the_next_meeting() -> None:
    stage = held(9)
    assert [one.spec.id for _, one in sorted(stage.journey.tasks.items())] == TASKS
    assert {one.due for one in stage.journey.tasks.values() if one.open} <= {course(stage).coming[0].starts}


def test_a_workshop_held_in_another_order_is_its_own_meeting() -> None:
    stage = agreed()
    stage.holds(*TEAM, leader=LEADER, slug="kehitys-2")
    assert [one.id for one in course(stage).held] == ["t2"]
    assert course(stage).meetings[0].id == "t2"
    assert the_map(stage).next is not None
    assert course(stage).coming[0].id == "t0"


def test_a_workshop_of_another_kind_is_no_meeting() -> None:
    stage = agreed()
    stage.holds(*TEAM, leader=LEADER, slug="tietotyon-muutos")
    assert course(stage).held == ()


def test_who_was_away_is_told_in_three_lines() -> None:
    stage = agreed()
    stage.until("2027-03-09")
    stage.holds("Anna", "Sari", leader=LEADER, slug="kehitys-0", picks=("Aamun rauha", "Ohjeet"))
    away = stage.card("Ville", m.CatchUp)
    assert (away.meeting.id, away.picks, away.tasks) == ("t0", ("Aamun rauha", "Ohjeet"), 1)
    assert away.next is not None
    assert away.next.id == "t1"
    assert not any(isinstance(one, m.CatchUp) for who in ("Anna", LEADER) for one in stage.sees(who))
    stage.presses("Ville", "process-show", "1")
    assert isinstance(stage.answer, m.ProcessMap)


def test_what_a_forgotten_person_brought_up_is_gone_from_the_recap() -> None:
    stage = agreed()
    stage.until("2027-03-09")
    stage.holds("Anna", leader=LEADER, slug="kehitys-0", picks=("Aamun rauha",))
    stage.forgets("Anna")
    assert stage.card("Ville", m.CatchUp).picks == ()


# --- what is promised ---


def test_the_supervisor_is_asked_alone_and_the_yes_is_shown_to_all() -> None:
    stage = agreed()
    stage.says(LEADER, "prosessi esihenkilö", "Liisa")
    assert stage.receipt == Receipt(Code.PROMISE_SOUGHT, names=("Liisa",))
    asked = stage.card("Liisa", m.PromiseAsked)
    assert (asked.promise, asked.asker, asked.answer) == ("esihenkilo", LEADER, Answer.ASKED)
    assert the_map(stage).promises[0].answer is Answer.ASKED

    assert stage.presses("Anna", "promise-yes", "1", "esihenkilo").code is Code.OLD_CARD
    stage.presses("Liisa", "promise-yes", "1", "esihenkilo")
    assert stage.card("Liisa", m.PromiseAsked).answer is Answer.YES
    assert the_map(stage).promises[0] == m.PromiseLine("esihenkilo", "supervisor", "Liisa", Answer.YES, "")


def test_a_supervisor_who_wants_to_talk_first_is_not_shown_up() -> None:
    stage = agreed()
    stage.sends(LEADER, "process-ask", "1", person=pid("Sari"))
    stage.presses("Sari", "promise-talk", "1", "esihenkilo")
    assert stage.card(LEADER, m.PromiseTalk).name == "Sari"
    assert stage.sees("Anna") == ()
    stage.presses("Sari", "promise-yes", "1", "esihenkilo")
    assert the_map(stage).promises[0].answer is Answer.YES


def test_working_time_is_written_down_and_asked_again_later() -> None:
    stage = agreed()
    receipt = stage.sends(LEADER, "process-promise", "1", promise="tyoaika", text="Perjantaisin klo 13–14")
    assert receipt.code is Code.PROMISE_KEPT
    line = next(one for one in the_map(stage).promises if one.id == "tyoaika")
    assert (line.text, line.again) == ("Perjantaisin klo 13–14", True)
    stage.sends(LEADER, "process-promise", "1", promise="tyoaika", text="")
    assert stage.errors == {"text": "empty"}
    stage.sends(LEADER, "process-promise", "1", promise="esihenkilo", text="Kyllä")
    assert stage.errors == {"promise": "choose"}
    stage.forgets(LEADER)
    line = next(one for one in the_map(stage).promises if one.id == "tyoaika")
    assert (line.text, line.name) == ("", "")


def test_what_is_promised_later_is_asked_later() -> None:
    stage = agreed()
    assert "seuranta" not in [one.id for one in the_map(stage).promises]
    assert "seuranta" in [one.id for one in the_map(held(7)).promises]


# --- the dates as a file ---


def test_who_took_the_dates_gets_the_changed_ones() -> None:
    stage = agreed()
    stage.presses("Anna", "meeting-dates", "1")
    first = stage.card("Anna", m.MeetingDates)
    assert (len(first.meetings), first.revision, first.stamp) == (10, 0, course(stage).planned_at)
    stage.waits(hours=3)
    stage.presses(LEADER, "meeting-go", "1", "t9", "2027-10-06", "09:00")
    second = stage.card("Anna", m.MeetingDates)
    assert (second.revision, second.stamp) == (1, stage.clock)
    assert [one.revision for one in second.meetings] == [0] * 9 + [1]
    assert stage.sees("Ville") == ()


# --- who facilitates ---


def test_a_pair_facilitates_and_one_hands_over_for_good() -> None:
    stage = agreed()
    stage.sends(LEADER, "process-lead", "1", person=pid("Sari"), how="share")
    assert the_map(stage).facilitators == (LEADER, "Sari")
    assert ("Sari", "workshop_week") in stage.dues("meeting/1/t1")
    assert stage.sends(LEADER, "process-lead", "1", person=pid("Sari"), how="share").code is Code.ONE_ALREADY
    stage.sends(LEADER, "process-lead", "1", person=pid("Ville"), how="hand_over")
    assert the_map(stage).facilitators == ("Sari", "Ville")
    assert stage.opens(LEADER, "process-lead", "1").code is Code.FACILITATORS_ONLY
    stage.says("Sari", "prosessi fasilitaattori", "Omar")
    assert the_map(stage).facilitators == ("Sari", "Ville", "Omar")


def test_what_can_be_changed_is_only_offered_to_facilitators() -> None:
    stage = agreed()
    assert stage.presses("Anna", "process-manage", "1").code is Code.FACILITATORS_ONLY
    stage.presses(LEADER, "process-manage", "1")
    assert isinstance(stage.answer, m.ProcessDesk)
    assert (stage.answer.phase, stage.answer.late, stage.answer.asks) == (Phase.GOING, False, True)
    stage.until("2027-03-10")
    stage.presses(LEADER, "process-manage", "1")
    assert isinstance(stage.answer, m.ProcessDesk)
    assert stage.answer.late


def test_the_next_meeting_is_among_ones_own_things() -> None:
    stage = agreed()
    (thing,) = own(stage.journey, pid("Anna"), stage.clock)
    assert thing.thing == m.OwnMeeting(1, "kehitysprosessi", the_map(stage).meetings[0], 0, 9)
    assert own(stage.journey, pid("Omar"), stage.clock) == ()


def test_the_cycle_is_shown_to_whoever_asks() -> None:
    stage = agreed()
    stage.says("Anna", "prosessi sykli")
    assert isinstance(stage.answer, m.CycleView)
    assert len(stage.answer.steps) == 9


# --- the end, and what is left ---


def test_each_ones_own_evaluation_comes_before_the_joint_one() -> None:
    stage = held(8)
    assert the_map(stage).evaluation
    assert [one.spec.id for one in stage.journey.tasks.values() if one.spec.private][-1] == "v7"


def test_practices_have_somebody_who_is_responsible() -> None:
    stage = held(9)
    assert the_map(stage).asks_practices
    receipt = stage.sends("Anna", "practice-add", "1", text="Aamupäivät rauhassa", person=pid("Ville"))
    assert receipt.code is Code.DONE
    assert the_map(stage).practices == (m.PracticeLine(1, "Aamupäivät rauhassa", "Ville"),)
    again = stage.sends("Anna", "practice-add", "1", text="Aamupäivät rauhassa", person=pid("Ville"))
    assert again.code is Code.ALREADY_SAVED
    stage.sends("Anna", "practice-add", "1", text=" ", person="joku")
    assert stage.errors == {"text": "empty", "person": "choose"}
    assert stage.opens("Omar", "practice-add", "1").code is Code.NOT_IN


def test_after_the_last_meeting_it_is_followed_up_three_and_six_months_later() -> None:
    stage = held(10)
    assert (the_map(stage).phase, the_map(stage).done) == (Phase.FOLLOWED, 9)
    assert stage.timers == {
        f"follow-up/1/{THREE}": datetime(2028, 1, 5, 7, 0, tzinfo=UTC),
        f"follow-up/1/{SIX}": datetime(2028, 4, 5, 6, 0, tzinfo=UTC),
    }
    stage.sends("Anna", "practice-add", "1", text="Aamupäivät rauhassa", person=pid("Ville"))
    stage.sends("Anna", "practice-add", "1", text="Ohjeilla on omistaja", person=pid("Sari"))
    stage.until("2028-01-05", 10)
    card = stage.card("", m.FollowUpCard)
    assert [(one.text, one.verdict) for one in card.practices] == [
        ("Aamupäivät rauhassa", None),
        ("Ohjeilla on omistaja", None),
    ]
    assert {who for who, _ in stage.dues(f"follow-up/1/{THREE}")} == {LEADER, "Ville", "Sari"}
    said = stage.reminded("Ville")[f"follow-up/1/{THREE}", "follow_up"]
    assert said == m.FollowUpNudge(1, "kehitysprosessi", THREE, ("Aamupäivät rauhassa",))


def test_what_was_looked_at_is_not_reminded_of_and_what_was_dropped_does_not_come_back() -> None:
    stage = held(10)
    stage.sends("Anna", "practice-add", "1", text="Aamupäivät rauhassa", person=pid("Ville"))
    stage.sends("Anna", "practice-add", "1", text="Ohjeilla on omistaja", person=pid("Sari"))
    stage.until("2028-01-05", 10)
    stage.sends("Ville", "practice-check", "1", THREE, practice="1", verdict="holds", text="")
    assert {who for who, _ in stage.dues(f"follow-up/1/{THREE}")} == {LEADER, "Sari"}
    stage.sends("Sari", "practice-check", "1", THREE, practice="2", verdict="dropped", text="Ei käytetty")
    assert stage.dues(f"follow-up/1/{THREE}") == {}
    assert [one.verdict for one in stage.card("", m.FollowUpCard).practices] == [
        Verdict.HOLDS,
        Verdict.DROPPED,
    ]
    stage.until("2028-04-05", 10)
    assert [one.text for one in stage.card("", m.FollowUpCard).practices] == ["Aamupäivät rauhassa"]
    assert {who for who, _ in stage.dues(f"follow-up/1/{SIX}")} == {LEADER, "Ville"}


def test_the_end_is_an_archive_that_can_only_be_read() -> None:
    stage = held(10)
    stage.sends("Anna", "practice-add", "1", text="Aamupäivät rauhassa", person=pid("Ville"))
    stage.waits(days=300)
    assert course(stage).phase is Phase.ARCHIVED
    assert stage.timers == {}
    assert stage.reminders == {}
    assert stage.opens("Anna", "practice-add", "1").code is Code.PROCESS_ARCHIVED
    stage.says("Anna", "prosessi arkisto")
    assert isinstance(stage.answer, m.ProcessArchive)
    assert [(one.done, one.total, len(one.practices)) for one in stage.answer.courses] == [(9, 9, 1)]


def test_both_follow_ups_missed_come_each_once() -> None:
    stage = held(10)
    stage.sleeps(days=190)
    assert course(stage).followed == (THREE, SIX)
    cards = [(one.follow_up, one.open) for one in stage.channel if isinstance(one, m.FollowUpCard)]
    assert cards == [(THREE, False), (SIX, True)]
    assert stage.dues(f"follow-up/1/{THREE}") == {}
    assert stage.dues(f"follow-up/1/{SIX}").keys() == {(LEADER, "follow_up")}


def test_it_can_be_ended_early_and_another_may_begin() -> None:
    stage = held(3)
    stage.presses(LEADER, "process-drop", "1")
    assert the_map(stage).phase is Phase.ARCHIVED
    assert stage.reminders == {}
    assert stage.timers == {}
    stage.sends(LEADER, "process-start", "tyokirja", date="1.6.", clock="09:00", gap="2")
    assert [one.number for one in stage.journey.courses] == [1, 2]


def test_a_process_without_follow_ups_is_over_with_its_last_meeting() -> None:
    stage = agreed(slug="tyokirja", gap="2")
    for _ in range(5):
        holds_next(stage)
    assert course(stage).phase is Phase.ARCHIVED
    assert (the_map(stage).done, the_map(stage).total) == (5, 5)


def test_leaving_out_what_is_left_is_an_end_too() -> None:
    stage = held(9)
    stage.sends(LEADER, "meeting-change", "1", meeting="t9", how="skip")
    assert the_map(stage).phase is Phase.FOLLOWED
