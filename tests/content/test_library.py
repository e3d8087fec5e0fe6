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


@pytest.mark.parametrize("name", ["kehitys 3", "kehitys-3", "Kehitys3", "  kehitys  3 "])
def test_a_workshop_of_a_series_is_found_by_series_and_number(name: str) -> None:
    found = default_library().find(name)
    assert found is not None
    assert (found.workshop.slug, found.workshop.called) == ("kehitys-3", "kehitys 3")


def test_plain_numbers_are_the_workbooks() -> None:
    library = default_library()
    found = [library.find(str(number)) for number in range(1, 6)]
    assert [one and one.workshop.series for one in found] == [""] * 5
    assert [library.find(name) for name in ("0", "6", "9", "kehitys", "kehitys 10", "")] == [None] * 6


def test_a_series_is_called_by_the_process_that_is_made_of_it() -> None:
    library = default_library()
    assert (
        library.series_title("kehitys", "fi") == "Työhyvinvoinnin kehittäminen, työlähtöinen kehittämistapa"
    )
    assert library.series_title("kehitys", "en").startswith("Developing well-being at work")
    assert library.series_title("muu", "fi") == "muu"
