"""Places on axes: counts, then the spread in words and as a picture."""

from __future__ import annotations

from dataclasses import replace

from adaptive_cards.actions import Action
from adaptive_cards.card import Bullets, Card, ChoiceField, Option, Picture, Span
from adaptive_cards.views import card, form
from dialogs.messages import AxisView, PictureView, PlaceForm, ScaleBoard
from tests.adaptive_cards.views.example import example
from tests.adaptive_cards.views.small import at, flat, p, pressed, small, text_of

AXES = (
    AxisView("tekeminen", (0, 2, 1, 0, 0, 0, 0), (0, 0, 0, 0, 0, 3, 0)),
    AxisView("yhdessa", (1, 0, 0, 0, 0, 0, 0), (0,) * 7),
)
BOARD = ScaleBoard("s1", "janat", True, at(10, 10), (), 3, 7, None)  # noqa: FBT003 -- live
PICTURE = PictureView("pic-1", "janat", "axes", (), (), "janat", AXES)
SEEN = small(
    "Paikkasi näkyvät vasta, kun vaihe päättyy, ja vain muiden joukossa ilman nimeäsi."
    " Pienessä ryhmässä ne voi silti arvata."
)


def test_while_people_answer_there_are_counts_only() -> None:
    made = flat(card(BOARD, example()))
    assert made == Card(
        "Janat",
        (
            p("Näemme, missä olemme ja minne haluamme."),
            p("Aikaa klo 10.10 asti."),
            Bullets(((Span("Suunnittelua – toteutusta"),), (Span("Yksin – yhdessä"),))),
            small("3/7 on vastannut"),
            small("Vastausten hajonta näkyy, kun vaihe päättyy."),
            SEEN,
            made.blocks[-1],
        ),
        "Janat",
        "fi",
    )
    assert pressed(made) == {"Merkitse paikkasi": "place|s1|janat|now"}


def test_afterwards_the_spread_is_said_and_drawn() -> None:
    made = flat(card(replace(BOARD, live=False, ends_at=None, axes=AXES, picture=PICTURE), example()))
    alt = (
        "Kuva: Janat. Suunnittelua – toteutusta: nyt 2 × 2, 3 × 1; toive 6 × 3."
        " Yksin – yhdessä: nyt 1 × 1; toive ei vastauksia."
    )
    assert made.blocks[1:] == (
        Picture("pic-1", alt),
        Bullets(
            (
                (Span("Suunnittelua – toteutusta:", bold=True), Span(" nyt 2 × 2, 3 × 1; toive 6 × 3")),
                (Span("Yksin – yhdessä:", bold=True), Span(" nyt 1 × 1; toive ei vastauksia")),
            )
        ),
        small(
            "Luvut 1–7 ovat paikkoja janalla vasemmalta oikealle, ja × kertoo, montako vastausta siinä on."
        ),
        small("Tämä vaihe on ohi. Kirjoitettu on tallessa."),
    )


def test_nobody_answered() -> None:
    none = tuple(replace(axis, now=(0,) * 7, wished=(0,) * 7) for axis in AXES)
    made = card(replace(BOARD, live=False, ends_at=None, axes=none), example())
    assert "Vastauksia ei tällä kertaa tullut." in text_of(made)
    assert pressed(made) == {}


def test_a_place_on_each_axis_whose_ends_are_named() -> None:
    made = form(PlaceForm("s1", "janat", "now", ("tekeminen", "yhdessa"), (3, 1)), example(), "x")
    assert made.fields[0] == ChoiceField(
        "axis.tekeminen",
        "Tekeminen",
        (
            Option("1", "1 = Suunnittelua"),
            *(Option(str(place), str(place)) for place in range(2, 7)),
            Option("7", "7 = toteutusta"),
        ),
        "3",
        hint="Mihin päivät kuluvat?",
    )
    assert (made.title, made.submit) == ("Missä olemme nyt?", "Jatka")
    assert made.action == Action("place", "s1", ("janat", "now"))
    assert made.intro == (SEEN,)
    wish = form(PlaceForm("s1", "janat", "wished", ("tekeminen",), ()), example(), "x")
    assert (wish.title, wish.submit, wish.action.args) == (
        "Missä haluamme olla?",
        "Tallenna",
        ("janat", "wished"),
    )
