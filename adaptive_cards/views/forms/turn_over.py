"""A line of the joint canvas turned into a better one (heikkous → vahvuus, uhka → mahdollisuus)."""

from __future__ import annotations

from adaptive_cards.actions import Action
from adaptive_cards.card import ChoiceField, Form, Option, TextField
from adaptive_cards.limits import cut
from adaptive_cards.views.forms.parts import LONGEST_OPTION, LONGEST_TEXT, Sending, example, form, option
from adaptive_cards.views.parts import small
from adaptive_cards.words import Words
from dialogs.messages import TurnOverForm


def turn_over_form(message: TurnOverForm, words: Words, nonce: str) -> Form:
    """Which line, and what it becomes."""
    options = tuple(_line(message, line, words) for line in message.lines)
    only = options[0].value if len(options) == 1 else ""
    origin = ChoiceField("origin", words.text("form.turn_over.origin"), options, only)
    text = TextField(
        "text",
        words.text("form.turn_over.text"),
        hint=words.text("form.turn_over.hint"),
        placeholder=example(words, words.step(message.step).examples) or words.text("form.note.hint"),
        multiline=True,
        max_length=LONGEST_TEXT,
    )
    sending = Sending(Action("turn-over", message.session, (message.step,)), nonce)
    return form(words, "turn_over", sending, (small(words, "sees.notes"),), origin, text)


def _line(message: TurnOverForm, line: tuple[str, str, str, str], words: Words) -> Option:
    """The line, and from which field into which; where it goes is never cut away."""
    note, cell, into, text = line
    labels = (words.cell(message.words_of, one).label for one in (cell, into))
    from_label, to_label = labels
    way = words.text("form.turn_over.option", text="", cell=from_label, into=to_label).strip()
    room = max(40, LONGEST_OPTION - len(way) - 1)
    return option(note, f"{cut(' '.join(text.split()), room)} {way}")
