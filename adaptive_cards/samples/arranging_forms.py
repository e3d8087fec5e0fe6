"""Forms of the further kinds: parts, stations, themes, places, turning over, dots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from adaptive_cards.samples.material import SESSION, Material, Named
from dialogs import messages as m
from dialogs.verbs import EVERYBODY


def samples(material: Material) -> tuple[Named[m.FormMessage], ...]:
    """(name, message); `material` is the example."""
    return (*_notes(material), *_themes(material), *_others(material), *_picks(material))


def _notes(material: Material) -> Iterator[Named[m.FormMessage]]:
    story = m.NoteForm(SESSION, "tarina", EVERYBODY, ("arvo", "kokeilu", "hyoty"), "arvo", cell_first=True)
    yield "note-form-cell-first", story
    yield "note-form-cell-first-again", replace(story, just_saved=True)
    yield "note-form-parts", m.NoteForm(SESSION, "tarina", EVERYBODY, ("kokeilu",), "kokeilu", parts=2)
    yield "note-form-gap", m.NoteForm(SESSION, "tarina", EVERYBODY, ("arvo",), "arvo")
    yield "note-form-row", m.NoteForm(SESSION, "sopiminen", EVERYBODY, ("paatos",), "paatos", parts=3)
    station = material.stations[:1]
    yield "note-form-station", m.NoteForm(SESSION, "kierto", "g1", station, station[0])
    for step, audience in (
        ("oma-swot", m.Audience.SELF),
        ("yksin", m.Audience.SELF_NOW),
        ("parin-pohja", m.Audience.GROUP),
    ):
        cells = material.gathering(step).canvas.ids()
        yield f"note-form-{audience}", m.NoteForm(SESSION, step, "g1", cells, cells[0], audience=audience)
    hidden = m.NoteForm(SESSION, "tavoitelaput", EVERYBODY, ("tavoite",), "tavoite")
    yield "note-form-hidden", replace(hidden, audience=m.Audience.HIDDEN)
    parts = ("vinkkivarttia", "opimme toisiltamme")
    yield "edit-form-parts", m.EditForm(SESSION, "tarina", "n1", " · ".join(parts), "kokeilu", parts)
    own = m.EditForm(SESSION, "oma-swot", "n2", parts[0], "uhat")
    yield "edit-form-private", replace(own, audience=m.Audience.SELF)


def _themes(material: Material) -> Iterator[Named[m.FormMessage]]:
    texts = material.words.steps["tavoitelaput"].cells["tavoite"].examples
    notes = tuple((f"n{index}", "", text) for index, text in enumerate(texts))
    yield "theme-form", m.ThemeForm(SESSION, "teemat", (), notes, ("n1", "n2"))
    under = (*notes[:1], ("n1", "Osaaminen", texts[1] * 20), ("n2", "Osaaminen", texts[2]))
    themes = (("t-1", "Osaaminen"), ("t-2", ""))
    yield "theme-form-later", m.ThemeForm(SESSION, "teemat", themes, under, ())
    yield "retheme-form", m.RethemeForm(SESSION, "teemat", themes)
    yield "retheme-form-one", m.RethemeForm(SESSION, "teemat", themes[:1])


def _others(material: Material) -> Iterator[Named[m.FormMessage]]:
    axes = tuple(axis.axis for axis in material.axes)
    yield "place-form", m.PlaceForm(SESSION, "janat", "now", axes, ())
    yield "place-form-wished", m.PlaceForm(SESSION, "janat", "wished", axes, (3, 7))
    found = {one.cell: one.text for one in material.written("oma-swot")}
    lines = (
        ("n1", "heikkoudet", "vahvuudet", found["heikkoudet"]),
        ("n2", "uhat", "mahdollisuudet", found["uhat"] * 12),
    )
    yield "turn-over-form", m.TurnOverForm(SESSION, "yhteinen-swot", "oma-swot", lines)
    yield "turn-over-form-one", m.TurnOverForm(SESSION, "yhteinen-swot", "oma-swot", lines[:1])


def _picks(material: Material) -> Iterator[Named[m.FormMessage]]:
    own = tuple((f"n{index}", one.cell, one.text) for index, one in enumerate(material.written("oma-swot")))
    form = m.PickForm(SESSION, "swot-nostot", EVERYBODY, 3, own, "oma-swot", ("n1",), "person")
    yield "pick-form-own", replace(form, private=True)
    laid = material.written("tavoitelaput")
    notes = tuple((f"n{index}", one.cell, one.text) for index, one in enumerate(laid))
    dots = m.PickForm(SESSION, "pisteet", EVERYBODY, 3, notes, "tavoitelaput", (), "everybody")
    yield "pick-form-dots", dots
    yield "pick-form-dots-one", replace(dots, budget=1)
