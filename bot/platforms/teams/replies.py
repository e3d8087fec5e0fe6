"""The desk's reply as the answer to an invoke: what Teams shows to whoever pressed or sent. Pure.

Source: platforms.md 2.8. A press is answered by a passing line, not by a card: a card in the answer would
take the place of the shared card on that one person's screen until its next edit.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from adaptive_cards.card import (
    Buttons,
    Card,
    ChoicesField,
    Field,
    Form,
    Paragraph,
    Quote,
    Span,
    TextField,
    Values,
)
from adaptive_cards.limits import cut
from adaptive_cards.renderers import adaptive_card, plain_text
from adaptive_cards.renderers.enclosures import NOTHING

Json = dict[str, Any]

_LONGEST_LINE = 200
"""Characters of a passing line; what is longer goes out as a card of its own."""
_LONGEST_TITLE = 64
_DONE = "✓"


def is_brief(card: Card) -> bool:
    """Whether the card can be said in one passing line."""
    has_buttons = any(isinstance(block, Buttons) for block in card.blocks)
    return not has_buttons and len(plain_text.render(card)) <= _LONGEST_LINE


def line(card: Card) -> str:
    """The card in one line: all of it when it is brief, its summary otherwise."""
    text = plain_text.render(card) if is_brief(card) else card.summary
    return cut(" ".join(text.split()), _LONGEST_LINE) or _DONE


def to_press(card: Card | None) -> Json:
    """The answer to `Action.Execute`. Teams wants one even when nothing needs saying."""
    text = line(card) if card else _DONE
    return {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": text}


def with_form(form: Form, errors: dict[str, str] | None = None) -> Json:
    """A dialog with the form."""
    return _dialog(form.title, adaptive_card.render_form(form, errors or {}))


def with_card(card: Card) -> Json:
    """A dialog that says something: a line, or the card when it holds more."""
    if is_brief(card):
        return _said(line(card))
    return _dialog(card.title or card.summary, _submits(adaptive_card.render(card, NOTHING)))


def with_errors(errors: dict[str, str], values: Values) -> Json:
    """What was to be mended, and all that was written, when the form itself is not known any more."""
    why = tuple(Paragraph((Span(text),)) for text in errors.values())
    written = tuple(Quote(text) for text in values.values() if isinstance(text, str) and text)
    summary = next(iter(errors.values()))
    return _dialog(summary, adaptive_card.render(Card("", (*why, *written), summary), NOTHING))


def done() -> Json:
    """A dialog that has nothing to say, where Teams wants one."""
    return _said(_DONE)


def filled(form: Form, values: Values) -> Form:
    """The form as it was sent, so that nobody has to write anything twice."""
    return replace(form, fields=tuple(_filled(field, values) for field in form.fields))


def _filled(field: Field, values: Values) -> Field:
    given = values.get(field.id, "")
    if isinstance(field, ChoicesField):
        return replace(field, values=given) if isinstance(given, tuple) else field
    if isinstance(given, tuple):
        return field
    return replace(field, value=given[: field.max_length] if isinstance(field, TextField) else given)


def _said(text: str) -> Json:
    return {"task": {"type": "message", "value": text}}


def _dialog(title: str, content: Json) -> Json:
    card = {"contentType": adaptive_card.CONTENT_TYPE, "content": content}
    value = {"title": cut(title, _LONGEST_TITLE), "height": "medium", "width": "medium", "card": card}
    return {"task": {"type": "continue", "value": value}}


def _submits(node: Any) -> Any:
    """Dialogs know no `Action.Execute`: their buttons are the fallbacks."""
    if isinstance(node, list):
        return [_submits(one) for one in node]
    if not isinstance(node, dict):
        return node
    if node.get("type") == "Action.Execute":
        return node["fallback"]
    return {key: _submits(value) for key, value in node.items()}
