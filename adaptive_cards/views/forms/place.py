"""Places on the axes: where we are now, and then where we want to be."""

from __future__ import annotations

from adaptive_cards.actions import Action
from adaptive_cards.card import ChoiceField, Form, Option
from adaptive_cards.views.axes import ends
from adaptive_cards.views.forms.parts import Sending, form, option
from adaptive_cards.views.parts import small
from adaptive_cards.words import Words
from dialogs.messages import PlaceForm

PLACES = 7
_NOW = "now"


def place_form(message: PlaceForm, words: Words, nonce: str) -> Form:
    """A choice of seven places for each axis; what was chosen before stands there."""
    fields = tuple(
        ChoiceField(
            f"axis.{axis}",
            words.cell(message.step, axis).label,
            _places(message.step, axis, words),
            _chosen(message, index),
            hint=words.cell(message.step, axis).prompt,
        )
        for index, axis in enumerate(message.axes)
    )
    sending = Sending(Action("place", message.session, (message.step, message.side)), nonce)
    name, submit = ("place_now", "form.next") if message.side == _NOW else ("place_wished", "form.save")
    return form(words, name, sending, (small(words, "sees.places"),), *fields, submit=submit)


def _places(step: str, axis: str, words: Words) -> tuple[Option, ...]:
    """1 to 7; the outermost ones say what the end is called."""
    left, right = ends(step, axis, words)
    named = {1: left, PLACES: right}
    return tuple(
        option(str(place), _place(place, named.get(place, ""), words)) for place in range(1, PLACES + 1)
    )


def _place(place: int, end: str, words: Words) -> str:
    number = words.number(place)
    return words.text("form.place.end", place=number, end=end) if end else number


def _chosen(message: PlaceForm, index: int) -> str:
    return str(message.places[index]) if index < len(message.places) else ""
