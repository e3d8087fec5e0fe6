"""The practice room's markup: what a card and a form become, and that nobody's words become markup."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import example, given
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
from adaptive_cards.renderers import html
from adaptive_cards.renderers.enclosures import Enclosure
from adaptive_cards.renderers.legible import legible

Attributes = list[tuple[str, str | None]]


class _Reader(HTMLParser):
    """The tags with their attributes, and the text between them."""

    def __init__(self, fragment: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, Attributes]] = []
        self.text = ""
        self.feed(fragment)
        self.close()

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self.tags.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}", []))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.tags.append(("!--", [("", data)]))

    def first(self, tag: str) -> dict[str, str | None]:
        return dict(next(attributes for name, attributes in self.tags if name == tag))

    def shape(self) -> list[tuple[str, list[str]]]:
        return [(tag, [name for name, _ in attributes]) for tag, attributes in self.tags]


_OUT = 'target="_blank" rel="noopener noreferrer"'
_ROW = '<div class="buttons" role="group" aria-label="Lyhyesti">'


def _card(*blocks: Block, title: str = "") -> Card:
    return Card(title, blocks, "Lyhyesti")


def _squeezed(fragment: str) -> str:
    return "".join(line.strip() for line in fragment.splitlines())


def _inside(*blocks: Block) -> str:
    """What stands inside the `<article>`, without the line breaks of the templates."""
    return (
        _squeezed(html.render(_card(*blocks)))
        .removeprefix('<article class="card" lang="fi" aria-label="Lyhyesti">')
        .removesuffix("</article>")
    )


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Heading("Tavoite"), '<h4 class="heading" dir="auto">Tavoite</h4>'),
        (
            Paragraph((Span("Parisi: "), Mention("browser:local:ville", "Ville"), Span("!", bold=True))),
            '<p><bdi>Parisi: </bdi><bdi class="mention">Ville</bdi><strong><bdi>!</bdi></strong></p>',
        ),
        (
            Paragraph((Span("Näkyy parillesi", italic=True),), subtle=True),
            '<p class="subtle"><em><bdi>Näkyy parillesi</bdi></em></p>',
        ),
        (
            Paragraph((Link("Ohje", "https://paja.example/ohje?a=1&b=2"),)),
            (f'<p><a href="https://paja.example/ohje?a=1&amp;b=2" {_OUT}><bdi>Ohje</bdi></a></p>'),
        ),
        (
            Bullets(((Span("yksi"),), (Span("kaksi"),))),
            '<ul class="bullets"><li><bdi>yksi</bdi></li><li><bdi>kaksi</bdi></li></ul>',
        ),
        (Bullets(((Span("yksi"),),), numbered=True), '<ol class="bullets"><li><bdi>yksi</bdi></li></ol>'),
        (
            Quote("Joo, ja…", "Anna"),
            (
                '<figure class="quote"><blockquote dir="auto">Joo, ja…</blockquote>'
                '<figcaption dir="auto">Anna</figcaption></figure>'
            ),
        ),
        (Quote("Joo"), '<figure class="quote"><blockquote dir="auto">Joo</blockquote></figure>'),
        (
            Facts((Fact("Kirjuri", (Span("Ville"),)),)),
            '<dl class="facts"><div><dt dir="auto">Kirjuri</dt><dd><bdi>Ville</bdi></dd></div></dl>',
        ),
        (Divider(), "<hr>"),
        (
            Buttons((Button("Liity mukaan", Action("join", "s1"), Style.PRIMARY),)),
            _ROW + '<button type="button" class="button primary" data-action="join|s1">'
            "<bdi>Liity mukaan</bdi></button></div>",
        ),
        (
            Buttons(
                (
                    Button(
                        "Lopeta", Action("end", "s1"), Style.DANGER, opens_form=True, confirm="Lopetetaanko?"
                    ),
                )
            ),
            _ROW + '<button type="button" class="button danger" data-action="end|s1" data-opens-form'
            ' aria-haspopup="dialog"'
            ' data-confirm="Lopetetaanko?"><bdi>Lopeta</bdi></button></div>',
        ),
        (
            Buttons((Button("Taulu", url="https://paja.example/taulu"),)),
            _ROW + f'<a class="button normal" href="https://paja.example/taulu" {_OUT}>'
            "<bdi>Taulu</bdi></a></div>",
        ),
    ],
)
def test_each_block(block: Block, expected: str) -> None:
    assert _inside(block) == expected


def test_a_card_is_an_article_in_its_language_with_its_summary_as_its_name() -> None:
    card = Card("Workshop 1", (), "Workshop 1 has started", "en")
    assert _squeezed(html.render(card)) == (
        '<article class="card" lang="en" aria-label="Workshop 1 has started">'
        '<h3 class="card-title" dir="auto">Workshop 1</h3></article>'
    )


def test_a_canvas_is_a_table_with_a_header_for_each_column_and_as_many_cells_in_each_row() -> None:
    canvas = Canvas(
        (
            Column(
                "Osaaminen",
                (Cell("Ammattitaito", "Mitä osaat?", ("Excel", "Rauha"), "ja 4 muuta"), Cell("Oppiminen")),
            ),
            Column("Hyvinvointi", (Cell("Palautuminen"),)),
        )
    )
    assert _inside(canvas) == (
        '<table class="canvas" role="table" aria-label="Lyhyesti">'
        '<thead role="rowgroup"><tr role="row">'
        '<th scope="col" role="columnheader" class="column-1" dir="auto">Osaaminen</th>'
        '<th scope="col" role="columnheader" class="column-2" dir="auto">Hyvinvointi</th>'
        '</tr></thead><tbody role="rowgroup"><tr role="row">'
        '<td role="cell" class="cell column-1"><p class="cell-label" dir="auto">Ammattitaito</p>'
        '<p class="cell-prompt" dir="auto">Mitä osaat?</p>'
        '<ul class="notes"><li class="note" dir="auto">Excel</li><li class="note" dir="auto">Rauha</li></ul>'
        '<p class="cell-more" dir="auto">ja 4 muuta</p></td>'
        '<td role="cell" class="cell column-2"><p class="cell-label" dir="auto">Palautuminen</p></td></tr>'
        '<tr role="row">'
        '<td role="cell" class="cell column-1"><p class="cell-label" dir="auto">Oppiminen</p></td>'
        '<td role="cell" class="cell no-cell column-2"></td></tr></tbody></table>'
    )


def test_a_canvas_without_titles_has_no_header() -> None:
    canvas = Canvas((Column("", (Cell("Vahvuudet"),)), Column("", (Cell("Heikkoudet"),))))
    assert "thead" not in _inside(canvas)


def test_pictures_and_files_are_shown_where_they_can_be_reached() -> None:
    card = _card(
        Picture("kukka-1", "Kukka, jossa on kolme terälehteä", "Voimavarakukka"),
        Attachment("f1", "y.docx", "Word"),
    )
    where = {"kukka-1": Enclosure(url="/practice/files/abc"), "f1": Enclosure(url="/practice/files/def")}
    assert _squeezed(html.render(card, where)) == (
        '<article class="card" lang="fi" aria-label="Lyhyesti"><figure class="picture">'
        '<img src="/practice/files/abc" alt="Kukka, jossa on kolme terälehteä">'
        '<figcaption dir="auto">Voimavarakukka</figcaption></figure>'
        '<p class="attachment"><a href="/practice/files/def" download="y.docx"><bdi>Word</bdi></a></p>'
        "</article>"
    )
    assert _squeezed(html.render(card)) == _squeezed(html.render(_card()))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "/\\evil.example",
        "https://",
        "a b",
        "\x01https://x",
    ],
)
def test_an_address_that_is_not_http_or_ours_leads_nowhere(address: str) -> None:
    card = _card(
        Paragraph((Link("teksti", address),)),
        Buttons((Button("nappi", url=address),)),
        Picture("p", "alt"),
        Attachment("p", "a.txt", "A"),
    )
    fragment = html.render(card, {"p": Enclosure(url=address)})
    assert _Reader(fragment).text.split() == ["teksti"]
    assert {tag for tag, _ in _Reader(fragment).tags} == {
        "article",
        "/article",
        "p",
        "/p",
        "bdi",
        "/bdi",
        "div",
        "/div",
    }


_FORM = Form(
    "Lisää lappu",
    (
        TextField(
            "note",
            "Lappu",
            hint="Yksikin sana riittää",
            placeholder="esim. rauha",
            value="\nExcel",
            multiline=True,
        ),
        TextField("name", "Nimi", value="Anna", required=False, max_length=80),
        ChoiceField("cell", "Kohta", (Option("c1", "Ammattitaito"), Option("c2", "Oppiminen")), "c2"),
        ChoiceField(
            "who", "Kuka", tuple(Option(f"p{n}", f"Nimi {n}") for n in range(8)), "p3", required=False
        ),
        ChoicesField(
            "picks", "Nostot", (Option("n1", "Rauha"), Option("n2", "Excel")), ("n2",), hint="Enintään kaksi"
        ),
    ),
    "Tallenna",
    "Peruuta",
    Action("note.add", "s1", ("g2",)),
    "nonce-1",
    (Paragraph((Span("Näkyy ryhmällesi."),), subtle=True),),
)


def test_a_form_is_a_dialog_that_brings_back_its_action_and_nonce() -> None:
    form = _Reader(html.render_form(_FORM))
    assert form.first("dialog") == {"class": "form-dialog", "lang": "fi", "aria-labelledby": "form-title"}
    assert form.first("form") == {
        "method": "dialog",
        "novalidate": None,
        "data-action": "note.add|s1|g2",
        "data-nonce": "nonce-1",
    }
    assert [line for line in form.text.splitlines() if line.strip()] == [
        *("Lisää lappu", "Näkyy ryhmällesi."),
        *("Lappu", "Excel", "Yksikin sana riittää", "Nimi"),
        *("Kohta", " Ammattitaito", " Oppiminen"),
        *("Kuka", "–", *(f"Nimi {n}" for n in range(8))),
        *("Nostot", " Rauha", " Excel", "Enintään kaksi"),
        *("Peruuta", "Tallenna"),
    ]


def test_the_fields_of_a_form_know_their_labels_hints_values_and_limits() -> None:
    tags = _Reader(html.render_form(_FORM)).tags
    controls = [(tag, dict(attributes)) for tag, attributes in tags if tag in {"textarea", "input", "select"}]
    assert controls == [
        (
            "textarea",
            {
                "id": "field-1",
                "name": "note",
                "rows": "4",
                "maxlength": "1000",
                "dir": "auto",
                "placeholder": "esim. rauha",
                "aria-describedby": "field-1-hint field-1-mend",
                "required": None,
            },
        ),
        (
            "input",
            {
                "type": "text",
                "id": "field-2",
                "name": "name",
                "maxlength": "80",
                "dir": "auto",
                "autocomplete": "off",
                "value": "Anna",
                "placeholder": "",
                "aria-describedby": "field-2-mend",
            },
        ),
        ("input", {"type": "radio", "name": "cell", "value": "c1", "required": None}),
        ("input", {"type": "radio", "name": "cell", "value": "c2", "checked": None, "required": None}),
        ("select", {"id": "field-4", "name": "who", "aria-describedby": "field-4-mend"}),
        ("input", {"type": "checkbox", "name": "picks", "value": "n1"}),
        ("input", {"type": "checkbox", "name": "picks", "value": "n2", "checked": None}),
    ]
    assert [dict(attributes) for tag, attributes in tags if tag == "label"][:2] == [
        {"for": "field-1", "dir": "auto"},
        {"for": "field-2", "dir": "auto"},
    ]
    chosen = [
        dict(attributes)["value"]
        for tag, attributes in tags
        if tag == "option" and ("selected", None) in attributes
    ]
    assert chosen == ["p3"]


def test_a_value_that_begins_with_a_line_break_keeps_it() -> None:
    """A browser drops one line break after `<textarea>`: the template puts one there to be dropped."""
    assert "required>\n\nExcel</textarea>" in html.render_form(_FORM)


def _everywhere(text: str) -> Card:
    """`text` in every place of a card that holds text."""
    return Card(
        text,
        (
            Heading(text),
            Paragraph(
                (
                    Span(text),
                    Span(text, bold=True, italic=True),
                    Mention("p", text),
                    Link(text, "https://paja.example"),
                )
            ),
            Bullets(((Span(text),),)),
            Quote(text, text),
            Facts((Fact(text, (Span(text),)),)),
            Canvas((Column(text, (Cell(text, text, (text,), text),)),)),
            Picture("p", text, text),
            Attachment("p", text, text),
            Buttons((Button(text, Action("go"), confirm=text), Button(text, url="https://paja.example"))),
        ),
        text,
    )


def _asked_everywhere(text: str) -> Form:
    return Form(
        text,
        (
            TextField("a", text, text, text, text, multiline=True),
            TextField("b", text, text, text, text),
            ChoiceField("c", text, (Option("1", text),), hint=text),
            ChoiceField("d", text, tuple(Option(str(n), text) for n in range(9)), hint=text),
            ChoicesField("e", text, (Option("1", text),), hint=text),
        ),
        text,
        text,
        Action("go"),
        "n",
        (Quote(text, text),),
    )


_HOSTILE = st.text(
    st.sampled_from("<>\"'&/=-! \t\nabsx`{}%#;\x00\x1b\u202e\u2066\ud800") | st.characters(), min_size=1
)
_WHERE = {"p": Enclosure(url="/practice/files/x")}


@given(_HOSTILE)
@example("<script>alert(1)</script>")
@example('"><img src=x onerror=alert(1)>')
@example("' onmouseover='alert(1)")
@example("</textarea></dialog><!-- --><svg onload=alert(1)>")
@example("{{ 7 * 7 }}{% raw %}")
@example("&lt;script&gt; &#x3c; &amp")
@example("\x1b[2J\x00\ud83d half a smile")
def test_no_tag_or_attribute_of_a_text_comes_through(text: str) -> None:
    for made, plain in (
        (html.render(_everywhere(text), _WHERE), html.render(_everywhere("x"), _WHERE)),
        (html.render_form(_asked_everywhere(text)), html.render_form(_asked_everywhere("x"))),
    ):
        assert _Reader(made).shape() == _Reader(plain).shape()
        made.encode()


@given(_HOSTILE)
def test_a_text_is_shown_as_it_was_written(text: str) -> None:
    reader = _Reader(html.render(_card(Heading(text)), {}))
    assert reader.text.strip("\n") == legible(text).strip("\n")
    assert _Reader(html.render(Card("", (), text))).first("article")["aria-label"] == legible(text)


def test_nothing_is_inline() -> None:
    """The page's policy forbids script and style in the markup."""
    made = html.render(_everywhere("x"), _WHERE) + html.render_form(_asked_everywhere("x"))
    tags = _Reader(made).tags
    assert not {"script", "style", "iframe"} & {tag for tag, _ in tags}
    assert not [
        name for _, attributes in tags for name, _ in attributes if name == "style" or name.startswith("on")
    ]
