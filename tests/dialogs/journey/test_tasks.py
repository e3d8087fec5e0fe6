"""Interim tasks as conversations: given, written, done, named, moved and gathered."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from dialogs.boards import CHANNEL, direct
from dialogs.journey.opening.messages import Opening
from dialogs.journey.tasks import messages as m
from dialogs.receipts import Code, Receipt
from tests.support.journey_stage import BEGINS
from tests.support.stage_watch import pid
from tests.support.task_stage import EVERYBODY, TaskStage, texts

WHO = (*EVERYBODY, "Maija")
GONE = Receipt(Code.UNKNOWN)


@pytest.fixture
def stage() -> TaskStage:
    return TaskStage().with_workshop()


# --- given ------------------------------------------------------------------------------------------------


def test_everybody_gets_a_card_of_their_own_and_the_channel_only_counts(stage: TaskStage) -> None:
    stage.gives("v1")

    for name in WHO:
        (card,) = stage.posted_to(name)
        assert card == m.TaskCard(stage.own(name).about, yours=True)
    assert stage.progress() == (0, 7)


def test_a_task_of_a_workshop_is_given_once(stage: TaskStage) -> None:
    stage.gives("v1")
    stage.gives("v1")
    assert len(stage.journey.tasks) == 1


def test_pairs_are_new_each_time_and_nobody_is_left_over(stage: TaskStage) -> None:
    stage.gives("v0")
    stage.gives("v4")

    first, second = stage.journey.tasks[1].groups, stage.journey.tasks[2].groups
    for groups in (first, second):
        assert sorted(map(len, groups)) == [2, 2, 3]
        assert sorted(one for group in groups for one in group) == sorted(map(pid, WHO))
    two = {frozenset(group) for group in first if len(group) == 2}
    assert not two & {frozenset(group) for group in second}


def test_a_card_tells_with_whom_one_does_it(stage: TaskStage) -> None:
    stage.gives("v0")
    group = stage.journey.tasks[1].groups[0]
    names = [stage.journey.name(one) for one in group]
    assert stage.own(names[0]).partners == tuple(names[1:])


def test_two_people_are_a_pair_and_one_person_alone_can_do_it_too() -> None:
    two = TaskStage().with_workshop("Anna")
    two.gives("v0")
    assert two.own("Anna").partners == ("Maija",)

    one = TaskStage()
    one.holds(leader="Maija")
    one.gives("v0")
    assert one.own("Maija").partners == ()


def test_facilitators_are_asked_who_does_it_until_somebody_is_named(stage: TaskStage) -> None:
    stage.gives("v5")
    assert stage.progress() == (0, 0)
    assert [type(one) for one in stage.posted_to("Maija")] == [m.TaskNaming]
    assert stage.posted_to("Anna") == ()

    stage.sends("Maija", "task-name", "1", people=(pid("Anna"), pid("Omar")))

    assert stage.answer == Receipt(Code.TASK_NAMED, n=2)
    assert stage.own("Anna").yours
    assert stage.card("Maija", m.TaskNaming).names == ("Anna", "Omar")
    assert stage.progress() == (0, 2)
    assert {who for who, _ in stage.dues("task/1")} == {"Anna", "Omar"}


def test_whoever_is_not_named_any_more_is_told_and_not_reminded(stage: TaskStage) -> None:
    stage.gives("v5")
    stage.sends("Maija", "task-name", "1", people=(pid("Anna"), pid("Omar")))
    stage.sends("Anna", "task-write", "1", tried="Aamut", happened="", learnt="")
    stage.sends("Maija", "task-name", "1", people=(pid("Omar"), pid("Sari")))

    assert not stage.own("Anna").yours
    assert texts(stage.own("Anna")) == [("Aamut", "", "")]
    assert {who for who, _ in stage.dues("task/1")} == {"Omar", "Sari"}


def test_only_facilitators_name_and_only_those_who_are_there(stage: TaskStage) -> None:
    stage.gives("v5")
    assert stage.opens("Anna", "task-name", "1") == Receipt(Code.FACILITATORS_ONLY, names=("Maija",))
    stage.submits("Anna", "task-name", "1", people=(pid("Anna"),))
    assert stage.answer == Receipt(Code.FACILITATORS_ONLY, names=("Maija",))
    stage.submits("Maija", "task-name", "1", people=("teams:somebody-else",))
    assert stage.errors == {"people": "choose"}
    assert stage.progress() == (0, 0)


# --- written ----------------------------------------------------------------------------------------------


def test_entries_add_up_on_ones_own_card_and_nobody_else_sees_them(stage: TaskStage) -> None:
    stage.gives("v1")
    stage.sends("Anna", "task-write", "1", part="kuormitus", text="Keskeytyksiä")
    stage.sends("Anna", "task-write", "1", part="onnistumiset", text="  Rauhallinen   aamu ")

    assert stage.answer == Receipt(Code.TASK_SAVED)
    assert texts(stage.own("Anna")) == [("Keskeytyksiä",), ("Rauhallinen aamu",)]
    assert stage.own("Ville") == m.TaskCard(stage.own("Ville").about, yours=True)
    assert "Keskeytyksiä" not in repr(stage.channel)


def test_a_form_that_arrives_twice_is_one_entry(stage: TaskStage) -> None:
    stage.gives("v1")
    for _ in range(2):
        stage.sends("Anna", "task-write", "1", nonce="n-1", part="kuormitus", text="Keskeytyksiä")
    assert stage.answer == Receipt(Code.ALREADY_SAVED)
    assert len(stage.own("Anna").own) == 1


@pytest.mark.parametrize(
    ("values", "errors"),
    [
        ({"part": "kuormitus", "text": " \u200b\n"}, {"text": "empty"}),
        ({"part": "kuormitus", "text": "a" * 501}, {"text": "too_long"}),
        ({"part": "ei-ole", "text": "a"}, {"part": "choose"}),
        ({}, {"part": "choose", "text": "empty"}),
    ],
)
def test_what_cannot_be_kept_is_said_field_by_field(
    stage: TaskStage, values: dict[str, str], errors: dict[str, str]
) -> None:
    stage.gives("v1")
    stage.sends("Anna", "task-write", "1", **values)
    assert stage.errors == errors
    assert stage.own("Anna").own == ()


def test_hostile_words_are_kept_as_words(stage: TaskStage) -> None:
    stage.gives("v2-v3")
    hostile = "<!channel> <script>alert(1)</script> *lihava* @all {name}"
    stage.sends("Anna", "task-write", "1", text=hostile)
    assert texts(stage.card("", m.TaskBoard)) == [(hostile,)]


def test_a_shared_list_grows_before_everybodys_eyes_with_names(stage: TaskStage) -> None:
    stage.gives("v2-v3")
    stage.sends("Anna", "task-write", "1", text="Hiljaiset aamut")
    stage.sends("Ville", "task-write", "1", text="Yksi ohjepaikka")

    board = stage.card("", m.TaskBoard)
    assert [(one.texts, one.name) for one in board.entries] == [
        (("Hiljaiset aamut",), "Anna"),
        (("Yksi ohjepaikka",), "Ville"),
    ]


def test_a_pair_sees_what_its_members_write_and_nobody_else_does(stage: TaskStage) -> None:
    stage.gives("v0")
    pair = next(group for group in stage.journey.tasks[1].groups if len(group) == 2)
    one, other = (stage.journey.name(person) for person in pair)
    stranger = next(name for name in WHO if name not in {one, other})

    stage.sends(one, "task-write", "1", part="tehtavat", text="Raportit")

    assert [(entry.texts, entry.name) for entry in stage.own(other).others] == [(("Raportit",), one)]
    assert stage.own(stranger).others == ()


def test_a_reflection_has_one_text_for_each_part_which_can_be_cleared(stage: TaskStage) -> None:
    stage.gives("v7")
    stage.sends("Anna", "task-write", "1", **{"part.1": "Kysyn apua", "part.2": ""})
    stage.sends("Anna", "task-write", "1", **{"part.1": "Kysyn apua aiemmin", "part.2": "Puhumme"})
    assert texts(stage.own("Anna")) == [("Kysyn apua aiemmin",), ("Puhumme",)]

    form = stage.opens("Anna", "task-write", "1")
    assert isinstance(form, m.TaskReflectForm)
    assert form.texts == ("Kysyn apua aiemmin", "Puhumme")
    stage.submits("Anna", "task-write", "1", **{"part.1": "", "part.2": "Puhumme"})
    assert texts(stage.own("Anna")) == [("Puhumme",)]


def test_an_empty_reflection_is_not_kept(stage: TaskStage) -> None:
    stage.gives("v7")
    stage.sends("Anna", "task-write", "1", **{"part.1": " ", "part.2": ""})
    assert stage.errors == {"part.1": "empty"}


def test_ones_own_entry_can_be_changed_and_taken_away(stage: TaskStage) -> None:
    stage.gives("v1")
    stage.sends("Anna", "task-write", "1", part="kuormitus", text="Keskeytys")
    stage.sends("Anna", "task-mine", "1", entry="1")
    stage.answered(m.TaskEditForm)

    stage.sends("Anna", "task-edit", "1", "1", text="Monta keskeytystä")
    assert texts(stage.own("Anna")) == [("Monta keskeytystä",)]
    stage.sends("Anna", "task-edit", "1", "1", text="Monta", delete=("yes",))
    assert stage.answer == Receipt(Code.DELETED)
    assert stage.own("Anna").own == ()
    assert stage.opens("Anna", "task-edit", "1", "1") == GONE
    assert stage.opens("Anna", "task-mine", "1") == Receipt(Code.NOTHING_THERE)


def test_somebody_elses_entry_is_out_of_reach(stage: TaskStage) -> None:
    stage.gives("v2-v3")
    stage.sends("Anna", "task-write", "1", text="Hiljaiset aamut")

    assert stage.opens("Ville", "task-edit", "1", "1") == Receipt(Code.NOT_YOURS)
    stage.submits("Ville", "task-edit", "1", "1", delete=("yes",))
    assert stage.answer == Receipt(Code.NOT_YOURS)
    stage.submits("Ville", "task-mine", "1", entry="1")
    assert stage.answer == Receipt(Code.NOT_YOURS)
    assert texts(stage.card("", m.TaskBoard)) == [("Hiljaiset aamut",)]


@pytest.mark.parametrize("number", ["0", "2", "99999", "x", "-1", "٣", "1234567890"])
def test_a_task_that_is_not_there_is_answered_kindly(stage: TaskStage, number: str) -> None:
    stage.gives("v1")
    for verb in ("task-write", "task-mine", "task-time", "task-name"):
        assert stage.opens("Anna", verb, number) == GONE
        assert stage.submits("Anna", verb, number) == GONE
    for verb in ("task-done", "task-undone", "task-card"):
        assert stage.presses("Anna", verb, number) == GONE
    assert stage.submits("Anna", "task-edit", "1", number) == GONE


def test_whoever_comes_later_is_welcome(stage: TaskStage) -> None:
    stage.gives("v0")
    stage.sends("Uusi", "task-write", "1", part="tehtavat", text="Puhelut")

    assert stage.progress() == (0, 8)
    assert len(stage.own("Uusi").partners) == 2
    assert sorted(map(len, stage.journey.tasks[1].groups)) == [2, 3, 3]


# --- done, and reminded -----------------------------------------------------------------------------------


def test_the_channel_sees_how_many_have_done_it_never_who(stage: TaskStage) -> None:
    stage.gives("v1")
    stage.presses("Anna", "task-done", "1")
    stage.presses("Ville", "task-done", "1")
    stage.presses("Ville", "task-done", "1")

    assert stage.answer == Receipt(Code.TASK_DONE)
    assert stage.progress() == (2, 7)
    board = repr(stage.card("", m.TaskBoard))
    assert "Anna" not in board
    assert "Ville" not in board

    stage.presses("Ville", "task-undone", "1")
    assert stage.answer == Receipt(Code.TASK_NOT_YET)
    assert stage.progress() == (1, 7)


def test_a_pair_has_done_it_when_one_of_them_says_so(stage: TaskStage) -> None:
    stage.gives("v0")
    pair = next(group for group in stage.journey.tasks[1].groups if len(group) == 2)
    one, other = (stage.journey.name(person) for person in pair)
    stage.presses(one, "task-done", "1")

    assert stage.own(other).done
    assert stage.progress() == (2, 7)
    assert not {one, other} & {who for who, _ in stage.dues("task/1")}


def test_each_is_reminded_half_way_and_when_two_working_days_are_left(stage: TaskStage) -> None:
    stage.gives("v1")  # on Monday 1.2., until Monday 22.2.
    assert {kind: at for (who, kind), at in stage.dues("task/1").items() if who == "Anna"} == {
        "task_half_way": datetime(2027, 2, 11, 7, tzinfo=UTC),
        "task_closing": datetime(2027, 2, 18, 7, tzinfo=UTC),
    }
    stage.until("2027-02-11")
    (nudge,) = stage.reminded("Anna").values()
    assert nudge == m.TaskNudge(stage.own("Anna").about, own=0, closing=False)


def test_who_has_done_it_is_not_reminded_and_who_has_not_after_all_is(stage: TaskStage) -> None:
    stage.gives("v1")
    stage.presses("Anna", "task-done", "1")
    assert "Anna" not in {who for who, _ in stage.dues("task/1")}

    stage.until("2027-02-12")
    stage.presses("Anna", "task-undone", "1")
    assert [kind for who, kind in stage.dues("task/1") if who == "Anna"] == ["task_closing"]


def test_what_was_said_is_not_said_again_when_the_date_moves(stage: TaskStage) -> None:
    stage.gives("v1")
    stage.until("2027-02-12")
    stage.moves("1", BEGINS + timedelta(days=42))

    assert {kind for _, kind in stage.dues("task/1")} == {"task_closing"}
    assert stage.own("Anna").about.due == BEGINS + timedelta(days=42)
    stage.moves("1", BEGINS + timedelta(days=70))
    stage.moves("1", BEGINS + timedelta(days=70))
    assert {kind for _, kind in stage.dues("task/1")} == {"task_closing"}


def test_a_task_of_two_days_reminds_of_nothing_that_has_passed(stage: TaskStage) -> None:
    stage.gives("v1", days=1)
    assert stage.dues("task/1") == {}


# --- working time -----------------------------------------------------------------------------------------


def test_working_time_comes_as_a_file_by_direct_message(stage: TaskStage) -> None:
    stage.gives("v1")
    stage.sends("Anna", "task-time", "1", when="9.2. klo 13")

    assert stage.answer == Receipt(Code.TASK_TIME_SET)
    time = stage.card("Anna", m.TaskTime)
    assert (time.time.starts, time.time.minutes) == (datetime(2027, 2, 9, 11, tzinfo=UTC), 60)
    assert stage.own("Anna").time == time.time
    assert stage.own("Ville").time is None


def test_working_time_with_an_end_and_without_a_clock(stage: TaskStage) -> None:
    stage.gives("v1")
    stage.sends("Anna", "task-time", "1", when="9.2. 9-11.30")
    assert stage.card("Anna", m.TaskTime).time.minutes == 150
    stage.sends("Anna", "task-time", "1", when="10.2.")
    assert stage.card("Anna", m.TaskTime).time.starts == datetime(2027, 2, 10, 7, tzinfo=UTC)


@pytest.mark.parametrize("when", ["", "joskus", "klo", "viikolla 7", "31.2.", "9.2.2035", "x" * 5000])
def test_a_time_that_is_none_is_asked_again(stage: TaskStage, when: str) -> None:
    stage.gives("v1")
    stage.sends("Anna", "task-time", "1", when=when)
    assert set(stage.errors) == {"when"}
    assert stage.own("Anna").time is None


# --- gathered ---------------------------------------------------------------------------------------------


def test_the_next_workshop_opens_with_what_was_written_without_names(stage: TaskStage) -> None:
    stage.gives("v2-v3")
    stage.sends("Ville", "task-write", "1", text="Yksi ohjepaikka")
    stage.sends("Anna", "task-write", "1", text="Hiljaiset aamut")
    stage.presses("Anna", "task-done", "1")
    stage.begins()

    (task,) = stage.card("", Opening).tasks
    assert [(one.texts, one.name) for one in task.entries] == [
        (("Hiljaiset aamut",), ""),
        (("Yksi ohjepaikka",), ""),
    ]
    assert (task.done, task.people) == (1, 7)
    assert stage.dues("task/1") == {}


def test_of_a_private_task_only_the_number_is_told(stage: TaskStage) -> None:
    stage.gives("v1")
    stage.sends("Anna", "task-write", "1", part="kuormitus", text="Salaisuus")
    stage.presses("Anna", "task-done", "1")
    stage.begins()

    (task,) = stage.card("", Opening).tasks
    assert (task.done, task.people, task.entries) == (1, 7, ())
    assert "Salaisuus" not in repr(stage.channel)


def test_a_workshop_gathers_what_is_meant_for_it_and_what_has_waited(stage: TaskStage) -> None:
    stage.gives("v2-v3", workshop="kehitys-4")
    stage.begins(slug="tietotyon-muutos")
    assert stage.journey.tasks[1].open

    stage.holds(*EVERYBODY, session="s2")
    stage.begins(slug="kehitys-4")
    assert stage.journey.tasks[1].gathered == "s3"


def test_a_workshop_of_another_name_gathers_it_when_its_day_has_come(stage: TaskStage) -> None:
    stage.gives("v2-v3", workshop="kehitys-4")
    stage.waits(days=21)
    stage.begins(slug="kehitys-5")
    assert stage.journey.tasks[1].gathered == "s2"


def test_a_workshop_that_nothing_waits_for_opens_without_a_card(stage: TaskStage) -> None:
    stage.begins()
    assert not any(isinstance(one, Opening) for one in stage.channel)
    assert stage.board(CHANNEL, "opening", "s2") is None


def test_a_form_that_was_open_when_the_workshop_began_is_kept(stage: TaskStage) -> None:
    stage.gives("v2-v3")
    stage.opens("Anna", "task-write", "1")
    stage.begins()
    stage.submits("Anna", "task-write", "1", text="Hiljaiset aamut")

    assert stage.answer == Receipt(Code.TASK_SAVED_LATE)
    (task,) = stage.card("", Opening).tasks
    assert [one.texts for one in task.entries] == [("Hiljaiset aamut",)]


def test_old_cards_of_a_gathered_task_are_answered_kindly(stage: TaskStage) -> None:
    stage.gives("v1")
    stage.begins()
    over = Receipt(Code.TASK_OVER)
    assert stage.opens("Anna", "task-write", "1") == over
    assert stage.presses("Anna", "task-done", "1") == over
    assert stage.opens("Anna", "task-time", "1") == over
    assert stage.own("Anna").about.gathered


# --- one's own list ---------------------------------------------------------------------------------------


def test_ones_own_tasks_by_command(stage: TaskStage) -> None:
    stage.gives("v1")
    stage.gives("v5")
    stage.sends("Anna", "task-write", "1", part="kuormitus", text="Keskeytys")
    stage.says("Anna", "tehtävät")

    found = stage.answered(m.MyTasks)
    assert [(one.about.id, one.own, one.done) for one in found.lines] == [("v1", 1, False)]
    assert found.session == ""
    assert stage.posted == []


def test_what_the_workshop_opened_with_can_be_looked_at_again(stage: TaskStage) -> None:
    stage.gives("v2-v3")
    stage.sends("Anna", "task-write", "1", text="Hiljaiset aamut")
    session = stage.begins()
    stage.says("Ville", "tasks")
    found = stage.answered(m.MyTasks)
    assert (found.lines, found.session) == ((), session)

    stage.presses("Ville", "opening", session)
    assert stage.answer == stage.card("", Opening)
    assert stage.presses("Ville", "opening", "s99") == GONE
    assert stage.presses("Ville", "opening") == GONE


# --- people come and go -----------------------------------------------------------------------------------


def test_who_is_left_without_a_pair_joins_another(stage: TaskStage) -> None:
    stage.gives("v0")
    pair = next(group for group in stage.journey.tasks[1].groups if len(group) == 2)
    gone, left = (stage.journey.name(person) for person in pair)
    stage.goes(gone)

    assert len(stage.own(left).partners) == 2
    assert sorted(map(len, stage.journey.tasks[1].groups)) == [3, 3]
    assert gone not in {who for who, _ in stage.dues("task/1")}
    assert stage.progress() == (0, 6)


def test_new_partners_do_not_see_what_was_written_before_they_came(stage: TaskStage) -> None:
    stage.gives("v0")
    pair = next(group for group in stage.journey.tasks[1].groups if len(group) == 2)
    gone, left = (stage.journey.name(person) for person in pair)
    stage.sends(left, "task-write", "1", part="tehtavat", text="Raportit")
    stage.goes(gone)

    for partner in stage.own(left).partners:
        assert stage.own(partner).others == ()


def test_who_is_forgotten_leaves_no_words_anywhere(stage: TaskStage) -> None:
    stage.gives("v2-v3")
    stage.sends("Anna", "task-write", "1", text="Hiljaiset aamut")
    stage.begins()
    stage.forgets("Anna")

    assert "Hiljaiset" not in repr(stage.facts)
    assert stage.card("", Opening).tasks[0].entries == ()
    assert texts(stage.card("", m.TaskBoard)) == []
    assert stage.progress() == (0, 6)


def test_boards_are_for_those_whose_they_are(stage: TaskStage) -> None:
    stage.gives("v1")
    assert stage.board(CHANNEL, "task", "1") is None
    assert stage.board(direct("teams:somebody-else"), "task", "1") is None
    assert stage.board(CHANNEL, "tasktime", "1") is None
    assert stage.board(CHANNEL, "tasknaming", "1") is None
    assert stage.board(CHANNEL, "taskboard", "9") is None
