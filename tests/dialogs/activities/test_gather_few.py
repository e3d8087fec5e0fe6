"""Canvases of a pair, of one person and of everybody: who sees what, and when."""

from __future__ import annotations

from itertools import chain

from dialogs import messages as m
from dialogs import presses
from dialogs.boards import CHANNEL, Board, direct
from dialogs.compose import compose
from dialogs.reactions import summary_boards
from dialogs.receipts import Code
from tests.support.editions import edition_of
from tests.support.stage import Stage
from tests.support.stage_watch import pid

CANVAS = {"cells": [["eka", "toka"]]}
NAMES = ("Anna", "Ville", "Sari", "Omar")


def gathering(names: tuple[str, ...] = NAMES, **properties: object) -> Stage:
    step = {"id": "pohja", "kind": "gather", "canvas": CANVAS, **properties}
    stage = Stage(edition=edition_of(step, {"id": "tauko", "kind": "brief"}))
    stage.begins(*names)
    return stage


def sheet(stage: Stage, name: str) -> m.GroupCanvas:
    return stage.card(name, m.GroupCanvas)


def notes(canvas: m.CanvasView) -> tuple[str, ...]:
    return tuple(chain.from_iterable(cell.notes for column in canvas.cells for cell in column))


def seen_by(stage: Stage, *names: str) -> str:
    """All that stands in the channel and in the direct messages of these people."""
    return repr((stage.channel, *(stage.sees(name) for name in names)))


# --- pairs ----------------------------------------------------------------------------------------


def test_a_pair_has_a_canvas_in_both_direct_messages_and_nobody_else_sees_it() -> None:
    stage = gathering(who="pairs")
    one, other = stage.groups()[0]
    outsiders = stage.groups()[1]
    assert stage.writes(one, "Meidän kesken", cell="eka").code is Code.SAVED
    for name in (one, other):
        assert sheet(stage, name).audience is m.Audience.GROUP
        assert notes(sheet(stage, name).canvas) == ("Meidän kesken",)
    assert "Meidän kesken" not in seen_by(stage, *outsiders, "Maija")
    assert stage.card("", m.GatherBoard).notes == 1
    assert stage.sends(outsiders[0], "note", "pohja", "g1", cell="eka", text="Kuokin").code is Code.NOT_YOURS
    assert stage.sends("Maija", "note", "pohja", "g1", cell="eka", text="Kuokin").code is not Code.SAVED


def test_an_odd_number_makes_a_trio_and_a_late_comer_finds_a_pair() -> None:
    stage = gathering(NAMES[:3], who="pairs")
    assert [len(group) for group in stage.groups()] == [3]
    stage.joins("Omar")
    assert "Omar" in sheet(stage, "Omar").names


def test_new_pairs_begin_on_clean_canvases() -> None:
    stage = gathering(who="pairs")
    stage.writes(stage.groups()[0][0], "Vanhan parin lappu", cell="eka")
    stage.regroups_until(lambda: True)
    for name in NAMES:
        newest = sheet(stage, name)
        assert newest.live
        assert notes(newest.canvas) == ()
        earlier = next(one for one in stage.sees(name) if isinstance(one, m.GroupCanvas))
        assert (earlier.live, notes(earlier.canvas), earlier.names) == (False, (), ())
    assert stage.texts("pohja") == ("Vanhan parin lappu",)


def test_the_summary_has_the_pairs_notes_without_names_once_it_is_over() -> None:
    stage = gathering(who="pairs")
    stage.writes(stage.groups()[0][0], "Meidän kesken", cell="eka")
    assert summary_boards(stage.session) == (Board("summary"),)
    stage.presses("Maija", "end")
    found = stage.card("Maija", m.SummaryCanvas)
    assert (found.names, notes(found.canvas)) == ((), ("Meidän kesken",))


# --- alone ----------------------------------------------------------------------------------------


def test_what_one_writes_alone_is_seen_by_others_only_afterwards_and_in_no_order() -> None:
    stage = gathering(who="alone")
    for name in NAMES:
        stage.writes(name, f"{name} ajattelee", cell="eka")
    assert notes(sheet(stage, "Anna").canvas) == ("Anna ajattelee",)
    assert sheet(stage, "Anna").audience is m.Audience.SELF_NOW
    assert "Anna ajattelee" not in seen_by(stage, "Ville", "Maija")
    assert stage.card("Maija", m.Cockpit).groups == ()
    stage.presses("Maija", "end")
    found = stage.card("Maija", m.SummaryCanvas)
    assert (found.names, found.group) == ((), 0)
    ids = {note.text: note.id for note in stage.session.notes.values()}
    assert list(notes(found.canvas)) == sorted(ids, key=ids.__getitem__)


