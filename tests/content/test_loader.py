"""Broken content is answered with file, line, field and what is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.errors import ContentError, Flaw
from content.loader import default_library, load, load_edition

STRUCTURE = """\
slug: kevyt
number: 7
steps:
  - id: alku
    kind: brief
    minutes: 5
    picture: {shape: flower}
  - id: juttu
    kind: exchange
    minutes: 10
  - id: ruudukko
    kind: gather
    minutes: 30
    canvas:
      columns: [vasen, oikea]
      cells: [[a, b], [c, d]]
  - id: nostot
    kind: pick
    minutes: 5
    notes_of: ruudukko
  - id: kukka
    kind: shape
    minutes: 5
    picks_of: nostot
    shape: flower
  - id: loppu
    kind: close
    minutes: 5
"""
WORDS = """\
title: Kevyt paja
question: Mikä kantaa?
goals: [Löydämme sen.]
credit: Omaa tekoa.
steps:
  alku: {title: Alku, goal: Miksi., say: Hei., center: Työ}
  juttu:
    title: Juttu
    goal: Miksi.
    say: Hei.
    stems: [Uskon…, Joo…]
  ruudukko:
    title: Ruudukko
    goal: Miksi.
    say: Hei.
    columns: {vasen: Vasen, oikea: Oikea}
    cells:
      a: {label: A, prompt: Sano.}
      b: {label: B, prompt: Sano.}
      c: {label: C, prompt: Sano.}
      d: {label: D, prompt: Sano.}
  nostot: {title: Nostot, goal: Miksi., say: Hei.}
  kukka: {title: Kukka, goal: Miksi., say: Hei., center: Ilo}
  loppu: {title: Loppu, goal: Miksi., say: Hei.}
