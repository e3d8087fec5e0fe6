"""YAML as authors expect it, with lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.document import read
from content.errors import ContentError, Flaw

HINT = "a text with marks such as : # ? needs quotation marks, and lines begin with spaces, not tabs"


def written(tmp_path: Path, text: str | bytes) -> Path:
    file = tmp_path / "sana.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def flaws_of(file: Path) -> tuple[Flaw, ...]:
    with pytest.raises(ContentError) as caught:
        read(file)
    return caught.value.flaws


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("on: false", {"on": False}),
        ("yes: Kyllä\nno: Ei", {"yes": "Kyllä", "no": "Ei"}),
        ("klo: 10:30", {"klo": "10:30"}),
        ("päivä: 2026-11-30", {"päivä": "2026-11-30"}),
        ("n: 5\nm: -1.5", {"n": 5, "m": -1.5}),
        ("tyhjä:\nsama: ~", {"tyhjä": None, "sama": None}),
        ("teksti: 1_000", {"teksti": "1_000"}),
        ("", None),
    ],
)
def test_plain_words_stay_words(tmp_path: Path, text: str, data: object) -> None:
    assert read(written(tmp_path, text)).data == data


def test_a_field_knows_its_line_and_a_missing_one_that_of_its_parent(tmp_path: Path) -> None:
    document = read(written(tmp_path, "a:\n  - b: 1\n    c: 2\n  - d: 3\n"))
    paths: list[tuple[str | int, ...]] = [
        (),
        ("a",),
        ("a", 0),
        ("a", 0, "c"),
        ("a", 1, "d"),
        ("a", 1, "e"),
        ("a", 2),
        ("z",),
    ]
    assert [document.line(path) for path in paths] == [1, 1, 2, 3, 4, 4, 1, 1]


def test_a_name_said_twice_is_a_flaw_at_its_second_line(tmp_path: Path) -> None:
    file = written(tmp_path, "a:\n  b: 1\n  c: 2\n  b: 3\n")
    assert flaws_of(file) == (
        Flaw(str(file), 4, "a.b", "this name stands on line 2 already; keep one of them"),
    )


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: [1, 2", 1, f"this is not YAML: expected ',' or ']', but got '<stream end>'; {HINT}"),
        ("a: b: c", 1, f"this is not YAML: mapping values are not allowed here; {HINT}"),
        ("a: 1\n\tb: 2", 2, f"this is not YAML: found character '\\t' that cannot start any token; {HINT}"),
        ("a: \x07", 0, f"this is not YAML: special characters are not allowed; {HINT}"),
        (
            "a: !x 1",
            1,
            f"this is not YAML: could not determine a constructor for the tag '!x'; {HINT}",
        ),
        ("a: ä".encode("latin-1"), 0, "save this file as UTF-8"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, text: str | bytes, line: int, message: str) -> None:
    file = written(tmp_path, text)
    assert flaws_of(file) == (Flaw(str(file), line, "", message),)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert flaws_of(tmp_path / "x.yaml") == (
        Flaw(str(tmp_path / "x.yaml"), 0, "", "this file is missing; write it"),
    )
