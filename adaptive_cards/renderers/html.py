"""`Card` and `Form` -> HTML for the practice room: semantic, without a script or a style of its own.

Every text passes Jinja's escaping and `legible`, and stands in a `<bdi>` or an element with `dir="auto"`:
nothing that a person wrote can become markup or turn the text around it. Addresses are only ever http(s) or
our own paths; anything else is left out. The fragment fits a policy that forbids inline script and style.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from adaptive_cards.card import Button, Card, ChoiceField, Form
from adaptive_cards.renderers.enclosures import NOTHING, Enclosures
from adaptive_cards.renderers.legible import legible

FEW_OPTIONS = 7
"""Up to this many options stand side by side as radio buttons; more go into a drop-down."""

_ADDRESS = re.compile(r"(?:https?://[^\s/\\]|mailto:[^\s]|/(?![/\\]))[^\s\x00-\x1f]*", re.IGNORECASE)


def render(card: Card, enclosures: Enclosures = NOTHING) -> str:
    """The card as one `<article>`. Pictures and files that are not in `enclosures` are left out."""
    return _template("card.html.j2").render(card=card, enclosures=enclosures).strip()


def render_form(form: Form) -> str:
    """The form as one `<dialog>`; `data-action` and `data-nonce` of its `<form>` travel back with it."""
    return _template("form.html.j2").render(form=form, enclosures=NOTHING).strip()


def _shown(value: Any) -> Any:
    """What an expression of a template puts out: markup of ours as it is, everything else legible."""
    return value if isinstance(value, Markup) else legible(str(value))


def _kind(value: object) -> str:
    return type(value).__name__


def _safe_address(url: str) -> bool:
    return _ADDRESS.fullmatch(url) is not None


def _usable(button: Button) -> bool:
    return _safe_address(button.url) if button.url else button.action is not None


def _titled(columns: Any) -> bool:
    return any(column.title for column in columns)


def _height(columns: Any) -> int:
    return max((len(column.cells) for column in columns), default=0)


def _as_radio(field: ChoiceField) -> bool:
    return len(field.options) <= FEW_OPTIONS


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("adaptive_cards.renderers"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"kind": _kind, "height": _height}
    environment.tests |= {
        "safe_address": _safe_address,
        "usable": _usable,
        "titled": _titled,
        "as_radio": _as_radio,
    }
    return environment


@cache
def _template(name: str) -> Template:
    """Loaded when the first card is shown: compiling takes longer than most starts need."""
    return _environment().get_template(name)
