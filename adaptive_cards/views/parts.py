"""The small pieces that views are put together from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from adaptive_cards.actions import Action
from adaptive_cards.card import (
    Block,
    Bullets,
    Button,
    Buttons,
    Card,
    Fact,
    Heading,
    Link,
    Paragraph,
    Rich,
    Span,
    Style,
)
from adaptive_cards.words import Value, Words
from content.wording import Point
from dialogs.journey.areas import FORMS as JOURNEY_FORMS
from dialogs.verbs import EVERYBODY, FORMS

DOT = " · "


def card(words: Words, title: str, *blocks: Block | None, summary: str = "") -> Card:
    """A card of the blocks that there are; its summary is the title unless something says more."""
    return Card(title, tuple(block for block in blocks if block), summary or title, words.language)


def line(words: Words, key: str, /, **values: Value) -> Paragraph:
    """A phrase as a paragraph."""
    return Paragraph(words.rich(key, **values))


def small(words: Words, key: str, /, **values: Value) -> Paragraph:
    """A phrase as small print."""
    return Paragraph(words.rich(key, **values), subtle=True)


def said(text: str, *, subtle: bool = False) -> Paragraph | None:
    """Words that are there already as a paragraph; None for no words."""
    return Paragraph((Span(text),), subtle=subtle) if text else None


def dotted(*texts: str) -> str:
    """The texts that there are, on one line."""
    return DOT.join(text for text in texts if text)


def heading(words: Words, key: str, *, over: object) -> Heading | None:
    """A heading, if there is anything under it."""
    return Heading(words.text(key)) if over else None


def bullets(texts: Iterable[str], *, numbered: bool = False) -> Bullets | None:
    """Texts as a list; None when there are none."""
    items = tuple((Span(text),) for text in texts)
    return Bullets(items, numbered) if items else None


def points(found: Iterable[Point]) -> Bullets | None:
    """A starter list: its labels strong."""
    items = tuple(_point(point) for point in found)
    return Bullets(items) if items else None


def _point(point: Point) -> Rich:
    if not point.label:
        return (Span(point.text),)
    label = Span(f"{point.label}:" if point.text else point.label, bold=True)
    return (label, Span(f" {point.text}")) if point.text else (label,)


def links(found: Iterable[Point]) -> Bullets | None:
    """Further reading: addresses of ours become links."""
    items = tuple(_link(point) for point in found)
    return Bullets(items) if items else None


def _link(point: Point) -> Rich:
    if point.text.startswith(("https://", "http://")):
        return (Link(point.label or point.text, point.text),)
    return _point(point)


def fact(words: Words, key: str, value: str, /, **values: Value) -> Fact | None:
    """A label and its value; None when there is no value."""
    return Fact(words.text(key, **values), (Span(value),)) if value else None


def until(words: Words, at: datetime | None) -> str:
    """Until when there is time; "" when time does not run."""
    return words.text("time.until", at=words.clock(at)) if at else ""


def button(
    words: Words, verb: str, session: str, *args: str, label: str = "", style: Style = Style.NORMAL
) -> Button:
    """A button that does `verb`, called by its verb unless `label` says otherwise."""
    question = f"confirm.{verb}" if verb in _ASKED else ""
    return Button(
        label or words.text(f"button.{verb}"),
        Action(verb, session, args),
        style,
        opens_form=verb in FORMS or verb in JOURNEY_FORMS,
        confirm=words.text(question) if question else "",
        cancel=words.text("confirm.cancel") if question else "",
    )


_ASKED = frozenset({"end", "leave", "regroup", "regroup-same", "forget", "process-drop", "try-drop"})
"""Verbs that are asked about before they count."""


def buttons(*found: Button | None) -> Buttons | None:
    """The buttons that there are; None when there are none."""
    present = tuple(one for one in found if one)
    return Buttons(present) if present else None


def group_arg(group: str) -> str:
    """A group's id as an argument of an action."""
    return group or EVERYBODY


def group_title(words: Words, title: str, group: int) -> str:
    """A title with the number of the group that it belongs to (0: everybody's)."""
    return dotted(title, words.text("group.title", number=group) if group else "")
