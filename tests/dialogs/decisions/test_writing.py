"""What is refused changes nothing; what was begun in time is taken in. Step by step in `activities/`."""

from __future__ import annotations

import pytest

from dialogs import events as e
from dialogs.receipts import Code
from tests.support.stage import Stage
from tests.support.stage_watch import pid

GRID = "voimavararuudukko"


def running(step: str = GRID) -> Stage:
    stage = Stage()
    stage.begins("Anna", "Ville", "Liisa", step=step)
    return stage


@pytest.mark.parametrize(
    ("step", "group", "cell"),
    [
        (GRID, "g1", "no-such"),
        (GRID, "g9", "jakaminen"),
        (GRID, "", "jakaminen"),
        ("no-such", "g1", "jakaminen"),
        ("", "", ""),
        ("lopetus", "", "jakaminen"),
        ("toimintatavat", "", "jakaminen"),
        ("nostot", "g1", "jakaminen"),
    ],
)
def test_notes_for_what_is_not_there_are_refused(step: str, group: str, cell: str) -> None:
    stage = running()
    for name in ("Anna", "Maija"):
        assert stage.happens(e.Noted(pid(name), step, group, cell, "n1", "x")).code is Code.UNKNOWN


def test_a_note_for_a_step_that_has_not_begun_is_refused() -> None:
    stage = running("muutoskeskustelu")
    assert stage.happens(e.Noted(pid("Anna"), GRID, "", "jakaminen", "n1", "x")).code is Code.UNKNOWN


def test_two_notes_of_the_same_id_in_any_order_are_one() -> None:
    stage = running()
    first = e.Noted(pid("Anna"), GRID, "g1", "jakaminen", "n1", "yksi")
    stage.happens(first)
    stage.happens(e.NoteChanged(pid("Anna"), "n1", "kaksi"))
    assert stage.happens(first).code is Code.ALREADY_SAVED
    assert stage.texts() == ("kaksi",)


def test_a_change_that_comes_before_its_note_is_unknown_and_one_that_changes_nothing_is_saved() -> None:
    stage = running()
    change = e.NoteChanged(pid("Anna"), "n1", "yksi")
    assert stage.happens(change).code is Code.UNKNOWN
    stage.happens(e.Noted(pid("Anna"), GRID, "g1", "jakaminen", "n1", "yksi"))
    assert stage.happens(change).code is Code.SAVED
    assert stage.turn.facts == ()


def test_a_note_can_be_changed_after_its_step_and_after_the_end() -> None:
    stage = running()
    stage.happens(e.Noted(pid("Anna"), GRID, "g1", "jakaminen", "n1", "yksi"))
    stage.presses("Maija", "next")
    assert stage.happens(e.NoteChanged(pid("Anna"), "n1", "kaksi")).code is Code.SAVED
    stage.presses("Maija", "end")
    assert stage.happens(e.NoteChanged(pid("Anna"), "n1", "kolme")).code is Code.SAVED
    assert "kolme" in repr(stage.sees("Maija"))
    assert stage.happens(e.NoteChanged(pid("Anna"), "n1", "")).code is Code.DELETED
    assert "kolme" not in repr((stage.sees("Maija"), stage.channel))


@pytest.mark.parametrize("step", ["", "no-such", "lopetus"])
def test_being_ready_elsewhere_is_answered(step: str) -> None:
    stage = running()
    assert stage.happens(e.Readied(pid("Anna"), step)).code is Code.UNKNOWN
    assert stage.happens(e.Readied(pid("Anna"), "toimintatavat")).code is Code.TOO_LATE


def test_a_ready_button_in_the_lobby_is_no_mistake() -> None:
    stage = Stage()
    stage.joins("Anna")
    for event in (e.Readied(pid("Anna"), ""), e.Arrived(pid("Anna"), ""), e.Said(pid("Anna"), "", 0, "x")):
        assert stage.happens(event).code is Code.UNKNOWN


def test_turns_and_picks_of_other_kinds_of_step_are_refused() -> None:
    stage = running()
    assert stage.happens(e.Said(pid("Anna"), GRID, 0, "x")).code is Code.NOT_YOUR_TURN
    assert stage.happens(e.Picked(pid("Anna"), GRID, "g1", ())).code is Code.UNKNOWN
    assert stage.happens(e.RecorderTaken(pid("Anna"), "toimintatavat", "g1")).code is Code.TOO_LATE


def test_a_stranger_does_nothing() -> None:
    stage = running()
    for event in (
        e.Noted(pid("Tuomas"), GRID, "g1", "jakaminen", "n1", "x"),
        e.Readied(pid("Tuomas"), GRID),
        e.RecorderTaken(pid("Tuomas"), GRID, "g1"),
        e.Rated(pid("Tuomas"), 5, ""),
    ):
        assert stage.happens(event).code is Code.NOT_IN
