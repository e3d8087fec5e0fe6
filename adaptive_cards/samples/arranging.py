"""Stations, themes, axes, the joint canvas; and what the facilitator and the quiet ones see meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from adaptive_cards.samples.facilitator import running
from adaptive_cards.samples.material import FIVE, SESSION, SEVEN, Material, Named, at
from dialogs import messages as m
from dialogs.verbs import EVERYBODY


def samples(material: Material) -> tuple[Named[m.Message], ...]:
    """(name, message); `material` is the example."""
    return (
        *_rotation(material),
        *_stations(material),
        *_themes(material),
        *_axes(material),
        *_joint(material),
        *_cockpits(material),
        *_nudges(),
    )


def _rotation(material: Material) -> Iterator[Named[m.Message]]:
    first, second, third = material.stations
    lines = (
        m.StationLine(first, 1, SEVEN[:3], 4),
        m.StationLine(second, 2, SEVEN[3:], 1),
        m.StationLine(third, 0, (), 0),
    )
    board = m.RotateBoard(
        SESSION,
        "kierto",
        live=True,
        round=2,
        rounds=3,
        home=False,
        ends_at=at(40),
        stations=lines,
        ready=2,
        here=7,
    )
    yield "rotate-board", board
    yield "rotate-board-home", replace(board, round=4, home=True)
    yield "rotate-board-old", replace(board, live=False, ends_at=None)


def _stations(material: Material) -> Iterator[Named[m.Message]]:
    cell = material.stations[0]
    note = material.words.steps["kierto"].cells[cell].examples[0]
    layers = (m.StationNotes(2, (note, note * 6)), m.StationNotes(1, (note,)))
    station = m.StationCard(
        session=SESSION,
        step="kierto",
        visit=5,
        cell=cell,
        live=True,
        home=False,
        group_id="g1",
        group=1,
        names=FIVE[:3],
        ends_at=at(40),
        layers=layers,
        additions=1,
    )
    yield "station", station
    yield "station-first", replace(station, layers=(), additions=0)
    yield "station-empty", replace(station, group_id="", group=0, names=())
    yield "station-many", replace(station, layers=(m.StationNotes(2, (note,) * 20),), additions=0)
    yield "station-home", replace(station, home=True)
    yield "station-old", replace(station, live=False, ends_at=None, home=True)


def _themes(material: Material) -> Iterator[Named[m.Message]]:
    notes = material.words.steps["tavoitelaput"].cells["tavoite"].examples
    themes = (m.ThemeView("t-1", "Osaaminen", notes[1:3] * 6), m.ThemeView("t-2", "", notes[:1]))
    board = m.ThemeBoard(
        SESSION, "teemat", live=True, ends_at=at(60), themes=themes, loose=notes[:1], ready=2, here=7
    )
    yield "theme-board", board
    yield "theme-board-first", replace(board, themes=(), loose=notes)
    yield "theme-board-empty", replace(board, themes=(), loose=())
    yield "theme-board-done", replace(board, loose=())
    yield "theme-board-old", replace(board, live=False, ends_at=None)


def _axes(material: Material) -> Iterator[Named[m.Message]]:
    board = m.ScaleBoard(
        SESSION, "janat", live=True, ends_at=at(70), axes=(), answered=3, here=7, picture=None
    )
    yield "scale-board", board
    picture = m.PictureView("pic-janat-1", "janat", "axes", (), (), "janat", material.axes)
    over = replace(board, live=False, ends_at=None, axes=material.axes, picture=picture)
    yield "scale-board-old", over
    none = tuple(m.AxisView(axis.axis, (0,) * 7, (0,) * 7) for axis in material.axes)
    yield "scale-board-nobody-old", replace(over, axes=none, picture=None)


def _joint(material: Material) -> Iterator[Named[m.Message]]:
    found = {one.cell: one.text for one in material.written("oma-swot")}
    better = material.words.steps["yhteinen-swot"].examples[0]
    weak = found["heikkoudet"]
    cells = (
        m.MergeCell("vahvuudet", (m.MergeLine(found["vahvuudet"], 3),), ((better, weak), (better, ""))),
        m.MergeCell("heikkoudet", (m.MergeLine(weak, 2, (better,)),), ()),
        m.MergeCell("mahdollisuudet", (), ()),
        m.MergeCell("uhat", (m.MergeLine(found["uhat"], 1),), ()),
    )
    board = m.MergeBoard(
        SESSION,
        "yhteinen-swot",
        live=True,
        ends_at=at(50),
        words_of="oma-swot",
        cells=cells,
        can_turn=True,
        ready=1,
        here=7,
    )
    yield "merge-board", board
    empty = tuple(replace(cell, lines=(), arrived=()) for cell in cells)
    yield "merge-board-empty", replace(board, cells=empty, can_turn=False)
    yield "merge-board-old", replace(board, live=False, ends_at=None)


def _cockpits(material: Material) -> Iterator[Named[m.Message]]:
    first, second, _ = material.stations
    groups = (
        m.GroupLine(1, SEVEN[:3], notes=4, cells_begun=1, cells=3, ready=1, station=first),
        m.GroupLine(2, SEVEN[3:], cells=3, station=second),
    )
    rotating = replace(running(material, "rotate"), groups=groups, round=1, rounds=3, waiting=SEVEN)
    yield "cockpit-rotate", rotating
    yield "cockpit-rotate-last", replace(rotating, round=3)
    yield "cockpit-rotate-home", replace(rotating, round=4)
    yield "cockpit-theme", replace(running(material, "theme"), left=12)
    yield "cockpit-theme-one", replace(running(material, "theme"), left=1)
    yield "cockpit-merge", replace(running(material, "merge"), left=2)
    yield "cockpit-merge-one", replace(running(material, "merge"), left=1)
    yield "cockpit-scale", replace(running(material, "scale"), ready=FIVE, waiting=SEVEN[5:])


def _nudges() -> Iterator[Named[m.Message]]:
    for name, step, kind, verb, args in (
        ("rotate", "kierto", "rotate", "note", ("g1",)),
        ("theme", "teemat", "theme", "theme", ()),
        ("scale", "janat", "scale", "place", ("now",)),
        ("merge", "yhteinen-swot", "merge", "turn-over", ()),
        ("hidden", "tavoitelaput", "gather", "note", (EVERYBODY,)),
        ("pair", "parin-pohja", "gather", "note", ("g1",)),
        ("private", "oma-swot", "gather", "note", ("g1",)),
        ("alone", "yksin", "gather", "note", ("g1",)),
        ("own", "swot-nostot", "pick", "pick", (EVERYBODY,)),
        ("dots", "pisteet", "pick", "pick", (EVERYBODY,)),
    ):
        nudge = m.Nudge(SESSION, step, kind, live=True, write=verb, write_args=(step, *args))
        audience, by = _SEEN_BY.get(name, m.Audience.CHANNEL), _CHOSEN_BY.get(name, "group")
        yield f"nudge-{name}", replace(nudge, audience=audience, by=by, together=name == "hidden")


_SEEN_BY = {
    "hidden": m.Audience.HIDDEN,
    "pair": m.Audience.GROUP,
    "private": m.Audience.SELF,
    "alone": m.Audience.SELF_NOW,
}
_CHOSEN_BY = {"own": "person", "dots": "everybody"}
