"""What each kind of block looks like in a Slack message."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.models.blocks import Block as SdkBlock

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
    Column,
    Divider,
    Fact,
    Facts,
    Heading,
    Link,
    Mention,
    Paragraph,
    Picture,
    Quote,
    Span,
    Style,
)
from adaptive_cards.renderers.block_kit import render, render_home
from adaptive_cards.renderers.enclosures import NOTHING, Enclosure, Enclosures
from tests.support import block_kit_lint

HOSTILE = "<!channel> <@U1> <http://x|y> *b* _i_ ~s~ `c` &amp; :wave: @here"


def shown(*parts: Block, enclosures: Enclosures = NOTHING) -> list[dict[str, Any]]:
    """The Slack blocks of a card with just these parts; all pass the linter and Slack's own models."""
    message = render(Card("", parts, "Yhteenveto"), enclosures)
    assert block_kit_lint.message(**message) == []
    for block in SdkBlock.parse_all(message["blocks"]):
        block.to_dict()
    return list(message["blocks"])


def text(words: str, **style: bool) -> dict[str, Any]:
    return {"type": "text", "text": words, "style": style} if style else {"type": "text", "text": words}


def section(*inside: dict[str, Any]) -> dict[str, Any]:
    return {"type": "rich_text_section", "elements": list(inside)}


def rich(*inside: dict[str, Any]) -> dict[str, Any]:
    return {"type": "rich_text", "elements": list(inside)}


def bullets(*items: dict[str, Any], indent: int = 0, style: str = "bullet") -> dict[str, Any]:
    return {"type": "rich_text_list", "style": style, "indent": indent, "elements": list(items)}


def plain(words: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": words, "emoji": False}


def test_a_card_is_headed_by_its_title_and_notifies_with_its_summary() -> None:
    card = Card("Paja 1", (Paragraph((Span("Mitä me osaamme?"),)),), "Paja 1 <alkaa> & jatkuu")

    assert render(card) == {
        "blocks": [{"type": "header", "text": plain("Paja 1")}, rich(section(text("Mitä me osaamme?")))],
        "text": "Paja 1 &lt;alkaa&gt; &amp; jatkuu",
    }


def test_running_text_keeps_its_styles_mentions_and_links() -> None:
    running = Paragraph(
        (
            Span("Hei "),
            Mention("slack:T1:U7", "Anna"),
            Span(" vahva", bold=True),
            Span(" ja kursiivi", italic=True),
            Link("taulu", "https://paja.example/taulu"),
        )
    )

    assert shown(running) == [
        rich(
            section(
                text("Hei "),
                {"type": "user", "user_id": "U7"},
                text(" vahva", bold=True),
                text(" ja kursiivi", italic=True),
                {"type": "link", "url": "https://paja.example/taulu", "text": "taulu"},
            )
        )
    ]


@pytest.mark.parametrize(
    "person", ["browser:local:anna", "teams:T1:U7", "slack:T1:<!channel>", "slack:T1:", ""]
)
def test_somebody_who_is_not_in_slack_is_named_and_not_pinged(person: str) -> None:
    assert shown(Paragraph((Mention(person, "Anna"),))) == [rich(section(text("Anna")))]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "", "https://x|y", "https://a b", "ftp://x"])
def test_an_address_that_is_none_is_only_text(url: str) -> None:
    assert shown(Paragraph((Link("taulu", url),))) == [rich(section(text("taulu")))]


def test_small_print_is_a_context_of_plain_text() -> None:
    small = Paragraph((Span("Näkyy vain "), Span("parillesi.", bold=True)), subtle=True)

    assert shown(small) == [{"type": "context", "elements": [plain("Näkyy vain parillesi.")]}]


def test_small_print_that_mentions_somebody_is_ordinary_text() -> None:
    small = Paragraph((Span("Kirjuri: "), Mention("slack:T1:U7", "Ville")), subtle=True)

    assert shown(small) == [rich(section(text("Kirjuri: "), {"type": "user", "user_id": "U7"}))]


def test_lists_are_bulleted_or_numbered_and_drop_what_is_empty() -> None:
    items = ((Span("yksi"),), (Span(""),), (Span("kaksi", bold=True),))

    assert shown(Bullets(items)) == [rich(bullets(section(text("yksi")), section(text("kaksi", bold=True))))]
    assert shown(Bullets(items[:1], numbered=True)) == [rich(bullets(section(text("yksi")), style="ordered"))]


def test_a_quote_is_signed() -> None:
    assert shown(Quote("Joo, ja…", "Ville")) == [
        rich(
            {
                "type": "rich_text_quote",
                "elements": [text("Joo, ja…"), text("\n– "), text("Ville", italic=True)],
            }
        )
    ]
    assert shown(Quote("Joo, ja…")) == [rich({"type": "rich_text_quote", "elements": [text("Joo, ja…")]})]


def test_facts_stand_one_a_line() -> None:
    facts = Facts((Fact("Fasilitaattori", (Span("Maija"),)), Fact("Aikaa", (Span("noin 2 h"),))))

    assert shown(facts) == [
        rich(
            section(
                text("Fasilitaattori: ", bold=True),
                text("Maija"),
                text("\n"),
                text("Aikaa: ", bold=True),
                text("noin 2 h"),
            )
        )
    ]


