"""Ohjelma: which steps are on, and which of the alternatives."""

from __future__ import annotations

from adaptive_cards.actions import Action
from adaptive_cards.card import ChoiceField, ChoicesField, Form
from adaptive_cards.views.forms.parts import Sending, form, option
from adaptive_cards.words import Words
from dialogs.messages import AgendaForm


def agenda_form(message: AgendaForm, words: Words, nonce: str) -> Form:
    """Ticks for the steps that may be left out, one choice for each set of alternatives."""
    steps = ChoicesField(
        "steps",
        words.text("form.agenda.steps"),
        tuple(option(step, _step(step, minutes, words)) for step, minutes, _ in message.steps),
        tuple(step for step, _, on in message.steps if on),
        hint=words.text("form.agenda.hint"),
    )
    choices = tuple(_choice(name, steps_of, chosen, words) for name, steps_of, chosen in message.choices)
    return form(words, "agenda", Sending(Action("agenda", message.session), nonce), (), steps, *choices)


def _step(step: str, minutes: int, words: Words) -> str:
    return words.text("form.agenda.step", title=words.step(step).title, minutes=minutes)


def _choice(name: str, steps: tuple[str, ...], chosen: str, words: Words) -> ChoiceField:
    return ChoiceField(
        f"choice.{name}",
        words.text("form.agenda.choice"),
        tuple(option(step, words.step(step).title) for step in steps),
        chosen,
        hint=words.text("form.agenda.choice_hint"),
    )
