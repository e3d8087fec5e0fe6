"""Nostot: each group chooses what it brings up."""

from __future__ import annotations

import pytest

from dialogs import messages as m
from dialogs.receipts import Code
from tests.support.stage import Stage

GRID = "voimavararuudukko"


def picking(*names: str, notes: int = 4) -> Stage:
    """Each has written so many notes."""
    stage = Stage()
    stage.begins(*(names or ("Anna", "Ville", "Liisa")), step=GRID)
    for name in names or ("Anna",):
        for index in range(notes):
            stage.writes(name, f"{name} {index}", cell=stage.cell(index))
    stage.presses("Maija", "next")
    return stage


def picks(stage: Stage, group: str = "g1") -> tuple[str, ...]:
    found = [one for one in stage.channel if isinstance(one, m.GroupPicks) and one.group_id == group]
    return tuple(pick.text for pick in found[-1].picks)


def test_a_group_picks_from_its_own_notes_up_to_three() -> None:
    stage = picking()
    form = stage.opens("Ville", "pick")
    assert isinstance(form, m.PickForm)
    assert (form.budget, form.chosen) == (3, ())
    ids = tuple(one for one, *_ in form.notes)
    assert [text for *_, text in form.notes] == ["Anna 0", "Anna 1", "Anna 2", "Anna 3"]
    assert stage.sends("Ville", "pick", notes=ids[:3]).code is Code.SAVED
    assert picks(stage) == ("Anna 0", "Anna 1", "Anna 2")
    assert stage.card("", m.PickBoard).groups_done == 1


def test_more_than_the_budget_is_asked_again_and_refused_when_forced() -> None:
    stage = picking()
    ids = tuple(stage.note(f"Anna {index}") for index in range(4))
    stage.sends("Anna", "pick", notes=ids)
    assert stage.errors == {"notes": "too_many"}
    assert picks(stage) == ()


def test_another_in_the_group_changes_the_picks_and_the_same_picks_change_nothing() -> None:
    stage = picking()
    stage.sends("Anna", "pick", notes=(stage.note("Anna 0"),))
    stage.sends("Ville", "pick", notes=(stage.note("Anna 1"), stage.note("Anna 1")))
    assert picks(stage) == ("Anna 1",)
    before = len(stage.facts)
    assert stage.sends("Liisa", "pick", notes=(stage.note("Anna 1"),)).code is Code.SAVED
    assert len(stage.facts) == before
    stage.sends("Liisa", "pick", notes=())
    assert picks(stage) == ()
    assert stage.card("", m.PickBoard).groups_done == 0


def test_nobody_picks_for_another_group_nor_from_its_notes_but_the_facilitator_may() -> None:
    stage = picking("Anna", "Ville", "Liisa", "Pekka", "Oona", "Sami", "Helmi")
    own = stage.group("Anna").id
    other = next(group.id for group in stage.run.in_order() if group.id != own)
    theirs = next(note.id for note in stage.session.notes.values() if note.group == other)
    assert stage.sends("Anna", "pick", "nostot", other, notes=(theirs,)).code is Code.NOT_YOURS
    assert stage.submits("Anna", "pick", "nostot", own, notes=(theirs,)).code is Code.UNKNOWN
    assert stage.submits("Anna", "pick", "nostot", own, notes=("no-such",)).code is Code.UNKNOWN
    assert stage.sends("Maija", "pick", "nostot", other, notes=(theirs,)).code is Code.SAVED
    assert picks(stage, own) == ()


@pytest.mark.parametrize("group", ["all", "g7", ""])
def test_there_are_no_picks_beside_the_groups(group: str) -> None:
    stage = picking()
    assert stage.sends("Maija", "pick", "nostot", group, notes=()).code is Code.UNKNOWN


@pytest.mark.parametrize("step", [GRID, "lopetus", "toimintatavat", "no-such", ""])
def test_other_steps_are_not_for_picking(step: str) -> None:
    stage = picking()
    stage.presses("Maija", "back")
    assert stage.submits("Anna", "pick", step, "g1", notes=()).code is Code.UNKNOWN
    assert stage.opens("Anna", "pick", GRID, "g1") == stage.sends("Anna", "pick", GRID, "g1")
    assert stage.receipt.code is Code.UNKNOWN


def test_a_picked_note_that_is_taken_away_falls_out_of_picks_forms_and_counts() -> None:
    stage = picking()
    ids = (stage.note("Anna 0"), stage.note("Anna 1"))
    stage.sends("Anna", "pick", notes=ids)
    stage.submits("Anna", "edit", ids[0], delete=("yes",))
    assert picks(stage) == ("Anna 1",)
    form = stage.opens("Anna", "pick")
    assert isinstance(form, m.PickForm)
    assert form.chosen == ids[1:]
    stage.submits("Anna", "edit", ids[1], delete=("yes",))
    assert picks(stage) == ()
    assert stage.card("", m.PickBoard).groups_done == 0
    assert stage.card("Maija", m.Cockpit).groups[0].picks == 0
    assert "Anna" in stage.card("Maija", m.Cockpit).waiting


