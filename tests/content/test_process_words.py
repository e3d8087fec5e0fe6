"""What holds for the words of a process, in both languages."""

from __future__ import annotations

import re

import pytest

from content.library import ProcessEdition
from content.loader import default_library
from tests.content.reading import shape, texts

PROCESSES = sorted(default_library().processes)
each_process = pytest.mark.parametrize("slug", PROCESSES)


def edition(slug: str) -> ProcessEdition:
    return default_library().processes[slug]


def said(slug: str, language: str) -> list[tuple[str, str]]:
    return list(texts(edition(slug).words[language].model_dump()))


@each_process
def test_both_languages_say_the_same_things(slug: str) -> None:
    assert edition(slug).languages == ("fi", "en")
    finnish, english = (edition(slug).words[language].model_dump() for language in ("fi", "en"))
    assert shape(finnish) == shape(english)


@each_process
def test_the_english_is_not_left_in_finnish(slug: str) -> None:
    finnish = dict(said(slug, "fi"))
    assert [at for at, text in said(slug, "en") if text and finnish[at] == text] == []


@each_process
@pytest.mark.parametrize("language", ["fi", "en"])
def test_texts_are_plain_and_well_set(slug: str, language: str) -> None:
    odd = re.compile(r"[*_{}<>\t\n\"]|\.\.\.| {2}|^ | $| - |!")
    assert [(at, text) for at, text in said(slug, language) if odd.search(text)] == []


@each_process
@pytest.mark.parametrize("language", ["fi", "en"])
def test_each_part_of_a_task_has_examples_none_twice(slug: str, language: str) -> None:
    for task in edition(slug).in_language(language).tasks.values():
        notes = [note for part in task.parts.values() for note in part.examples]
        assert len(set(notes)) == len(notes) == 3 * len(task.parts)


def test_a_process_survives_being_stored() -> None:
    one = edition("kehitysprosessi")
    again = ProcessEdition.model_validate_json(one.model_dump_json())
    assert again == one
    assert again.fingerprint == one.fingerprint != edition("tyokirja").fingerprint
