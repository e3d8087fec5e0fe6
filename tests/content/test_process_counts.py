"""The long process is complete: every activity has a step, every interim task its place and its words.

The ids and the counts are our own copy of what was counted in the document.
"""

from __future__ import annotations

from collections import Counter

import pytest

from content.library import ProcessEdition
from content.loader import default_library
from content.process import CommitmentKind, ForWhom, MeetingKind, TaskForm
from content.steps import GatherStep
from content.workshop import Workshop
from tests.content.reading import found

ACTIVITIES = {
    "t0": "esittely sopiminen alkukeskustelut",
    "t1": "kehityspolut tyotehtavat tulkinnat",
    "t23": "hairioanalyysi keskittyminen onnistumiset",
    "t4": "vuoropuhelu ideoiden-arviointi",
    "t5": "ratkaisut vaihtoehdot paatos",
    "t6": "kokemukset kokeilujen-arviointi",
    "t7": "jatkosuunnitelmat oppiminen kytkos seuranta",
    "t89": "arviointi juurrutus vastuut",
}
SHARED = {2: "t23", 3: "t23", 8: "t89", 9: "t89"}
"""Two workshops share what the document tells of them together."""
TASKS = ("v0", "v1", "v2-v3", "v4", "v5", "v6", "v7")
NAMES = {
    "kehitys 0": "Muutostyöpajatyöskentelyn esittely; Työskentelystä sopiminen; Alkukeskustelut",
    "kehitys 1": """Työn kehityspolkujen ja muutosten yhteenveto; Työtehtävien kuvaaminen;
        Alustavat tulkinnat työn nykyvaiheesta""",
    "kehitys 2": "Työn nykytilan analysointi; Keskittyminen yhdessä tunnistettuihin kuormitustekijöihin",
    "kehitys 3": """Onnistuneiden tilanteiden kuvaukset, hyvinvoinnin lähteet;
        Keskittyminen yhdessä tunnistettuihin kuormitustekijöihin""",
    "kehitys 4": "Vuoropuhelua toiminnan lähikehityksen täsmentämiseksi; Kehittämisideoiden arviointia",
    "kehitys 5": """Ratkaisuideoiden koontia; Vaihtoehtoja, ongelmanratkaisua, testausta;
        Kehittämistehtävistä päättäminen""",
    "kehitys 6": "Kokemusten koontia; Kokeilujen arviointia",
    "kehitys 7": """Jatkosuunnitelmat; Yhteisen oppimisen koonti; Kytkös työhön ja työhyvinvointiin;
        Seurannasta ja arvioinnista sopiminen""",
    "kehitys 8": "Yhteinen arviointi; Käytäntöjen juurruttamisesta sopiminen",
    "kehitys 9": """Yhteinen arviointi; Käytäntöjen juurruttamisesta sopiminen;
        Vastuista ja seurannasta sopiminen""",
}
CYCLE = [
    "tavoitetilan hahmottaminen",
    "osaamisten, vahvuuksien, mahdollisuuksien ja ratkaisujen tunnistaminen",
    "voimaannuttaminen",
    "yhteiskehittäminen",
    "valtuuttaminen",
    "soveltaminen",
    "kokeileminen",
    "onnistumisten tunnistaminen",
    "uusien tavoitetilojen hahmottaminen",
]
each_number = pytest.mark.parametrize("number", range(10))


def edition(slug: str = "kehitysprosessi") -> ProcessEdition:
    return default_library().processes[slug]


def workshop(number: int) -> Workshop:
    return found(f"kehitys {number}").workshop


def activities(meeting: str) -> set[str]:
    return {f"{meeting}-{name}" for name in ACTIVITIES[meeting].split()}


def sources(number: int) -> set[str]:
    return {one for step in workshop(number).steps for one in step.source}


def test_there_are_23_activities() -> None:
    assert sum(len(activities(meeting)) for meeting in ACTIVITIES) == 23


@each_number
def test_every_activity_is_run_by_a_step_of_its_workshop(number: int) -> None:
    run = sources(number) - set(TASKS)
    shared = SHARED.get(number)
    together = sources(2) | sources(3) if shared == "t23" else sources(8) | sources(9)
    if shared is None:
        assert run == activities(f"t{number}")
    else:
        assert run <= activities(shared) <= together


@each_number
def test_no_step_is_without_a_source_but_the_closing(number: int) -> None:
    assert [step.id for step in workshop(number).steps if not step.source] == ["lopetus"]


@pytest.mark.parametrize("name", NAMES)
def test_activities_are_called_as_in_the_document(name: str) -> None:
    titles = {step.title for step in found(name).in_language("fi").steps.values()}
    assert {" ".join(one.split()) for one in NAMES[name].split(";")} <= titles


