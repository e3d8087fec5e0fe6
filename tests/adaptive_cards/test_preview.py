"""The page that shows every card."""

from __future__ import annotations

from adaptive_cards.card import Card, Paragraph, Picture, Span
from adaptive_cards.preview import page, samples
from content.loader import default_library


def test_the_page_has_every_card_in_every_language_on_every_platform() -> None:
    found = samples(default_library())
    made = page(found)
    for name, _, language in found:
        assert f'id="{name}.{language}"' in made
    assert made.count("<summary>Slack</summary>") == made.count("<summary>Teams</summary>") == len(found)


def test_what_stands_on_a_card_is_shown_and_never_obeyed() -> None:
    hostile = Card("", (Paragraph((Span("<script>alert(1)</script>"),)),), "<b>x</b>")
    made = page([("hostile", hostile, "fi")])
    assert "<script" not in made
    assert "&lt;script&gt;" in made


def test_pictures_can_be_shown_too() -> None:
    made = page(
        [("x", Card("", (Picture("pic-1", "Kukka"),), "x"), "fi")], lambda ref: f"/pictures/{ref}.png"
    )
    assert 'src="/pictures/pic-1.png"' in made
