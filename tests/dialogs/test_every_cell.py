"""Every cell of every canvas can be written in by a person, through the forms as they are shown."""

from __future__ import annotations

import pytest

from adaptive_cards import views
from adaptive_cards.card import ChoiceField, Form, TextField
from adaptive_cards.preview import HELSINKI
from adaptive_cards.words import Words
from content.loader import default_library
from dialogs import events as e
from dialogs import forms
from dialogs import messages as m
from dialogs.activities.canvas import cell_ids, parts_of
from dialogs.activities.rotate import station_of
from dialogs.asking import Values
from tests.support.rehearsed import with_everything
from tests.support.stage import Stage, edition
from tests.support.stage_watch import pid

FIVE = ("Anna", "Ville", "Sari", "Omar", "Liisa")
WRITTEN = {"discuss", "gather", "rotate"}


def filled(form: Form, cell: str) -> Values:
    """What somebody writes who fills in every field that there is."""
    values: dict[str, str | tuple[str, ...]] = {}
    for made in form.fields:
        if isinstance(made, ChoiceField):
            assert cell in [option.value for option in made.options]
            values[made.id] = cell
        elif isinstance(made, TextField):
            values[made.id] = f"{made.id} sanottu"
    return values


def writes(stage: Stage, words: Words, name: str, cell: str) -> e.Noted:
    """From the button to the note, whatever pages there are on the way."""
    verb, args = "note", stage.newest(name, "note")
    found = stage.opens(name, verb, *args)
    for page in range(3):
        assert isinstance(found, m.NoteForm), found
        form = views.form(found, words, f"nonce-{page}")
        assert form.fields, "a form without a field"
        args = form.action.args
        values = filled(form, cell)
        answer = forms.read(stage.session, verb, args, pid(name), values, form.nonce, stage.clock)
        if isinstance(answer, e.Noted):
            return answer
        assert isinstance(answer, m.NoteForm), f"{cell}: {answer}"
        found = answer
    raise AssertionError(f"{cell} has no end of pages")


@pytest.mark.parametrize(("workshop", "other"), [("1", 0), ("2", 0), ("3", 0), ("4", 0), ("5", 0), ("5", 1)])
def test_every_cell_can_be_written_in(workshop: str, other: int) -> None:
    stage = Stage(edition=edition(workshop), thorough=False)
    book, spoken = default_library().phrasebook("fi"), stage.edition.in_language("fi")
    words = Words(book, spoken, HELSINKI, stage.edition.workshop)
    stage.happens(e.AgendaChosen(pid("Maija"), tuple(with_everything(stage.edition, other))))
    stage.begins(*FIVE)
    written = 0
    while not stage.session.closed:
        step = stage.session.steps[stage.session.current]
        if step.kind in WRITTEN:
            cells = cell_ids(stage.session, step.id)
            if step.kind == "rotate":
                cells = (station_of(stage.session, stage.run, stage.group("Anna").id),)
            for cell in cells:
                note = writes(stage, words, "Anna", cell)
                assert (note.cell, len(note.parts)) == (cell, parts_of(stage.session, step.id, cell))
                assert note.text
                written += 1
        stage.presses("Maija", "next")
    assert written > 5
