"""Notes that look alike: the same Finnish words, however they are inflected; only advice."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.likeness import LIKE, alike, likeness
from dialogs.session import Note


def note(text: str) -> Note:
    return Note(text, "laput", "", "c", "p", text, datetime(2026, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jaamme osaamista", "Osaamisen jakaminen"),
        ("Yhteiset tavoitteet", "Yhteisiä tavoitteita"),
        ("Avoin viestintä", "Viestinnän avoimuus"),
        ("Kokeilut", "Kokeiluja rohkeasti"),
        ("Tekoäly avuksi kokouksissa", "Kokouksiin tekoälyä"),
        ("Työhyvinvointi", "Työhyvinvoinnista huolehtiminen"),
    ],
)
def test_inflected_words_are_the_same_words(one: str, other: str) -> None:
    assert likeness(one, other) >= LIKE
    assert likeness(other, one) == likeness(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kahvi on hyvää", "Palkitaan onnistumisista"),
        ("Selkeät roolit", "Aikaa oppia"),
        ("", "Aikaa oppia"),
        ("!!!", "???"),
        ("Arvostus", "Prosessit ja laatu"),
    ],
)
def test_other_words_are_other_words(one: str, other: str) -> None:
    assert likeness(one, other) < LIKE


def test_those_that_look_alike_are_told_and_one_alone_is_not() -> None:
    notes = [note(text) for text in ("Jaamme osaamista", "Kahvi", "Osaamisen jakaminen")]
    assert alike(notes[0], notes) == ("Jaamme osaamista", "Osaamisen jakaminen")
    assert alike(notes[1], notes) == ()


@given(st.text(max_size=80), st.text(max_size=80))
def test_whatever_is_written_it_is_a_number(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 100
