"""Nostot by each person from their own notes, and dots of everybody: hidden until it is over."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs import messages as m
from dialogs.boards import Board, direct
from dialogs.compose import compose
from dialogs.receipts import Code
from tests.support.editions import edition_of
from tests.support.stage import Stage
from tests.support.stage_watch import pid

TALK = {"id": "juttu", "kind": "discuss", "canvas": {"cells": [["eka", "toka"]]}}
DOTS = {"id": "pisteet", "kind": "pick", "notes_of": "juttu", "by": "everybody", "budget": 2, "carry": 2}
FROM_DOTS = {"id": "jatko", "kind": "pick", "notes_of": "pisteet", "by": "everybody", "budget": 1}
OWN = {"id": "omat", "kind": "pick", "notes_of": "juttu", "by": "person", "budget": 2}
NAMES = ("Anna", "Ville", "Sari")


def choosing(*steps: dict[str, object], names: tuple[str, ...] = NAMES) -> Stage:
    stage = Stage(edition=edition_of(TALK, *steps))
    stage.begins(*names)
    for name in names:
        for cell in ("eka", "toka"):
            stage.writes(name, f"{name} {cell}", cell=cell)
    stage.presses("Maija", "next")
    return stage


def votes(stage: Stage, name: str, *texts: str) -> Code:
    notes = tuple(map(stage.note, texts))
    return stage.sends(name, "pick", stage.session.current, "all", notes=notes).code


def board(stage: Stage) -> m.PickBoard:
    return stage.card("", m.PickBoard)


def told(stage: Stage) -> list[tuple[str, int]]:
    return [(one.text, one.votes) for one in board(stage).tally]


def test_dots_are_counted_but_not_shown_until_it_is_over() -> None:
    stage = choosing(DOTS)
    votes(stage, "Anna", "Anna eka", "Sari toka")
    votes(stage, "Ville", "Sari toka")
    assert (board(stage).voters, board(stage).here, board(stage).tally) == (2, 3, ())
    assert stage.card("Maija", m.Cockpit).waiting == ("Sari",)
    stage.presses("Maija", "next")
    assert told(stage) == [("Sari toka", 2), ("Anna eka", 1)]


def test_a_summary_in_the_middle_keeps_them_hidden() -> None:
    stage = choosing(DOTS)
    votes(stage, "Anna", "Anna eka")
    summary = compose(stage.session, Board("summary"), direct(pid("Maija")), stage.clock)
    assert isinstance(summary, m.Summary)
    assert summary.picks == ()


def test_dots_can_be_moved_and_taken_back() -> None:
    stage = choosing(DOTS)
    votes(stage, "Anna", "Anna eka")
    votes(stage, "Anna", "Sari toka")
    form = stage.opens("Anna", "pick", "pisteet", "all")
    assert isinstance(form, m.PickForm)
    assert (form.chosen, form.by) == ((stage.note("Sari toka"),), "everybody")
    votes(stage, "Anna")
    assert board(stage).voters == 0
    stage.presses("Maija", "next")
    assert told(stage) == []


def test_nobody_sees_what_another_has_chosen() -> None:
    stage = choosing(DOTS)
    votes(stage, "Anna", "Anna eka")
    form = stage.opens("Ville", "pick", "pisteet", "all")
    assert isinstance(form, m.PickForm)
    assert form.chosen == ()


def test_no_more_dots_than_there_are() -> None:
    stage = choosing(DOTS)
    stage.sends("Anna", "pick", "pisteet", "all", notes=tuple(stage.session.notes))
    assert stage.errors == {"notes": "too_many"}


def test_only_the_most_wanted_go_on() -> None:
    stage = choosing(DOTS, FROM_DOTS)
    votes(stage, "Anna", "Anna eka", "Sari toka")
    votes(stage, "Ville", "Sari toka", "Ville eka")
    votes(stage, "Sari", "Sari toka", "Ville eka")
    stage.presses("Maija", "next")
    form = stage.opens("Anna", "pick", "jatko", "all")
    assert isinstance(form, m.PickForm)
    assert [text for _, _, text in form.notes] == ["Sari toka", "Ville eka"]


def test_the_dots_of_those_who_left_stay_and_late_comers_have_all_of_theirs() -> None:
    stage = choosing(DOTS)
    votes(stage, "Anna", "Anna eka", "Sari toka")
    stage.presses("Anna", "leave")
    stage.joins("Tuuli")
    assert (board(stage).voters, board(stage).here) == (1, 4)
    assert votes(stage, "Tuuli", "Anna eka", "Ville eka") is Code.SAVED
    assert votes(stage, "Anna", "Ville eka") is Code.NOT_IN
    stage.presses("Maija", "next")
    assert told(stage) == [("Anna eka", 2), ("Ville eka", 1)]


def test_a_note_that_is_taken_away_takes_its_dots_with_it() -> None:
    stage = choosing(DOTS)
    votes(stage, "Ville", "Anna eka", "Sari toka")
    stage.submits("Anna", "edit", stage.note("Anna eka"), delete=("yes",))
    stage.presses("Maija", "next")
    assert told(stage) == [("Sari toka", 1)]


def test_each_person_brings_up_of_their_own_only() -> None:
    stage = choosing(OWN)
    form = stage.opens("Ville", "pick", "omat", "all")
    assert isinstance(form, m.PickForm)
    assert [text for _, _, text in form.notes] == ["Ville eka", "Ville toka"]
    other = stage.submits("Ville", "pick", "omat", "all", notes=(stage.note("Anna eka"),))
    assert other.code is Code.UNKNOWN
    assert votes(stage, "Ville", "Ville toka") is Code.SAVED
    assert votes(stage, "Anna", "Anna eka") is Code.SAVED
    assert board(stage).tally == ()
    stage.presses("Maija", "next")
    # Cell by cell, so that the order says nothing of who chose what.
    assert board(stage).tally == (m.PickView("eka", "Anna eka", 0), m.PickView("toka", "Ville toka", 0))


def test_the_nudge_of_somebody_who_chose_is_over() -> None:
    stage = choosing(DOTS)
    stage.presses("Maija", "remind")
    assert stage.card("Anna", m.Nudge).live
    votes(stage, "Anna", "Anna eka")
    assert not stage.card("Anna", m.Nudge).live
    assert stage.card("Ville", m.Nudge).live


@settings(max_examples=30)
@given(st.lists(st.lists(st.integers(0, 5), max_size=2, unique=True), min_size=3, max_size=3))
def test_the_tally_is_what_was_given(given_: list[list[int]]) -> None:
    stage = choosing({**DOTS, "carry": 0})
    texts = [f"{name} {cell}" for name in NAMES for cell in ("eka", "toka")]
    for name, chosen in zip(NAMES, given_, strict=True):
        votes(stage, name, *(texts[one] for one in chosen))
        assert board(stage).tally == ()
    stage.presses("Maija", "next")
    counted = {text: sum(n in chosen for chosen in given_) for n, text in enumerate(texts)}
    assert dict(told(stage)) == {text: n for text, n in counted.items() if n}
    assert [n for _, n in told(stage)] == sorted((n for n in counted.values() if n), reverse=True)
