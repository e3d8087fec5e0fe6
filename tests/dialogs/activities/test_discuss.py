from __future__ import annotations

from dialogs import messages as m
from dialogs.receipts import Code
from tests.support.stage import Stage


def talk(*names: str) -> Stage:
    stage = Stage()
    stage.begins(*(names or ("Anna", "Ville")), step="muutoskeskustelu")
    return stage


def points(stage: Stage) -> list[str]:
    columns = stage.card("", m.Discuss).canvas.cells
    return [text for column in columns for cell in column for text in cell.notes]


def test_everybody_writes_on_the_same_canvas() -> None:
    stage = talk()
    stage.writes("Anna", "Etätyö yleistyi", cell="muutokset")
    stage.writes("Ville", "Enemmän yhdessä", cell="suunta")
    assert points(stage) == ["Etätyö yleistyi", "Enemmän yhdessä"]


def test_the_card_counts_who_is_ready_of_those_who_are_here() -> None:
    stage = talk()
    stage.presses("Anna", "ready")
    assert (stage.card("", m.Discuss).ready, stage.card("", m.Discuss).here) == (1, 2)
    stage.joins("Liisa")
    assert (stage.card("", m.Discuss).ready, stage.card("", m.Discuss).here) == (1, 3)
    stage.presses("Anna", "leave")
    assert (stage.card("", m.Discuss).ready, stage.card("", m.Discuss).here) == (0, 2)
    assert stage.presses("Ville", "ready") == stage.presses("Ville", "ready")


def test_own_notes_are_changed_by_their_author() -> None:
    stage = talk()
    assert stage.sends("Anna", "mine").code is Code.NOTHING_THERE
    stage.writes("Anna", "Etätyö")
    stage.writes("Ville", "Kiire")
    form = stage.opens("Anna", "mine")
    assert isinstance(form, m.MineForm)
    assert form.notes == ((stage.note("Etätyö"), "Etätyö"),)
    stage.sends("Anna", "edit", stage.note("Etätyö"), text="Etätyö yleistyi")
    assert points(stage) == ["Etätyö yleistyi", "Kiire"]


def test_the_facilitator_writes_without_having_joined_and_a_stranger_does_not() -> None:
    stage = talk()
    assert stage.writes("Maija", "Kirjaan tämän").code is Code.SAVED
    assert stage.writes("Tuomas", "Hei").code is Code.NOT_IN


def test_there_are_no_groups() -> None:
    stage = talk()
    assert stage.presses("Maija", "regroup").code is Code.NO_GROUPS
    assert stage.sends("Anna", "note", "muutoskeskustelu", "g1").code is Code.UNKNOWN
    assert stage.presses("Anna", "recorder", "muutoskeskustelu", "all").code is Code.NOT_YOURS


def test_a_late_note_stands_on_the_card_of_its_step() -> None:
    stage = talk()
    stage.presses("Maija", "next")
    late = stage.submits("Anna", "note", "muutoskeskustelu", "all", cell="muutokset", text="Vielä tämä")
    assert late.code is Code.KEPT_LATE
    old = next(one for one in stage.channel if isinstance(one, m.Discuss) and one.step == "muutoskeskustelu")
    assert ("Vielä tämä" in repr(old), old.live) == (True, False)
    stage.submits("Anna", "edit", stage.note("Vielä tämä"), delete=("yes",))
    assert "Vielä tämä" not in repr(stage.channel)
