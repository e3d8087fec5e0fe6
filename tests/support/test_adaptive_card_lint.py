"""The lint of Adaptive Cards lets a good card pass and notices each single thing that is wrong."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from adaptive_cards.actions import Action
from adaptive_cards.card import (
    Button,
    Buttons,
    Card,
    ChoicesField,
    Form,
    Mention,
    Option,
    Paragraph,
    Picture,
    Span,
    TextField,
)
from adaptive_cards.renderers.adaptive_card import render, render_form
from adaptive_cards.renderers.enclosures import Enclosure
from tests.support.adaptive_card_lint import elements, problems

Json = dict[str, Any]
JOIN = Action("join", "s1")
CARD = render(
    Card(
        "Paja",
        (
            Paragraph((Span("Hei"),)),
            Paragraph((Mention("teams:t:29:anna", "Anna"),)),
            Picture("flower", "Kukka"),
            Buttons((Button("Liity", JOIN), Button("Taulu", url="https://paja.example/"))),
        ),
        "Paja",
    ),
    {"flower": Enclosure("https://paja.example/f.png")},
)
FORM = render_form(
    Form(
        "Lappu",
        (TextField("text", "Lappu"), ChoicesField("picks", "Nostot", (Option("a", "A"),))),
        "Ok",
        "Ei",
        JOIN,
        "n",
    )
)


def first(card: Json, kind: str) -> Json:
    return next(one for one in elements(card) if one["type"] == kind)


def setting(kind: str, name: str, value: Any) -> Callable[[Json], None]:
    def spoil(card: Json) -> None:
        (card if kind == "root" else first(card, kind))[name] = value

    return spoil


def taking(kind: str, name: str) -> Callable[[Json], None]:
    def spoil(card: Json) -> None:
        del (card if kind == "root" else first(card, kind))[name]

    return spoil


SPOILT: list[tuple[str, Callable[[Json], None]]] = [
    ("version", setting("root", "version", "1.6")),
    ("fallbackText", taking("root", "fallbackText")),
    ("$schema", taking("root", "$schema")),
    ("msteams.width", setting("root", "msteams", {})),
    ("unknown root keys", setting("root", "speak", "x")),
    ("an empty card", setting("root", "body", [])),
    ("bytes in UTF-16", setting("TextRun", "text", "ä" * 13_000)),
    ("surrogates", setting("TextRun", "text", "\ud800")),
    ("control characters", setting("TextRun", "text", "\x1b[31m")),
    ("an empty RichTextBlock", setting("TextRun", "text", " ")),
    ("an empty TextBlock", setting("TextBlock", "text", " ")),
    ("does not wrap", taking("TextBlock", "wrap")),
    ("Markdown, an address or HTML", setting("TextBlock", "text", "katso http://evil.example")),
    ("Markdown, an address or HTML", setting("TextBlock", "text", "<b>x</b>")),
    ("Markdown, an address or HTML", setting("TextBlock", "text", "`koodi`")),
    ("mention texts and entities differ", setting("TextBlock", "text", "<at>Ville</at>")),
    ("mention texts and entities differ", setting("root", "msteams", {"width": "Full"})),
    ("schema", setting("TextBlock", "colour", "red")),
    ("schema", setting("Image", "size", "Huge")),
    ("schema", setting("TextBlock", "type", "Text")),
    ("altText", taking("Image", "altText")),
    ("an image that cannot be fetched", setting("Image", "url", "http://paja.example/f.png")),
    ("style or isEnabled", setting("Action.Execute", "style", "positive")),
    ("style or isEnabled", setting("Action.Execute", "isEnabled", value=True)),
    ("without a verb", taking("Action.Execute", "verb")),
    ("without a fallback", taking("Action.Execute", "fallback")),
    ("a fallback with other data", setting("Action.Execute", "data", {"paja": "leave|s1"})),
    ("without an action of ours", setting("Action.Execute", "data", {"paja": "leave"})),
    ("without a title", setting("Action.Execute", "title", "")),
    ("a link that cannot be opened", setting("Action.OpenUrl", "url", "http://paja.example/")),
    ("buttons in a row", setting("ActionSet", "actions", CARD["body"][-1]["actions"] * 4)),
    ("inputs in a message", setting("root", "body", FORM["body"])),
]
SPOILT_FORMS: list[tuple[str, Callable[[Json], None]]] = [
    ("an id of its own or a label", taking("Input.Text", "label")),
    ("an id of its own or a label", setting("Input.Text", "id", "paja")),
    ("the same id", setting("Input.Text", "id", "picks")),
    ("does not say so", taking("Input.Text", "errorMessage")),
    ("without maxLength", taking("Input.Text", "maxLength")),
    ("a comma in its value", setting("Input.ChoiceSet", "choices", [{"title": "A", "value": "a,b"}])),
    ("cannot be sent", setting("root", "actions", [])),
]


def test_a_good_card_and_a_good_form_pass() -> None:
    assert problems(CARD) == []
    assert problems(FORM, dialog=True) == []


@pytest.mark.parametrize(("complaint", "spoil"), SPOILT)
def test_each_fault_of_a_card_is_noticed(complaint: str, spoil: Callable[[Json], None]) -> None:
    card = copy.deepcopy(CARD)
    spoil(card)
    assert any(complaint in one for one in problems(card))


@pytest.mark.parametrize(("complaint", "spoil"), SPOILT_FORMS)
def test_each_fault_of_a_form_is_noticed(complaint: str, spoil: Callable[[Json], None]) -> None:
    card = copy.deepcopy(FORM)
    spoil(card)
    assert any(complaint in one for one in problems(card, dialog=True))
