"""Notes: a new one, the list of one's own, one to be changed."""

from __future__ import annotations

from adaptive_cards.actions import Action
from adaptive_cards.card import ChoiceField, ChoicesField, Field, Form, Option, TextField
from adaptive_cards.views.audience import sees_notes
from adaptive_cards.views.canvas import in_parts
from adaptive_cards.views.forms.parts import LONGEST_TEXT, Sending, example, form, option
from adaptive_cards.views.parts import group_arg, line, small
from adaptive_cards.words import Words
from content.wording import CellWords
from dialogs.messages import EditForm, MineForm, NoteForm

DELETE = "yes"


def note_form(message: NoteForm, words: Words, nonce: str) -> Form:
    """Lisää lappu: the cell and the text; where cells have different parts, first only the cell."""
    saved = line(words, "form.note.saved") if message.just_saved else None
    intro = (saved, *sees_notes(message.audience, words))
    sending = Sending(Action("note", message.session, _args(message, words)), nonce)
    if message.cell_first:
        return form(words, "note", sending, intro, _cell(message, words), submit="form.next")
    cell = (_cell(message, words),) if len(message.cells) > 1 else ()
    return form(words, "note", sending, intro, *cell, *_written(message, words))


def _args(message: NoteForm, words: Words) -> tuple[str, ...]:
    """Step and group; and the cell, when the form is for one cell of many."""
    one_of_many = len(message.cells) == 1 and len(words.step(message.step).cells) > 1
    return (message.step, group_arg(message.group), *(message.cells if one_of_many else ()))


def _cell(message: NoteForm, words: Words) -> ChoiceField:
    options = tuple(option(cell, _label(message.step, cell, words)) for cell in message.cells)
    chosen = message.chosen if message.chosen in message.cells else ""
    return ChoiceField("cell", words.text("form.note.cell"), options, chosen)


def _label(step: str, cell: str, words: Words) -> str:
    label = words.cell(step, cell).label
    column = words.step(step).columns.get(words.column_of(step, cell), "")
    return f"{column}: {label}" if column else label


def _written(message: NoteForm, words: Words) -> tuple[Field, ...]:
    """One box, or a box for each part."""
    if not message.parts:
        return (_text(message, words),)
    cell = words.cell(message.step, message.cells[0])
    return _boxes(cell, ("",) * message.parts, words)


def _boxes(
    cell: CellWords, values: tuple[str, ...], words: Words, *, required: bool = True
) -> tuple[Field, ...]:
    """A box for each part, with its label; the first has the question of the cell."""
    shown = next((parts for one in cell.examples if (parts := in_parts(one, cell))), ())
    return tuple(
        TextField(
            f"part.{index + 1}",
            cell.fields[index] if index < len(cell.fields) else words.text("form.note.text"),
            hint="" if index else cell.prompt,
            placeholder=example(words, shown[index : index + 1]) or words.text("form.note.hint"),
            value=value,
            multiline=True,
            required=required,
            max_length=LONGEST_PART,
        )
        for index, value in enumerate(values)
    )


LONGEST_PART = LONGEST_TEXT
"""Characters of one part."""


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
    """One own note, in its parts if it has several."""
    text = TextField(
        "text",
        words.text("form.edit.text"),
        value=message.text,
        multiline=True,
        required=False,
        max_length=LONGEST_TEXT,
    )
    cell = words.step(message.step).cells.get(message.cell)
    written = _boxes(cell, message.parts, words, required=False) if cell and message.parts else (text,)
    yes = (Option(DELETE, words.text("form.edit.delete_yes")),)
    delete = ChoicesField("delete", words.text("form.edit.delete"), yes)
    sending = Sending(Action("edit", message.session, (message.note,)), nonce)
    return form(words, "edit", sending, sees_notes(message.audience, words), *written, delete)