@each_number
def test_a_workshop_looks_back_first_and_at_what_comes_next_last(number: int) -> None:
    steps = workshop(number).steps
    assert [steps[0].id, steps[0].kind] == ["katsaus", "gather"]
    assert [(step.id, step.kind) for step in steps[-2:]] == [("seuraavaksi", "gather"), ("lopetus", "close")]


@each_number
def test_a_workshop_takes_about_three_hours(number: int) -> None:
    assert sum(step.minutes for step in workshop(number).steps if step.on) == 180


def test_only_ones_own_evaluation_is_private() -> None:
    private = [
        (number, step.id)
        for number in range(10)
        for step in workshop(number).steps
        if isinstance(step, GatherStep) and step.private
    ]
    assert private == [(8, "oma-arvio")]


def test_ten_meetings_in_order_three_to_four_weeks_apart() -> None:
    process = edition().process
    assert [meeting.workshop for meeting in process.meetings] == [f"kehitys-{number}" for number in range(10)]
    assert [found(meeting.workshop).workshop.number for meeting in process.meetings] == list(range(10))
    assert Counter(meeting.kind for meeting in process.meetings) == {
        MeetingKind.ORIENTATION: 1,
        MeetingKind.WORKSHOP: 7,
        MeetingKind.FOLLOW_UP: 2,
    }
    assert {meeting.id: meeting.shares_with for meeting in process.meetings if meeting.shares_with} == {
        "t3": "t2",
        "t9": "t8",
    }
    assert (process.gap.least, process.gap.most, process.minutes) == (3, 4, 180)


def test_seven_interim_tasks_each_after_one_workshop_and_into_the_next() -> None:
    process = edition().process
    given = {task.id: (task.after, task.into.meeting, task.form, task.who) for task in process.tasks}
    assert given == {
        "v0": ("t0", "t1", TaskForm.DESCRIPTION, ForWhom.PAIRS),
        "v1": ("t1", "t2", TaskForm.DIARY, ForWhom.EVERYBODY),
        "v2-v3": ("t3", "t4", TaskForm.SHARED_LIST, ForWhom.EVERYBODY),
        "v4": ("t4", "t5", TaskForm.DESCRIPTION, ForWhom.PAIRS),
        "v5": ("t5", "t6", TaskForm.DOCUMENTATION, ForWhom.NAMED),
        "v6": ("t6", "t7", TaskForm.SHARED_LIST, ForWhom.EVERYBODY),
        "v7": ("t7", "t8", TaskForm.REFLECTION, ForWhom.EVERYBODY),
    }
    assert [task.id for task in process.tasks if task.private] == ["v1", "v7"]
    assert {task.form for task in process.tasks} == set(TaskForm)
    assert {task.who for task in process.tasks} == set(ForWhom)


def test_what_is_gathered_opens_the_next_workshop() -> None:
    for task in edition().process.tasks:
        at = found(edition().process.by_id[task.into.meeting].workshop).workshop
        assert at.steps[0].id == task.into.step
        assert task.id in at.steps[0].source
        given = found(edition().process.by_id[task.after].workshop).workshop
        assert task.id in given.by_id["seuraavaksi"].source
        assert edition().process.given_after(task.after) == (task,)
        assert edition().process.gathered_in(task.into.meeting) == (task,)


def test_what_is_promised_evaluated_and_followed_up() -> None:
    process = edition().process
    assert Counter(one.kind for one in process.commitments) == {
        CommitmentKind.SUPERVISOR: 1,
        CommitmentKind.WORKING_TIME: 1,
        CommitmentKind.AGREEMENT: 2,
    }
    assert [one.id for one in process.commitments if one.again] == ["tyoaika"]
    assert process.evaluation is not None
    assert (process.evaluation.own, process.evaluation.joint.meeting) == ("v7", "t8")
    assert process.practices is not None
    practice = found("kehitys 9").in_language("fi").steps[process.practices.agreed_in.step].cells["kaytanto"]
    assert practice.fields == ("Käytäntö", "Vastuuhenkilö", "Milloin katsotaan")
    assert [one.months for one in process.follow_ups] == [3, 6]


@pytest.mark.parametrize("slug", ["kehitysprosessi", "tyokirja"])
def test_the_cycle_has_its_nine_steps_in_order(slug: str) -> None:
    words = edition(slug).in_language("fi")
    assert [words.cycle[one] for one in edition(slug).process.cycle] == CYCLE


def test_the_workbook_is_a_series_of_its_five_without_tasks() -> None:
    process = edition("tyokirja").process
    numbers = [found(meeting.workshop).workshop.called for meeting in process.meetings]
    assert numbers == [1, 2, 3, 4, 5]
    assert (process.gap.least, process.gap.most, process.tasks, process.commitments) == (2, 3, (), ())
