"""`Form` -> Slack modal (`views.open`, `views.update`), and the modals that stand in its place.

A field's id is its `block_id`, so that what is to be mended can be said beside it. Its `action_id` holds the
form's nonce: Slack keeps what was typed while both ids stay, and the next form must start empty.
Source: Slack, "Modals", "Block Kit: input block".
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from adaptive_cards.actions import Action, BadActionError, decode
from adaptive_cards.card import Card, ChoiceField, ChoicesField, Field, Form, Option, TextField
from adaptive_cards.limits import ELLIPSIS
from adaptive_cards.renderers.block_kit_blocks import blocks_of, header
from adaptive_cards.renderers.block_kit_fit import VIEW_BLOCKS, VIEW_WEIGHT, fitted
from adaptive_cards.renderers.block_kit_text import Json, clean, fit, one_line, plain, plain_lines, units
from adaptive_cards.renderers.enclosures import NOTHING

FORM = "paja-form"
FIELD = "paja-field"

_TITLE = 24
_LABEL = 2000
_PLACEHOLDER = 150
_LONGEST_ANSWER = 3000
_OPTION = 75
_ON_SCREEN = 10
_IN_LIST = 100


@dataclass(frozen=True, slots=True)
class Origin:
    """What a modal remembers: its form's action and nonce, and where it was opened (Slack does not say)."""

    action: Action | None = None
    nonce: str = ""
    place: str = ""
    thread: str = ""


def render_form(form: Form, *, place: str = "", thread: str = "") -> Json:
    """The modal of a form. `place` and `thread` (where it was opened) come back: see `read_origin`."""
    fields = [block for field in form.fields for block in _field(field, form.nonce)][:VIEW_BLOCKS]
    intro = blocks_of(form.intro, NOTHING)
    room = VIEW_BLOCKS - len(fields)
    view = {
        "type": "modal",
        "callback_id": FORM,
        "title": plain(form.title, _TITLE),
        "submit": plain(form.submit, _TITLE),
        "close": plain(form.cancel, _TITLE),
        "private_metadata": _write(Origin(form.action, form.nonce, place, thread)),
        "blocks": [*(fitted(intro, most=room, heaviest=VIEW_WEIGHT) if room else []), *fields],
    }
    return view if view["blocks"] else {**view, "blocks": _waiting_blocks()}


def render_waiting(title: str, *, place: str = "", thread: str = "") -> Json:
    """The modal that stands there until the form is known: Slack's `trigger_id` lives three seconds."""
    return _modal(title, _waiting_blocks(), place, thread)


def render_notice(card: Card, *, title: str = "", place: str = "", thread: str = "") -> Json:
    """A modal that says something instead of asking: `title` is used when the card has none."""
    blocks = blocks_of(card.blocks, NOTHING)
    short = card.title and units(one_line(card.title)) <= _TITLE
    heading = [] if short else header(card.title)
    shown = fitted([*heading, *blocks], most=VIEW_BLOCKS, heaviest=VIEW_WEIGHT)
    return _modal(card.title if short else title or card.title, shown or _said(card.summary), place, thread)


def read_origin(text: str) -> Origin:
    """What `private_metadata` holds; raises `BadActionError` for anything that we have not written."""
    try:
        data = json.loads(text)
        parts = [data.get(key, "") for key in ("action", "nonce", "place", "thread")]
    except (ValueError, AttributeError, RecursionError) as error:
        raise BadActionError from error
    if not all(isinstance(part, str) for part in parts):
        raise BadActionError
    action, nonce, place, thread = parts
    return Origin(decode(action) if action else None, nonce, place, thread)


def _write(origin: Origin) -> str:
    action = origin.action.encode() if origin.action else ""
    parts = {"action": action, "nonce": origin.nonce, "place": origin.place, "thread": origin.thread}
    return json.dumps({key: part for key, part in parts.items() if part}, separators=(",", ":"))


