"""Forms as the desk uses them; what they mean step by step is in `activities/` and `decisions/`."""

from __future__ import annotations

import pytest

from dialogs import events as e
from dialogs import messages as m
from dialogs.forms import after, read
from dialogs.receipts import Code, Receipt
from tests.support.stage import Stage
from tests.support.stage_watch import pid

GRID = "voimavararuudukko"


def running(step: str = GRID) -> Stage:
    stage = Stage()
    stage.begins("Anna", "Ville", step=step)
    return stage


def test_after_a_note_comes_another_note_in_the_same_cell_while_the_step_goes_on() -> None:
    stage = running()
    event = e.Noted(pid("Anna"), GRID, "g1", "jakaminen", "n1", "Jaamme")
    stage.happens(event)
    form = after(stage.session, event, pid("Anna"), stage.clock)
    assert isinstance(form, m.NoteForm)
    assert (form.chosen, form.just_saved, form.group) == ("jakaminen", True, "g1")
    stage.presses("Maija", "next")
    assert after(stage.session, event, pid("Anna"), stage.clock) is None
    assert after(stage.session, e.Rated(pid("Anna"), 5, ""), pid("Anna"), stage.clock) is None


def test_where_there_is_one_cell_nobody_chooses_it() -> None:
    stage = running("tulevaisuustaidot")
    stage.sends("Anna", "note", text="Tiedon haku")
    assert stage.texts() == ("Tiedon haku",)


def test_of_own_notes_one_is_chosen_and_opens() -> None:
    stage = running()
    stage.writes("Anna", "Kuuntelen")
    stage.writes("Ville", "Selitän")

    def chosen(note: str) -> object:
        return read(stage.session, "mine", (GRID,), pid("Anna"), {"note": note}, "nonce", stage.clock)

    own, others = stage.note("Kuuntelen"), stage.note("Selitän")
    assert chosen(own) == m.EditForm("s1", GRID, own, "Kuuntelen", "onnistuminen")
    assert chosen(others) == Receipt(Code.NOT_YOURS)
    assert chosen("no-such") == chosen("") == {"note": "choose"}


def test_an_emptied_text_is_asked_again_unless_the_note_is_to_go() -> None:
    stage = running()
    stage.writes("Anna", "Kuuntelen")
    note = stage.note("Kuuntelen")
    stage.sends("Anna", "edit", note, text="  ")
    assert stage.errors == {"text": "empty"}
    stage.sends("Anna", "edit", note, text="", delete=("yes",))
    assert stage.texts() == ()


def test_only_the_last_hundred_notes_can_be_offered() -> None:
    stage = running()
    stage.thorough = False
    for index in range(105):
        stage.writes("Anna", f"lappu {index}")
    form = stage.opens("Anna", "mine")
    assert isinstance(form, m.MineForm)
    assert len(form.notes) == 100
    stage.presses("Maija", "next")
    pick = stage.opens("Anna", "pick")
    assert isinstance(pick, m.PickForm)
    assert len(pick.notes) == 100


@pytest.mark.parametrize("args", [(), (GRID,), (GRID, "g1", "x", "y")])
def test_a_verb_with_other_arguments_is_unknown(args: tuple[str, ...]) -> None:
    stage = running()
    assert read(stage.session, "note", args, pid("Anna"), {}, "n", stage.clock) == Receipt(Code.UNKNOWN)
    assert read(stage.session, "no-such", (), pid("Anna"), {}, "n", stage.clock) == Receipt(Code.UNKNOWN)


def test_a_field_that_is_one_may_come_as_several_and_the_other_way_round() -> None:
    stage = running()
    stage.sends("Anna", "note", cell=("jakaminen", "oppiminen"), text=("Jaamme",))
    assert stage.texts() == ("Jaamme",)
    stage.presses("Maija", "next")
    assert stage.sends("Anna", "pick", notes=stage.note("Jaamme")).code is Code.SAVED
    stage.sends("Anna", "pick", notes="")
    assert stage.run.picks["g1"] == ()
