"""Notes of several parts: rows of a table, gaps of a sentence (aukkotarina)."""

from __future__ import annotations

from dialogs import events as e
from dialogs import forms
from dialogs import messages as m
from dialogs.receipts import Code
from tests.support.editions import edition_of
from tests.support.stage import Stage
from tests.support.stage_watch import pid

STORY = {"id": "tarina", "kind": "gather", "who": "everybody", "parts": {"kokeilu": 2}}
TABLE = {"id": "taulu", "kind": "gather", "who": "everybody", "parts": {"paatos": 3}}
EDITION = edition_of(
    {**STORY, "canvas": {"cells": [["arvo"], ["kokeilu"]]}},
    {**TABLE, "canvas": {"cells": [["paatos"]]}},
)


def telling() -> Stage:
    stage = Stage(edition=EDITION)
    stage.begins("Anna", "Ville")
    return stage


def cell(stage: Stage, name: str) -> m.CellView:
    columns = stage.card("", m.Discuss).canvas.cells
    return next(one for column in columns for one in column if one.id == name)


def test_where_cells_differ_the_cell_is_asked_first_and_then_its_parts() -> None:
    stage = telling()
    first = stage.opens("Anna", "note", "tarina", "all")
    assert isinstance(first, m.NoteForm)
    assert (first.cell_first, first.parts, first.cells) == (True, 0, ("arvo", "kokeilu"))
    session, values = stage.session, {"cell": "kokeilu"}
    second = forms.read(session, "note", ("tarina", "all"), pid("Anna"), values, "n", stage.clock)
    assert isinstance(second, m.NoteForm)
    assert (second.cell_first, second.parts, second.cells) == (False, 2, ("kokeilu",))
    values = {"part.1": "vinkkivarttia", "part.2": "opimme toisiltamme"}
    assert stage.submits("Anna", "note", "tarina", "all", "kokeilu", **values).code is Code.SAVED
    assert cell(stage, "kokeilu") == m.CellView(
        "kokeilu", ("vinkkivarttia · opimme toisiltamme",), (("vinkkivarttia", "opimme toisiltamme"),)
    )


def test_a_cell_without_parts_is_asked_for_its_text() -> None:
    stage = telling()
    form = stage.opens("Anna", "note", "tarina", "all", "arvo")
    assert isinstance(form, m.NoteForm)
    assert (form.cell_first, form.parts, form.cells) == (False, 0, ("arvo",))
    stage.submits("Anna", "note", "tarina", "all", "arvo", text="moni saa apua")
    assert cell(stage, "arvo") == m.CellView("arvo", ("moni saa apua",))


def test_every_part_is_needed() -> None:
    stage = telling()
    stage.submits("Anna", "note", "tarina", "all", "kokeilu", **{"part.1": "vinkkivarttia", "part.2": " "})
    assert stage.errors == {"part.2": "empty"}


def test_one_part_changes_and_the_others_stay() -> None:
    stage = telling()
    stage.goes_to("taulu")
    row = {"part.1": "Vinkkivartti", "part.2": "Perjantaisin", "part.3": "Omar"}
    stage.sends("Anna", "note", "taulu", "all", **row)
    note = stage.note("Vinkkivartti · Perjantaisin · Omar")
    form = stage.opens("Anna", "edit", note)
    assert isinstance(form, m.EditForm)
    assert form.parts == ("Vinkkivartti", "Perjantaisin", "Omar")
    stage.sends("Anna", "edit", note, **{**row, "part.2": "Torstaisin"})
    assert cell(stage, "paatos").parts == (("Vinkkivartti", "Torstaisin", "Omar"),)
    stage.sends("Anna", "edit", note, delete=("yes",))
    assert cell(stage, "paatos") == m.CellView("paatos", ())


def test_after_a_note_the_next_one_is_asked_from_the_beginning() -> None:
    stage = telling()
    event = forms.read(
        stage.session,
        "note",
        ("tarina", "all", "kokeilu"),
        pid("Anna"),
        {"part.1": "a", "part.2": "b"},
        "n-1",
        stage.clock,
    )
    assert isinstance(event, e.Noted)
    stage.submits("Anna", "note", "tarina", "all", "kokeilu", nonce="n-1", **{"part.1": "a", "part.2": "b"})
    following = forms.after(stage.session, event, pid("Anna"), stage.clock)
    assert isinstance(following, m.NoteForm)
    assert (following.cell_first, following.just_saved, following.chosen) == (True, True, "kokeilu")


def test_parts_are_forgotten_with_their_writer() -> None:
    stage = telling()
    stage.submits("Anna", "note", "tarina", "all", "kokeilu", **{"part.1": "salaisuus", "part.2": "toinen"})
    stage.forgets("Anna")
    assert "salaisuus" not in repr(stage.facts)
    assert cell(stage, "kokeilu") == m.CellView("kokeilu", ())
