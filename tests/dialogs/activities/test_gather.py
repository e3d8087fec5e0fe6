"""Voimavararuudukko: small groups with a canvas and a thread each, filled by many at once."""

from __future__ import annotations

import pytest

from dialogs import messages as m
from dialogs.receipts import Code
from tests.support.stage import Stage
from tests.support.stage_watch import pid

SEVEN = ("Anna", "Ville", "Liisa", "Pekka", "Oona", "Sami", "Helmi")
GRID = "voimavararuudukko"


def gather(*names: str) -> Stage:
    stage = Stage()
    stage.begins(*(names or SEVEN), step=GRID)
    return stage


def texts(canvas: m.CanvasView) -> list[str]:
    return [text for column in canvas.cells for cell in column for text in cell.notes]


@pytest.mark.parametrize(
    ("count", "sizes"), [(1, [1]), (2, [2]), (3, [3]), (5, [5]), (7, [3, 4]), (16, [4] * 4), (40, [4] * 10)]
)
def test_people_are_divided_into_groups_with_a_canvas_and_a_thread_each(count: int, sizes: list[int]) -> None:
    stage = Stage(thorough=count < 10)
    stage.begins(*(f"P{index}" for index in range(count)), step=GRID)
    assert sorted(map(len, stage.groups())) == sizes
    canvases = [one for one in stage.channel if isinstance(one, m.GroupCanvas)]
    assert [one.group for one in canvases] == list(range(1, len(sizes) + 1))
    assert all(len(stage.thread(one.group_id)) == 1 for one in canvases)


def test_the_canvas_has_four_columns_and_two_rows() -> None:
    canvas = gather().canvas("g1").canvas
    assert canvas.columns == ("oma-osaaminen", "yhteison-osaaminen", "potentiaali", "toimintatavat")
    assert [len(column) for column in canvas.cells] == [2, 2, 2, 2]


def test_instructions_stand_first_in_the_thread_and_name_the_members() -> None:
    stage = gather()
    (guide,) = stage.thread("g1")
    assert isinstance(guide, m.Instructions)
    names = stage.groups()[0]
    assert guide.people == tuple((pid(name), name) for name in names)
    assert (guide.recorder, guide.minutes) == (names[0], 35)


def test_a_note_shows_on_the_groups_canvas_and_only_there() -> None:
    stage = gather()
    stage.writes("Anna", "Kuuntelen", cell="onnistuminen")
    own = stage.group("Anna").id
    other = next(group.id for group in stage.run.in_order() if group.id != own)
    assert texts(stage.canvas(own).canvas) == ["Kuuntelen"]
    assert (stage.canvas(own).notes, stage.canvas(own).cells_begun) == (1, 1)
    assert texts(stage.canvas(other).canvas) == []
    board = stage.card("", m.GatherBoard)
    assert (board.notes, board.groups_writing, board.groups) == (1, 1, 2)


def test_several_write_into_one_cell_and_the_order_is_theirs() -> None:
    stage = gather("Anna", "Ville", "Liisa")
    for name, text in (("Anna", "a"), ("Ville", "b"), ("Liisa", "c"), ("Anna", "d")):
        stage.writes(name, text, cell="jakaminen")
    assert texts(stage.canvas("g1").canvas) == ["a", "b", "c", "d"]


def test_a_form_that_is_sent_twice_is_one_note() -> None:
    stage = gather("Anna", "Ville")
    stage.writes("Anna", "Kuuntelen", nonce="same-nonce")
    assert stage.writes("Anna", "Kuuntelen", nonce="same-nonce").code is Code.ALREADY_SAVED
    assert stage.texts() == ("Kuuntelen",)


def test_after_a_note_the_same_cell_waits_for_the_next_one() -> None:
    stage = gather("Anna", "Ville")
    form = stage.opens("Anna", "note")
    assert isinstance(form, m.NoteForm)
    assert (form.chosen, form.just_saved, len(form.cells)) == ("onnistuminen", False, 8)


def test_the_author_rewrites_and_takes_away_their_own_note() -> None:
    stage = gather("Anna", "Ville")
    stage.writes("Anna", "Kuuntelen")
    note = stage.note("Kuuntelen")
    stage.sends("Anna", "edit", note, text="Kuuntelen tarkasti")
    assert texts(stage.canvas("g1").canvas) == ["Kuuntelen tarkasti"]
    assert stage.sends("Anna", "edit", note, delete=("yes",)).code is Code.DELETED
    assert texts(stage.canvas("g1").canvas) == []
    assert stage.card("", m.GatherBoard).notes == 0


def test_nobody_changes_anothers_note_not_even_the_facilitator() -> None:
    stage = gather("Anna", "Ville")
    stage.writes("Anna", "Kuuntelen")
    note = stage.note("Kuuntelen")
    for name in ("Ville", "Maija"):
        assert stage.opens(name, "edit", note) == stage.opens(name, "edit", "no-such")
        assert stage.submits(name, "edit", note, text="Toista").code is Code.NOT_YOURS
        assert stage.submits(name, "edit", note, delete=("yes",)).code is Code.NOT_YOURS
    assert stage.texts() == ("Kuuntelen",)


