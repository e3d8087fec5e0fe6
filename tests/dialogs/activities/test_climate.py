"""Climate in the engine: a look ahead when only challenges are written, and additions marked by group."""

from __future__ import annotations

from dialogs import events as e
from dialogs import messages as m
from dialogs.activities.rotate import station_of
from tests.support.editions import edition_of
from tests.support.stage import Stage
from tests.support.stage_watch import pid

FIVE = ("Anna", "Ville", "Sari", "Omar", "Liisa")
SHEET = {
    "id": "pohja",
    "kind": "gather",
    "canvas": {"cells": [["haasteet"], ["ratkaisut"]]},
    "challenges": ["haasteet"],
}
STATIONS = {"id": "kierto", "kind": "rotate", "stations": ["eka", "toka"], "minutes": 30}


def talking() -> Stage:
    """Workshop 1, in which changes are the challenges and the direction is ahead."""
    stage = Stage()
    stage.begins(*FIVE, step="muutoskeskustelu")
    return stage


def ahead(stage: Stage) -> bool:
    if stage.session.current == "pohja":
        return stage.card("", m.GatherBoard).only_challenges
    return stage.card("", m.Discuss).only_challenges


def test_five_challenges_and_nothing_else_ask_for_a_look_ahead() -> None:
    stage = talking()
    for count, name in enumerate(FIVE, start=1):
        assert not ahead(stage)
        stage.writes(name, f"Haaste {count}", cell="muutokset")
    assert ahead(stage)
    stage.writes("Anna", "Kokeillaan pienesti", cell="suunta")
    assert not ahead(stage)
    stage.happens(e.NoteChanged(pid("Anna"), stage.note("Kokeillaan pienesti"), ""))
    assert ahead(stage)
    stage.happens(e.NoteChanged(pid("Ville"), stage.note("Haaste 2"), ""))
    assert not ahead(stage)


def test_a_look_ahead_is_asked_for_only_while_the_step_goes_on() -> None:
    stage = talking()
    for name in FIVE:
        stage.writes(name, f"{name}n haaste", cell="muutokset")
    assert ahead(stage)
    stage.presses("Maija", "next")
    assert not any(one.only_challenges for one in stage.channel if isinstance(one, m.Discuss))


def test_of_groups_all_canvases_count_together() -> None:
    stage = Stage(edition=edition_of(SHEET))
    stage.begins(*FIVE, "Tuuli", "Jukka")
    for name in (*FIVE[:4], "Tuuli"):
        stage.writes(name, f"{name} huokaa", cell="haasteet")
    assert ahead(stage)
    stage.writes("Jukka", "Tämä toimisi", cell="ratkaisut")
    assert not ahead(stage)


def test_a_sheet_without_challenges_asks_nothing() -> None:
    stage = Stage(edition=edition_of({**SHEET, "challenges": []}))
    stage.begins(*FIVE)
    for name in FIVE:
        stage.writes(name, f"{name} huokaa", cell="haasteet")
    assert not ahead(stage)


def station(stage: Stage, cell: str) -> m.StationCard:
    return [one for one in stage.channel if isinstance(one, m.StationCard) and one.cell == cell][-1]


def writes_here(stage: Stage, group: tuple[str, ...], text: str) -> None:
    name = group[0]
    stage.writes(name, text, cell=station_of(stage.session, stage.run, stage.group(name).id))


def test_additions_are_what_later_groups_wrote_marked_by_group() -> None:
    stage = Stage(edition=edition_of(STATIONS))
    stage.begins(*FIVE[:4])
    first, second = stage.groups()
    writes_here(stage, first, "Pohja-ajatus")
    writes_here(stage, first, "Toinen pohja-ajatus")
    assert station(stage, "eka").additions == 0
    stage.presses("Maija", "next")
    writes_here(stage, second, "Ja vielä näin")
    card = station(stage, "eka")
    assert card.additions == 1
    assert card.layers == (
        m.StationNotes(1, ("Pohja-ajatus", "Toinen pohja-ajatus")),
        m.StationNotes(2, ("Ja vielä näin",)),
    )
    stage.happens(e.NoteChanged(pid(second[0]), stage.note("Ja vielä näin"), "Ja vielä paremmin"))
    assert station(stage, "eka").layers[1] == m.StationNotes(2, ("Ja vielä paremmin",))
    stage.happens(e.NoteChanged(pid(second[0]), stage.note("Ja vielä paremmin"), ""))
    assert (station(stage, "eka").additions, len(station(stage, "eka").layers)) == (0, 1)


def test_where_only_the_second_group_wrote_its_notes_are_the_first() -> None:
    stage = Stage(edition=edition_of(STATIONS))
    stage.begins(*FIVE[:4])
    second = stage.groups()[1]
    stage.presses("Maija", "next")
    writes_here(stage, second, "Tyhjästä alkuun")
    card = station(stage, "eka")
    assert (card.additions, card.layers) == (0, (m.StationNotes(2, ("Tyhjästä alkuun",)),))
