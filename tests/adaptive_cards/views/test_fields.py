"""Pictures that are drawn cell by cell from all that was written, and what is said of them."""

from __future__ import annotations

import pytest

from adaptive_cards.pictures.shapes import draw
from adaptive_cards.pictures.spec import Axis, Link, PictureItem
from adaptive_cards.preview import HELSINKI
from adaptive_cards.samples import example_card_samples
from adaptive_cards.views.pictures import alt, spec
from adaptive_cards.words import Words
from content.loader import default_library, example_edition
from content.steps import GatherStep
from dialogs.messages import AxisView, PickView, PictureView, Shape
from tests.adaptive_cards.views.example import example
from tests.support.stage import edition

PAIR = (
    PickView("toimii", "Kahvi", 1),
    PickView("toimii", "kahvi ", 2),
    PickView("toiveet", "Aikaa", 1),
)


def test_a_quadrant_has_all_its_fields_and_the_middle() -> None:
    view = PictureView("p", "nelikenttakuva", "quadrant", PAIR, (), "parin-pohja")
    drawn = spec(view, example())
    assert drawn.items == (
        PictureItem("Mikä toimii", group=0, parts=(PictureItem("Kahvi", weight=2),)),
        PictureItem("Mitä kokeillaan", group=1),
        PictureItem("Mitä puuttuu", group=2),
        PictureItem("Toiveet", group=3, parts=(PictureItem("Aikaa"),)),
    )
    assert (drawn.center, drawn.groups) == ("Hyvä arki", ())
    assert alt(view, example()) == (
        "Kuva: Nelikenttä kuvana. Keskellä: Hyvä arki. Mikä toimii: Kahvi (2 kertaa)."
        " Mitä kokeillaan: tyhjä. Mitä puuttuu: tyhjä. Toiveet: Aikaa."
    )


SWOT = (
    PickView("heikkoudet", "Kiire", 0, 3),
    PickView("vahvuudet", "Kuuntelemme", 0),
    PickView("vahvuudet", "Karsimme", 0, origin="Kiire"),
    PickView("mahdollisuudet", "Siivoamme", 0, origin="Jo poistettu"),
)


def test_in_a_swot_what_a_line_was_turned_into_stands_beside_it() -> None:
    view = PictureView("p", "swot-kuva", "swot", SWOT, (), "oma-swot")
    strengths, weaknesses, opportunities, threats = spec(view, example()).items
    assert strengths.parts == (PictureItem("Kuuntelemme"),)
    assert weaknesses.parts == (PictureItem("Kiire", weight=3, parts=(PictureItem("Karsimme"),)),)
    # What it came from has been taken back: it stands on its own.
    assert opportunities.parts == (PictureItem("Siivoamme"),)
    assert threats.parts == ()
    assert "Heikkoudet: Kiire (3 kertaa) → Karsimme." in alt(view, example())


def test_axes_are_drawn_from_the_answers() -> None:
    axes = (AxisView("tekeminen", (1, 0, 0, 0, 0, 0, 1), (0, 0, 0, 2, 0, 0, 0)),)
    drawn = spec(PictureView("p", "janakuva", "axes", (), (), "janat", axes), example())
    assert drawn.axes == (Axis("Suunnittelua", "toteutusta", (0.0, 1.0), (0.5, 0.5)),)
    assert (drawn.items, drawn.labels) == ((), ("Nyt", "Toive"))


CIRCLES = (
    PickView("talous", "Luvut", 0),
    PickView("viestinta", "Kieli", 0),
    PickView("talous-ja-viestinta", "Luvut selkokielellä", 0),
)


def test_a_cell_called_after_two_others_is_where_their_circles_meet() -> None:
    view = PictureView("p", "pallokuva", "circles", CIRCLES, (), "pallot")
    drawn = spec(view, example())
    assert [item.text for item in drawn.items] == ["Talous", "Viestintä"]
    assert drawn.links == (Link(0, 1, "Luvut selkokielellä"),)
    assert "Talous ja Viestintä yhdessä: Luvut selkokielellä." in alt(view, example())
    wheel = spec(PictureView("p", "kehakuva", "wheel", CIRCLES, (), "pallot"), example())
    assert (len(wheel.items), wheel.links, wheel.base) == (3, (), "Kannustava kulttuuri")