def test_a_note_that_was_taken_away_stays_away_when_its_form_arrives_again() -> None:
    stage = gather("Anna", "Ville")
    stage.writes("Anna", "Kuuntelen", nonce="same-nonce")
    stage.sends("Anna", "edit", "same-nonce", delete=("yes",))
    assert stage.writes("Anna", "Kuuntelen", nonce="same-nonce").code is Code.ALREADY_SAVED
    assert stage.texts() == ()


def test_nobody_writes_on_another_groups_canvas_but_the_facilitator_may_help() -> None:
    stage = gather()
    own = stage.group("Anna")
    other = next(group.id for group in stage.run.in_order() if group.id != own.id)
    refused = stage.opens("Anna", "note", GRID, other)
    assert refused == stage.sends("Anna", "note", GRID, other)
    assert (stage.receipt.code, stage.receipt.group) == (Code.NOT_YOURS, int(own.id[1:]))
    submitted = stage.submits("Anna", "note", GRID, other, cell="jakaminen", text="Väärässä")
    assert submitted.code is Code.NOT_YOURS
    assert stage.sends("Maija", "note", GRID, other, cell="jakaminen", text="Apu").code is Code.SAVED
    assert texts(stage.canvas(other).canvas) == ["Apu"]


@pytest.mark.parametrize("group", ["all", "g9", "", "<script>"])
def test_there_are_no_canvases_beside_the_groups(group: str) -> None:
    stage = gather()
    for name in ("Anna", "Maija"):
        assert stage.sends(name, "note", GRID, group).code is Code.UNKNOWN
        assert stage.submits(name, "note", GRID, group, cell="jakaminen", text="x").code is Code.UNKNOWN
    assert stage.texts() == ()


def test_a_late_joiner_comes_to_the_smallest_group() -> None:
    stage = gather()
    small = min(stage.groups(), key=len)
    stage.joins("Tuomas")
    assert {*small, "Tuomas"} in [set(names) for names in stage.groups()]
    group = stage.group("Tuomas").id
    assert "Tuomas" in stage.canvas(group).names
    assert stage.card("", m.GatherBoard).here == 8


def test_nobody_is_put_alone_into_a_group_that_everybody_has_left() -> None:
    stage = gather()
    left = min(stage.groups(), key=len)
    for name in left:
        stage.presses(name, "leave")
    stage.joins("Tuomas")
    assert len(stage.group("Tuomas").members) == 5


def test_when_the_recorder_leaves_another_one_writes() -> None:
    stage = gather("Anna", "Ville", "Liisa")
    recorder = stage.canvas("g1").recorder
    stage.presses(recorder, "leave")
    assert stage.canvas("g1").recorder == stage.groups()[0][0]
    assert recorder not in stage.canvas("g1").names


def test_anybody_in_the_group_becomes_recorder_and_nobody_else() -> None:
    stage = gather()
    group = stage.group("Anna").id
    stage.presses("Anna", "recorder", GRID, group)
    assert stage.canvas(group).recorder == "Anna"
    outsider = next(name for names in stage.groups() for name in names if "Anna" not in names)
    for name in (outsider, "Maija"):
        stage.presses(name, "recorder", GRID, group)
        assert stage.canvas(group).recorder == "Anna"


def test_a_group_that_was_empty_has_a_recorder_again() -> None:
    stage = gather("Anna")
    stage.presses("Anna", "leave")
    stage.joins("Ville")
    assert stage.canvas(stage.group("Ville").id).recorder == "Ville"


def test_being_ready_counts_in_the_channel_and_names_are_for_the_facilitator() -> None:
    stage = gather("Anna", "Ville", "Liisa")
    stage.presses("Anna", "ready")
    assert (stage.card("", m.GatherBoard).ready, stage.card("", m.GatherBoard).here) == (1, 3)
    assert "Anna" not in repr([one for one in stage.channel if isinstance(one, m.GatherBoard)])
    cockpit = stage.card("Maija", m.Cockpit)
    assert (cockpit.ready, cockpit.waiting) == (("Anna",), ("Ville", "Liisa"))
    assert sum(line.ready for line in cockpit.groups) == 1


def test_dividing_again_makes_new_company_and_keeps_what_was_written() -> None:
    stage = gather(*SEVEN, "Tuomas")
    before = [set(names) for names in stage.groups()]
    stage.writes("Anna", "Kuuntelen")
    group = stage.group("Anna").id
    stage.presses("Maija", "regroup")
    assert [set(names) for names in stage.groups()] != before
    assert texts(stage.canvas(group).canvas) == ["Kuuntelen"]
    assert stage.canvas(group).names == next(
        names for names, one in zip(stage.groups(), stage.run.in_order(), strict=True) if one.id == group
    )


