"""Teemoittelu: notes under names, by choosing; anything can be undone, by anybody."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs import messages as m
from dialogs.receipts import Code
from tests.support.editions import edition_of
from tests.support.stage import Stage

NOTES = ("Jaamme osaamista", "Osaamisen jakaminen", "Palkitaan onnistumisista", "Kahvi on hyvää")
EDITION = edition_of(
    {"id": "laput", "kind": "gather", "who": "everybody", "canvas": {"cells": [["tavoite"]]}},
    {"id": "teemat", "kind": "theme", "notes_of": "laput"},
)


def theming(*texts: str) -> Stage:
    """Everybody's notes are there, and now they are put under themes."""
    stage = Stage(edition=EDITION)
    stage.begins("Anna", "Ville")
    for text in texts or NOTES:
        stage.writes("Anna", text, cell="tavoite")
    stage.goes_to("teemat")
    return stage


def puts(stage: Stage, name: str, theme: str, *texts: str, called: str = "") -> Code:
    notes = tuple(map(stage.note, texts))
    return stage.sends(name, "theme", "teemat", theme=theme, name=called, notes=notes).code


def themes(stage: Stage) -> dict[str, tuple[str, ...]]:
    return {theme.name: theme.notes for theme in stage.card("", m.ThemeBoard).themes}


def loose(stage: Stage) -> tuple[str, ...]:
    return stage.card("", m.ThemeBoard).loose


def theme_id(stage: Stage, name: str) -> str:
    return next(one.id for one in stage.run.themes if one.name == name)


def test_notes_that_look_alike_are_suggested_and_nothing_more_than_that() -> None:
    form = theming().opens("Anna", "theme", "teemat")
    assert isinstance(form, m.ThemeForm)
    assert form.themes == ()
    texts = {one: text for one, _, text in form.notes}
    assert {texts[one] for one in form.suggested} == set(NOTES[:2])


def test_a_new_theme_takes_notes_and_the_rest_stay_loose() -> None:
    stage = theming()
    assert puts(stage, "Anna", "new", *NOTES[:2], called="Osaaminen") is Code.SAVED
    assert themes(stage) == {"Osaaminen": NOTES[:2]}
    assert loose(stage) == NOTES[2:]


def test_a_note_moves_to_another_theme_and_out_of_any() -> None:
    stage = theming()
    puts(stage, "Anna", "new", *NOTES[:3], called="Osaaminen")
    puts(stage, "Ville", "new", NOTES[2], called="Arvostus")
    assert themes(stage) == {"Osaaminen": NOTES[:2], "Arvostus": NOTES[2:3]}
    puts(stage, "Anna", theme_id(stage, "Osaaminen"), NOTES[2])
    assert themes(stage) == {"Osaaminen": NOTES[:3], "Arvostus": ()}
    puts(stage, "Anna", "none", NOTES[0])
    assert themes(stage)["Osaaminen"] == NOTES[1:3]
    assert NOTES[0] in loose(stage)


def test_a_theme_is_renamed_merged_and_undone() -> None:
    stage = theming()
    puts(stage, "Anna", "new", NOTES[0], called="Osaaminen")
    puts(stage, "Anna", "new", NOTES[1], called="Jakaminen")
    one, other = theme_id(stage, "Osaaminen"), theme_id(stage, "Jakaminen")
    stage.sends("Ville", "retheme", "teemat", theme=one, name="Opimme yhdessä", into="")
    assert set(themes(stage)) == {"Opimme yhdessä", "Jakaminen"}
    stage.sends("Ville", "retheme", "teemat", theme=other, name="", into=one)
    assert themes(stage) == {"Opimme yhdessä": NOTES[:2]}
    stage.sends("Ville", "retheme", "teemat", theme=one, name="", into="remove")
    assert themes(stage) == {}
    assert loose(stage) == NOTES


