"""What stands where, for whom: old boards, boards of others, boards of what is no more."""

from __future__ import annotations

import pytest

from dialogs import messages as m
from dialogs.boards import CHANNEL, Board, Room, direct
from dialogs.compose import BOARDS, compose
from tests.support.stage import Stage
from tests.support.stage_watch import pid

GRID = "voimavararuudukko"


def seen(stage: Stage, board: Board, room: Room = CHANNEL) -> m.Message | None:
    return compose(stage.session, board, room, stage.clock)


def lived() -> Stage:
    stage = Stage()
    stage.begins("Anna", "Ville", step=GRID)
    stage.writes("Anna", "Kuuntelen")
    stage.presses("Maija", "next")
    stage.sends("Anna", "pick", notes=(stage.note("Kuuntelen"),))
    stage.goes_to("lopetus")
    stage.sends("Anna", "feedback", score="4", line="Anna kiittää")
    return stage


@pytest.mark.parametrize(
    "board",
    [
        Board("step", ("no-such", "1")),
        Board("canvas", (GRID, "7", "g9")),
        Board("canvas", ("no-such", "7", "g1")),
        Board("guide", (GRID, "7", "g9")),
        Board("picks", ("nostot", "8", "g9")),
        Board("turn", ("joo-ja", "6", "g9", "0")),
        Board("warned", ("99", "two", "1")),
        Board("twoleft", ("99", "1")),
        Board("nudge", ("no-such", "1")),
        Board("sheet", ("no-such", "g1")),
        Board("welcome"),
        Board("summary"),
    ],
)
def test_there_is_nothing_on_a_board_of_what_is_not_there(board: Board) -> None:
    stage = lived()
    assert seen(stage, board, direct(pid("Tuomas"))) is None


def test_summary_and_sheets_are_for_facilitators() -> None:
    stage = lived()
    for board in (Board("summary"), Board("sheet", (GRID, "g1"))):
        assert seen(stage, board, direct(pid("Anna"))) is None
        assert seen(stage, board, CHANNEL) is None
        assert seen(stage, board, direct(pid("Maija"))) is not None


def test_who_handed_the_lead_over_no_longer_sees_how_it_went() -> None:
    stage = lived()
    before = seen(stage, Board("summary"), direct(pid("Maija")))
    assert isinstance(before, m.Summary)
    assert (before.lines, before.live) == (("Anna kiittää",), False)
    stage.sends("Maija", "lead", person=pid("Ville"), how="hand_over")
    after = seen(stage, Board("summary"), direct(pid("Maija")))
    assert isinstance(after, m.Summary)
    assert (after.lines, after.scores, after.notes) == ((), (), 1)


def test_cards_of_an_earlier_visit_have_no_buttons() -> None:
    stage = lived()
    stage.presses("Maija", "back")
    stage.presses("Maija", "back")
    stage.presses("Maija", "back")
    assert stage.session.current == GRID
    earlier = Board("canvas", (GRID, "7", "g1"))
    now = Board("canvas", (GRID, str(stage.session.visit), "g1"))
    assert [getattr(seen(stage, board), "live", None) for board in (earlier, now)] == [False, True]


def test_a_panel_of_an_earlier_visit_or_of_somebody_who_does_not_lead_has_no_buttons() -> None:
    stage = lived()
    newest = Board("cockpit", (str(stage.session.visit),))
    for board, name, live in (
        (newest, "Maija", True),
        (Board("cockpit", ("1",)), "Maija", False),
        (newest, "Anna", False),
    ):
        assert getattr(seen(stage, board, direct(pid(name))), "live", None) is live


OF_OTHER_KINDS = ("station", "result")
"""Boards of kinds of step that workshop 1 does not have."""


def test_every_board_that_a_whole_workshop_shows_has_been_seen_here() -> None:
    stage = Stage()
    stage.joins("Anna", "Ville", "Liisa")
    stage.begins(step=GRID)
    stage.writes("Anna", "Kuuntelen")
    stage.presses("Maija", "remind")
    stage.waits(46)
    stage.presses("Maija", "next")
    stage.goes_to("lopetus")
    stage.presses("Maija", "next")
    assert {board.name for _, board in stage.shown} == set(BOARDS) - {"together", "station", "result"}
    gone = [board.name for room, board in stage.standing if seen(stage, board, room) is None]
    assert set(gone) <= {"twoleft", "warned"}
