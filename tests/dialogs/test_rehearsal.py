"""Simulated colleagues: a whole workshop, and always something sensible or nothing."""

from __future__ import annotations

import pytest

from dialogs import events as e
from dialogs import messages as m
from dialogs.rehearsal import next_deed
from tests.support.stage import Stage
from tests.support.stage_watch import pid


def colleagues(stage: Stage, *names: str) -> int:
    """Everybody does what there is to do; how many deeds it took."""
    words = stage.edition.in_language("fi")
    for deeds in range(1000):
        found = (next_deed(stage.session, pid(name), words) for name in names)
        deed = next((one for one in found if one is not None), None)
        if deed is None:
            return deeds
        before = len(stage.facts)
        stage.happens(deed)
        assert len(stage.facts) > before, f"{deed} led nowhere"
        stage.waits(seconds=2)
    raise AssertionError("they never come to an end")


@pytest.mark.parametrize("count", [1, 2, 3, 7, 16])
def test_colleagues_bring_a_whole_workshop_to_its_end(count: int) -> None:
    names = tuple(f"P{index}" for index in range(count))
    stage = Stage(thorough=count < 5)
    stage.begins(*names)
    while not stage.session.closed:
        colleagues(stage, *names)
        stage.presses("Maija", "next")
    summary = stage.card("Maija", m.Summary)
    assert len(summary.scores) == count
    assert summary.notes >= 2 * count
    assert summary.picture is not None
    turns = [fact for fact in stage.facts if type(fact).__name__ == "TurnTaken"]
    assert len(turns) == (2 * count if count > 1 else 0)


def test_in_the_lobby_in_a_break_and_afterwards_they_do_nothing() -> None:
    stage = Stage()
    stage.joins("Anna")
    assert colleagues(stage, "Anna") == 0
    stage.begins(step="voimavararuudukko")
    stage.presses("Maija", "pause")
    assert colleagues(stage, "Anna", "Tuomas") == 0
    stage.presses("Maija", "end")
    assert colleagues(stage, "Anna") == 0


def test_a_colleague_answers_a_person_and_waits_for_them() -> None:
    stage = Stage()
    stage.begins("Anna", "Ville", step="joo-ja")
    stage.presses("Anna", "arrive")
    colleagues(stage, "Ville")
    while stage.group("Anna").coming:
        assert stage.writer("Anna") == "Anna"
        stage.says("Anna", "Osaat kuunnella")
        colleagues(stage, "Ville")
    assert stage.group("Anna").taken == 4


def test_a_colleague_writes_again_when_the_note_was_taken_away() -> None:
    stage = Stage()
    stage.begins("Anna", step="voimavararuudukko")
    colleagues(stage, "Anna")
    for note in list(stage.session.notes.values()):
        stage.happens(e.NoteChanged(note.author, note.id, ""))
    assert colleagues(stage, "Anna") == 2
    assert len(stage.session.notes) == 2


def test_the_same_moment_the_same_deed() -> None:
    words = Stage().edition.in_language("fi")
    stages = [Stage(), Stage()]
    for stage in stages:
        stage.begins("Anna", "Ville", step="voimavararuudukko")
    first, second = (next_deed(stage.session, pid("Anna"), words) for stage in stages)
    assert first == second