def test_what_is_missing_is_asked_for() -> None:
    stage = theming()
    stage.sends("Anna", "theme", "teemat", theme="new", name=" ", notes=())
    assert stage.errors == {"name": "empty", "notes": "choose"}
    stage.sends("Anna", "theme", "teemat", theme="t-none-such", notes=(stage.note(NOTES[0]),))
    assert stage.errors == {"theme": "choose"}
    assert stage.opens("Anna", "retheme", "teemat") == stage.opens("Ville", "retheme", "teemat")
    puts(stage, "Anna", "new", NOTES[0], called="Osaaminen")
    one = theme_id(stage, "Osaaminen")
    stage.sends("Anna", "retheme", "teemat", theme=one, name="", into="")
    assert stage.errors == {"name": "empty"}
    assert stage.sends("Anna", "retheme", "teemat", theme=one, name="", into=one).code is Code.UNKNOWN


def test_sent_twice_it_is_one_theme() -> None:
    stage = theming()
    values: dict[str, str | tuple[str, ...]] = {
        "theme": "new",
        "name": "Osaaminen",
        "notes": (stage.note(NOTES[0]),),
    }
    once(stage, values)
    before = len(stage.facts)
    once(stage, values)
    assert len(stage.facts) == before
    assert themes(stage) == {"Osaaminen": NOTES[:1]}


def once(stage: Stage, values: dict[str, str | tuple[str, ...]]) -> None:
    stage.submits("Anna", "theme", "teemat", nonce="n-1", **values)


def test_a_note_that_is_taken_away_leaves_its_theme_and_a_late_one_comes_to_the_loose_ones() -> None:
    stage = theming()
    puts(stage, "Anna", "new", *NOTES[:2], called="Osaaminen")
    stage.submits("Anna", "edit", stage.note(NOTES[0]), delete=("yes",))
    assert themes(stage) == {"Osaaminen": NOTES[1:2]}
    stage.submits("Ville", "note", "laput", "all", cell="tavoite", text="Ehdin vielä")
    assert "Ehdin vielä" in loose(stage)


def test_the_themes_of_somebody_who_is_forgotten_stay_without_their_words() -> None:
    stage = theming()
    puts(stage, "Ville", "new", NOTES[0], called="Osaaminen")
    stage.forgets("Ville")
    assert themes(stage) == {"": NOTES[:1]}


def test_only_those_who_take_part_and_only_while_it_goes_on() -> None:
    stage = theming()
    note = (stage.note(NOTES[0]),)
    assert stage.sends("Outo", "theme", "teemat", theme="new", name="Oma", notes=note).code is Code.NOT_IN
    assert puts(stage, "Maija", "new", NOTES[0], called="Osaaminen") is Code.SAVED
    stage.presses("Maija", "next")
    late = stage.submits("Anna", "theme", "teemat", theme="new", name="Myöhässä", notes=note)
    assert late.code is Code.TOO_LATE


def test_the_summary_has_the_themes() -> None:
    stage = theming()
    puts(stage, "Anna", "new", *NOTES[:2], called="Osaaminen")
    stage.presses("Maija", "end")
    board = stage.card("Maija", m.ThemeBoard)
    assert (board.live, board.loose) == (False, NOTES[2:])


moves = st.lists(st.tuples(st.integers(0, 3), st.sets(st.integers(0, 5), min_size=1)), max_size=12)


@settings(max_examples=40)
@given(moves)
def test_whatever_is_moved_every_note_is_in_one_place(moved: list[tuple[int, set[int]]]) -> None:
    texts = [f"Lappu {n}" for n in range(6)]
    stage = theming(*texts)
    expected: dict[str, str] = {}
    for theme, notes in moved:
        name = f"Teema {theme}"
        known = {one.name: one.id for one in stage.run.themes}
        chosen = [texts[n] for n in sorted(notes)]
        puts(stage, "Anna", known.get(name, "new"), *chosen, called=name)
        expected |= dict.fromkeys(chosen, name)
    found = {note: name for name, notes in themes(stage).items() for note in notes}
    assert found == expected
    assert sorted([*found, *loose(stage)]) == sorted(texts)
