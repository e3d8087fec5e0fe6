"""What is drawn, and its words for those who do not see it."""

from __future__ import annotations

from dataclasses import replace

from adaptive_cards.card import Picture
from adaptive_cards.pictures.spec import PictureItem, PictureSpec
from adaptive_cards.views.pictures import alt, picture, spec
from dialogs.messages import PickView, PictureView
from tests.adaptive_cards.views.small import words

PICKS = (
    PickView("tavat", "Vinkkivartti", 1),
    PickView("taidot", "Kuuntelen", 1),
    PickView("tavat", "vinkkivartti ", 2),
)
FLOWER = PictureView("pic-1", "kukka", "flower", PICKS, ("oma", "yhteinen"), "ruudukko")
ALT = "Kuva: Kukka. Keskellä: Hyvä työ. Ympärillä: Vinkkivartti (2 kertaa); Kuuntelen."


def test_what_two_groups_brought_up_is_one_petal_in_the_colour_of_its_column() -> None:
    assert spec(FLOWER, words()) == PictureSpec(
        shape="flower",
        title="Kukka",
        center="Hyvä työ",
        items=(PictureItem("Vinkkivartti", weight=2, group=1), PictureItem("Kuuntelen", group=0)),
        description=ALT,
        language="fi",
        more="+ {n}",
        groups=("Oma osaaminen", "Yhteiset tavat"),
    )


def test_without_the_structure_there_is_one_colour_and_no_legend() -> None:
    drawn = spec(FLOWER, replace(words(), structure=None))
    assert (drawn.groups, [item.group for item in drawn.items]) == ((), [0, 0])


def test_a_lotus_opens_by_cells() -> None:
    lotus = replace(FLOWER, step="lotus", shape="lotus")
    assert spec(lotus, words()).items == (
        PictureItem("Tavat", group=1, parts=(PictureItem("Vinkkivartti", weight=2, group=1),)),
        PictureItem("Taidot", group=0, parts=(PictureItem("Kuuntelen", group=0),)),
    )
    assert "Tavat: Vinkkivartti (2 kertaa); Taidot: Kuuntelen." in alt(lotus, words())


def test_a_starter_picture_shows_the_steps_own_points() -> None:
    own = PictureView("brief-1", "avaus", "flower", (), (), "")
    assert spec(own, words()).items == (
        PictureItem("Avoimuus", "Puhumme suoraan.", group=0),
        PictureItem("Ilo", group=1),
    )


def test_on_a_card_it_has_a_caption_only_where_the_card_is_called_otherwise() -> None:
    assert picture(FLOWER, words()) == Picture("pic-1", ALT)
    assert picture(FLOWER, words(), titled=True) == Picture("pic-1", ALT, "Kukka")
