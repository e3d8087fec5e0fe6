"""Janat: now and the wish on each axis; nobody sees the spread before it is over."""

from __future__ import annotations

import pytest

from dialogs import messages as m
from dialogs.boards import Board
from dialogs.reactions import summary_boards
from dialogs.receipts import Code
from tests.support.editions import edition_of
from tests.support.stage import Stage

EDITION = edition_of(
    {"id": "janat", "kind": "scale", "axes": ["keskitetty", "yhteinen"]},
    {"id": "kuva", "kind": "shape", "notes_of": "janat", "shape": "axes"},
)


def placing(*names: str) -> Stage:
    stage = Stage(edition=EDITION)
    stage.begins(*(names or ("Anna", "Ville")))
    return stage


def places(stage: Stage, name: str, side: str, *chosen: int) -> Code:
    values = {"axis.keskitetty": str(chosen[0]), "axis.yhteinen": str(chosen[1])}
    return stage.sends(name, "place", "janat", side, **values).code


def everybody(stage: Stage) -> None:
    places(stage, "Anna", "now", 2, 3)
    places(stage, "Anna", "wished", 6, 7)
    places(stage, "Ville", "now", 2, 4)


def test_the_spread_is_hidden_until_it_is_over() -> None:
    stage = placing()
    everybody(stage)
    board = stage.card("", m.ScaleBoard)
    assert (board.axes, board.picture, board.answered, board.here) == ((), None, 1, 2)
    stage.presses("Maija", "next")
    board = next(one for one in stage.channel if isinstance(one, m.ScaleBoard))
    assert board.axes == (
        m.AxisView("keskitetty", (0, 2, 0, 0, 0, 0, 0), (0, 0, 0, 0, 0, 1, 0)),
        m.AxisView("yhteinen", (0, 0, 1, 1, 0, 0, 0), (0, 0, 0, 0, 0, 0, 1)),
    )
    assert board.picture is not None
    assert stage.card("", m.Shape).picture == m.PictureView(
        board.picture.ref, "janat", "axes", (), (), "janat", board.axes
    )


def test_a_summary_asked_for_in_the_middle_keeps_the_spread_hidden() -> None:
    stage = placing()
    everybody(stage)
    assert summary_boards(stage.session) == (Board("summary"),)


def test_going_back_hides_it_again_and_what_was_chosen_stands_in_the_form() -> None:
    stage = placing()
    everybody(stage)
    stage.presses("Maija", "next")
    stage.presses("Maija", "back")
    assert stage.card("", m.ScaleBoard).axes == ()
    form = stage.opens("Anna", "place", "janat", "wished")
    assert isinstance(form, m.PlaceForm)
    assert form.places == (6, 7)
    assert places(stage, "Anna", "wished", 5, 5) is Code.SAVED
    stage.presses("Maija", "next")
    shown = stage.card("", m.Shape).picture
    assert shown is not None
    assert shown.axes[0].wished == (0, 0, 0, 0, 1, 0, 0)


def test_the_same_places_again_change_nothing() -> None:
    stage = placing()
    places(stage, "Anna", "now", 1, 1)
    before = len(stage.facts)
    places(stage, "Anna", "now", 1, 1)
    assert len(stage.facts) == before


@pytest.mark.parametrize("strange", ["0", "8", "", "kolme", "²", "-1", "1.5"])
def test_a_place_is_one_of_seven(strange: str) -> None:
    stage = placing()
    values = {"axis.keskitetty": strange, "axis.yhteinen": "3"}
    stage.submits("Anna", "place", "janat", "now", **values)
    assert stage.errors == {"axis.keskitetty": "choose"}


def test_a_side_is_now_or_wished() -> None:
    assert placing().opens("Anna", "place", "janat", "joskus") == placing().opens(
        "Anna", "place", "janat", ""
    )


def test_who_has_answered_both_is_ready_and_nobody_needs_to() -> None:
    stage = placing()
    everybody(stage)
    cockpit = stage.card("Maija", m.Cockpit)
    assert (cockpit.ready, cockpit.waiting) == (("Anna",), ("Ville",))
    stage.presses("Ville", "ready")
    assert stage.card("Maija", m.Cockpit).waiting == ()


def test_nobody_answers() -> None:
    stage = placing()
    stage.presses("Maija", "next")
    board = next(one for one in stage.channel if isinstance(one, m.ScaleBoard))
    assert board.picture is None
    assert stage.card("", m.Shape).picture is None
