"""Hypothesis strategies for cards and forms full of hostile text, for every renderer."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from adaptive_cards.actions import Action
from adaptive_cards.card import (
    Attachment,
    Block,
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
    Field,
    Form,
    Heading,
    Inline,
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

HOSTILE = (
    "<at>Anna</at> <at id='1'>x</at>",
    "[klikkaa](http://evil.example) ![x](http://evil.example/x.png) http://evil.example www.evil.example",
    "**vahva** _kursiivi_ ~~yli~~ `koodi` ***",
    "# otsikko\n## toinen\n- lista\n+ lista\n1. yksi\n2) kaksi\n> lainaus\n---\n===",
    "<b>x</b> <script>alert(1)</script> &lt;at&gt; &#42;&amp;",
    "\\*jo\\* \\\\ \\",
    "<!channel> <@U123> <!here>",
    "rivi\r\nrivi\u2028rivi\x0brivi\x00\x1b[31m\x85",
    "\u202eoikealta\u2066 שלום مرحبا 👩‍👩‍👧‍👦 🇫🇮",
    "\ud800 yksinäinen",
    "| a | b |\n|---|---|\n    sisennetty",
    "anna@example.com ja {{DATE(2020-01-01T00:00:00Z)}}",
)

texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=60),
    st.text(alphabet="ab *_[]()<>#-+.1\\`~&;:/@!|=\n", max_size=40),
    st.builds(lambda one, times: one * times, st.sampled_from(HOSTILE), st.integers(2, 40)),
)
long_texts = st.one_of(
    texts, texts, texts, st.builds(lambda letter: letter * 20_000, st.sampled_from("aä👍 \n*"))
)
words = st.text(alphabet="aäbcdeö", min_size=1, max_size=12)
people = st.sampled_from(
    ("teams:t:29:abc-1", "teams:t:8b081ef6-4792-4def-b2c9-c363a1bf41d5", "slack:T1:U7", "browser:local:maija")
)
actions = st.builds(Action, words.map(lambda _: "verb"), st.just("s1"), st.just(("a", "1")))
urls = st.sampled_from(
    ("https://paja.example/x?a=1&b=(2)", "http://localhost:3978/", "javascript:alert(1)", "")
)

spans = st.builds(Span, long_texts, st.booleans(), st.booleans())
inlines: st.SearchStrategy[Inline] = st.one_of(
    spans, st.builds(Mention, people, texts), st.builds(Link, texts, urls)
)
riches = st.lists(inlines, max_size=4).map(tuple)
cells = st.builds(Cell, texts, texts, st.lists(long_texts, max_size=8).map(tuple), texts)
columns = st.builds(Column, texts, st.lists(cells, min_size=1, max_size=3).map(tuple))
buttons = st.one_of(
    st.builds(Button, texts, actions, st.sampled_from(Style), st.booleans(), st.just(""), texts),
    st.builds(Button, texts, st.none(), st.just(Style.NORMAL), st.booleans(), urls),
)
blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, texts),
    st.builds(Paragraph, riches, st.booleans()),
    st.builds(Bullets, st.lists(riches, max_size=4).map(tuple), st.booleans()),
    st.builds(Quote, long_texts, texts),
    st.builds(Facts, st.lists(st.builds(Fact, texts, riches), max_size=3).map(tuple)),
    st.builds(Canvas, st.lists(columns, min_size=1, max_size=4).map(tuple)),
    st.builds(Picture, st.sampled_from(("flower", "none")), texts, texts),
    st.builds(Attachment, st.sampled_from(("flower", "none")), st.just("x.docx"), texts),
    st.just(Divider()),
    st.builds(Buttons, st.lists(buttons, max_size=8).map(tuple)),
)
some_text = texts.map(lambda text: "Yhteenveto " + text)
cards = st.builds(Card, long_texts, st.lists(blocks, max_size=5).map(tuple), some_text)

_options = st.lists(words, min_size=1, max_size=9, unique=True).flatmap(
    lambda values: st.tuples(*(st.builds(Option, st.just(value), texts) for value in values))
)
_ids = st.just("x")
_fields = st.one_of(
    st.builds(
        TextField, _ids, texts, texts, texts, texts, st.booleans(), st.booleans(), st.integers(1, 4000)
    ),
    st.builds(ChoiceField, _ids, texts, _options, st.just(""), texts, st.booleans()),
    st.builds(ChoicesField, _ids, texts, _options, st.just(()), texts, st.booleans()),
)


def _numbered(found: list[Field]) -> tuple[Field, ...]:
    return tuple(replace(field, id=f"f{number}") for number, field in enumerate(found))


forms = st.builds(
    Form,
    words,
    st.lists(_fields, min_size=1, max_size=4).map(_numbered),
    words,
    words,
    actions,
    st.just("nonce-1"),
    st.lists(blocks.filter(lambda block: not isinstance(block, Buttons)), max_size=2).map(tuple),
)
