"""What a form looks like as a Slack modal, and what it remembers."""

from __future__ import annotations

import json

import pytest

from adaptive_cards.actions import Action, BadActionError
from adaptive_cards.card import Card, ChoiceField, ChoicesField, Form, Option, Paragraph, Span, TextField
from adaptive_cards.renderers.block_kit import Origin, read_origin, render_form, render_notice, render_waiting
from tests.support import block_kit_lint

NOTE = Action("note", "s1", ("2",))


def plain(words: str) -> dict[str, object]:
    return {"type": "plain_text", "text": words, "emoji": False}


def form(*fields: TextField | ChoiceField | ChoicesField, title: str = "Lisää lappu") -> Form:
    return Form(
        title, fields, "Tallenna", "Peruuta", NOTE, "nonce1", (Paragraph((Span("Näkyy ryhmällesi."),)),)
    )


def options(count: int) -> tuple[Option, ...]:
    return tuple(Option(f"o{n}", f"Vaihtoehto {n}") for n in range(count))


def test_a_form_is_a_modal_with_labelled_inputs() -> None:
    view = render_form(
        form(
            TextField(
                "note", "Lappu", "Yksi asia riittää", "Esim. Excel", "vanha", multiline=True, max_length=500
            ),
            ChoiceField("cell", "Kohta", (Option("a", "Osaaminen"), Option("b", "Into")), "b"),
        ),
        place="slack:T1:C1",
        thread="1.2",
    )

    assert view == {
        "type": "modal",
        "callback_id": "paja-form",
        "title": plain("Lisää lappu"),
        "submit": plain("Tallenna"),
        "close": plain("Peruuta"),
        "private_metadata": '{"action":"note|s1|2","nonce":"nonce1","place":"slack:T1:C1","thread":"1.2"}',
        "blocks": [
            {
                "type": "rich_text",
                "elements": [
                    {
                        "type": "rich_text_section",
                        "elements": [{"type": "text", "text": "Näkyy ryhmällesi."}],
                    }
                ],
            },
            {
                "type": "input",
                "block_id": "note",
                "label": plain("Lappu"),
                "optional": False,
                "hint": plain("Yksi asia riittää"),
                "element": {
                    "type": "plain_text_input",
                    "action_id": "paja-field.nonce1",
                    "multiline": True,
                    "max_length": 500,
                    "initial_value": "vanha",
                    "placeholder": plain("Esim. Excel"),
                },
            },
            {
                "type": "input",
                "block_id": "cell",
                "label": plain("Kohta"),
                "optional": False,
                "element": {
                    "type": "radio_buttons",
                    "action_id": "paja-field.nonce1",
                    "options": [
                        {"text": plain("Osaaminen"), "value": "a"},
                        {"text": plain("Into"), "value": "b"},
                    ],
                    "initial_option": {"text": plain("Into"), "value": "b"},
                },
            },
        ],
    }
    assert block_kit_lint.view(view) == []


@pytest.mark.parametrize(
    ("count", "kind"), [(10, "radio_buttons"), (11, "static_select"), (100, "static_select")]
)
def test_one_of_many_is_a_list(count: int, kind: str) -> None:
    view = render_form(form(ChoiceField("x", "Valitse", options(count), "o9")))

    element = view["blocks"][-1]["element"]
    assert (element["type"], len(element["options"]), element["initial_option"]["value"]) == (
        kind,
        count,
        "o9",
    )
    assert block_kit_lint.view(view) == []


def test_more_than_a_hundred_choices_stand_in_numbered_parts() -> None:
    view = render_form(form(ChoicesField("x", "Valitse", options(250), ("o3", "o249"))))

    element = view["blocks"][-1]["element"]
    groups = [(group["label"]["text"], len(group["options"])) for group in element["option_groups"]]
    assert (element["type"], groups) == (
        "multi_static_select",
        [("1–100", 100), ("101–200", 100), ("201–250", 50)],
    )
    assert [option["value"] for option in element["initial_options"]] == ["o3", "o249"]
    assert block_kit_lint.view(view) == []


def test_a_long_choice_goes_on_in_the_small_print() -> None:
    label = "Meillä on hyvä tapa kysyä apua heti eikä vasta huomenna, ja siitä kannattaa pitää kiinni"

    option = render_form(form(ChoicesField("x", "Valitse", (Option("a", label),))))["blocks"][-1]["element"][
        "options"
    ][0]

    assert option == {
        "text": plain("Meillä on hyvä tapa kysyä apua heti eikä vasta huomenna, ja siitä…"),
        "description": plain("…kannattaa pitää kiinni"),
        "value": "a",
    }


def test_a_choice_without_options_is_left_out_and_a_form_without_fields_still_opens() -> None:
    view = render_form(form(ChoiceField("x", "Valitse", ())))

    assert [block["type"] for block in view["blocks"]] == ["rich_text"]
    assert block_kit_lint.view(view) == []
    assert block_kit_lint.view(render_form(Form("Hei", (), "Ok", "Ei", NOTE, "n"))) == []


def test_what_stands_there_already_is_never_longer_than_what_is_allowed() -> None:
    view = render_form(form(TextField("x", "Lappu", value="🌸" * 300, max_length=300)))

    element = view["blocks"][-1]["element"]
    assert (element["initial_value"], element["max_length"]) == ("🌸" * 300, 600)


def test_the_next_form_starts_empty_because_its_fields_have_another_nonce() -> None:
    first, second = (
        Form("Lappu", (TextField("note", "Lappu"),), "Ok", "Ei", NOTE, nonce) for nonce in ("n1", "n2")
    )

    ids = [render_form(one)["blocks"][0]["element"]["action_id"] for one in (first, second)]
    assert ids == ["paja-field.n1", "paja-field.n2"]


def test_a_modal_comes_back_with_what_it_remembers() -> None:
    view = render_form(form(TextField("x", "Lappu")), place="slack:T1:C1")

    assert read_origin(view["private_metadata"]) == Origin(NOTE, "nonce1", "slack:T1:C1", "")
    assert read_origin(render_waiting("Hetki", place="slack:T1:D1")["private_metadata"]) == Origin(
        place="slack:T1:D1"
    )


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "{", '{"action":5}', '{"action":"|"}', '{"nonce":{}}', "[" * 50_000, '"x"']
)
def test_what_we_have_not_written_is_refused(text: str) -> None:
    with pytest.raises(BadActionError):
        read_origin(text)


def test_a_modal_can_say_why_there_is_no_form() -> None:
    card = Card("Vaihe on jo suljettu", (Paragraph((Span("Lappusi jäi talteen."),)),), "Suljettu")

    view = render_notice(card, title="Lisää lappu")

    assert view["title"] == plain("Vaihe on jo suljettu")
    assert [block["type"] for block in view["blocks"]] == ["rich_text"]
    long = render_notice(Card("Tämä vaihe on jo suljettu klo 10.31", (), "Suljettu"), title="Lisää lappu")
    assert (long["title"], [block["type"] for block in long["blocks"]]) == (plain("Lisää lappu"), ["header"])
    assert json.loads(long["private_metadata"]) == {}