def _modal(title: str, blocks: list[Json], place: str, thread: str) -> Json:
    return {
        "type": "modal",
        "callback_id": FORM,
        "title": plain(title, _TITLE),
        "private_metadata": _write(Origin(place=place, thread=thread)),
        "blocks": blocks,
    }


def _waiting_blocks() -> list[Json]:
    return _said(ELLIPSIS)


def _said(text: str) -> list[Json]:
    return [{"type": "section", "text": plain_lines(text, _LONGEST_ANSWER)}]


def _field(field: Field, nonce: str) -> list[Json]:
    """One input; a choice without options is left out, as Slack would refuse the whole form."""
    match field:
        case TextField():
            return [_input(field, _text(field, nonce), required=field.required)]
        case ChoiceField(options=options) if options:
            return [_input(field, _choice(field, nonce), required=field.required)]
        case ChoicesField(options=options) if options:
            return [_input(field, _choices(field, nonce), required=field.required)]
        case _:
            return []


def _input(field: Field, element: Json, *, required: bool) -> Json:
    hint = {"hint": plain_lines(field.hint, _LABEL)} if one_line(field.hint) else {}
    return {
        "type": "input",
        "block_id": field.id,
        "label": plain(field.label, _LABEL),
        "optional": not required,
        "element": element,
        **hint,
    }


def _text(field: TextField, nonce: str) -> Json:
    value = fit(clean(field.value), _LONGEST_ANSWER)
    element: Json = {
        "type": "plain_text_input",
        "action_id": f"{FIELD}.{nonce}",
        "multiline": field.multiline,
        # What stands there already always fits: Slack refuses a form whose text is longer than it allows.
        "max_length": min(_LONGEST_ANSWER, max(1, field.max_length, units(value))),
    }
    if value:
        element["initial_value"] = value
    if one_line(field.placeholder):
        element["placeholder"] = plain(field.placeholder, _PLACEHOLDER)
    return element


def _choice(field: ChoiceField, nonce: str) -> Json:
    kind = "radio_buttons" if _on_screen(field.options) else "static_select"
    chosen = _chosen(field.options, (field.value,))
    return {**_options(kind, field.options, nonce), **({"initial_option": chosen[0]} if chosen else {})}


def _choices(field: ChoicesField, nonce: str) -> Json:
    kind = "checkboxes" if _on_screen(field.options) else "multi_static_select"
    chosen = _chosen(field.options, field.values)
    return {**_options(kind, field.options, nonce), **({"initial_options": chosen} if chosen else {})}


def _on_screen(options: tuple[Option, ...]) -> bool:
    return len(options) <= _ON_SCREEN


def _chosen(options: tuple[Option, ...], values: tuple[str, ...]) -> list[Json]:
    on_screen = _on_screen(options)
    return [_option(option, on_screen=on_screen) for option in options if option.value in values]


def _options(kind: str, options: tuple[Option, ...], nonce: str) -> Json:
    """Up to ten choices are all on the screen, more in a list, more than a hundred in a list of parts."""
    element: Json = {"type": kind, "action_id": f"{FIELD}.{nonce}"}
    made = [_option(option, on_screen=_on_screen(options)) for option in options]
    if len(made) <= _IN_LIST:
        return {**element, "options": made}
    starts = range(0, min(len(made), _IN_LIST * _IN_LIST), _IN_LIST)
    return {**element, "option_groups": [_part(start, made[start : start + _IN_LIST]) for start in starts]}


def _part(start: int, options: list[Json]) -> Json:
    return {"label": plain(f"{start + 1}–{start + len(options)}", _OPTION), "options": options}


def _option(option: Option, *, on_screen: bool) -> Json:
    """A choice; a label too long for its line goes on in the small print under it, where there is one."""
    label = plain(option.label, _OPTION)
    made: Json = {"text": label, "value": option.value}
    rest = one_line(option.label)[len(label["text"]) - 1 :].strip()
    if on_screen and label["text"].endswith(ELLIPSIS) and rest and rest != ELLIPSIS:
        made["description"] = plain(ELLIPSIS + rest, _OPTION)
    return made
