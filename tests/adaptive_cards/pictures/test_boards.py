"""The pictures with fields: which text stands where, and what belongs together."""

from __future__ import annotations

from adaptive_cards.pictures.axes import axes_layout
from adaptive_cards.pictures.boards import added_value_layout, now_future_layout, quadrant_layout
from adaptive_cards.pictures.circles import circles_layout
from adaptive_cards.pictures.layout import TextBox
from adaptive_cards.pictures.matching import matching_layout
from adaptive_cards.pictures.shapes import draw
from adaptive_cards.pictures.spec import Axis, Link, PictureItem, PictureSpec
from adaptive_cards.pictures.stairs import stairs_layout
from adaptive_cards.pictures.swot import swot_layout
from adaptive_cards.pictures.wheel import wheel_layout


def field(name: str, *notes: str) -> PictureItem:
    return PictureItem(name, parts=tuple(PictureItem(note) for note in notes))


def words(boxes: tuple[TextBox, ...]) -> list[str]:
    return [box.full for box in boxes]


def find(boxes: tuple[TextBox, ...], text: str) -> TextBox:
    return next(box for box in boxes if box.full == text)


def test_a_quadrant_is_read_row_by_row() -> None:
    fields = (
        field("Ajatukset", "a"),
        field("Vaikutukset", "b"),
        field("Ratkaisut", "c"),
        field("Toiveet", "d"),
    )

    panels = quadrant_layout(PictureSpec("quadrant", "Tekoäly", "", fields)).panels

    assert [words(panel.boxes) for panel in panels] == [
        ["Ajatukset", "a"],
        ["Vaikutukset", "b"],
        ["Ratkaisut", "c"],
        ["Toiveet", "d"],
    ]
    places = [panel.rect.centre for panel in panels]
    assert places == sorted(places, key=lambda at: (at[1], at[0]))


def test_notes_that_find_no_place_are_counted() -> None:
    many = field("Toiveet", *(f"toive {n}" for n in range(200)))
    spec = PictureSpec("now_future", "", "", (many,), more="ja {n} muuta")

    layout = now_future_layout(spec)

    shown = len(layout.panels[0].notes)
    assert 60 <= shown < 200
    assert f"ja {200 - shown} muuta" in words(layout.boxes)


def test_what_a_weakness_was_turned_into_stands_beside_it_in_the_colour_of_strengths() -> None:
    turned = PictureItem("Ohjeet hajallaan", parts=(PictureItem("Yhteinen ohjepankki"),))
    weak = PictureItem("Heikkoudet", parts=(turned, PictureItem("Aika loppuu")))
    spec = PictureSpec("swot", "", "", (field("Vahvuudet"), weak, field("Mahdollisuudet"), field("Uhat")))

    layout = swot_layout(spec)

    (became, target) = layout.turns[0]
    origin = find(layout.panels[1].notes, "Ohjeet hajallaan")
    assert (became.full, target, len(layout.turns)) == ("Yhteinen ohjepankki", 0, 1)
    assert became.room.y == origin.room.y
    assert became.room.x > origin.room.right
    assert words(layout.panels[1].notes) == ["Ohjeet hajallaan", "Aika loppuu"]


def test_axes_show_every_answer_between_their_ends() -> None:
    axes = (Axis("Strateginen", "toimeenpaneva", (0.0, 0.5), (1.0,)), Axis("Ennakoiva", "varmistava"))
    spec = PictureSpec("axes", "Muutostrendit", "", (), axes=axes, labels=("Nyt", "Toive"))

    layout = axes_layout(spec)

    assert [(row.now, row.wished) for row in layout.rows] == [((330.0, 512.0), (694.0,)), ((), ())]
    left, right = find(layout.boxes, "Strateginen"), find(layout.boxes, "toimeenpaneva")
    assert left.frame.right <= 330
    assert right.frame.x >= 694
    assert left.frame.centre[1] == layout.rows[0].y
    assert "Strateginen – toimeenpaneva; Ennakoiva – varmistava" in draw(spec)


def test_now_and_wished_are_told_apart_by_shape() -> None:
    spec = PictureSpec("axes", "", "", (), axes=(Axis("a", "b", (0.2,), (0.8,)),))

    svg = draw(spec)

    assert svg.count("<circle") == 2  # one answer and the middle of the answers
    assert svg.count('Z" fill="#CF8B51"') == 2


def test_what_two_circles_gain_stands_between_them() -> None:
    items = tuple(PictureItem(f"Osaaminen {n}") for n in range(4))
    links = (Link(1, 0, "yhteinen kieli"), Link(0, 2, "asiakasymmärrys"), Link(2, 3, ""))

    layout = circles_layout(PictureSpec("circles", "", "Lisäarvo", items, links=links))

    (meeting,) = layout.meetings
    first, second = layout.circles[:2]
    assert meeting.full == "yhteinen kieli"
    assert first.x < meeting.room.centre[0] < second.x
    assert first.holds(meeting.room.inset(60, 40))
    assert second.holds(meeting.room.inset(60, 40))
    assert words(layout.centre) == ["Lisäarvo · asiakasymmärrys"]


def test_stairs_rise_to_the_right_on_their_base() -> None:
    items = tuple(PictureItem(f"askel {n}") for n in range(1, 6))
    spec = PictureSpec(
        "stairs", "Portaat", "", items, base="Arvostava kulttuuri", side=("Avoimuus", "Tietoturva")
    )

    layout = stairs_layout(spec)

    steps = [find(layout.boxes, f"askel {n}") for n in range(1, 6)]
    assert [step.room.x for step in steps] == sorted(step.room.x for step in steps)
    assert [step.room.y for step in steps] == sorted((step.room.y for step in steps), reverse=True)
    assert find(layout.boxes, "Arvostava kulttuuri").room.y > steps[0].room.bottom
    assert words(layout.side) == ["Avoimuus", "Tietoturva"]


def test_a_wheel_names_what_surrounds_it() -> None:
    items = tuple(
        PictureItem(f"tiimi {n}", parts=(PictureItem("Anna"), PictureItem("Ville"))) for n in range(4)
    )

    layout = wheel_layout(PictureSpec("wheel", "", "Yhteiskehittäminen", items, base="Kannustava kulttuuri"))

    assert words(layout.bar) == ["Kannustava kulttuuri"]
    assert words(layout.boxes[2:]) == [f"tiimi {n} · Anna · Ville" for n in range(4)]


def test_notes_of_one_chain_are_joined_from_layer_to_layer() -> None:
    layers = tuple(
        PictureItem(name, parts=(PictureItem("a", group=1), PictureItem("b", group=2), PictureItem("c")))
        for name in ("Asiakkaat", "Tarpeet", "Kohtaamiset", "Palvelut")
    )
    spec = PictureSpec("matching", "", "", layers)

    assert [len(layer.notes) for layer in matching_layout(spec).layers] == [3, 3, 3, 3]
    assert (
        draw(spec).count('fill="none" stroke=') == 2 * 3
    )  # two chains across three gaps; "c" belongs to none


def test_themes_of_added_value_stand_on_their_base() -> None:
    themes = tuple(
        PictureItem(f"Teema {n}", "Teams · Planner", parts=(PictureItem("idea"),)) for n in range(4)
    )

    layout = added_value_layout(PictureSpec("added_value", "", "", themes, base="Työn kehittäminen"))

    assert words(layout.panels[2].heading) == ["Teema 2 · Teams · Planner"]
    assert layout.bars[0].room.y > max(panel.rect.bottom for panel in layout.panels)
    assert len({panel.notes[0].room.y for panel in layout.panels}) == 1
