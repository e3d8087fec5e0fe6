"""What the loader says of parts, stories, private notes and hidden ones; and the example of all kinds."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from content.errors import ContentError
from content.loader import default_library, example_edition, load_edition
from content.steps import Shape, Step
from content.wording import gaps, pieces
from content.workshop import Workshop

STRUCTURE = """\
slug: kevyt
number: 7
steps:
  - {id: tarina, kind: gather, minutes: 15, canvas: {cells: [[a], [b]]}, parts: {b: 2}}
  - {id: loppu, kind: close, minutes: 5}
"""
WORDS = """\
title: Kevyt
question: Mitä?
goals: [Jotain.]
credit: Testi.
steps:
  tarina:
    title: Tarina
    goal: Miksi.
    say: Hei.
    cells:
      a: {label: A, prompt: Sano., story: "Alku {1}."}
      b: {label: B, prompt: Sano., fields: [Mikä, Miksi], story: "Sitten {1}, sillä {2}."}
  loppu: {title: Loppu, goal: Miksi., say: Hei.}
"""


def flaws(folder: Path, words: str, structure: str = STRUCTURE) -> list[tuple[str, str]]:
    made = folder / "kevyt"
    made.mkdir()
    (made / "workshop.yaml").write_text(structure, encoding="utf-8")
    (made / "fi.yaml").write_text(words, encoding="utf-8")
    try:
        load_edition(made)
    except ContentError as error:
        return [(one.field, one.message) for one in error.flaws]
    return []


def test_a_story_has_a_place_and_a_label_for_each_part(tmp_path: Path) -> None:
    assert flaws(tmp_path, WORDS) == []


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        (
            "fields: [Mikä, Miksi]",
            "fields: [Mikä]",
            "steps.tarina.cells.b.fields",
            "workshop.yaml gives a note of this cell 2 parts: write 2 labels, not 1",
        ),
        (
            'prompt: Sano., story: "Alku',
            'prompt: Sano., fields: [Mikä, Miksi], story: "Alku',
            "steps.tarina.cells.a.fields",
            "workshop.yaml gives a note of this cell no parts: leave the labels out, or say parts: 2 there",
        ),
        ("sillä {2}", "sillä {1}", "steps.tarina.cells.b.story", "mark each gap once: {1} {2}"),
        ("Alku {1}.", "Alku.", "steps.tarina.cells.a.story", "mark each gap once: {1}"),
    ],
)
def test_what_does_not_fit_is_said(tmp_path: Path, old: str, new: str, field: str, message: str) -> None:
    assert WORDS.count(old) == 1
    assert flaws(tmp_path, WORDS.replace(old, new)) == [(field, message)]


def test_parts_of_a_cell_that_does_not_exist_are_named(tmp_path: Path) -> None:
    wrong = STRUCTURE.replace("parts: {b: 2}", "parts: {b: 2, toinen: 2}")
    assert flaws(tmp_path, WORDS, wrong) == [
        ("steps.0.parts.toinen", "there is no cell 'toinen'; the cells are a, b")
    ]


def test_a_sentence_is_cut_at_its_gaps() -> None:
    assert pieces("{1} on tärkeää, koska {2}.") == (1, " on tärkeää, koska ", 2, ".")
    assert gaps("Ei aukkoja") == ()


def workshop(*steps: dict[str, Any]) -> Workshop:
    made = [{"minutes": 5, **step} for step in (*steps, {"id": "loppu", "kind": "close"})]
    return Workshop.model_validate({"slug": "koe", "number": 1, "steps": made})


OWN = {"id": "oma", "kind": "gather", "who": "alone", "private": True, "canvas": {"cells": [["a"]]}}


@pytest.mark.parametrize(
    "step",
    [
        {"id": "n", "kind": "pick", "notes_of": "oma"},
        {"id": "n", "kind": "pick", "notes_of": "oma", "by": "everybody"},
        {"id": "n", "kind": "theme", "notes_of": "oma"},
        {"id": "n", "kind": "shape", "notes_of": "oma", "shape": "flower"},
    ],
)
def test_only_their_writer_brings_up_private_notes(step: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="only a pick with by: person may"):
        workshop(OWN, step)
    own = {"id": "n", "kind": "pick", "notes_of": "oma", "by": "person"}
    assert [one.id for one in workshop(OWN, own).steps] == ["oma", "n", "loppu"]


@pytest.mark.parametrize(
    ("step", "message"),
    [
        ({**OWN, "who": "pairs"}, "private needs who: alone"),
        ({**OWN, "private": False, "reveal": "end"}, "reveal: end needs who: everybody"),
    ],
)
def test_what_cannot_be_kept_is_refused(step: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        workshop(step)


def test_the_example_and_workshop_1_show_every_kind_of_step_and_every_shape() -> None:
    first = default_library().find("1")
    assert first is not None
    steps = (*first.workshop.steps, *example_edition().workshop.steps)
    kinds = {one.model_fields["kind"].annotation.__args__[0] for one in get_args(get_args(Step)[0])}
    assert {step.kind for step in steps} == kinds
    assert {getattr(step, "shape", "") for step in steps} - {""} == set(get_args(Shape))
    assert example_edition().languages == ("fi", "en")
