"""The official renderer takes our cards without a word of complaint, and shows what they say."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from adaptive_cards.actions import Action
from adaptive_cards.card import (
    Bullets,
    Button,
    Buttons,
    Canvas,
    Card,
    Cell,
    ChoiceField,
    Column,
    Fact,
    Facts,
    Form,
    Heading,
    Mention,
    Option,
    Paragraph,
    Quote,
    Span,
    TextField,
)
from adaptive_cards.renderers.adaptive_card import render, render_form
from tests.support.card_strategies import cards, forms

pytestmark = pytest.mark.node

SCRIPT = Path(__file__).parents[2] / "node" / "render_cards.mjs"


def official(*contents: dict[str, Any]) -> list[dict[str, Any]]:
    """What the official renderer says of each card; this is how other tests use it too."""
    given_in = "\n".join(json.dumps(one) for one in contents)
    done = subprocess.run(
        ["node", SCRIPT], input=given_in, text=True, capture_output=True, check=True, timeout=60
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_workshop_card_is_shown_as_meant() -> None:
    card = Card(
        "Voimavararuudukko",
        (
            Heading("Ryhmä 2"),
            Paragraph((Span("Kirjuri: "), Mention("teams:t:29:ville", "Ville"))),
            Bullets(((Span("Yksi asia lapulle"),),)),
            Facts((Fact("Aikaa", (Span("klo 10.25 asti"),)),)),
            Quote("Joo, ja…", "Anna"),
            Canvas(tuple(Column(title, (Cell("Nyt", "", ("Sisu",)), Cell("Kohta"))) for title in "ABCD")),
            Buttons((Button("Lisää lappu", Action("note", "s1"), opens_form=True),)),
        ),
        "Voimavararuudukko",
    )
    (seen,) = official(render(card))
    assert seen["warnings"] == []
    assert seen["buttons"] == ["Lisää lappu"]
    for words in (
        "Voimavararuudukko",
        "Ryhmä 2",
        "Yksi asia lapulle",
        "Aikaa: klo 10.25 asti",
        "•\u00a0Sisu",
        "–\u00a0Anna",
    ):
        assert words in seen["text"]


def test_a_form_is_shown_as_meant() -> None:
    fields = (TextField("t", "Lappu"), ChoiceField("c", "Kohta", (Option("a", "Minä"), Option("b", "Tiimi"))))
    (seen,) = official(render_form(Form("Lappu", fields, "Tallenna", "Peru", Action("note", "s1"), "n")))
    assert (seen["warnings"], seen["buttons"]) == ([], ["Tallenna"])


def test_what_is_wrong_is_noticed() -> None:
    wrong = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "Input.Text"}, {"type": "Huh"}]}
    assert len(official(wrong)[0]["warnings"]) >= 2


@settings(max_examples=3, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(st.lists(cards, min_size=10, max_size=25), st.lists(forms, min_size=5, max_size=10))
def test_no_card_of_ours_is_complained_of(some: list[Card], more: list[Form]) -> None:
    contents = [*map(render, some), *map(render_form, more)]
    assert [one["warnings"] for one in official(*contents)] == [[]] * len(contents)
