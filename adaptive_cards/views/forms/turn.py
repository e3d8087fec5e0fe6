"""A turn of Joo & ja."""

from __future__ import annotations

from adaptive_cards.actions import Action
from adaptive_cards.card import Block, Form, Quote, TextField
from adaptive_cards.views.exchange import stem_of
from adaptive_cards.views.forms.parts import LONGEST_TEXT, Sending, example, form
from adaptive_cards.views.parts import line, small
from adaptive_cards.words import Words
from dialogs.messages import TurnForm, TurnKind


def turn_form(message: TurnForm, words: Words, nonce: str) -> Form:
    """The box is labelled with the opening of the sentence."""
    step = words.step(message.step)
    answering = message.kind is TurnKind.ANSWER
    text = TextField(
        "text",
        stem_of(step, message.kind),
        hint=words.text("form.turn.answer_hint" if answering else "form.turn.hint"),
        placeholder=example(words, step.answers if answering else step.examples),
        multiline=True,
        max_length=LONGEST_TEXT,
    )
    sending = Sending(Action("turn", message.session, (message.step, str(message.turn))), nonce)
    intro = (*_about(message, words), small(words, "sees.turn"))
    return form(words, "turn", sending, intro, text, submit="form.send")


def _about(message: TurnForm, words: Words) -> tuple[Block, ...]:
    name = words.name(message.about)
    if not message.text:
        return (line(words, "form.turn.about", name=name),)
    opening = stem_of(words.step(message.step), TurnKind.OPENING)
    return (line(words, "exchange.said", name=name, stem=opening), Quote(message.text))
