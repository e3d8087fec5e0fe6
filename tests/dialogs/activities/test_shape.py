from __future__ import annotations

import pytest

from dialogs import messages as m
from dialogs.receipts import Code
from tests.support.stage import Stage

SHAPES = {"voimavarakukka": "flower", "voimavarapuu": "tree", "lotus-blossom": "lotus"}


def picked() -> Stage:
    """Two notes were brought up, and the next step is the picture."""
    stage = Stage()
    stage.begins("Anna", "Ville", step="voimavararuudukko")
    stage.writes("Anna", "Kuuntelen", cell="onnistuminen")
    stage.writes("Ville", "Jaamme", cell="jakaminen")
    stage.presses("Maija", "next")
    stage.sends("Anna", "pick", notes=(stage.note("Kuuntelen"), stage.note("Jaamme")))
    return stage


def test_the_picture_is_drawn_from_what_was_brought_up() -> None:
    stage = picked()
    stage.presses("Maija", "next")
    picture = stage.card("", m.Shape).picture
    assert picture is not None
    assert [(one.cell, one.text, one.group) for one in picture.items] == [
        ("onnistuminen", "Kuuntelen", 1),
        ("jakaminen", "Jaamme", 1),
    ]
    assert (picture.shape, picture.notes_of) == ("flower", "voimavararuudukko")
    assert picture.columns[0] == "oma-osaaminen"


@pytest.mark.parametrize("shape", ["voimavarapuu", "lotus-blossom"])
def test_another_shape_can_be_chosen_before_it_is_drawn(shape: str) -> None:
    stage = picked()
    assert stage.presses("Maija", "shape", shape).code is Code.DONE
    assert stage.session.current == "nostot"
    stage.presses("Maija", "next")
    assert stage.session.current == shape
    picture = stage.card("", m.Shape).picture
    assert picture is not None
    assert picture.shape == SHAPES[shape]


def test_another_shape_is_drawn_at_once_when_one_stands_there() -> None:
    stage = picked()
    stage.presses("Maija", "next")
    assert set(stage.card("Maija", m.Cockpit).shapes) == {"voimavarapuu", "lotus-blossom"}
    stage.presses("Maija", "shape", "voimavarapuu")
    assert stage.session.current == "voimavarapuu"
    assert [item.step for item in stage.session.agenda if item.on and item.step in SHAPES] == ["voimavarapuu"]
    stage.presses("Maija", "shape", "voimavarapuu")
    assert stage.turn.facts == ()


def test_another_shape_chosen_afterwards_is_the_one_in_the_summary() -> None:
    stage = picked()
    stage.goes_to("lopetus")
    stage.presses("Maija", "shape", "lotus-blossom")
    assert stage.session.current == "lopetus"
    stage.presses("Maija", "next")
    picture = stage.card("Maija", m.Summary).picture
    assert picture is not None
    assert picture.shape == "lotus"


def test_what_is_no_alternative_and_who_does_not_lead_changes_nothing() -> None:
    stage = picked()
    for step in ("nostot", "no-such", ""):
        assert stage.presses("Maija", "shape", step).code is Code.UNKNOWN
    assert stage.presses("Anna", "shape", "voimavarapuu").code is Code.FACILITATORS_ONLY


def test_the_agenda_never_has_two_pictures_on_it() -> None:
    stage = picked()
    stage.presses("Maija", "next")
    on = tuple(item.step for item in stage.session.agenda if item.on and item.step not in SHAPES)
    stage.sends("Maija", "agenda", steps=on, **{"choice.kuvio": "voimavarapuu"})
    assert [item.step for item in stage.session.agenda if item.on and item.step in SHAPES] == [
        "voimavarakukka"
    ]
    stage.presses("Maija", "next")
    assert stage.session.current == "lopetus"


def test_going_back_to_change_the_picks_changes_the_picture_that_stands() -> None:
    stage = picked()
    stage.presses("Maija", "next")
    first = stage.card("", m.Shape).picture
    stage.presses("Maija", "back")
    stage.sends("Anna", "pick", notes=(stage.note("Jaamme"),))
    (card,) = (one for one in stage.channel if isinstance(one, m.Shape))
    assert card.picture is not None
    assert [one.text for one in card.picture.items] == ["Jaamme"]
    assert first is not None
    assert card.picture.ref != first.ref


def test_nothing_picked_means_no_picture_and_no_mistake() -> None:
    stage = Stage()
    stage.begins("Anna", step="voimavarakukka")
    assert stage.card("", m.Shape) == m.Shape("voimavarakukka", None, (), "voimavararuudukko")