def test_dividing_into_fewer_groups_keeps_the_notes_of_the_lost_one_and_closes_its_card() -> None:
    stage = gather()
    kept = "g1"
    lost = stage.groups()[1]
    for name in lost:
        stage.writes(name, f"lappu {name}", cell="jakaminen")
    for name in lost[1:]:
        stage.presses(name, "leave")
    stage.presses("Maija", "regroup")
    assert [group.id for group in stage.run.in_order() if group.members] == [kept]
    assert texts(stage.canvas("g2").canvas) == [f"lappu {name}" for name in lost]
    assert (stage.canvas("g2").live, stage.canvas("g2").names, stage.canvas("g2").recorder) == (False, (), "")
    stage.presses("Maija", "next")
    assert [one.notes for one in stage.channel if isinstance(one, m.GroupPicks)] == [0, len(lost)]


def test_a_note_that_was_begun_before_dividing_again_is_taken_in_where_it_was_begun() -> None:
    stage = gather(*SEVEN, "Tuomas")
    group = stage.group("Anna").id
    stage.regroups_until(lambda: stage.group("Anna").id != group)
    assert stage.opens("Anna", "note", GRID, group) == stage.sends("Anna", "note", GRID, group)
    assert stage.receipt.code is Code.NOT_YOURS
    assert stage.submits("Anna", "note", GRID, group, cell="jakaminen", text="Kesken").code is Code.SAVED
    assert "Kesken" in texts(stage.canvas(group).canvas)


def test_a_note_that_comes_after_the_step_is_kept_and_marked_late() -> None:
    stage = gather("Anna", "Ville")
    stage.presses("Maija", "next")
    assert stage.sends("Anna", "note", GRID, "g1", text="x").code is Code.TOO_LATE
    late = stage.submits("Anna", "note", GRID, "g1", cell="jakaminen", text="Myöhässä")
    assert (late.code, late.at, late.names) == (Code.KEPT_LATE, stage.clock, ("Maija",))
    assert texts(stage.canvas("g1").canvas) == ["Myöhässä"]
    assert stage.session.notes[stage.note("Myöhässä")].late


def test_somebody_who_left_meanwhile_is_still_heard_and_a_stranger_is_not() -> None:
    stage = gather("Anna", "Ville", "Liisa")
    stage.presses("Anna", "leave")
    assert stage.submits("Anna", "note", GRID, "g1", cell="jakaminen", text="Vielä tämä").code is Code.SAVED
    assert stage.submits("Tuomas", "note", GRID, "g1", cell="jakaminen", text="Hei").code is Code.NOT_IN
    assert stage.sends("Tuomas", "note", GRID, "g1", cell="jakaminen", text="Hei").code is Code.NOT_IN


def test_going_back_keeps_notes_and_groups_and_lets_people_write_again() -> None:
    stage = gather("Anna", "Ville", "Liisa")
    stage.writes("Anna", "Kuuntelen")
    stage.presses("Anna", "ready")
    groups = stage.groups()
    stage.presses("Maija", "next")
    stage.presses("Ville", "leave")
    stage.joins("Oona")
    stage.presses("Maija", "back")
    assert set(stage.groups()[0]) == {*groups[0], "Oona"} - {"Ville"}
    assert texts(stage.canvas("g1").canvas) == ["Kuuntelen"]
    assert stage.card("", m.GatherBoard).ready == 0
    assert stage.writes("Oona", "Minäkin").code is Code.SAVED
    assert not stage.session.notes[stage.note("Minäkin")].late


def test_old_canvases_are_closed_when_the_step_is_left() -> None:
    stage = gather()
    stage.presses("Maija", "next")
    assert not [one for one in stage.channel if isinstance(one, m.GroupCanvas) and one.live]
    stage.presses("Maija", "back")
    live = [one.group_id for one in stage.channel if isinstance(one, m.GroupCanvas) and one.live]
    assert live == ["g1", "g2"]


@pytest.mark.parametrize(
    "text", ["<!channel> @kaikki", "*_~`<b>x</b>", "[linkki](https://e.x)", "<at>Ville</at>", "😀" * 200]
)
def test_hostile_texts_are_kept_to_the_letter(text: str) -> None:
    stage = gather("Anna", "Ville")
    stage.writes("Anna", text)
    assert texts(stage.canvas("g1").canvas) == [text]


@pytest.mark.parametrize(
    ("text", "flaw"),
    [("", "empty"), ("  \u200b ", "empty"), ("x" * 501, "too_long"), ("x" * 50_000, "too_long")],
)
def test_what_cannot_be_kept_is_asked_again(text: str, flaw: str) -> None:
    stage = gather("Anna", "Ville")
    stage.writes("Anna", text)
    assert stage.errors == {"text": flaw}
    stage.sends("Anna", "note", cell="no-such", text="Kuuntelen")
    assert stage.errors == {"cell": "choose"}
    assert stage.texts() == ()
