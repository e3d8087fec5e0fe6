"""Planning: for what time and way of meeting, one step of the agenda, participants' wishes."""

from __future__ import annotations

from adaptive_cards.actions import Action
from adaptive_cards.card import ChoiceField, ChoicesField, Form, Option, TextField
from adaptive_cards.views.forms.parts import Sending, form, option
from adaptive_cards.views.parts import small
from adaptive_cards.words import Words
from dialogs.messages import ItemForm, PlanForm, WishForm

MODES = ("room", "remote", "hybrid")
MOVES = ("stay", "earlier", "later")


def plan_form(message: PlanForm, words: Words, nonce: str) -> Form:
    """How long, and how people meet."""
    lengths = tuple(Option(str(one), words.duration(one)) for one in message.lengths)
    length = ChoiceField(
        "length",
        words.text("form.plan.length"),
        lengths,
        str(message.length) if message.length in message.lengths else "",
        hint=words.text("form.plan.hint"),
    )
    modes = tuple(Option(one, words.text(f"form.plan.{one}")) for one in MODES)
    mode = ChoiceField("mode", words.text("form.plan.mode"), modes, message.mode)
    sending = Sending(Action("plan", message.session), nonce)
    return form(words, "plan", sending, (), length, mode, submit="form.plan.submit")


def item_form(message: ItemForm, words: Words, nonce: str) -> Form:
    """One step: its minutes, the break after it, its place."""
    titles = {step: words.step(step).title for step, *_ in message.steps}
    steps = tuple(
        option(step, words.text("form.agenda.step", title=titles[step], minutes=minutes))
        for step, minutes, _ in message.steps
    )
    pauses = tuple(Option(str(one), _pause(one, words)) for one in message.pauses)
    moves = tuple(Option(one, words.text(f"form.item.{one}")) for one in MOVES)
    sittings = tuple(Option(one, words.text(f"form.item.sitting_{one}")) for one in ("yes", "no"))
    return form(
        words,
        "item",
        Sending(Action("item", message.session), nonce),
        (),
        ChoiceField("step", words.text("form.item.step"), steps),
        TextField(
            "minutes",
            words.text("form.item.minutes"),
            hint=words.text("form.item.minutes_hint"),
            placeholder=words.text("form.item.minutes_example"),
            required=False,
            max_length=3,
        ),
        ChoiceField("pause", words.text("form.item.pause"), pauses, required=False),
        ChoiceField("move", words.text("form.item.move"), moves, MOVES[0]),
        ChoiceField("sitting", words.text("form.item.sitting"), sittings, required=False),
    )


def _pause(minutes: int, words: Words) -> str:
    return words.duration(minutes) if minutes else words.text("form.item.no_pause")


def wish_form(message: WishForm, words: Words, nonce: str) -> Form:
    """What a participant would like to do."""
    steps = tuple(option(step, words.step(step).title) for step in message.steps)
    field = ChoicesField("steps", words.text("form.wish.steps"), steps, message.chosen)
    sending = Sending(Action("wish", message.session), nonce)
    return form(words, "wish", sending, (small(words, "sees.wish"),), field)