"""


def folder(root: Path, structure: str = STRUCTURE, words: str = WORDS) -> Path:
    """A folder of one small workshop, whole unless told otherwise."""
    made = root / "workshops" / "kevyt"
    made.mkdir(parents=True)
    (made / "workshop.yaml").write_text(structure, encoding="utf-8")
    (made / "fi.yaml").write_text(words, encoding="utf-8")
    (root / "phrases").mkdir()
    return made


def changed(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, f"{old!r} must stand exactly once"
    return text.replace(old, new)


def flaws_of(made: Path) -> list[tuple[str, int, str, str]]:
    with pytest.raises(ContentError) as caught:
        load_edition(made)
    return [(Path(one.file).name, one.line, one.field, one.message) for one in caught.value.flaws]


def test_a_whole_workshop_is_read(tmp_path: Path) -> None:
    edition = load_edition(folder(tmp_path))
    assert [step.id for step in edition.workshop.steps] == [
        "alku",
        "juttu",
        "ruudukko",
        "nostot",
        "kukka",
        "loppu",
    ]
    assert edition.in_language("fi").steps["ruudukko"].columns == {"vasen": "Vasen", "oikea": "Oikea"}
    assert edition.languages == ("fi",)


HINT = "a text with marks such as : # ? needs quotation marks, and lines begin with spaces, not tabs"
ID = "an id has small letters a-z, digits and hyphens only"
NO_SUCH = "there is no field of this name; mend the name or leave it out"
ORPHAN = "workshop.yaml has none such; mend the id or leave it out"
NAMED_TWICE = "this name stands on line {} already; keep one of them"
UNWRITTEN = "workshop.yaml has this; write its words here too"
NO_CENTER = "write the word in the middle of the picture"
KINDS = (
    "'brief', 'discuss', 'exchange', 'gather', 'pick', 'rotate', 'theme', 'scale', 'merge', 'shape', 'close'"
)
WITH_NOTES = "discuss or gather or rotate or pick or merge or theme"
SHAPES = (
    "'flower', 'tree', 'lotus', 'quadrant', 'swot', 'axes', 'circles', 'wheel', 'stairs', 'now_future',"
    " 'matching' or 'added_value'"
)


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "message"),
    [
        ("slug: kevyt", "slug: Kevyt Paja", 1, "slug", ID),
        ("slug: kevyt", "slug: raskas", 1, "slug", "must be the name of the folder, kevyt"),
        ("slug: kevyt\n", "", 1, "slug", "this field is missing; add it"),
        (
            "number: 7",
            "number: seitsemän",
            2,
            "number",
            "Input should be a valid integer, unable to parse string as an integer",
        ),
        ("minutes: 30", "minutes: 0", 13, "steps.2.minutes", "Input should be greater than or equal to 1"),
        ("minutes: 30", "minuts: 30", 11, "steps.2.minutes", "this field is missing; add it"),
        ("kind: brief", "kind: breif", 4, "steps.0", f"there is no kind 'breif'; the kinds are {KINDS}"),
        ("    kind: exchange\n", "", 8, "steps.1", "say what kind of step this is: add a field kind"),
        (
            "    kind: close\n    minutes: 5\n",
            "    kind: close\n    minutes: 5\n    hue: red\n",
            29,
            "steps.5.hue",
            NO_SUCH,
        ),
        ("[a, b]", "[A, b]", 16, "steps.2.canvas.cells.0.0", ID),
        ("[c, d]", "[c, a]", 14, "steps.2.canvas", "each cell needs an id of its own; twice: a"),
        (
            "[vasen, oikea]",
            "[vasen]",
            14,
            "steps.2.canvas",
            "1 column titles for 2 columns of cells: make them equal",
        ),
        (
            "[[a, b], [c, d]]",
            "[]",
            16,
            "steps.2.canvas.cells",
            "Tuple should have at least 1 item after validation, not 0",
        ),
        (
            "    shape: flower\n",
            "    shape: rose\n",
            25,
            "steps.4.shape",
            f"Input should be {SHAPES}",
        ),
        ("id: juttu", "id: alku", 1, "", "each step needs an id of its own; twice: alku"),
        (
            "notes_of: ruudukko",
            "notes_of: loppu",
            1,
            "",
            f"step 'nostot' builds on 'loppu': that must be an earlier step of kind {WITH_NOTES}",
        ),
        (
            "picks_of: nostot",
            "picks_of: ruudukko",
            1,
            "",
            "step 'kukka' builds on 'ruudukko': that must be an earlier step of kind pick",
        ),
        ("kind: close", "kind: brief", 1, "", "the last step must be of kind close"),
        (
            "    picks_of: nostot\n",
            "    picks_of: nostot\n    choice: kuvio\n    on: false\n",
            1,
            "",
            "exactly one of the alternatives 'kuvio' must have on: true",
        ),
        ("number: 7", "number: 7\nslug: toinen", 3, "slug", NAMED_TWICE.format(1)),
        (
            "    minutes: 30\n",
            "    minutes: 30\n    minutes: 40\n",
            14,
            "steps.2.minutes",
            NAMED_TWICE.format(13),
        ),
        (
            "[[a, b], [c, d]]",
            "[[a, b], [c, d]",
            17,
            "",
            f"this is not YAML: expected ',' or ']', but got '-'; {HINT}",
        ),
    ],
)
def test_what_is_wrong_in_the_structure_is_said(
    tmp_path: Path, old: str, new: str, line: int, field: str, message: str
) -> None:
    made = folder(tmp_path, structure=changed(STRUCTURE, old, new))
    assert ("workshop.yaml", line, field, message) in flaws_of(made)


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "message"),
    [
        ("credit: Omaa tekoa.\n", "", 1, "credit", "this field is missing; add it"),
        ("title: Kevyt paja", "titel: Kevyt paja", 1, "titel", NO_SUCH),
        ("question: Mikä kantaa?", 'question: ""', 2, "question", "String should have at least 1 character"),
        (
            "question: Mikä kantaa?",
            f"question: {'a' * 401}",
            2,
            "question",
            "String should have at most 400 characters",
        ),
        ("goals: [Löydämme sen.]", "goals: Löydämme sen.", 3, "goals", "Input should be a valid tuple"),
        (
            "  loppu: {title: Loppu, goal: Miksi., say: Hei.}\n",
            "",
            5,
            "steps.loppu",
            "write the words of this step: title, goal, say, …",
        ),
        (
            "  loppu:",
            "  lopppu:",
            24,
            "steps.lopppu",
            "workshop.yaml has no such step; mend the id or leave it out",
        ),
        ("    say: Hei.\n    stems", "    sya: Hei.\n    stems", 10, "steps.juttu.sya", NO_SUCH),
        (
            "[Uskon…, Joo…]",
            "[Uskon…]",
            11,
            "steps.juttu.stems",
            "write two sentence openings: the first and the answer's",
        ),
        ("      d: {label: D, prompt: Sano.}\n", "", 17, "steps.ruudukko.cells.d", UNWRITTEN),
        ("      d: {label", "      dd: {label", 21, "steps.ruudukko.cells.dd", ORPHAN),
        ("oikea: Oikea", "keski: Keski", 16, "steps.ruudukko.columns.keski", ORPHAN),
        ("label: C, ", "", 20, "steps.ruudukko.cells.c.label", "this field is missing; add it"),
        (", center: Ilo", "", 23, "steps.kukka.center", NO_CENTER),
        (", center: Työ", "", 6, "steps.alku.center", NO_CENTER),
        ("  nostot:", "  kukka:", 23, "steps.kukka", NAMED_TWICE.format(22)),
        (
            "d: {label: D, prompt: Sano.}",
            "d: {label: D, prompt: Sano., fields: [Mitä, Miten]}",
            21,
            "steps.ruudukko.cells.d.fields",
            "workshop.yaml gives a note of this cell no parts: leave the labels out, or say parts: 2 there",
        ),
        (
            "d: {label: D, prompt: Sano.}",
            'd: {label: D, prompt: Sano., story: "Meillä on {2}."}',
            21,
            "steps.ruudukko.cells.d.story",
            "mark each gap once: {1}",
        ),
    ],
)
def test_what_is_wrong_in_the_words_is_said(
    tmp_path: Path, old: str, new: str, line: int, field: str, message: str
) -> None:
    made = folder(tmp_path, words=changed(WORDS, old, new))
    assert ("fi.yaml", line, field, message) in flaws_of(made)


PARTS = "      cells: [[a, b], [c, d]]\n    parts: {a: 3}\n"
SWOT = """\
  - id: kooste
    kind: merge
    minutes: 15
    picks_of: nostot
    turnings:
      - {origin: a, into: e}
  - id: kukka
