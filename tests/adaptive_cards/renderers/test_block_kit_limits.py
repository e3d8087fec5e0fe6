"""Whatever a card or a form holds, Slack takes what is rendered, and reads nothing in it as markup."""

from __future__ import annotations

import json
import string
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from adaptive_cards.actions import Action
from adaptive_cards.card import (
    Attachment,
    Bullets,
    Button,
    Buttons,
    Canvas,
    Card,
    Cell,
    ChoiceField,
    ChoicesField,
    Column,
    Divider,
    Fact,
    Facts,
    Form,
    Heading,
    Link,
    Mention,
    Option,
    Paragraph,
    Picture,
    Quote,
    Span,
    Style,
    TextField,
)
from adaptive_cards.renderers.block_kit import render, render_form, render_home, render_notice, render_waiting
from adaptive_cards.renderers.enclosures import Enclosure
from tests.support import block_kit_lint

HOSTILE = (
    "<!channel>",
    "<!everyone> <!here> @here @channel",
    "<@U1> <#C1|x> <!subteam^S1>",
    "<http://x|y> https://evil.example",
    "*b* _i_ ~s~ `c` ```x```",
    "> lainaus\n>>> lisää",
    ":wave: &amp; &lt;!channel&gt;",
    "👩‍👩‍👧‍👦" * 900,
    "🌸" * 25,
    "שלום \u202eabc\u202c مرحبا",
    "\x00\x07\x1b[2J\ud800\ufeff",
    "x" * 50_000,
    "ä " * 25_000,
    '"\\\n' * 2_000,
    " ",
    "\n\n",
    "",
)
texts = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=60), st.text(string.printable, max_size=200))
inlines = st.one_of(
    st.builds(Span, texts, st.booleans(), st.booleans()),
    st.builds(Mention, st.one_of(st.just("slack:T1:U7"), texts), texts),
    st.builds(Link, texts, st.one_of(st.just("https://paja.example/t"), texts)),
)
riches = st.lists(inlines, max_size=4).map(tuple)
actions = st.builds(Action, st.just("note"), st.just("s1"), st.lists(st.just("a1"), max_size=3).map(tuple))
buttons = st.builds(
    Button,
    texts,
    actions,
    st.sampled_from(Style),
    st.booleans(),
    st.just(""),
    st.one_of(st.just(""), texts),
    texts,
)
cells = st.builds(Cell, texts, texts, st.lists(texts, max_size=5).map(tuple), texts)
columns = st.builds(Column, texts, st.lists(cells, max_size=3).map(tuple))
words = st.one_of(
    st.builds(Heading, texts),
    st.builds(Paragraph, riches, st.booleans()),
    st.builds(Bullets, st.lists(riches, max_size=5).map(tuple), st.booleans()),
    st.builds(Quote, texts, texts),
    st.builds(Facts, st.lists(st.builds(Fact, texts, riches), max_size=5).map(tuple)),
    st.builds(Canvas, st.lists(columns, max_size=5).map(tuple)),
    st.builds(Divider),
)
parts = st.one_of(
    words,
    st.builds(Picture, st.sampled_from(["p1", "p2", "gone"]), texts, texts),
    st.builds(Attachment, st.sampled_from(["p1", "p2", "gone"]), st.just("a.json"), texts),
    st.builds(Buttons, st.lists(buttons, max_size=30).map(tuple)),
)
cards = st.builds(
    Card,
    texts,
    st.one_of(st.lists(parts, max_size=6), st.lists(parts, min_size=50, max_size=70)).map(tuple),
    texts,
)
ENCLOSURES = {"p1": Enclosure(file_id="F1"), "p2": Enclosure(url="https://paja.example/p.png")}


def options(most: int) -> st.SearchStrategy[tuple[Option, ...]]:
    labels = st.lists(texts, max_size=most)
    return labels.map(lambda given_: tuple(Option(f"o{n}", label) for n, label in enumerate(given_)))


