"""Notes under themes, and the forms by which they get there."""

from __future__ import annotations

from dataclasses import replace

from adaptive_cards.actions import Action
from adaptive_cards.card import (
    Bullets,
    Canvas,
    Card,
    Cell,
    ChoiceField,
    ChoicesField,
    Column,
    Form,
    Option,
    Span,
    TextField,
)
from adaptive_cards.views import card, form
from dialogs.messages import RethemeForm, ThemeBoard, ThemeForm, ThemeView
from tests.adaptive_cards.views.example import example
from tests.adaptive_cards.views.small import at, flat, p, pressed, small, text_of

BOARD = ThemeBoard(
    session="s1",
    step="teemat",
    live=True,
    ends_at=at(10, 0),
    themes=(ThemeView("t-1", "Osaaminen", ("Jaamme",)), ThemeView("t-2", "", ())),
    loose=("Kahvi",),
    ready=2,
    here=7,
)
SEEN = small(
    "Teemojen nimet ja lappujen paikat näkyvät heti kanavalla ja myöhemmin yhteenvedossa, ilman nimiä."
)


def test_themes_with_their_notes_and_those_that_have_none() -> None:
    made = flat(card(BOARD, example()))
    cells = (
        Cell("Osaaminen", notes=("Jaamme",)),
        Cell("Teema ilman nimeä"),
        Cell("Ilman teemaa", notes=("Kahvi",)),
    )
    assert made == Card(
        "Teemat",
        (
            p("Laput löytävät toisensa."),
            p("Aikaa klo 10.00 asti."),
            Bullets(((Span("Valitse laput ja anna niille nimi."),),), numbered=True),
            Canvas((Column("", cells),)),
            small("2 teemaa · 1 lappu ilman teemaa · 2/7 valmiina"),
            SEEN,
            made.blocks[-1],
        ),
        "Teemat",
        "fi",
    )
    assert pressed(made) == {
        "Kokoa teemaksi": "theme|s1|teemat",
        "Muuta teemaa": "retheme|s1|teemat",
        "Olen valmis": "ready|s1|teemat",
    }


def test_what_cannot_be_done_has_no_button() -> None:
    assert set(pressed(card(replace(BOARD, themes=()), example()))) == {"Kokoa teemaksi", "Olen valmis"}
    empty = card(replace(BOARD, themes=(), loose=()), example())
    assert set(pressed(empty)) == {"Olen valmis"}
    assert "Lappuja tulee tähän, kun niitä on kirjoitettu." in text_of(empty)


def test_when_it_is_over_every_note_is_there() -> None:
    many = replace(
        BOARD, live=False, ends_at=None, themes=(ThemeView("t-1", "Osaaminen", ("x" * 200,) * 12),)
    )
    assert text_of(card(many, example())).count("x" * 200) == 12
    assert pressed(card(many, example())) == {}


def test_notes_are_ticked_and_a_theme_is_chosen_or_named() -> None:
    notes = (("n1", "", "Jaamme"), ("n2", "Osaaminen", "Opimme"))
    message = ThemeForm("s1", "teemat", (("t-1", "Osaaminen"),), notes, ("n1", "gone"))
    assert form(message, example(), "x") == Form(
        title="Kokoa teemaksi",
        fields=(
            ChoicesField(
                "notes",
                "Laput",
                (Option("n1", "Jaamme"), Option("n2", "Opimme (teemassa Osaaminen)")),
                ("n1",),
                hint="Valmiiksi merkityt laput muistuttavat toisiaan. Se on vain ehdotus.",
                required=True,
            ),
            ChoiceField(
                "theme",
                "Teema",
                (Option("new", "Uusi teema"), Option("t-1", "Osaaminen"), Option("none", "Pois teemasta")),
                "new",
            ),
            TextField(
                "name",
                "Uuden teeman nimi",
                hint="Täytä vain, kun teet uuden teeman.",
                placeholder="Esim. Yhdessä oppiminen",
                required=False,
                max_length=80,
            ),
        ),
        submit="Tallenna",
        cancel="Peru",
        action=Action("theme", "s1", ("teemat",)),
        nonce="x",
        intro=(SEEN,),
        language="fi",
    )


def test_a_long_note_keeps_the_name_of_its_theme() -> None:
    message = ThemeForm("s1", "teemat", (("t-1", "A"),), (("n1", "Osaaminen", "sana " * 100),), ())
    (option,) = form(message, example(), "x").fields[0].options  # type: ignore[union-attr]
    assert option.label.endswith("… (teemassa Osaaminen)")
    assert len(option.label) <= 150


def test_a_theme_is_renamed_merged_or_undone() -> None:
    made = form(RethemeForm("s1", "teemat", (("t-1", "Osaaminen"), ("t-2", ""))), example(), "x")
    theme, name, into = made.fields
    assert theme == ChoiceField(
        "theme", "Mikä teema?", (Option("t-1", "Osaaminen"), Option("t-2", "Teema ilman nimeä"))
    )
    assert (name.id, name.required) == ("name", False)
    assert into == ChoiceField(
        "into",
        "Tai tee teemalle näin",
        (
            Option("t-1", "Yhdistä teemaan Osaaminen"),
            Option("t-2", "Yhdistä teemaan Teema ilman nimeä"),
            Option("remove", "Pura teema, laput jäävät ilman teemaa"),
        ),
        required=False,
    )
    assert made.action == Action("retheme", "s1", ("teemat",))
