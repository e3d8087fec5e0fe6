"""What a group, a person or everybody brings up."""

from __future__ import annotations

from adaptive_cards.actions import Action
from adaptive_cards.card import Block, ChoicesField, Form
from adaptive_cards.views.audience import sees_picks
from adaptive_cards.views.forms.parts import Sending, form, option
from adaptive_cards.views.parts import group_arg, small
from adaptive_cards.words import Words
from content.steps import By
from dialogs.messages import PickForm

_NOTES = {
    By.GROUP: "form.pick.notes",
    By.PERSON: "form.pick.notes_own",
    By.EVERYBODY: "form.pick.notes_all",
}


def pick_form(message: PickForm, words: Words, nonce: str) -> Form:
    """The notes, each with its cell; what it says comes first, since labels are cut."""
    by = By(message.by)
    options = tuple(
        option(note, f"{text} ({words.cell(message.notes_of, cell).label})")
        for note, cell, text in message.notes
    )
    known = {note for note, _, _ in message.notes}
    field = ChoicesField(
        "notes",
        words.text(_NOTES[by]),
        options,
        tuple(one for one in message.chosen if one in known),
        hint=words.text("form.pick.dots" if by is By.EVERYBODY else "form.pick.hint", n=message.budget),
    )
    sending = Sending(Action("pick", message.session, (message.step, group_arg(message.group))), nonce)
    return form(words, "pick", sending, _intro(message, words), field)


def _intro(message: PickForm, words: Words) -> tuple[Block, ...]:
    kept = (small(words, "sees.self_kept"),) if message.private else ()
    return (sees_picks(message.by, words), *kept)
