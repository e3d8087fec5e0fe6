"""Whatever people do: every note is under at most one theme, and votes are only for what is brought up."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs import events as e
from dialogs import messages as m
from tests.support.editions import edition_of
from tests.support.stage import Stage
from tests.support.stage_watch import pid

NAMES = ("Anna", "Ville", "Sari", "Omar")
TALK = {"id": "juttu", "kind": "discuss", "canvas": {"cells": [["asia"]]}}
THEMES = {"id": "teemat", "kind": "theme", "notes_of": "juttu"}
OWN = {"id": "omat", "kind": "pick", "notes_of": "juttu", "by": "person", "budget": 3}
DOTS = {"id": "pisteet", "kind": "pick", "notes_of": "omat", "by": "everybody", "budget": 2}
NOTES = [f"n{n}" for n in range(8)]
THEME_IDS = [f"t{n}" for n in range(4)]
who, theme = st.sampled_from(NAMES), st.sampled_from(THEME_IDS)
some = st.lists(st.sampled_from(NOTES), min_size=1, max_size=5, unique=True).map(tuple)
arranging = st.one_of(
    st.builds(
        lambda name, one, notes: e.Themed(pid(name), "teemat", one, f"Nimi {one}", notes), who, theme, some
    ),
    st.builds(lambda name, notes: e.Themed(pid(name), "teemat", "", "", notes), who, some),
    st.builds(lambda name, one: e.ThemeRenamed(pid(name), "teemat", one, "Uusi nimi"), who, theme),
    st.builds(lambda name, one, into: e.ThemeRenamed(pid(name), "teemat", one, "", into), who, theme, theme),
    st.builds(lambda name, one: e.ThemeRenamed(pid(name), "teemat", one, ""), who, theme),
    st.builds(lambda name: e.Left(pid(name)), who),
    st.builds(lambda name: e.Joined(pid(name), name, "fi"), who),
    st.builds(lambda note: e.NoteChanged(pid(NAMES[int(note[1:]) % 4]), note, ""), st.sampled_from(NOTES)),
)


def with_notes(*steps: dict[str, Any]) -> Stage:
    """Eight notes, two of each person; the step after the talk goes on."""
    stage = Stage(edition=edition_of(TALK, *steps), thorough=False)
    stage.begins(*NAMES)
    for n, note in enumerate(NOTES):
        stage.happens(e.Noted(pid(NAMES[n % 4]), "juttu", "", "asia", note, f"Lappu {note}"))
    stage.presses("Maija", "next")
    return stage


@settings(max_examples=30)
@given(st.lists(arranging, max_size=25))
def test_every_note_is_under_one_theme_or_none(deeds: list[e.Event]) -> None:
    stage = with_notes(THEMES)
    for deed in deeds:
        stage.happens(deed)
        board = stage.card("", m.ThemeBoard)
        shown = Counter([*board.loose, *(note for one in board.themes for note in one.notes)])
        assert shown == Counter(note.text for note in stage.session.notes.values())
        assert len({one.id for one in board.themes}) == len(board.themes)


Deed = tuple[str, str, tuple[str, ...]]
"""Where somebody chooses (or leaves, or comes back), who, and what."""
voting = st.one_of(
    st.tuples(st.just("omat"), who, some),
    st.tuples(st.just("pisteet"), who, some),
    st.tuples(st.just("leave"), who, st.just(())),
    st.tuples(st.just("join"), who, st.just(())),
)


@settings(max_examples=30)
@given(st.lists(voting, max_size=25))
def test_only_what_is_brought_up_has_votes_and_nobody_has_too_many(
    deeds: list[tuple[str, str, tuple[str, ...]]],
) -> None:
    stage = with_notes(OWN, DOTS)
    for what, name, notes in deeds:
        if what in {"leave", "join"}:
            stage.presses(name, what)
            continue
        stage.goes_to(what) if what == "pisteet" else go_back(stage)
        stage.happens(e.Picked(pid(name), what, "", notes))
    stage.goes_to("pisteet")
    stage.presses("Maija", "next")
    boards = {one.step: one for one in stage.channel if isinstance(one, m.PickBoard)}
    brought_up = {one.text for one in boards["omat"].tally}
    votes = {one.text: one.votes for one in boards["pisteet"].tally}
    assert votes.keys() <= brought_up
    assert all(votes.values())
    assert sum(votes.values()) <= 2 * boards["pisteet"].voters
    assert list(votes.values()) == sorted(votes.values(), reverse=True)


def go_back(stage: Stage) -> None:
    """To where people bring up their own."""
    if stage.session.current != "omat":
        stage.presses("Maija", "back")
