"""Yhteinen SWOT: what each brought up from their own sheet, by count and without names; weak lines turned."""

from __future__ import annotations

from dialogs import messages as m
from dialogs.receipts import Code
from tests.support.editions import edition_of
from tests.support.stage import Stage

SWOT = {"cells": [["vahvuudet", "mahdollisuudet"], ["heikkoudet", "uhat"]]}
EDITION = edition_of(
    {"id": "oma", "kind": "gather", "who": "alone", "private": True, "canvas": SWOT},
    {"id": "nostot", "kind": "pick", "notes_of": "oma", "by": "person", "budget": 2},
    {
        "id": "yhteinen",
        "kind": "merge",
        "picks_of": "nostot",
        "turnings": [
            {"origin": "heikkoudet", "into": "vahvuudet"},
            {"origin": "uhat", "into": "mahdollisuudet"},
        ],
    },
    {"id": "kuva", "kind": "shape", "notes_of": "yhteinen", "shape": "swot"},
)


def merging() -> Stage:
    """Anna and Ville bring up the same weakness, Sari a threat; Anna keeps a strength to herself."""
    stage = Stage(edition=EDITION)
    stage.begins("Anna", "Ville", "Sari")
    for name, cell, text in (
        ("Anna", "heikkoudet", "Kiire"),
        ("Ville", "heikkoudet", "kiire "),
        ("Sari", "uhat", "Järjestelmä vaihtuu"),
        ("Anna", "vahvuudet", "Kirjoitan nopeasti"),
    ):
        stage.writes(name, text, cell=cell)
    stage.goes_to("nostot")
    for name, text in (("Anna", "Kiire"), ("Ville", "kiire"), ("Sari", "Järjestelmä vaihtuu")):
        stage.sends(name, "pick", "nostot", "all", notes=(stage.note(text),))
    stage.goes_to("yhteinen")
    return stage


def cells(stage: Stage) -> dict[str, m.MergeCell]:
    return {one.cell: one for one in stage.card("", m.MergeBoard).cells}


def turns(stage: Stage, name: str, origin: str, text: str) -> Code:
    return stage.sends(name, "turn-over", "yhteinen", origin=stage.note(origin), text=text).code


def test_equal_lines_are_one_with_a_count_and_no_names() -> None:
    stage = merging()
    found = cells(stage)
    assert [(line.text.casefold(), line.count) for line in found["heikkoudet"].lines] == [("kiire", 2)]
    assert found["uhat"].lines == (m.MergeLine("Järjestelmä vaihtuu", 1),)
    assert found["vahvuudet"] == m.MergeCell("vahvuudet", (), ())
    board = repr(stage.card("", m.MergeBoard))
    assert not any(name in board for name in ("Anna", "Ville", "Sari"))


def test_what_was_not_brought_up_is_nowhere() -> None:
    stage = merging()
    stage.presses("Maija", "end")
    assert "Kirjoitan nopeasti" not in repr((stage.channel, stage.sees("Maija"), stage.sees("Ville")))
    assert "Kirjoitan nopeasti" in repr(stage.sees("Anna"))


def test_a_weakness_becomes_a_strength_linked_to_where_it_came_from() -> None:
    stage = merging()
    origin = next(line.text for line in cells(stage)["heikkoudet"].lines)
    assert stage.card("Maija", m.Cockpit).left == 2
    assert turns(stage, "Sari", origin, "Karsimme turhan") is Code.SAVED
    found = cells(stage)
    assert found["heikkoudet"].lines == (m.MergeLine(origin, 2, ("Karsimme turhan",)),)
    assert found["vahvuudet"].arrived == (("Karsimme turhan", origin),)
    assert stage.card("Maija", m.Cockpit).left == 1


def test_the_picture_carries_each_turn_with_its_origin() -> None:
    stage = merging()
    turns(stage, "Sari", "Järjestelmä vaihtuu", "Siivoamme tiedot")
    stage.presses("Maija", "next")
    picture = stage.card("", m.Shape).picture
    assert picture is not None
    (turned,) = (one for one in picture.items if one.origin)
    assert turned == m.PickView("mahdollisuudet", "Siivoamme tiedot", 0, origin="Järjestelmä vaihtuu")
    assert {one.votes for one in picture.items if one.cell == "heikkoudet"} == {2}


def test_only_lines_that_can_be_turned_are_offered() -> None:
    stage = merging()
    form = stage.opens("Anna", "turn-over", "yhteinen")
    assert isinstance(form, m.TurnOverForm)
    assert {(cell, into) for _, cell, into, _ in form.lines} == {
        ("heikkoudet", "vahvuudet"),
        ("uhat", "mahdollisuudet"),
    }
    stage.submits("Anna", "turn-over", "yhteinen", origin="n-none-such", text="")
    assert stage.errors == {"origin": "choose", "text": "empty"}


def test_without_turnings_there_is_nothing_to_turn() -> None:
    plain = edition_of(
        {"id": "a", "kind": "discuss", "canvas": {"cells": [["c"]]}},
        {"id": "b", "kind": "pick", "notes_of": "a", "by": "everybody"},
        {"id": "k", "kind": "merge", "picks_of": "b"},
    )
    stage = Stage(edition=plain)
    stage.begins("Anna", step="k")
    assert not stage.card("", m.MergeBoard).can_turn
    assert stage.opens("Anna", "turn-over", "k") == stage.opens("Maija", "turn-over", "k")


def test_a_line_that_is_taken_back_takes_its_place_away_but_not_what_it_became() -> None:
    stage = merging()
    turns(stage, "Anna", "Järjestelmä vaihtuu", "Siivoamme tiedot")
    stage.submits("Sari", "edit", stage.note("Järjestelmä vaihtuu"), delete=("yes",))
    found = cells(stage)
    assert found["uhat"].lines == ()
    assert found["mahdollisuudet"].arrived == (("Siivoamme tiedot", ""),)


def test_going_back_to_choose_again_shows_nothing_half_chosen() -> None:
    stage = merging()
    stage.presses("Maija", "back")
    stage.sends("Anna", "pick", "nostot", "all", notes=(stage.note("Kirjoitan nopeasti"),))
    assert "Kirjoitan nopeasti" not in repr(stage.channel)
    stage.presses("Maija", "next")
    assert cells(stage)["vahvuudet"].lines == (m.MergeLine("Kirjoitan nopeasti", 1),)


def test_everybody_leaves_and_what_was_brought_up_stays() -> None:
    stage = merging()
    for name in ("Anna", "Ville", "Sari"):
        stage.presses(name, "leave")
    assert cells(stage)["uhat"].lines == (m.MergeLine("Järjestelmä vaihtuu", 1),)
    assert stage.card("", m.MergeBoard).here == 0
