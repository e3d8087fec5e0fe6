"""Whatever people write: the card is valid, small enough, and shows their words as words."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from adaptive_cards.card import Card, Form, Mention, Paragraph, Span
from adaptive_cards.renderers.adaptive_card import render, render_form
from adaptive_cards.renderers.adaptive_card.text import clean, escape, lines
from adaptive_cards.renderers.enclosures import Enclosure
from tests.support.adaptive_card_lint import elements, problems
from tests.support.card_strategies import HOSTILE, cards, forms, texts

FLOWER = {"flower": Enclosure("https://paja.example/p/1.png")}
SLOW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=100)
markdown = MarkdownIt("commonmark")


def shown(text: str) -> str:
    """What a Markdown reader shows of a line; fails when it shows anything but plain text."""
    (opened, inline, closed) = markdown.parse(text)
    assert (opened.type, closed.type) == ("paragraph_open", "paragraph_close")
    kinds = {child.type for child in inline.children or []}
    assert kinds <= {"text"}, kinds
    return "".join(child.content for child in inline.children or [])


@SLOW
@given(cards)
def test_any_card_may_go_out(card: Card) -> None:
    found = problems(render(card, FLOWER))
    assert found in ([], ["an empty card"])


@SLOW
@given(forms)
def test_any_form_may_go_out(form: Form) -> None:
    assert problems(render_form(form), dialog=True) == []


@given(texts)
@example("1. yksi")
@example("123) kaksi")
@example("\\&lt;")
@example("a\\")
def test_markdown_shows_escaped_text_as_it_was(text: str) -> None:
    for line in lines(text):
        assert shown(escape(line)) == line


@given(st.lists(st.tuples(texts, st.booleans()), min_size=1, max_size=4))
def test_text_beside_a_mention_is_literal(parts: list[tuple[str, bool]]) -> None:
    spans = tuple(Span(text, bold=bold) for text, bold in parts)
    card = render(Card("", (Paragraph((*spans, Mention("teams:t:29:anna", "Anna"))),), "x"))
    for block in card["body"]:
        if block["type"] == "TextBlock":
            plain_words(block["text"])


def plain_words(text: str) -> None:
    (_, inline, _) = markdown.parse(text.replace("<at>Anna</at>", "Anna"))
    kinds = {child.type for child in inline.children or []}
    assert kinds <= {"text", "strong_open", "strong_close"}, kinds


@given(texts)
def test_running_text_says_what_was_written(text: str) -> None:
    card = render(Card("", (Paragraph((Span(text),)),), "x"))
    assert all(one["type"] in {"RichTextBlock", "TextRun"} for one in elements(card["body"]))
    assert squeezed(said(card)) == squeezed(clean(text))


@given(texts, texts)
def test_nobody_is_pinged_by_what_somebody_wrote(text: str, name: str) -> None:
    card = render(Card(text, (Paragraph((Span(text), Mention("teams:t:29:anna", name))),), text))
    assert [one["mentioned"]["id"] for one in card["msteams"]["entities"]] == ["29:anna"]
    assert problems(card) in ([], ["no fallbackText"])


def test_every_hostile_text_fits_everywhere() -> None:
    flood = tuple(Paragraph((Span(text * 50),)) for text in HOSTILE)
    assert problems(render(Card("x", flood * 5, "x"))) == []


def said(card: dict[str, Any]) -> str:
    return "".join(one["text"] for one in elements(card["body"]) if one["type"] == "TextRun")


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
