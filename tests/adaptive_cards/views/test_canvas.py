"""How much of a canvas is shown."""

from __future__ import annotations

from adaptive_cards.card import Cell
from adaptive_cards.views.canvas import LONGEST_NOTE, MOST_NOTES, canvas, cell_count, note_count, whole_canvas
from dialogs.messages import CanvasView, CellView
from tests.adaptive_cards.views.small import words


def view(*notes: str) -> CanvasView:
    return CanvasView("juttu", (), ((CellView("asia", notes),),))


def only(found: CanvasView) -> Cell:
    return canvas(found, words()).columns[0].cells[0]


def test_the_newest_notes_stay_and_the_others_are_counted() -> None:
    notes = tuple(f"lappu {number}" for number in range(MOST_NOTES + 4))
    assert only(view(*notes)) == Cell("Muutokset", "", notes[-MOST_NOTES:], "ja 4 muuta")


def test_one_more_is_said_in_the_singular() -> None:
    assert only(view(*("lappu",) * (MOST_NOTES + 1))).more == "ja 1 muu"


def test_a_long_note_is_cut_on_the_living_card_and_whole_in_the_summary() -> None:
    long = "sana " * 60
    assert len(only(view(long)).notes[0]) <= LONGEST_NOTE
    assert whole_canvas(view(long), words()).columns[0].cells[0].notes == (long,)


def test_the_question_stands_only_in_an_empty_cell() -> None:
    assert (only(view()).prompt, only(view("x")).prompt) == ("Mitä huomaat?", "")


def test_a_column_without_a_title_of_its_own_has_none() -> None:
    assert canvas(view(), words()).columns[0].title == ""


def test_counting() -> None:
    assert (cell_count(view("a", "b")), note_count(view("a", "b"))) == (1, 2)
