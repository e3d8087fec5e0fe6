"""How was it: a number and a line."""

from __future__ import annotations

from adaptive_cards.actions import Action
from adaptive_cards.card import ChoiceField, Form, Option, TextField
from adaptive_cards.views.forms.parts import LONGEST_LINE, Sending, example, form
from adaptive_cards.views.parts import small
from adaptive_cards.words import Words
from dialogs.messages import FeedbackForm

SCORES = range(1, 6)


def feedback_form(message: FeedbackForm, words: Words, nonce: str) -> Form:
    """1-5, and one line for those who like; what was given before stands there."""
    options = tuple(Option(str(score), words.text(f"form.feedback.score_{score}")) for score in SCORES)
    given = str(message.score) if message.score in SCORES else ""
    score = ChoiceField("score", words.text("form.feedback.score"), options, given)
    line = TextField(
        "line",
        words.text("form.feedback.line"),
        placeholder=example(words, _examples(words)),
        value=message.line,
        multiline=True,
        required=False,
        max_length=LONGEST_LINE,
    )
    sees = small(words, "sees.feedback", names=words.names(message.facilitators))
    sending = Sending(Action("feedback", message.session), nonce)
    return form(words, "feedback", sending, (sees,), score, line, submit="form.send")


def _examples(words: Words) -> tuple[str, ...]:
    """Those of the closing, which is the last step of every workshop."""
    return words.step(words.structure.steps[-1].id).examples if words.structure else ()
