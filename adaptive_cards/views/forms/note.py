"""Notes: a new one, the list of one's own, one to be changed."""

from __future__ import annotations

from adaptive_cards.actions import Action
from adaptive_cards.card import ChoiceField, ChoicesField, Form, Option, TextField
from adaptive_cards.views.forms.parts import LONGEST_TEXT, Sending, example, form, option
from adaptive_cards.views.parts import group_arg, line, small
from adaptive_cards.words import Words
from dialogs.messages import EditForm, MineForm, NoteForm

DELETE = "yes"


def note_form(message: NoteForm, words: Words, nonce: str) -> Form:
    """Lisää lappu."""
    action = Action("note", message.session, (message.step, group_arg(message.group)))
    saved = line(words, "form.note.saved") if message.just_saved else None
    text = _text(message, words)
    fields = (_cell(message, words), text) if len(message.cells) > 1 else (text,)
    return form(words, "note", Sending(action, nonce), (saved, small(words, "sees.notes")), *fields)


def _cell(message: NoteForm, words: Words) -> ChoiceField:
    options = tuple(option(cell, _label(message.step, cell, words)) for cell in message.cells)
    chosen = message.chosen if message.chosen in message.cells else ""
    return ChoiceField("cell", words.text("form.note.cell"), options, chosen)


def _label(step: str, cell: str, words: Words) -> str:
    label = words.cell(step, cell).label
    column = words.step(step).columns.get(words.column_of(step, cell), "")
    return f"{column}: {label}" if column else label


def _text(message: NoteForm, words: Words) -> TextField:
    """The box; the question stands beside it when it is known which cell is meant."""
    cell = message.chosen or (message.cells[0] if len(message.cells) == 1 else "")
    known = words.cell(message.step, cell) if cell in message.cells else None
    first = words.cell(message.step, message.cells[0]) if message.cells else None
    examples = known.examples if known else first.examples if first else ()
    return TextField(
        "text",
        words.text("form.note.text"),
        hint=known.prompt if known else words.text("form.note.hint"),
        placeholder=example(words, examples or words.step(message.step).examples),
        multiline=True,
        max_length=LONGEST_TEXT,
    )


def mine_form(message: MineForm, words: Words, nonce: str) -> Form:
    """Omat laput: which one to change."""
    sending = Sending(Action("mine", message.session, (message.step,)), nonce)
    options = tuple(option(note, text) for note, text in message.notes)
    field = ChoiceField(
        "note", words.text("form.mine.note"), options, options[0].value if len(options) == 1 else ""
    )
    return form(words, "mine", sending, (small(words, "sees.own"),), field, submit="form.mine.submit")


def edit_form(message: EditForm, words: Words, nonce: str) -> Form:
    """One own note."""
    text = TextField(
        "text",
        words.text("form.edit.text"),
        value=message.text,
        multiline=True,
        required=False,
        max_length=LONGEST_TEXT,
    )
    yes = (Option(DELETE, words.text("form.edit.delete_yes")),)
    delete = ChoicesField("delete", words.text("form.edit.delete"), yes)
    sending = Sending(Action("edit", message.session, (message.note,)), nonce)
    return form(words, "edit", sending, (small(words, "sees.notes"),), text, delete)
