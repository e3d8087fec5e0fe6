"""Canvases of few, hidden notes, stories, tables and dots: what is promised, and what stands there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adaptive_cards.actions import Action
from adaptive_cards.card import Heading, Paragraph, Span, TextField
from adaptive_cards.views import card, form
from dialogs import messages as m
from tests.adaptive_cards.views.example import example
from tests.adaptive_cards.views.small import at, flat, pressed, small, text_of

EMPTY = m.CanvasView("parin-pohja", (), ((m.CellView("toimii", ("Kahvi",)), m.CellView("puuttuu", ())),))
SHEET = m.GroupCanvas(
    session="s1",
    step="parin-pohja",
    visit=2,
    group_id="g4",
    group=4,
    live=True,
    names=("Anna", "Ville"),
    recorder="Anna",
    ends_at=at(10, 25),
    canvas=EMPTY,
    notes=1,
    cells_begun=1,
    audience=m.Audience.GROUP,
)
SELF = (
    "Pajassa tämän näet vain sinä: ei fasilitaattori, ei yhteenveto, ei viety tiedosto."
    " Myöhemmin valitset itse, mitä nostat esiin."
)
KEPT = (
    "Laput säilyvät, kunnes ne poistetaan. Tallennettuun pääsee botin ylläpitäjä,"
    " ja korttisi jää myös Slackiin tai Teamsiin."
)
LATER = "Kun vaihe päättyy, laput näkyvät yhteenvedossa ja kuvissa ilman nimiä."


def test_a_pairs_canvas_says_with_whom_and_has_what_is_done() -> None:
    made = card(SHEET, example())
    said = text_of(made)
    assert made.title == "Parin nelikenttä"
    assert "Anna ja Ville · Aikaa klo 10.25 asti." in said
    assert "1. Yksi asia yhteen lappuun." in said
    assert "Kirjuri" not in said
    assert pressed(made) == {
        "Lisää lappu": "note|s1|parin-pohja|g4",
        "Omat laput": "mine|s1|parin-pohja",
        "Esimerkkejä": "examples|s1|parin-pohja|g4",
        "Olen valmis": "ready|s1|parin-pohja",
    }


@pytest.mark.parametrize(
    ("audience", "names", "promise"),
    [
        (m.Audience.GROUP, ("Anna", "Ville"), f"Näkyy nyt vain parillesi. {LATER}"),
        (m.Audience.GROUP, ("Anna", "Ville", "Sari"), f"Näkyy nyt vain teille kolmelle. {LATER}"),
        (m.Audience.GROUP, ("A", "B", "C", "D"), f"Näkyy nyt vain niille, joiden kanssa kirjoitat. {LATER}"),
        (m.Audience.SELF, ("Anna",), SELF),
        (m.Audience.SELF, ("Anna",), KEPT),
        (m.Audience.SELF_NOW, ("Anna",), "Tämän näet nyt vain sinä."),
    ],
)
def test_each_canvas_says_who_sees_it(audience: m.Audience, names: tuple[str, ...], promise: str) -> None:
    assert promise in text_of(card(replace(SHEET, audience=audience, names=names), example()))


def test_what_is_ones_own_stays_so_when_the_step_is_over_and_names_nobody() -> None:
    made = card(
        replace(SHEET, audience=m.Audience.SELF, names=("Anna",), live=False, ends_at=None), example()
    )
    assert SELF in text_of(made)
    assert "Anna" not in text_of(made)
    assert pressed(made) == {}


def test_a_canvas_that_one_no_longer_belongs_to_says_only_that() -> None:
    moved = card(replace(SHEET, live=False, names=(), canvas=EMPTY), example())
    assert "Kahvi" not in text_of(moved)
    assert "Tämä pohja jatkuu ilman sinua." in text_of(moved)


def test_hidden_notes_are_counted() -> None:
    canvas = m.CanvasView("tavoitelaput", (), ((m.CellView("tavoite", ()),),))
    card_of = m.Discuss("s1", "tavoitelaput", 3, True, at(9, 30), canvas, 2, 7, 12, m.Audience.HIDDEN)  # noqa: FBT003 -- live
    said = text_of(card(card_of, example()))
    assert "12 lappua piilossa. Ne näkyvät, kun vaihe päättyy." in said
    assert "Lappusi on piilossa, kunnes vaihe päättyy." in said
    assert "12 lappua · 2/7 valmiina" in said


STORY = m.CanvasView(
    "tarina",
    (),
    (
        (m.CellView("arvo", ("moni saa apua",)),),
        (m.CellView("kokeilu", ("a · b", "c · d"), (("a", "b"), ("c", "d"))),),
        (m.CellView("hyoty", ()),),
    ),
)


def test_a_gap_story_is_told_with_the_newest_parts_in_their_places() -> None:
    talk = m.Discuss("s1", "tarina", 3, True, None, STORY, 0, 7)  # noqa: FBT003 -- live
    blocks = flat(card(talk, example())).blocks
    index = blocks.index(Heading("Tarina"))
    assert blocks[index + 1] == Paragraph(
        (
            Span("Työmme on tärkeää, koska "),
            Span("moni saa apua", bold=True),
            Span(". Kokeilemme rohkeasti: "),
            Span("c", bold=True),
            Span(". Siitä seuraa, että "),
            Span("d", bold=True),
            Span("."),
        )
    )


def test_a_story_nobody_has_begun_is_not_told_and_a_canvas_without_sentences_is_none() -> None:
    empty = tuple(tuple(m.CellView(cell.id, ()) for cell in column) for column in STORY.cells)
    talk = m.Discuss("s1", "tarina", 3, True, None, replace(STORY, cells=empty), 0, 7)  # noqa: FBT003 -- live
    assert "Tarina" not in text_of(card(talk, example())).split("\n")
    assert "Tarina" not in text_of(card(SHEET, example()))


def test_a_row_of_a_table_has_the_title_of_each_column() -> None:
    row = m.CellView("paatos", ("Vartti · Perjantaisin · Omar",), (("Vartti", "Perjantaisin", "Omar"),))
    sheet = m.SummaryCanvas(0, (), m.CanvasView("sopiminen", (), ((row,),)), 0)
    assert "Mitä: Vartti · Miten: Perjantaisin · Kuka: Omar" in text_of(card(sheet, example()))


def test_a_form_asks_for_the_cell_first_and_then_for_each_part() -> None:
    first = m.NoteForm("s1", "tarina", "all", ("arvo", "kokeilu", "hyoty"), "", cell_first=True)
    made = form(first, example(), "x")
    assert [field.id for field in made.fields] == ["cell"]
    assert (made.submit, made.action) == ("Jatka", Action("note", "s1", ("tarina", "all")))
    second = form(m.NoteForm("s1", "tarina", "all", ("kokeilu",), "kokeilu", parts=2), example(), "x")
    assert second.fields == (
        TextField(
            "part.1",
            "Mitä kokeilemme",
            hint="Mitä kokeilemme ja mitä siitä seuraa?",
            placeholder="Esim. vinkkivarttia perjantaisin",
            multiline=True,
            max_length=500,
        ),
        TextField(
            "part.2",
            "Mitä siitä seuraa",
            placeholder="Esim. opimme toisiltamme",
            multiline=True,
            max_length=500,
        ),
    )
    assert second.action == Action("note", "s1", ("tarina", "all", "kokeilu"))


def test_a_form_of_a_private_sheet_says_so_before_one_writes() -> None:
    own = m.NoteForm("s1", "oma-swot", "g1", ("uhat",), "uhat", audience=m.Audience.SELF)
    assert form(own, example(), "x").intro == (small(SELF), small(KEPT))
    edit = m.EditForm("s1", "oma-swot", "n1", "Kiire", "uhat", audience=m.Audience.SELF)
    assert form(edit, example(), "x").intro == (small(SELF), small(KEPT))


# --- choosing for oneself, and dots ---------------------------------------------------------------

DOTS = m.PickBoard(
    session="s1",
    step="pisteet",
    notes_of="tavoitelaput",
    live=True,
    ends_at=at(10, 35),
    budget=3,
    groups=0,
    groups_done=0,
    by="everybody",
    voters=4,
    here=7,
)
TALLY = (m.PickView("tavoite", "Kannustava", 0, 3), m.PickView("tavoite", "Avoin", 0, 1))


def test_dots_are_counted_without_saying_what_for() -> None:
    made = card(DOTS, example())
    said = text_of(made)
    assert "Jokaisella on 3 ääntä." in said
    assert "4/7 on valinnut" in said
    assert "Muut eivät näe, mitä valitset." in said
    assert pressed(made) == {"Anna äänesi": "pick|s1|pisteet|all"}


def test_when_it_is_over_the_dots_are_told() -> None:
    said = text_of(card(replace(DOTS, live=False, ends_at=None, tally=TALLY), example()))
    assert "Tavoitteemme: Kannustava (3 ääntä)" in said
    assert "Tavoitteemme: Avoin (1 ääni)" in said
    none = card(replace(DOTS, live=False, ends_at=None), example())
    assert "Nostoja ei tällä kertaa valittu." in text_of(none)
    assert pressed(none) == {}


def test_of_ones_own_sheet_only_what_one_chooses_becomes_visible() -> None:
    own = replace(DOTS, step="swot-nostot", notes_of="oma-swot", by="person", private=True)
    said = text_of(card(own, example()))
    assert "Jokainen valitsee omista lapuistaan enintään 3, jotka haluaa nostaa esiin." in said
    assert "Vain valitsemasi laput näkyvät muille, kun vaihe päättyy, ja ilman nimeäsi." in said
    assert KEPT in said
    assert pressed(card(own, example())) == {"Valitse nostot": "pick|s1|swot-nostot|all"}
    notes = (("n1", "uhat", "Kiire"),)
    picks = m.PickForm("s1", "swot-nostot", "all", 3, notes, "oma-swot", (), "person", private=True)
    made = form(picks, example(), "x")
    assert made.fields[0].label == "Omat lappusi"
    assert [text_of_block(block) for block in made.intro][1] == KEPT


def text_of_block(block: object) -> str:
    assert isinstance(block, Paragraph)
    return "".join(span.text for span in block.rich if isinstance(span, Span))
