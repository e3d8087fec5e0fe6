"""What Teams gets: each kind of block, whole."""

from __future__ import annotations

from typing import Any

import pytest

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
from adaptive_cards.renderers.adaptive_card import render
from adaptive_cards.renderers.enclosures import Enclosure, Enclosures
from tests.support.adaptive_card_lint import problems

ANNA = "teams:t1:29:anna"
JOIN = Action("join", "s1")


def body_of(*blocks: Block, enclosures: Enclosures | None = None) -> list[dict[str, Any]]:
    card = render(Card("", blocks, "Kortti"), enclosures or {})
    assert not problems(card) or not card["body"]
    body: list[dict[str, Any]] = card["body"]
    return body


def line(*texts: str, **more: Any) -> dict[str, Any]:
    return {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": text} for text in texts], **more}


def run(text: str, **more: Any) -> dict[str, Any]:
    return {"type": "TextRun", "text": text, **more}


def test_a_card_says_what_it_is_and_what_old_clients_show() -> None:
    card = render(Card("Paja 1", (Paragraph((Span("Tervetuloa"),)),), "Paja 1 alkaa"))
    assert card == {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": "1.5",
        "fallbackText": "Paja 1 alkaa",
        "msteams": {"width": "Full"},
        "body": [
            {
                "type": "TextBlock",
                "text": "Paja 1",
                "wrap": True,
                "style": "heading",
                "weight": "Bolder",
                "size": "Large",
            },
            line("Tervetuloa"),
        ],
    }


def test_running_text_keeps_its_runs_and_its_lines() -> None:
    rich = (Span("Parisi: "), Span("Ville", bold=True), Span(" ja\nJoo, ja…", italic=True))
    assert body_of(Paragraph(rich, subtle=True)) == [
        {
            "type": "RichTextBlock",
            "inlines": [
                run("Parisi: ", isSubtle=True),
                run("Ville", weight="Bolder", isSubtle=True),
                run(" ja", italic=True, isSubtle=True),
            ],
        },
        {
            "type": "RichTextBlock",
            "inlines": [run("Joo, ja…", italic=True, isSubtle=True)],
            "spacing": "None",
        },
    ]


def test_lists_and_facts_are_lines() -> None:
    bullets = Bullets(((Span("yksi"),), (Span("kaksi"),)))
    numbers = Bullets(((Span("yksi"),),), numbered=True)
    facts = Facts((Fact("Aika", (Span("klo 10.25"),)),))
    assert body_of(bullets, numbers, facts) == [
        line("•\u00a0yksi"),
        line("•\u00a0kaksi", spacing="Small"),
        line("1.\u00a0yksi"),
        {
            "type": "RichTextBlock",
            "inlines": [run("Aika: ", weight="Bolder"), run("klo 10.25")],
            "spacing": "Small",
        },
    ]


def test_a_quote_is_set_apart_and_a_divider_is_a_line_above_the_next() -> None:
    assert body_of(Quote("Hyvä tilannetaju", "Anna"), Divider(), Heading("Purku")) == [
        {
            "type": "Container",
            "style": "emphasis",
            "items": [
                line("Hyvä tilannetaju"),
                {
                    "type": "RichTextBlock",
                    "inlines": [run("–\u00a0Anna", isSubtle=True)],
                    "spacing": "Small",
                },
            ],
        },
        {
            "type": "TextBlock",
            "text": "Purku",
            "wrap": True,
            "style": "heading",
            "weight": "Bolder",
            "size": "Medium",
            "separator": True,
            "spacing": "Medium",
        },
    ]


def test_a_canvas_of_four_columns_is_told_column_by_column_with_two_cells_side_by_side() -> None:
    cells = (Cell("Nyt", "Mitä on?", ("Sisu", "Huumori"), "ja 4 muuta"), Cell("Kohta"))
    canvas = Canvas(tuple(Column(title, cells) for title in ("Minä", "Tiimi", "Työ", "Yhteisö")))
    title, row, *others = body_of(canvas)
    assert title["text"] == "Minä"
    assert row == {
        "type": "ColumnSet",
        "spacing": "Small",
        "columns": [
            {
                "type": "Column",
                "width": "stretch",
                "style": "emphasis",
                "items": [
                    {"type": "RichTextBlock", "inlines": [run("Nyt", weight="Bolder")]},
                    {
                        "type": "RichTextBlock",
                        "inlines": [run("Mitä on?", isSubtle=True)],
                        "spacing": "None",
                    },
                    line("•\u00a0Sisu", spacing="Small"),
                    line("•\u00a0Huumori", spacing="Small"),
                    {
                        "type": "RichTextBlock",
                        "inlines": [run("ja 4 muuta", isSubtle=True)],
                        "spacing": "Small",
                    },
                ],
            },
            {
                "type": "Column",
                "width": "stretch",
                "style": "emphasis",
                "items": [{"type": "RichTextBlock", "inlines": [run("Kohta", weight="Bolder")]}],
            },
        ],
    }
    assert [one["type"] for one in others] == ["TextBlock", "ColumnSet"] * 3


def test_a_canvas_of_two_columns_keeps_its_shape() -> None:
    canvas = Canvas(tuple(Column(title, (Cell("a"), Cell("b"))) for title in ("Vahvuudet", "Heikkoudet")))
    (row,) = body_of(canvas)
    assert [[one["type"] for one in column["items"]] for column in row["columns"]] == [
        ["TextBlock", "Container", "Container"]
    ] * 2


def test_a_button_is_executed_and_submitted_by_old_clients() -> None:
    (row,) = body_of(Buttons((Button("Liity mukaan", JOIN, Style.PRIMARY),)))
    data = {"paja": "join|s1"}
    assert row == {
        "type": "ActionSet",
        "actions": [
            {
                "type": "Action.Execute",
                "title": "Liity mukaan",
                "verb": "join",
                "data": data,
                "fallback": {"type": "Action.Submit", "title": "Liity mukaan", "data": data},
            }
        ],
    }


def test_a_button_that_opens_a_form_asks_teams_for_a_dialog() -> None:
    (row,) = body_of(Buttons((Button("Lisää lappu", Action("note", "s1"), opens_form=True),)))
    assert row["actions"] == [
        {
            "type": "Action.Submit",
            "title": "Lisää lappu",
            "data": {"msteams": {"type": "task/fetch"}, "paja": "note|s1"},
        }
    ]


def test_a_press_that_needs_a_second_thought_asks_first() -> None:
    (row,) = body_of(Buttons((Button("Lopeta", JOIN, Style.DANGER, confirm="Lopetetaanko paja?"),)))
    (ask,) = row["actions"]
    assert (ask["type"], ask["title"]) == ("Action.ShowCard", "Lopeta")
    assert ask["card"]["body"] == [line("Lopetetaanko paja?")]
    assert [one["type"] for one in ask["card"]["actions"]] == ["Action.Execute"]


def test_many_buttons_stand_in_short_rows_and_links_open() -> None:
    many = tuple(Button(f"B{number}", JOIN) for number in range(7))
    rows = body_of(
        Buttons((*many, Button("Taulu", url="https://paja.example/t"), Button("Rikki", url="x:y")))
    )
    assert [[one["title"] for one in row["actions"]] for row in rows] == [
        ["B0", "B1", "B2"],
        ["B3", "B4", "B5"],
        ["B6", "Taulu"],
    ]
    assert rows[-1]["actions"][-1] == {
        "type": "Action.OpenUrl",
        "title": "Taulu",
        "url": "https://paja.example/t",
    }


def test_long_labels_do_not_stand_side_by_side() -> None:
    labels = (
        "Lisää lappu",
        "Näytä esimerkki",
        "Muokkaa omia lappuja",
        "Jaa ryhmät uudelleen kokonaan toisin",
    )
    rows = body_of(Buttons(tuple(Button(label, JOIN) for label in labels)))
    assert [[one["title"] for one in row["actions"]] for row in rows] == [
        ["Lisää lappu", "Näytä esimerkki"],
        ["Muokkaa omia lappuja"],
        ["Jaa ryhmät uudelleen kokonaan toisin"],
    ]


@pytest.mark.parametrize(
    "url", ["https://paja.example/f.png", "http://127.0.0.1:3978/f", "http://localhost/f"]
)
def test_a_picture_is_fetched_and_described(url: str) -> None:
    assert body_of(
        Picture("flower", "Kukka: sisu", "Voimavarakukka"), enclosures={"flower": Enclosure(url)}
    ) == [
        {"type": "Image", "url": url, "altText": "Kukka: sisu", "size": "Stretch"},
        {
            "type": "RichTextBlock",
            "inlines": [run("Voimavarakukka", isSubtle=True)],
            "spacing": "Small",
        },
    ]


@pytest.mark.parametrize(
    "url", ["", "http://paja.example/f.png", "javascript:alert(1)", "https://", "http://["]
)
def test_a_picture_that_teams_cannot_fetch_is_left_out(url: str) -> None:
    assert body_of(Picture("flower", "Kukka"), enclosures={"flower": Enclosure(url, "F1")}) == []


def test_a_file_is_a_link() -> None:
    (row,) = body_of(
        Attachment("doc", "paja.docx", "Vie Wordiin"),
        Attachment("gone", "gone.docx", "Ei mukana"),
        enclosures={"doc": Enclosure("https://paja.example/d")},
    )
    assert row["actions"] == [
        {"type": "Action.OpenUrl", "title": "Vie Wordiin", "url": "https://paja.example/d"}
    ]


def test_somebody_named_is_told_and_everything_around_stays_literal() -> None:
    rich = (Span("1. *Kiitos* "), Mention(ANNA, "Anna [x] (Hki)"), Span(" [x](http://y)"))
    card = render(Card("", (Paragraph(rich),), "Kiitos"))
    assert card["body"] == [
        {
            "type": "TextBlock",
            "text": "1\\. \\*Kiitos\\* <at>Anna x (Hki</at> \\[x\\](http\\://y)",
            "wrap": True,
        }
    ]
    assert card["msteams"]["entities"] == [
        {
            "type": "mention",
            "text": "<at>Anna x (Hki</at>",
            "mentioned": {"id": "29:anna", "name": "Anna x (Hki"},
        }
    ]


def test_two_people_of_the_same_name_are_told_apart() -> None:
    rich = (
        Mention(ANNA, "Anna"),
        Span(", "),
        Mention("teams:t1:29:other", "Anna"),
        Span(", "),
        Mention(ANNA, "Anna"),
    )
    card = render(Card("", (Paragraph(rich),), "Kiitos"))
    assert card["body"][0]["text"] == "<at>Anna</at>, <at>Anna (2)</at>, <at>Anna</at>"
    assert [one["mentioned"]["id"] for one in card["msteams"]["entities"]] == ["29:anna", "29:other"]


def test_people_of_other_platforms_are_plain_names() -> None:
    card = render(Card("", (Paragraph((Mention("browser:local:maija", "Maija"),)),), "Kiitos"))
    assert (card["body"], card["msteams"]) == ([line("Maija")], {"width": "Full"})


def test_a_link_of_ours_is_a_link_unless_it_cannot_be_opened() -> None:
    good, bad = Link("Avaa *taulu*", "https://paja.example/t (1)"), Link("Ei auki", "javascript:alert(1)")
    assert body_of(Paragraph((Span("Katso: "), good)), Paragraph((bad,))) == [
        {
            "type": "TextBlock",
            "text": "Katso: [Avaa \\*taulu\\*](https://paja.example/t%20%281%29)",
            "wrap": True,
        },
        line("Ei auki"),
    ]


def test_a_card_with_too_much_on_it_shortens_the_notes_first() -> None:
    notes = tuple(f"{number} " + "ä" * 600 for number in range(16))
    canvas = Canvas((Column("", (Cell("Nyt", "", notes), Cell("Kohta", "", notes))),))
    card = render(Card("Ruudukko", (Paragraph((Span("Kirjuri: Ville"),)), canvas), "Ruudukko"))
    assert problems(card) == []
    said = [one["inlines"][-1]["text"] for one in card["body"][2]["columns"][0]["items"]]
    assert said[0] == "Nyt"
    assert [text[:4].strip("•\u00a0 ") for text in said[1:]] == [str(number) for number in range(16)]
    assert all(text.endswith("…") and len(text) > 180 for text in said[1:])


def test_buttons_survive_whatever_else_is_too_much() -> None:
    flood = tuple(Paragraph((Span("x" * 4000),)) for _ in range(500))
    card = render(Card("", (*flood, Buttons((Button("Seuraava", JOIN),))), "Paljon"))
    assert problems(card) == []
    assert card["body"][-1]["actions"][0]["title"] == "Seuraava"
