"""Phrases: plurals, values, and plain words for what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.errors import ContentError, MissingWordingError
from content.phrase_file import read_phrasebook
from content.phrasebook import Phrasebook

FINNISH = """\
lobby:
  join: Liity mukaan
  count:
    one: "{n} mukana"
    other: "{n} mukana: {names}"
notes:
  one: yksi lappu
  other: "{n} lappua"
"""


def book(tmp_path: Path, text: str = FINNISH, language: str = "fi") -> Phrasebook:
    file = tmp_path / f"{language}.yaml"
    file.write_text(text, encoding="utf-8")
    return read_phrasebook(file)


@pytest.mark.parametrize(
    ("n", "said"), [(0, "0 lappua"), (1, "yksi lappu"), (2, "2 lappua"), (43, "43 lappua")]
)
def test_finnish_counts(tmp_path: Path, n: int, said: str) -> None:
    assert book(tmp_path).text("notes", n=n) == said


@pytest.mark.parametrize(("n", "said"), [(0, "0 notes"), (1, "one note"), (21, "21 notes")])
def test_english_counts(tmp_path: Path, n: int, said: str) -> None:
    english = book(tmp_path, 'notes:\n  one: one note\n  other: "{n} notes"\n', "en")
    assert english.text("notes", n=n) == said


def test_a_form_that_is_not_written_is_said_with_other() -> None:
    assert Phrasebook("fi", {"notes": {"other": "{n} lappua"}}).text("notes", n=1) == "1 lappua"


def test_nested_keys_are_joined_by_dots_and_plurals_are_one_phrase(tmp_path: Path) -> None:
    finnish = book(tmp_path)
    assert sorted(finnish.phrases) == ["lobby.count", "lobby.join", "notes"]
    assert finnish.language == "fi"
    assert finnish.text("lobby.count", n=2, names="Anna, Ville") == "2 mukana: Anna, Ville"


def test_a_missing_phrase_says_which_file_needs_it() -> None:
    with pytest.raises(MissingWordingError, match=r"content/phrases/fi\.yaml: no phrase 'lobby\.leave'"):
        Phrasebook("fi", {}).text("lobby.leave")


def test_a_missing_value_is_named() -> None:
    with pytest.raises(MissingWordingError, match=r"hello \(value \{name\}\)"):
        Phrasebook("fi", {"hello": "Hei {name}"}).text("hello")


@pytest.mark.parametrize(
    ("text", "line", "field", "message"),
    [
        ("a:\n  b: 5\n", 2, "a.b", "a phrase is text; put it in quotation marks"),
        ("a:\n  b:\n", 2, "a.b", "a phrase is text; put it in quotation marks"),
        ("a: [x, y]\n", 1, "a", "a phrase is text; put it in quotation marks"),
        ("n:\n  one: x\n  other: 5\n", 1, "n", "each plural form is text"),
        (
            "n:\n  ones: x\n  other: y\n",
            1,
            "n",
            "beside other there can only be plural forms (one, few, …), not ones",
        ),
        ("", 1, "", "write phrases here, a line for each: key: text"),
        ("Hei\n", 1, "", "write phrases here, a line for each: key: text"),
        ("a: x\na: y\n", 2, "a", "this name stands on line 1 already; keep one of them"),
    ],
)
def test_what_is_wrong_in_a_phrasebook_is_said(
    tmp_path: Path, text: str, line: int, field: str, message: str
) -> None:
    with pytest.raises(ContentError) as caught:
        book(tmp_path, text)
    assert [(one.line, one.field, one.message) for one in caught.value.flaws] == [(line, field, message)]
