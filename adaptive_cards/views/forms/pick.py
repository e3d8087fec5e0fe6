"""What a group brings up."""

from __future__ import annotations

from adaptive_cards.actions import Action
from adaptive_cards.card import ChoicesField, Form
from adaptive_cards.views.forms.parts import Sending, form, option
from adaptive_cards.views.parts import group_arg, small
from adaptive_cards.words import Words
from dialogs.messages import PickForm


def pick_form(message: PickForm, words: Words, nonce: str) -> Form:
    """The group's notes, each with its cell; what it says comes first, since labels are cut."""
    options = tuple(
        option(note, f"{text} ({words.cell(message.notes_of, cell).label})")
        for note, cell, text in message.notes
    )
    known = {note for note, _, _ in message.notes}
    field = ChoicesField(
        "notes",
        words.text("form.pick.notes"),
        options,
        tuple(one for one in message.chosen if one in known),
        hint=words.text("form.pick.hint", n=message.budget),
    )
    sending = Sending(Action("pick", message.session, (message.step, group_arg(message.group))), nonce)
    return form(words, "pick", sending, (small(words, "sees.picks"),), field)
