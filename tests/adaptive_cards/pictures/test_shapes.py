from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from adaptive_cards.pictures.shapes import SHAPES, draw
from adaptive_cards.pictures.spec import PictureItem, PictureSpec, UnknownShapeError
from tests.adaptive_cards.pictures.examples import SVG

NASTY = '<script>alert("x")</script> & \x00\x08\ud83d 👩‍💻 مرحبا 漢字 \u202e ]]> \ufffe'


def parsed(spec: PictureSpec) -> ET.Element:
    return ET.fromstring(draw(spec))  # noqa: S314 - drawn by ourselves


@pytest.mark.parametrize("shape", SHAPES)
def test_a_picture_speaks_to_screen_readers(shape: str) -> None:
    items = (PictureItem("Luottamus", "Anna", 3), PictureItem("Huumori"))
    root = parsed(PictureSpec(shape, "Voimavarat", "Työhyvinvointi", items))

    assert root.attrib["role"] == "img"
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert (title.text, desc.text) == ("Voimavarat", "Työhyvinvointi; Luottamus · ×3 · Anna; Huumori")
    assert root.attrib["aria-labelledby"].split() == [title.attrib["id"], desc.attrib["id"]]


def test_a_description_given_is_the_one_read() -> None:
    spec = PictureSpec(
        "flower", "Voimavarat", "", (PictureItem("a"),), description="Kukka, jossa on yksi terälehti."
    )

    desc = parsed(spec).find(f"{SVG}desc")

    assert desc is not None
    assert desc.text == "Kukka, jossa on yksi terälehti."


@pytest.mark.parametrize("shape", SHAPES)
def test_whatever_people_write_is_only_text(shape: str) -> None:
    item = PictureItem(NASTY, NASTY, parts=(PictureItem(NASTY),))
    spec = PictureSpec(
        shape, NASTY, NASTY, (item,) * 9, NASTY, more=NASTY, groups=(NASTY,), base=NASTY, side=(NASTY,)
    )

    tags = {element.tag.removeprefix(SVG) for element in parsed(spec).iter()}

    assert tags <= {"svg", "title", "desc", "g", "path", "circle", "ellipse", "rect", "text"}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_picture_of_nothing_is_still_a_picture(shape: str) -> None:
    assert parsed(PictureSpec(shape, "", "", ())).tag == f"{SVG}svg"


def test_the_same_data_makes_the_same_picture() -> None:
    spec = PictureSpec(
        "tree", "Voimavarat", "Työhyvinvointi", tuple(PictureItem(f"lehti {n}") for n in range(30))
    )

    assert draw(spec) == draw(spec)


def test_a_shortened_text_keeps_the_whole_as_its_tooltip() -> None:
    text = "Tuki esihenkilöltä " * 12
    root = parsed(PictureSpec("flower", "", "", tuple(PictureItem(text) for _ in range(60))))

    assert [title.text for title in root.iter(f"{SVG}title")][1:] == [text.strip()] * 60


def test_an_unknown_shape_names_the_known_ones() -> None:
    with pytest.raises(UnknownShapeError, match="'cloud'; known: flower, tree, lotus, "):
        draw(PictureSpec("cloud", "", "", ()))