def test_a_canvas_is_read_column_by_column_with_the_notes_under_their_cell() -> None:
    canvas = Canvas(
        (
            Column(
                "Omat voimavarat",
                (Cell("Osaaminen", "Mitä osaat?", ("Excel", HOSTILE), "ja 4 muuta"), Cell("Into")),
            ),
            Column("Yhteiset", (Cell("", "Mitä meillä on?", ()),)),
        )
    )

    assert shown(canvas) == [
        rich(
            section(text("Omat voimavarat", bold=True)),
            bullets(section(text("Osaaminen", bold=True), text(" – "), text("Mitä osaat?", italic=True))),
            bullets(
                section(text("Excel")),
                section(text(HOSTILE)),
                section(text("ja 4 muuta", italic=True)),
                indent=1,
            ),
            bullets(section(text("Into", bold=True))),
        ),
        rich(section(text("Yhteiset", bold=True)), bullets(section(text("Mitä meillä on?")))),
    ]


def test_a_picture_is_a_file_of_slack_or_an_address_or_left_out() -> None:
    flower = Picture("flower-1", "Kukka, jossa on viisi terälehteä", "Voimavarakukka")
    words = {"alt_text": "Kukka, jossa on viisi terälehteä", "title": plain("Voimavarakukka")}

    assert shown(flower, enclosures={"flower-1": Enclosure(file_id="F1")}) == [
        {"type": "image", "slack_file": {"id": "F1"}, **words}
    ]
    assert shown(flower, enclosures={"flower-1": Enclosure(url="https://p.example/k.png")}) == [
        {"type": "image", "image_url": "https://p.example/k.png", **words}
    ]
    assert shown(flower, Heading("Kukka")) == [{"type": "header", "text": plain("Kukka")}]


def test_a_file_is_named_and_linked_where_it_has_an_address() -> None:
    summary = Attachment("summary-1", "yhteenveto.json", "Tietosi")

    assert shown(summary, enclosures={"summary-1": Enclosure(file_id="F1")}) == [
        rich(section(text("Tietosi", bold=True), text(" yhteenveto.json")))
    ]
    assert shown(summary, enclosures={"summary-1": Enclosure(url="https://p.example/y")}) == [
        rich(section({"type": "link", "url": "https://p.example/y", "text": "Tietosi"}))
    ]


def test_buttons_carry_their_action_and_say_whether_they_open_a_form() -> None:
    row = Buttons(
        (
            Button("Liity mukaan", Action("join", "s1"), Style.PRIMARY),
            Button("Lisää lappu", Action("note", "s1", ("2",)), opens_form=True),
            Button("Taulu", url="https://paja.example/taulu"),
            Button(
                "Lopeta", Action("end", "s1"), Style.DANGER, confirm="Lopetetaanko paja?", cancel="Ei vielä"
            ),
        )
    )

    assert shown(row) == [
        {
            "type": "actions",
            "elements": [
                {
                    "type": "button",
                    "text": plain("Liity mukaan"),
                    "action_id": "paja.join.0",
                    "value": "join|s1",
                    "style": "primary",
                },
                {
                    "type": "button",
                    "text": plain("Lisää lappu"),
                    "action_id": "paja-form.note.1",
                    "value": "note|s1|2",
                },
                {
                    "type": "button",
                    "text": plain("Taulu"),
                    "action_id": "paja-link.2",
                    "url": "https://paja.example/taulu",
                },
                {
                    "type": "button",
                    "text": plain("Lopeta"),
                    "action_id": "paja.end.3",
                    "value": "end|s1",
                    "style": "danger",
                    "confirm": {
                        "title": plain("Lopeta"),
                        "text": plain("Lopetetaanko paja?"),
                        "confirm": plain("Lopeta"),
                        "deny": plain("Ei vielä"),
                    },
                },
            ],
        }
    ]


def test_thirty_buttons_stand_in_two_rows_with_ids_of_their_own() -> None:
    buttons = tuple(Button(f"Nro {n}", Action("pick", "s1", (str(n),))) for n in range(30))

    rows = shown(Buttons(buttons), Buttons(buttons[:2]))

    assert [len(row["elements"]) for row in rows] == [25, 5, 2]
    ids = [element["action_id"] for row in rows for element in row["elements"]]
    assert len(set(ids)) == 32


def test_empty_parts_leave_no_trace() -> None:
    parts = (
        Heading(" "),
        Paragraph((Span(""),)),
        Paragraph((), subtle=True),
        Bullets(()),
        Quote(""),
        Facts(()),
        Canvas(()),
        Buttons(()),
        Divider(),
    )

    assert shown(*parts) == [{"type": "divider"}]
    assert render(Card("", (), "Hei")) == {"blocks": [rich(section(text("Hei")))], "text": "Hei"}


def test_the_home_page_is_a_view() -> None:
    home = render_home(Card("Paja", (Paragraph((Span("Hei"),)),), "Paja"))

    assert home == {
        "type": "home",
        "blocks": [{"type": "header", "text": plain("Paja")}, rich(section(text("Hei")))],
    }
    assert block_kit_lint.view(home) == []


def test_what_nobody_sees_is_taken_out() -> None:
    odd = "a\x00b\x1b[31mc\u202ed\ud800e\r\nf\u2028g"

    assert shown(Paragraph((Span(odd),)), Heading(odd)) == [
        rich(section(text("ab[31mcde\nf\ng"))),
        {"type": "header", "text": plain("ab[31mcde f g")},
    ]


def test_right_to_left_and_emoji_stay() -> None:
    words = "שלום 👩‍👩‍👧 مرحبا 🌸"

    assert shown(Quote(words)) == [rich({"type": "rich_text_quote", "elements": [text(words)]})]
