"""The inputs of a dialog. What they check is a courtesy: everything is checked again when it comes back."""

from __future__ import annotations

from collections.abc import Mapping

from adaptive_cards.card import ChoiceField, ChoicesField, Field, Form, Option, TextField
from adaptive_cards.limits import cut
from adaptive_cards.renderers.adaptive_card.buttons import label_of
from adaptive_cards.renderers.adaptive_card.elements import Json
from adaptive_cards.renderers.adaptive_card.rich import plain_lines
from adaptive_cards.renderers.adaptive_card.text import defuse, lines, tidy

_LONGEST_LABEL = 300
_LONGEST_CHOICE = 300
_MOST_OPEN = 6
"""Choices that are shown all at once; more of them fold into a list."""


def inputs(fields: tuple[Field, ...], errors: Mapping[str, str]) -> list[Json]:
    """The fields, each with what is to be mended above it and its hint below."""
    return [element for field in fields for element in (*_error(field, errors), _input(field), *_hint(field))]


def send(form: Form) -> Json:
    """The button that sends the form, with the nonce that makes a form sent twice one sending.

    `fields` names the fields, with a `*` before those of which several may be chosen: Teams sends several
    choices as one text with commas, and leaves out what was left empty.
    """
    named = ",".join("*" * isinstance(field, ChoicesField) + field.id for field in form.fields)
    data = {"paja": form.action.encode(), "nonce": form.nonce, "fields": named}
    return {"type": "Action.Submit", "title": label_of(form.submit), "data": data}


def _input(field: Field) -> Json:
    match field:
        case TextField():
            return _text(field)
        case ChoiceField():
            return _choice(field)
        case ChoicesField():
            return _choices(field)


def _text(field: TextField) -> Json:
    made = {**_named("Input.Text", field), "maxLength": field.max_length, "isMultiline": field.multiline}
    if field.placeholder:
        made["placeholder"] = tidy(field.placeholder)
    if field.value:
        made["value"] = tidy(field.value)[: field.max_length]
    return made


def _choice(field: ChoiceField) -> Json:
    style = "expanded" if len(field.options) <= _MOST_OPEN else "compact"
    made = {
        **_named("Input.ChoiceSet", field),
        "choices": _options(field.options),
        "style": style,
        "wrap": True,
    }
    return {**made, "value": field.value} if field.value else made


def _choices(field: ChoicesField) -> Json:
    made = {**_named("Input.ChoiceSet", field), "choices": _options(field.options)}
    made |= {"style": "expanded", "isMultiSelect": True, "wrap": True}
    return {**made, "value": ",".join(field.values)} if field.values else made


def _named(kind: str, field: Field) -> Json:
    label = cut(" ".join(lines(field.label)), _LONGEST_LABEL) or "…"
    made: Json = {"type": kind, "id": field.id, "label": label, "isRequired": field.required}
    if field.required:  # what is missing is said by the field's own words
        made["errorMessage"] = cut(" ".join(lines(field.hint)), _LONGEST_LABEL) or label
    return made


def _options(options: tuple[Option, ...]) -> list[Json]:
    """Some clients read Markdown in the titles of choices, some do not."""
    return [{"title": _title(option), "value": option.value} for option in options]


def _title(option: Option) -> str:
    return defuse(cut(" ".join(lines(option.label)), _LONGEST_CHOICE)) or "…"


def _error(field: Field, errors: Mapping[str, str]) -> list[Json]:
    """Said in words, and in the colour of attention besides."""
    made = plain_lines(errors.get(field.id, ""), bold=True)
    for line in made:
        for one in line["inlines"]:
            one["color"] = "Attention"
    return made


def _hint(field: Field) -> list[Json]:
    return plain_lines(field.hint, subtle=True, spacing="Small")
