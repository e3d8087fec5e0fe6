"""Every Finnish word on the screen is a word: Voikko knows it, or a short list read by people has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import content
from content.document import read
from tests.content.reading import texts
from tests.support.voikko import Speller, speller

ROOT = Path(content.__file__).parent
FILES = (
    *sorted(ROOT.glob("workshops/*/fi.yaml")),
    ROOT / "phrases" / "fi.yaml",
    ROOT / "practice_room" / "fi.yaml",
)
LIST = ROOT / "sanasto.txt"
NO_WORDS = re.compile(r"https?://\S+|\{\w+\}")
LETTER = r"[^\W\d_]"
WORD = re.compile(rf"(?<![^\W_])(?<!-)-?{LETTER}+(?:[-:’']{LETTER}+)*(?:-(?!\w))?")


def words_of(text: str) -> list[str]:
    """The words of a text, without addresses and places for values; a hyphen at an end belongs to it."""
    return WORD.findall(NO_WORDS.sub(" ", text))


def listed() -> list[list[str]]:
    """The groups of the list: each begins with a line of its own that says what is in it."""
    paragraphs = LIST.read_text(encoding="utf-8").strip().split("\n\n")
    groups = [paragraph.splitlines() for paragraph in paragraphs[1:]]
    assert all(group[0].startswith("#") and len(group) > 1 for group in groups)
    return [group[1:] for group in groups]


def reviewed_words() -> frozenset[str]:
    return frozenset(word.casefold() for group in listed() for word in group)


def is_known(word: str, finnish: Speller, reviewed: frozenset[str]) -> bool:
    """Whether all of a word is; `HR:n` is known by `HR`, `QR-koodi` by its two parts."""
    if word.casefold() in reviewed or finnish.knows(word):
        return True
    stem, ending, _ = word.partition(":")
    pieces = [piece for piece in stem.split("-") if piece]
    return len(pieces) + bool(ending) > 1 and all(is_known(one, finnish, reviewed) for one in pieces)


@cache
def said() -> dict[str, str]:
    """Every word of every Finnish file, with the first place where it stands."""
    places: dict[str, str] = {}
    for at, text in all_texts():
        for word in words_of(text):
            places.setdefault(word, at)
    return places


def all_texts() -> Iterator[tuple[str, str]]:
    """Every text of every Finnish file, with where it stands."""
    for file in FILES:
        yield from texts(read(file).data, str(file.relative_to(ROOT)))


@pytest.fixture(name="finnish", scope="module")
def _finnish() -> Speller:
    found = speller()
    assert found, "a test that asks for Finnish spelling must be marked with pytest.mark.voikko"
    return found


@pytest.mark.voikko
def test_every_finnish_word_is_known_or_reviewed(finnish: Speller) -> None:
    reviewed = reviewed_words()
    assert {word: at for word, at in said().items() if not is_known(word, finnish, reviewed)} == {}


@pytest.mark.voikko
def test_the_list_has_only_what_is_needed(finnish: Speller) -> None:
    pieces = {piece.casefold() for word in said() for piece in (word, *re.split("[-:]", word))}
    assert sorted(reviewed_words() - pieces) == []
    assert [word for group in listed() for word in group if finnish.knows(word)] == []


def test_the_list_is_short_and_in_order() -> None:
    groups = listed()
    reviewed = [word for group in groups for word in group]
    assert len(set(reviewed)) == len(reviewed) <= 120
    assert [group for group in groups if group != sorted(group, key=str.casefold)] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sisältöjen, -kanavien ja etä- tai", ["Sisältöjen", "-kanavien", "ja", "etä-", "tai"]),
        ("HR:n QR-koodi **{name}** ja {n}/8 klo 9.00–11.30", ["HR:n", "QR-koodi", "ja", "klo"]),
        ("Lue https://www.ttl.fi/a-b: Työn imu", ["Lue", "Työn", "imu"]),
        ("#harjoituspaja, _Joo, ja…_ 2–3", ["harjoituspaja", "Joo", "ja"]),
    ],
)
def test_words_are_found_in_texts(text: str, words: list[str]) -> None:
    assert words_of(text) == words
