"""The forms of the diary."""

from __future__ import annotations

from adaptive_cards.actions import Action
from adaptive_cards.card import ChoiceField, ChoicesField, Field, Form, Option, TextField
from adaptive_cards.limits import cut
from adaptive_cards.views.forms.parts import LONGEST_TEXT, Sending, form, option
from adaptive_cards.views.parts import small
from adaptive_cards.words import Words
from dialogs.journey.diary import messages as m
from dialogs.journey.diary.state import SORTS, Sort

DELETE = "yes"


def observe_form(message: m.ObserveForm, words: Words, nonce: str) -> Form:
    """A new observation."""
    sending = Sending(Action("observe", message.journey), nonce)
    fields = _fields(cut(message.text, LONGEST_TEXT), Sort.UNSORTED, (), words)
    return form(words, "observe", sending, (small(words, "sees.diary"),), *fields)


def mine_form(message: m.ObservationMineForm, words: Words, nonce: str) -> Form:
    """Which of one's own to change."""
    options = tuple(option(str(one.id), one.text) for one in message.observations)
    chosen = options[0].value if len(options) == 1 else ""
    field = ChoiceField("observation", words.text("form.observation_mine.which"), options, chosen)
    sending = Sending(Action("observation-mine", message.journey), nonce)
    intro = (small(words, "sees.own"),)
    return form(words, "observation_mine", sending, intro, field, submit="form.mine.submit")


def edit_form(message: m.ObservationForm, words: Words, nonce: str) -> Form:
    """One own observation, to be changed or taken away."""
    one = message.observation
    yes = (Option(DELETE, words.text("form.observation_edit.delete_yes")),)
    delete = ChoicesField("delete", words.text("form.edit.delete"), yes)
    sending = Sending(Action("observation-edit", message.journey, (str(one.id),)), nonce)
    fields = _fields(one.text, one.sort, one.tags, words, required=False)
    return form(words, "observation_edit", sending, (small(words, "sees.diary"),), *fields, delete)


def _fields(
    text: str, sort: Sort, tags: tuple[str, ...], words: Words, *, required: bool = True
) -> tuple[Field, ...]:
    options = tuple(option(one.value, words.text(f"diary.sort.{one}")) for one in SORTS)
    written = TextField(
        "text",
        words.text("form.observe.text"),
        placeholder=words.text("form.observe.example"),
        value=text,
        multiline=True,
        required=required,
        max_length=LONGEST_TEXT,
    )
    tagged = TextField(
        "tags",
        words.text("form.observe.tags"),
        hint=words.text("form.observe.tags_hint"),
        placeholder=words.text("form.observe.tags_example"),
        value=", ".join(tags),
        required=False,
        max_length=LONGEST_TEXT,
    )
    chosen = "" if sort is Sort.UNSORTED else sort.value
    kind = ChoiceField("sort", words.text("form.observe.sort"), options, chosen, required=required)
    return written, kind, tagged