"""


@pytest.mark.parametrize(
    ("written", "field", "message"),
    [
        ("", "fields", "workshop.yaml gives a note of this cell 3 parts: write 3 labels, not 0"),
        (
            ", fields: [Mitä, Miten]",
            "fields",
            "workshop.yaml gives a note of this cell 3 parts: write 3 labels, not 2",
        ),
        (
            ", fields: [Mitä, Miten, Kuka], story: '{1} ja {2} ja {2}.'",
            "story",
            "mark each gap once: {1} {2} {3}",
        ),
    ],
)
def test_parts_of_a_note_and_their_labels_agree(
    tmp_path: Path, written: str, field: str, message: str
) -> None:
    structure = changed(STRUCTURE, "      cells: [[a, b], [c, d]]\n", PARTS)
    words = changed(WORDS, "label: A, prompt: Sano.", f"label: A, prompt: Sano.{written}")
    made = folder(tmp_path, structure, words)
    assert flaws_of(made) == [("fi.yaml", 18, f"steps.ruudukko.cells.a.{field}", message)]


def test_a_note_with_a_label_and_a_gap_for_each_part_is_right(tmp_path: Path) -> None:
    structure = changed(STRUCTURE, "      cells: [[a, b], [c, d]]\n", PARTS)
    words = changed(
        WORDS,
        "label: A, prompt: Sano.",
        "label: A, prompt: Sano., fields: [Mitä, Miten, Kuka], story: '{3} tekee sen {2}, ja se on {1}.'",
    )
    cell = load_edition(folder(tmp_path, structure, words)).in_language("fi").steps["ruudukko"].cells["a"]
    assert cell.fields == ("Mitä", "Miten", "Kuka")


def test_parts_and_turnings_name_cells_that_there_are(tmp_path: Path) -> None:
    structure = changed(STRUCTURE, "      cells: [[a, b], [c, d]]\n", PARTS.replace("a: 3", "x: 3"))
    words = changed(WORDS, "  kukka:", "  kooste: {title: Kooste, goal: Miksi., say: Hei.}\n  kukka:")
    made = folder(tmp_path, changed(structure, "  - id: kukka\n", SWOT), words)
    assert flaws_of(made) == [
        ("workshop.yaml", 17, "steps.2.parts.x", "there is no cell 'x'; the cells are a, c, b, d"),
        ("workshop.yaml", 27, "steps.4.turnings.0.into", "there is no cell 'e'; the cells are a, c, b, d"),
    ]


def test_a_card_without_a_picture_needs_no_centre(tmp_path: Path) -> None:
    structure = changed(STRUCTURE, "    picture: {shape: flower}\n", "")
    made = folder(tmp_path, structure, changed(WORDS, ", center: Työ", ""))
    assert load_edition(made).in_language("fi").steps["alku"].center == ""


def test_each_flaw_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    words = changed(changed(WORDS, "label: A, ", ""), "credit: Omaa tekoa.\n", "")
    assert [flaw[2] for flaw in flaws_of(folder(tmp_path, words=words))] == [
        "credit",
        "steps.ruudukko.cells.a.label",
    ]


def test_flaws_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    made = folder(tmp_path, words=changed(WORDS, "title: Kevyt paja\n", ""))
    (made / "en.yaml").write_text(changed(WORDS, "credit: Omaa tekoa.\n", ""), encoding="utf-8")
    (tmp_path / "phrases" / "fi.yaml").write_text("a: [x]\n", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(tmp_path)
    assert [(Path(one.file).name, one.field) for one in caught.value.flaws] == [
        ("en.yaml", "credit"),
        ("fi.yaml", "title"),
        ("fi.yaml", "a"),
    ]


def test_a_flaw_reads_as_one_line_that_an_editor_can_open(tmp_path: Path) -> None:
    made = folder(tmp_path, words=changed(WORDS, "credit: Omaa tekoa.\n", ""))
    with pytest.raises(ContentError) as caught:
        load_edition(made)
    assert str(caught.value) == f"{made / 'fi.yaml'}:1: credit: this field is missing; add it"


def test_a_workshop_without_words_says_where_they_go(tmp_path: Path) -> None:
    made = folder(tmp_path)
    (made / "fi.yaml").unlink()
    assert flaws_of(made) == [("fi.yaml", 0, "", "write the words of the workshop in this file")]


def test_a_folder_without_structure_says_so(tmp_path: Path) -> None:
    made = folder(tmp_path)
    (made / "workshop.yaml").unlink()
    assert flaws_of(made) == [("workshop.yaml", 0, "", "this file is missing; write it")]


def test_two_workshops_cannot_share_a_number(tmp_path: Path) -> None:
    folder(tmp_path)
    other = tmp_path / "workshops" / "toinen"
    other.mkdir()
    (other / "workshop.yaml").write_text(STRUCTURE.replace("slug: kevyt", "slug: toinen"), encoding="utf-8")
    (other / "fi.yaml").write_text(WORDS, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(tmp_path)
    message = "kevyt is workshop 7 already; choose another"
    assert caught.value.flaws == (Flaw(str(other / "workshop.yaml"), 2, "number", message),)


def test_what_ships_is_whole() -> None:
    library = default_library()
    first = library.find("1")
    assert first is not None
    assert first is library.find("tietotyon-muutos")
    assert library.find("99") is None
