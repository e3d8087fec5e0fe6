"""Työpistekierto: everybody visits every station once, builds on what is there, and comes home."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.library import Edition
from dialogs import messages as m
from dialogs.activities.rotate import station_of
from dialogs.receipts import Code
from tests.support.editions import edition_of
from tests.support.stage import Stage

SEVEN = ("Anna", "Ville", "Sari", "Omar", "Liisa", "Jukka", "Åsa")


def stations_of(count: int) -> list[str]:
    return [f"piste-{n + 1}" for n in range(count)]


def stations(count: int = 3) -> Edition:
    kierto = {"id": "kierto", "kind": "rotate", "minutes": 60, "per_station": 10, "move": 2}
    nostot = {"id": "nostot", "kind": "pick", "notes_of": "kierto", "budget": 3}
    return edition_of({**kierto, "stations": stations_of(count)}, nostot)


def rotating(*names: str, count: int = 3, seed: int = 1, thorough: bool = True) -> Stage:
    stage = Stage(edition=stations(count), seed=seed, thorough=thorough)
    stage.begins(*(names or SEVEN))
    return stage


def where(stage: Stage) -> dict[str, str]:
    """Group -> station."""
    run = stage.run
    return {one.id: station_of(stage.session, run, one.id) for one in run.in_order() if one.members}


def station(stage: Stage, cell: str) -> m.StationCard:
    found = [one for one in stage.channel if isinstance(one, m.StationCard) and one.cell == cell]
    return found[-1]


@settings(max_examples=25)
@given(people=st.integers(2, 40), count=st.integers(2, 6), seed=st.integers(0, 99))
def test_everybody_visits_every_station_exactly_once(people: int, count: int, seed: int) -> None:
    names = [f"N{n}" for n in range(people)]
    stage = rotating(*names, count=count, seed=seed, thorough=False)
    sizes = sorted(map(len, stage.groups()))
    assert sizes[-1] - sizes[0] <= 1
    assert sum(sizes) == people
    visited: dict[str, list[str]] = {group: [] for group in where(stage)}
    for _ in range(count):
        now = where(stage)
        assert len(set(now.values())) == len(now), "two groups at one station"
        for group, cell in now.items():
            visited[group].append(cell)
        assert not stage.card("", m.RotateBoard).home
        stage.presses("Maija", "next")
    assert all(sorted(cells) == sorted(stations_of(count)) for cells in visited.values())
    assert where(stage) == {group: cells[0] for group, cells in visited.items()}
    assert stage.card("", m.RotateBoard).home
    stage.presses("Maija", "next")
    assert stage.session.current == "nostot"


def test_groups_go_clockwise() -> None:
    stage = rotating()
    assert where(stage) == {"g1": "piste-1", "g2": "piste-2", "g3": "piste-3"}
    stage.presses("Maija", "next")
    assert where(stage) == {"g1": "piste-2", "g2": "piste-3", "g3": "piste-1"}


def test_a_group_sees_what_earlier_ones_wrote_and_builds_on_it() -> None:
    stage = rotating()
    first, second = stage.groups()[0][0], stage.groups()[2][0]
    stage.writes(first, "Kokeillaan", cell="piste-1")
    stage.presses("Maija", "next")
    assert stage.writes(second, "Ja kerrotaan muille", cell="piste-1").code is Code.SAVED
    assert station(stage, "piste-1").layers == (
        m.StationNotes(1, ("Kokeillaan",)),
        m.StationNotes(3, ("Ja kerrotaan muille",)),
    )


def test_the_form_is_for_the_station_where_ones_group_is() -> None:
    stage = rotating()
    name = stage.groups()[1][0]
    form = stage.opens(name, "note")
    assert isinstance(form, m.NoteForm)
    assert form.cells == ("piste-2",)
    stage.presses("Maija", "next")
    # The form was open when everybody moved on: what was written belongs where it was written.
    assert stage.submits(name, "note", "kierto", "g2", "piste-2", text="Ehdin vielä").code is Code.SAVED
    assert station(stage, "piste-2").layers == (m.StationNotes(2, ("Ehdin vielä",)),)
    again = stage.opens(name, "note")
    assert isinstance(again, m.NoteForm)
    assert again.cells == ("piste-3",)


def warned(stage: Stage) -> tuple[str, str]:
    """The newest card that asks the facilitator."""
    card = stage.card("Maija", m.Warned)
    return ("over" if card.over else "two left", "live" if card.live else "old")


def test_each_round_has_its_time_and_rings_anew() -> None:
    stage = rotating()
    assert (stage.run.ends_at - stage.clock).total_seconds() == 12 * 60
    stage.waits(minutes=13)
    assert warned(stage) == ("over", "live")
    stage.presses("Maija", "next")
    assert warned(stage) == ("over", "old")
    assert (stage.run.ends_at - stage.clock).total_seconds() == 12 * 60
    stage.waits(minutes=11)
    assert warned(stage) == ("two left", "live")


def test_ready_is_asked_anew_at_each_station() -> None:
    stage = rotating()
    stage.presses("Anna", "ready")
    assert stage.card("", m.RotateBoard).ready == 1
    stage.presses("Maija", "next")
    assert stage.card("", m.RotateBoard).ready == 0


def test_who_comes_late_joins_the_smallest_group_and_who_goes_is_not_missed() -> None:
    stage = rotating()
    smallest = min(stage.groups(), key=len)
    stage.joins("Tuuli")
    assert stage.group("Tuuli").members[0] == stage.group(smallest[0]).members[0]
    stage.presses("Tuuli", "leave")
    assert stage.run.group_of("Tuuli") is None
    assert len({name for group in stage.groups() for name in group}) == 7


def test_everybody_may_leave_a_station_and_it_stands_empty() -> None:
    stage = rotating()
    for name in stage.groups()[0]:
        stage.presses(name, "leave")
    card = station(stage, "piste-1")
    assert (card.group, card.names) == (0, ())
    for _ in range(4):
        stage.presses("Maija", "next")
    assert stage.session.current == "nostot"


def test_nobody_at_all_still_gets_through() -> None:
    stage = rotating("Anna", "Ville")
    stage.presses("Anna", "leave")
    stage.presses("Ville", "leave")
    stage.presses("Maija", "next")
    stage.joins("Sari")
    assert stage.groups() == (("Sari",),)


def test_at_home_three_are_picked_from_all_that_gathered_there() -> None:
    stage = rotating()
    for index in range(3):
        for number, group in enumerate(stage.groups()):
            cell = where(stage)[f"g{number + 1}"]
            stage.writes(group[0], f"Ryhmä {number + 1}, kierros {index}", cell=cell)
        stage.presses("Maija", "next")
    stage.presses("Maija", "next")
    form = stage.opens(stage.groups()[0][0], "pick")
    assert isinstance(form, m.PickForm)
    assert {text for _, _, text in form.notes} == {
        "Ryhmä 1, kierros 0",
        "Ryhmä 3, kierros 1",
        "Ryhmä 2, kierros 2",
    }


@pytest.mark.parametrize("names", [("Anna", "Ville"), SEVEN[:5]])
def test_with_fewer_groups_than_stations_no_note_is_left_out_of_the_picks(names: tuple[str, ...]) -> None:
    stage = rotating(*names)
    written = []
    for index in range(3):
        for number, group in enumerate(stage.groups()):
            cell = where(stage)[f"g{number + 1}"]
            written.append(f"{number} {index}")
            stage.writes(group[0], written[-1], cell=cell)
        stage.presses("Maija", "next")
    stage.presses("Maija", "next")
    offered = [
        text
        for group in stage.groups()
        if isinstance(form := stage.opens(group[0], "pick"), m.PickForm)
        for _, _, text in form.notes
    ]
    assert sorted(offered) == sorted(written)


def test_going_back_and_a_crash_lose_nothing() -> None:
    stage = rotating()
    stage.writes(stage.groups()[0][0], "Tallella", cell="piste-1")
    stage.presses("Maija", "next")
    stage.crashes()
    assert stage.card("", m.RotateBoard).round == 2
    stage.presses("Maija", "skip")
    assert stage.session.current == "nostot"
    stage.presses("Maija", "back")
    assert stage.card("", m.RotateBoard).round == 2
    assert station(stage, "piste-1").layers == (m.StationNotes(1, ("Tallella",)),)


def test_the_summary_has_a_card_for_each_station() -> None:
    stage = rotating()
    stage.writes(stage.groups()[0][0], "Tallella", cell="piste-1")
    stage.presses("Maija", "end")
    cards = [one for one in stage.sees("Maija") if isinstance(one, m.StationCard)]
    assert [(one.cell, one.live, one.layers) for one in cards] == [
        ("piste-1", False, (m.StationNotes(1, ("Tallella",)),)),
        ("piste-2", False, ()),
        ("piste-3", False, ()),
    ]