def test_what_is_private_is_never_seen_by_anybody_else() -> None:
    stage = gathering(who="alone", private=True)
    stage.writes("Anna", "Vain minulle", cell="eka")
    everyone_else = (*NAMES[1:], "Maija")
    assert sheet(stage, "Anna").audience is m.Audience.SELF
    stage.presses("Maija", "next")
    assert "Vain minulle" not in seen_by(stage, *everyone_else)
    stage.presses("Maija", "back")
    stage.presses("Maija", "end")
    assert "Vain minulle" not in seen_by(stage, *everyone_else)
    assert "Vain minulle" in seen_by(stage, "Anna")
    boards = (Board("sheet", ("pohja", "all")), Board("sheet", ("pohja", "g1")), Board("result", ("pohja",)))
    for board in boards:
        assert compose(stage.session, board, direct(pid("Maija")), stage.clock) is None
    for group in ("g1", "g2", "g3", "g4"):
        board = Board("canvas", ("pohja", "1", group))
        assert compose(stage.session, board, CHANNEL, stage.clock) is None
        found = [
            name
            for name in everyone_else
            if "Vain minulle" in repr(compose(stage.session, board, direct(pid(name)), stage.clock))
        ]
        assert found == []


def test_a_private_sheet_gives_nothing_away_by_its_examples_or_its_line_in_the_cockpit() -> None:
    stage = gathering(who="alone", private=True)
    stage.writes("Anna", "Vain minulle", cell="eka")
    group = stage.group("Anna").id
    own = presses.answer(stage.session, "examples", ("pohja", group), pid("Anna"), stage.clock)
    forged = presses.answer(stage.session, "examples", ("pohja", group), pid("Ville"), stage.clock)
    assert (own, forged) == (m.StepInfo("pohja", ("toka",)), m.StepInfo("pohja", ("eka", "toka")))
    assert stage.card("Maija", m.Cockpit).groups == ()


def test_a_sheet_waits_for_its_writer() -> None:
    stage = gathering(who="alone", private=True)
    stage.writes("Anna", "Vain minulle", cell="eka")
    stage.presses("Anna", "leave")
    assert not sheet(stage, "Anna").live
    assert notes(sheet(stage, "Anna").canvas) == ("Vain minulle",)
    stage.joins("Anna")
    assert sheet(stage, "Anna").live
    assert notes(sheet(stage, "Anna").canvas) == ("Vain minulle",)
    stage.joins("Tuuli")
    assert notes(sheet(stage, "Tuuli").canvas) == ()


def test_nobody_can_be_grouped_anew_alone() -> None:
    stage = gathering(who="alone")
    assert not stage.card("Maija", m.Cockpit).can_regroup
    before = stage.groups()
    stage.presses("Maija", "regroup")
    assert stage.groups() == before


# --- everybody ------------------------------------------------------------------------------------


def test_everybodys_notes_are_hidden_until_the_step_is_over() -> None:
    stage = gathering(who="everybody", reveal="end")
    stage.writes("Anna", "Piilossa", cell="eka")
    stage.writes("Ville", "Tämäkin", cell="eka")
    card = stage.card("", m.Discuss)
    assert (notes(card.canvas), card.hidden, card.audience) == ((), 2, m.Audience.HIDDEN)
    assert "Piilossa" not in seen_by(stage, *NAMES, "Maija")
    assert summary_boards(stage.session) == (Board("summary"),)
    mine = stage.opens("Anna", "mine")
    assert isinstance(mine, m.MineForm)
    assert [text for _, text in mine.notes] == ["Piilossa"]
    stage.presses("Maija", "next")
    card = next(one for one in stage.channel if isinstance(one, m.Discuss))
    assert (sorted(notes(card.canvas)), card.hidden) == (["Piilossa", "Tämäkin"], 0)
    stage.presses("Maija", "back")
    assert stage.card("", m.Discuss).hidden == 2


def test_everybodys_notes_are_seen_at_once_when_nothing_else_is_said() -> None:
    stage = gathering(who="everybody")
    stage.writes("Anna", "Näkyy", cell="toka")
    assert notes(stage.card("", m.Discuss).canvas) == ("Näkyy",)


# --- the same groups again ------------------------------------------------------------------------


def test_groups_go_on_together_and_those_who_came_meanwhile_find_one() -> None:
    first = {"id": "eka-pohja", "kind": "gather", "canvas": CANVAS}
    second = {"id": "toka-pohja", "kind": "gather", "canvas": CANVAS, "same_groups_as": "eka-pohja"}
    stage = Stage(edition=edition_of(first, second))
    stage.begins(*NAMES, "Liisa", "Jukka")
    before = {frozenset(group) for group in stage.groups()}
    stage.presses("Maija", "next")
    assert {frozenset(group) for group in stage.groups()} == before
    stage.presses("Maija", "back")
    stage.presses("Anna", "leave")
    stage.joins("Tuuli")
    stage.presses("Maija", "next")
    members = set(chain.from_iterable(stage.groups()))
    assert members == {*NAMES, "Liisa", "Jukka", "Tuuli"} - {"Anna"}