def test_the_four_circles_of_workshop_4_meet_two_by_two_and_all_in_the_middle() -> None:
    found = edition("4")
    words = Words(default_library().phrasebook("fi"), found.in_language("fi"), HELSINKI, found.workshop)
    step = found.workshop.by_id["leikkauspisteet"]
    assert isinstance(step, GatherStep)
    items = tuple(PickView(cell, f"lappu {index}", 1) for index, cell in enumerate(step.canvas.ids()))
    view = PictureView("p", "leikkauspisteet-kuva", "circles", items, (), "leikkauspisteet")
    drawn = spec(view, words)
    assert [item.text for item in drawn.items] == [f"Asiantuntijaosaaminen {n}" for n in (1, 2, 3, 4)]
    assert {(link.first, link.second) for link in drawn.links} == {(0, 1), (1, 2), (2, 3), (0, 3)}
    (together,) = (item.text for item in items if item.cell == "kaikki")
    assert drawn.base == together
    assert f"Kaikki yhdessä: {together}." in alt(view, words)
    assert all(item.text in alt(view, words) for item in items)


def test_rows_of_a_table_are_chains_of_layers() -> None:
    rows = (
        PickView("paatos", "a · b · c", 0, parts=("a", "b", "c")),
        PickView("paatos", "d · e · f", 0, parts=("d", "e", "f")),
    )
    drawn = spec(PictureView("p", "kohtaamiset", "matching", rows, (), "sopiminen"), example())
    assert [item.text for item in drawn.items] == ["Mitä", "Miten", "Kuka"]
    assert drawn.items[1].parts == (PictureItem("b", group=1), PictureItem("e", group=2))


def test_stairs_have_a_base_and_a_pillar_which_are_said_too() -> None:
    view = PictureView("p", "porraskuva", "stairs", (PickView("arvo", "apu", 0),), (), "tarina")
    drawn = spec(view, example())
    assert (drawn.base, drawn.side) == ("Auttamisen kulttuuri", ("Avoimuus", "Tietoturvallisuus"))
    assert alt(view, example()).endswith(
        "Pohjana: Auttamisen kulttuuri. Vierellä: Avoimuus ja Tietoturvallisuus."
    )


def test_stairs_from_one_cell_have_a_step_for_each_note() -> None:
    notes = (PickView("tavoite", "Ensin", 0), PickView("tavoite", "Sitten", 0))
    drawn = spec(PictureView("p", "porraskuva", "stairs", notes, (), "tavoitelaput"), example())
    assert drawn.items == (PictureItem("Ensin"), PictureItem("Sitten"))


def test_a_flower_of_notes_has_a_colour_for_each_cell_where_there_are_no_columns() -> None:
    drawn = spec(PictureView("p", "lappukukka", "flower", PAIR, (), "parin-pohja"), example())
    assert drawn.groups == ("Mikä toimii", "Mitä kokeillaan", "Mitä puuttuu", "Toiveet")
    assert drawn.items == (PictureItem("Kahvi", weight=2, group=0), PictureItem("Aikaa", group=3))


PICTURES = [
    (name, one.picture)
    for name, one in example_card_samples(example_edition(), "fi")
    if isinstance(one, Shape) and one.picture
]


@pytest.mark.parametrize("picture", [one for _, one in PICTURES], ids=[name for name, _ in PICTURES])
def test_every_picture_of_the_example_can_be_drawn_and_says_all_that_it_shows(picture: PictureView) -> None:
    drawn = draw(spec(picture, example()))
    assert alt(picture, example()) in drawn
    for item in picture.items:
        assert all(part in alt(picture, example()) for part in (item.parts or (item.text,)))