def test_what_was_taken_away_while_the_form_was_open_falls_out_and_the_rest_counts() -> None:
    stage = picking()
    ids = (stage.note("Anna 0"), stage.note("Anna 1"))
    stage.submits("Anna", "edit", ids[0], delete=("yes",))
    assert stage.submits("Ville", "pick", "nostot", "g1", notes=ids).code is Code.SAVED
    assert picks(stage) == ("Anna 1",)


def test_a_rewritten_note_is_new_on_every_card_that_shows_it() -> None:
    stage = picking()
    stage.sends("Anna", "pick", notes=(stage.note("Anna 0"),))
    stage.presses("Maija", "next")
    stage.submits("Anna", "edit", stage.note("Anna 0"), text="Uusi")
    assert picks(stage) == ("Uusi",)
    assert [one.text for one in stage.card("", m.Shape).picks] == ["Uusi"]
    assert "Anna 0" not in repr(stage.channel)
    stage.submits("Anna", "edit", stage.note("Uusi"), delete=("yes",))
    assert "Uusi" not in repr(stage.channel)
    assert stage.card("", m.Shape).picture is None


def test_without_notes_there_is_nothing_to_pick_and_it_says_so() -> None:
    stage = picking(notes=0)
    assert stage.sends("Anna", "pick").code is Code.NOTHING_THERE


def test_a_late_note_can_be_picked_and_the_card_says_so_at_once() -> None:
    stage = picking(notes=0)
    assert stage.card("", m.GroupPicks).notes == 0
    stage.submits("Anna", "note", GRID, "g1", cell="jakaminen", text="Myöhässä")
    assert stage.card("", m.GroupPicks).notes == 1
    assert stage.sends("Ville", "pick", notes=(stage.note("Myöhässä"),)).code is Code.SAVED
    stage.submits("Anna", "edit", stage.note("Myöhässä"), delete=("yes",))
    assert (stage.card("", m.GroupPicks).notes, picks(stage)) == (0, ())


def test_when_the_canvas_was_never_filled_everybody_is_in_one_group_with_nothing_to_pick() -> None:
    stage = Stage()
    stage.joins("Anna", "Ville", "Liisa")
    on = tuple(item.step for item in stage.session.agenda if item.on and item.step != GRID)
    stage.sends("Maija", "agenda", steps=on)
    stage.begins(step="nostot")
    assert [sorted(names) for names in stage.groups()] == [["Anna", "Liisa", "Ville"]]
    assert stage.sends("Anna", "pick").code is Code.NOTHING_THERE
    stage.presses("Maija", "next")
    assert stage.card("", m.Shape).picture is None


def test_groups_that_changed_on_the_canvas_change_here_too_and_picks_stay() -> None:
    stage = picking("Anna", "Ville", "Liisa", "Pekka", "Oona", "Sami", "Helmi", "Tuomas")
    first = stage.group("Anna").id
    stage.sends("Anna", "pick", notes=(stage.note("Anna 0"),))
    stage.presses("Maija", "back")
    stage.regroups_until(lambda: stage.group("Anna").id != first)
    groups = stage.groups()
    stage.presses("Maija", "next")
    assert [set(names) for names in stage.groups()] == [set(names) for names in groups]
    assert picks(stage, first) == ("Anna 0",)


def test_the_recorder_of_the_canvas_is_the_recorder_of_the_picks() -> None:
    stage = Stage()
    stage.begins("Anna", "Ville", "Liisa", step=GRID)
    stage.presses("Liisa", "recorder")
    stage.presses("Maija", "next")
    assert stage.session.name(stage.group("Liisa").recorder) == "Liisa"


def test_a_late_joiner_picks_with_the_smallest_group_and_who_leaves_does_not() -> None:
    stage = picking()
    stage.joins("Oona")
    assert "Oona" in stage.groups()[0]
    assert stage.sends("Oona", "pick", notes=(stage.note("Anna 2"),)).code is Code.SAVED
    stage.presses("Oona", "leave")
    assert stage.sends("Oona", "pick", "nostot", "g1").code is Code.NOT_IN
    assert picks(stage) == ("Anna 2",)


def test_after_the_step_picks_stand() -> None:
    stage = picking()
    stage.sends("Anna", "pick", notes=(stage.note("Anna 0"),))
    stage.presses("Maija", "next")
    assert stage.sends("Anna", "pick", "nostot", "g1").code is Code.TOO_LATE
    assert stage.submits("Anna", "pick", "nostot", "g1", notes=()).code is Code.TOO_LATE
    assert picks(stage) == ("Anna 0",)
