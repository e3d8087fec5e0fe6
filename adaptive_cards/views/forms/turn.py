"""A turn of Joo & ja."""

from __future__ import annotations

from adaptive_cards.actions import Action
from adaptive_cards.card import Block, Form, Quote, TextField
from adaptive_cards.views.forms.parts import LONGEST_TEXT, Sending, example, form
from adaptive_cards.views.parts import line, small
from adaptive_cards.words import Words
from dialogs.messages import TurnForm, TurnKind


def turn_form(message: TurnForm, words: Words, nonce: str) -> Form:
    """The box is labelled with the opening of the sentence."""
    step = words.step(message.step)
    opening, answer = step.stems
    answering = message.kind is TurnKind.ANSWER
    text = TextField(
        "text",
        answer if answering else opening,
        hint=words.text("form.turn.answer_hint" if answering else "form.turn.hint"),
        placeholder=example(words, step.answers if answering else step.examples),
        multiline=True,
        max_length=LONGEST_TEXT,
    )
    sending = Sending(Action("turn", message.session, (message.step, str(message.turn))), nonce)
    intro = (_about(message, words), small(words, "sees.turn"))
    return form(words, "turn", sending, intro, text, submit="form.send")


def _about(message: TurnForm, words: Words) -> Block:
    name = words.name(message.about)
    return Quote(message.text, name) if message.text else line(words, "form.turn.about", name=name)
