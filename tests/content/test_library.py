"""An edition is known by its words; languages have a first one."""

from __future__ import annotations

import pytest

from content.library import Edition, Library
from content.loader import default_library
from content.phrasebook import Phrasebook


@pytest.fixture(name="edition")
def _edition() -> Edition:
    return default_library().editions["tietotyon-muutos"]


def test_finnish_comes_first_and_stands_in_for_what_is_not_written(edition: Edition) -> None:
    assert edition.languages == ("fi", "en")
    assert edition.in_language("sv") is edition.words["fi"]
    english_only = Edition(workshop=edition.workshop, words={"en": edition.words["en"]})
    assert english_only.in_language("fi") is edition.words["en"]


def test_an_edition_survives_being_stored(edition: Edition) -> None:
    again = Edition.model_validate_json(edition.model_dump_json())
    assert again == edition
    assert again.fingerprint == edition.fingerprint


def test_another_word_makes_another_edition(edition: Edition) -> None:
    words = edition.words["fi"].model_copy(update={"question": "Mikä meitä kantaa?"})
    other = Edition(workshop=edition.workshop, words={**edition.words, "fi": words})
    assert other.fingerprint != edition.fingerprint


def test_a_language_without_a_phrasebook_is_answered_in_finnish() -> None:
    finnish, english = Phrasebook("fi", {"a": "b"}), Phrasebook("en", {"a": "c"})
    library = Library({}, {"fi": finnish, "en": english})
    assert (library.phrasebook("en"), library.phrasebook("sv")) == (english, finnish)
