"""The forms of interim tasks."""

from __future__ import annotations

from adaptive_cards.actions import Action
from adaptive_cards.card import Block, ChoiceField, ChoicesField, Field, Form, Option, TextField
from adaptive_cards.limits import cut
from adaptive_cards.views.forms.parts import LONGEST_TEXT, Sending, example, form, option
from adaptive_cards.views.journey.task_words import (
    entry_text,
    label_of,
    part_of,
    sees,
    title_of,
)
from adaptive_cards.views.parts import line, small
from adaptive_cards.words import Words
from content.process import TaskForm
from dialogs.calendar.dates import LONGEST
from dialogs.journey.tasks import messages as m
from dialogs.journey.tasks.forms import STAGES

DELETE = "yes"


def write_form(message: m.TaskWriteForm, words: Words, nonce: str) -> Form:
    """A new entry."""
    about = message.about
    fields = _texts(about, about.parts, ("",) * len(STAGES), words)
    choose = len(about.parts) > 1 and about.form is not TaskForm.DOCUMENTATION
    part = (_part(about, words),) if choose else ()
    return form(
        words, "task_write", _sending("task-write", about, nonce), _intro(about, words), *part, *fields
    )


def reflect_form(message: m.TaskReflectForm, words: Words, nonce: str) -> Form:
    """A box for each part, with what stands there already."""
    about = message.about
    boxes = (
        _box(f"part.{number}", label_of(about, part, words), about, part, text, words)
        for number, (part, text) in enumerate(zip(about.parts, message.texts, strict=True), 1)
    )
    return form(words, "task_write", _sending("task-write", about, nonce), _intro(about, words), *boxes)


def mine_form(message: m.TaskMineForm, words: Words, nonce: str) -> Form:
    """Which of one's own entries to change."""
    about = message.about
    options = tuple(option(str(one.id), entry_text(one, about, words)) for one in message.entries)
    chosen = options[0].value if len(options) == 1 else ""
    field = ChoiceField("entry", words.text("form.task_mine.entry"), options, chosen)
    intro = (small(words, "sees.own"),)
    return form(
        words,
        "task_mine",
        _sending("task-mine", about, nonce),
        intro,
        field,
        submit="form.mine.submit",
    )


def edit_form(message: m.TaskEditForm, words: Words, nonce: str) -> Form:
    """One own entry, to be changed or taken away."""
    about, entry = message.about, message.entry
    fields = _texts(about, (entry.part,), entry.texts, words, required=False)
    yes = (Option(DELETE, words.text("form.task_edit.delete_yes")),)
    delete = ChoicesField("delete", words.text("form.edit.delete"), yes)
    action = Action("task-edit", about.journey, (str(about.task), str(entry.id)))
    return form(words, "task_edit", Sending(action, nonce), (sees(about, words),), *fields, delete)


def time_form(message: m.TaskTimeForm, words: Words, nonce: str) -> Form:
    """When to do it, in words."""
    about = message.about
    intro = (
        line(words, "form.task_time.text", duration=words.duration(about.minutes)),
        small(words, "sees.own_card"),
    )
    when = TextField(
        "when",
        words.text("form.task_time.when"),
        hint=words.text("form.task_time.hint"),
        placeholder=words.text("form.task_time.example"),
        max_length=LONGEST,
    )
    return form(words, "task_time", _sending("task-time", about, nonce), intro, when)


def name_form(message: m.TaskNameForm, words: Words, nonce: str) -> Form:
    """Who does it."""
    about = message.about
    people = tuple(option(person, words.name(name)) for person, name in message.people)
    field = ChoicesField("people", words.text("form.task_name.people"), people, message.chosen, required=True)
    intro = (line(words, "form.task_name.text", title=title_of(about, words)),)
    return form(words, "task_name", _sending("task-name", about, nonce), intro, field)


def _sending(verb: str, about: m.TaskAbout, nonce: str) -> Sending:
    return Sending(Action(verb, about.journey, (str(about.task),)), nonce)


def _intro(about: m.TaskAbout, words: Words) -> tuple[Block, ...]:
    """Which task it is, and who sees what is written."""
    return line(words, "form.task_write.about", title=title_of(about, words)), sees(about, words)


def _part(about: m.TaskAbout, words: Words) -> ChoiceField:
    options = tuple(option(part, label_of(about, part, words)) for part in about.parts)
    return ChoiceField("part", words.text("form.task_write.part"), options, about.parts[0])


def _texts(
    about: m.TaskAbout,
    parts: tuple[str, ...],
    texts: tuple[str, ...],
    words: Words,
    *,
    required: bool = True,
) -> tuple[Field, ...]:
    """One box, or the three of a documentation, of which the first is needed."""
    if about.form is not TaskForm.DOCUMENTATION:
        single = parts[0] if len(parts) == 1 else ""
        label = words.text("form.task_write.text")
        return (_box("text", label, about, single, texts[0], words, required=required),)
    return tuple(
        TextField(
            stage,
            words.text(f"form.task_write.{stage}"),
            placeholder=words.text(f"form.task_write.{stage}_hint"),
            value=text,
            multiline=True,
            required=required and not index,
            max_length=LONGEST_TEXT,
        )
        for index, (stage, text) in enumerate(zip(STAGES, texts, strict=False))
    )


def _box(  # noqa: PLR0913 -- a box is all of these
    field: str,
    label: str,
    about: m.TaskAbout,
    part: str,
    text: str,
    words: Words,
    *,
    required: bool = False,
) -> TextField:
    """A box with the question of its part; of several parts no one's."""
    found = part_of(about, part, words)
    first = part_of(about, about.parts[0], words)
    shown = found or first
    examples = shown.examples if shown else ()
    return TextField(
        field,
        cut(label, _LONGEST_LABEL),
        hint=found.prompt if found else "",
        placeholder=example(words, examples) or words.text("form.task_write.one"),
        value=text,
        multiline=True,
        required=required,
        max_length=LONGEST_TEXT,
    )


_LONGEST_LABEL = 150
