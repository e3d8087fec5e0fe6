from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.boards import CHANNEL, Board, Room, direct, thread
from tests.support.stage import Stage
from tests.support.stage_watch import pid

PERSONS = ("slack:T1:U1", "teams:0f-1a:29:abc/def+=", "browser::anna=b/c", "x")


@pytest.mark.parametrize("person", PERSONS)
def test_rooms_of_people_with_odd_ids_come_back_as_they_were(person: str) -> None:
    assert Room.parse(str(direct(person))) == direct(person)


@given(st.text(min_size=1))
def test_any_id_comes_back(person: str) -> None:
    assert Room.parse(str(direct(person))) == direct(person)


def test_the_channel_and_threads_come_back() -> None:
    root = Board("canvas", ("voimavararuudukko", "7", "g2"))
    assert Board.parse(str(root)) == root
    assert Board.parse("lobby") == Board("lobby")
    for room in (CHANNEL, thread(root)):
        assert Room.parse(str(room)) == room


def test_no_board_and_no_timer_is_named_after_a_person() -> None:
    stage = Stage()
    stage.begins("Anna", "Ville", "Liisa", "Pekka", step="joo-ja")
    stage.presses("Maija", "remind")
    stage.waits(3)
    stage.presses("Anna", "arrive")
    stage.goes_to("lopetus")
    stage.presses("Maija", "next")
    names = [*stage.timers, *(str(board) for _, board in stage.shown)]
    assert not [one for one in names if pid("Anna") in one or "29:" in one]
    assert all(Board.parse(str(board)) == board for _, board in stage.shown)
