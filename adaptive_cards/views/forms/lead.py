"""Vetovastuu: sharing the lead, or handing it over."""

from __future__ import annotations

from adaptive_cards.actions import Action
from adaptive_cards.card import ChoiceField, Form, Option
from adaptive_cards.views.forms.parts import Sending, form, option
from adaptive_cards.views.parts import line
from adaptive_cards.words import Words
from dialogs.messages import LeadForm

WAYS = ("share", "hand_over")


def lead_form(message: LeadForm, words: Words, nonce: str) -> Form:
    """Who and how; without people it says when it can be done."""
    sending = Sending(Action("lead", message.session), nonce)
    if not message.people:
        return form(words, "lead", sending, (line(words, "form.lead.nobody"),))
    people = tuple(option(person, words.name(name)) for person, name in message.people)
    ways = tuple(Option(way, words.text(f"form.lead.{way}")) for way in WAYS)
    person = ChoiceField("person", words.text("form.lead.person"), people)
    how = ChoiceField("how", words.text("form.lead.how"), ways, WAYS[0])
    return form(words, "lead", sending, (), person, how)
