"""What a Teams dialog holds."""

from __future__ import annotations

from adaptive_cards.actions import Action
from adaptive_cards.card import ChoiceField, ChoicesField, Form, Option, Paragraph, Span, TextField
from adaptive_cards.renderers.adaptive_card import render_form
from tests.support.adaptive_card_lint import problems

SAVE = Action("note", "s1", ("3",))


def test_a_form_is_a_card_with_inputs_and_one_button() -> None:
    fields = (
        TextField(
            "text", "Lappu", "Yksikin sana riittää", "Esim. sisu", "Hu", multiline=True, max_length=500
        ),
        ChoiceField("cell", "Kohta", (Option("a1", "Minä"), Option("b1", "Tiimi")), "b1", required=False),
        ChoicesField("picks", "Nostot", (Option("n1", "Sisu"), Option("n2", "Huumori")), ("n1", "n2")),
    )
    form = Form(
        "Lisää lappu", fields, "Tallenna", "Peru", SAVE, "n-1", (Paragraph((Span("Näkyy ryhmälle"),)),)
    )
    card = render_form(form)
    assert problems(card, dialog=True) == []
    assert card["body"] == [
        {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": "Näkyy ryhmälle"}]},
        {
            "type": "Input.Text",
            "id": "text",
            "label": "Lappu",
            "isRequired": True,
            "errorMessage": "Yksikin sana riittää",
            "maxLength": 500,
            "isMultiline": True,
            "placeholder": "Esim. sisu",
            "value": "Hu",
        },
        {
            "type": "RichTextBlock",
            "inlines": [{"type": "TextRun", "text": "Yksikin sana riittää", "isSubtle": True}],
            "spacing": "Small",
        },
        {
            "type": "Input.ChoiceSet",
            "id": "cell",
            "label": "Kohta",
            "isRequired": False,
            "choices": [{"title": "Minä", "value": "a1"}, {"title": "Tiimi", "value": "b1"}],
            "style": "expanded",
            "wrap": True,
            "value": "b1",
        },
        {
            "type": "Input.ChoiceSet",
            "id": "picks",
            "label": "Nostot",
            "isRequired": False,
            "choices": [{"title": "Sisu", "value": "n1"}, {"title": "Huumori", "value": "n2"}],
            "style": "expanded",
            "isMultiSelect": True,
            "wrap": True,
            "value": "n1,n2",
        },
    ]
    assert card["actions"] == [
        {
            "type": "Action.Submit",
            "title": "Tallenna",
            "data": {"paja": "note|s1|3", "nonce": "n-1", "fields": "text,cell,*picks"},
        }
    ]


def test_what_is_to_be_mended_is_said_above_the_field() -> None:
    form = Form("x", (TextField("text", "Lappu"),), "Ok", "Ei", SAVE, "n")
    card = render_form(form, {"text": "Lyhennä vähän"})
    assert problems(card, dialog=True) == []
    said = {"type": "TextRun", "text": "Lyhennä vähän", "weight": "Bolder", "color": "Attention"}
    assert card["body"][0] == {"type": "RichTextBlock", "inlines": [said]}


def test_a_long_list_folds() -> None:
    options = tuple(Option(str(number), f"Kohta {number}") for number in range(8))
    card = render_form(Form("x", (ChoiceField("cell", "Kohta", options),), "Ok", "Ei", SAVE, "n"))
    assert card["body"][0]["style"] == "compact"


def test_choices_made_of_notes_are_the_same_to_the_eye_whether_markdown_is_read_or_not() -> None:
    options = (Option("n1", "**vahva** [x](http://y) `k`"),)
    card = render_form(Form("x", (ChoicesField("p", "Nostot", options),), "Ok", "Ei", SAVE, "n"))
    title = card["body"][0]["choices"][0]["title"]
    assert title.replace("\u200a", "") == "**vahva** [x](http://y) \u02cbk\u02cb"
    assert "**v" not in title
    assert "](" not in title


def test_what_stands_in_a_box_is_never_shortened() -> None:
    options = tuple(Option(str(number), "ä" * 300) for number in range(40))
    fields = (
        TextField("text", "Lappu", value="v" * 4000, max_length=4000),
        ChoicesField("p", "Nostot", options),
    )
    card = render_form(Form("x", fields, "Ok", "Ei", SAVE, "n"))
    assert problems(card, dialog=True) == []
    assert card["body"][0]["value"] == "v" * 4000