fields = st.one_of(
    st.builds(
        TextField,
        st.just("x"),
        texts,
        texts,
        texts,
        texts,
        st.booleans(),
        st.booleans(),
        st.integers(-1, 9000),
    ),
    st.builds(ChoiceField, st.just("x"), texts, options(120), st.sampled_from(["o0", "o7", "", "?"]), texts),
    st.builds(ChoicesField, st.just("x"), texts, options(12), st.just(("o0", "o3", "?")), texts),
)


@st.composite
def forms(draw: st.DrawFn) -> Form:
    numbered = [named(field, f"f{n}") for n, field in enumerate(draw(st.lists(fields, max_size=4)))]
    return Form(
        draw(texts),
        tuple(numbered),
        draw(texts),
        draw(texts),
        draw(actions),
        "n" * 32,
        draw(st.lists(words, max_size=3).map(tuple)),
    )


def named(field: Any, name: str) -> Any:
    return type(field)(**{slot: getattr(field, slot) for slot in field.__slots__ if slot != "id"}, id=name)


@settings(max_examples=80, deadline=None)
@given(cards)
def test_every_card_is_a_message_that_slack_takes(card: Card) -> None:
    assert block_kit_lint.message(**render(card, ENCLOSURES)) == []


@settings(max_examples=30, deadline=None)
@given(cards)
def test_every_card_is_a_home_page_and_a_modal_that_slack_takes(card: Card) -> None:
    assert block_kit_lint.view(render_home(card)) == []
    assert block_kit_lint.view(render_notice(card, title="Paja", place="slack:T1:C1", thread="1.2")) == []


@settings(max_examples=60, deadline=None)
@given(forms())
def test_every_form_is_a_modal_that_slack_takes(form: Form) -> None:
    assert block_kit_lint.view(render_form(form, place="slack:T1:C1", thread="1700000000.000100")) == []


@given(texts)
def test_a_modal_that_waits_may_be_called_anything(title: str) -> None:
    assert block_kit_lint.view(render_waiting(title)) == []


def test_a_short_text_is_never_touched() -> None:
    for text in (text for text in HOSTILE if text.strip() and len(text) < 60 and text.isprintable()):
        card = Card(text, (Paragraph((Span(text),)), Quote(text)), text)
        assert json.dumps(render(card)["blocks"]).count(json.dumps(text)[1:-1]) == 3


def test_a_card_of_sixty_parts_becomes_fewer_blocks_and_loses_nothing() -> None:
    parts_ = tuple(
        part for n in range(30) for part in (Heading(f"Otsikko {n}"), Paragraph((Span(f"Sisältö {n}"),)))
    )
    join = Buttons((Button("Liity", Action("join", "s1")),))

    blocks = render(Card("Paja", (*parts_, join), "Paja"))["blocks"]

    assert len(blocks) == 2
    assert blocks[1]["elements"][0]["value"] == "join|s1"
    said = json.dumps(blocks, ensure_ascii=False)
    assert all(f"Otsikko {n}" in said and f"Sisältö {n}" in said for n in range(30))


def test_what_is_too_long_ends_in_an_ellipsis_and_its_buttons_stay() -> None:
    long = Paragraph((Span("sana " * 10_000),))
    join = Buttons((Button("Liity", Action("join", "s1")),))

    blocks = render(Card("Paja", (*[long] * 8, join), "Paja"))["blocks"]

    assert blocks[-1]["elements"][0]["value"] == "join|s1"
    assert blocks[-2]["elements"][-1]["elements"][-1]["text"].endswith("…")


def test_a_long_list_of_notes_is_cut_at_a_note() -> None:
    notes = tuple(f"Lappu {n}: {'a' * 80}" for n in range(200))

    blocks = render(Card("Paja", (Canvas((Column("Kaikki", (Cell("Kohta", notes=notes),)),)),), "Paja"))[
        "blocks"
    ]

    title, label, shown = blocks[1]["elements"][:3]
    assert (title["elements"][0]["text"], label["elements"][0]["elements"][0]["text"]) == ("Kaikki", "Kohta")
    assert [item["elements"][0]["text"] for item in shown["elements"]][:50] == list(notes[:50])
