"""What holds for the words of workshops 2 to 5 alike, in both languages."""

from __future__ import annotations

import re

import pytest

from content.steps import CanvasStep, RotateStep, ScaleStep
from tests.content.reading import cells, found, said, shape

WORKSHOPS = ["2", "3", "4", "5"]
LANGUAGES = ["fi", "en"]
each_workshop = pytest.mark.parametrize("number", WORKSHOPS)
each_edition = pytest.mark.parametrize(
    ("number", "language"), [(one, language) for one in WORKSHOPS for language in LANGUAGES]
)
LINKS = {
    "https://www.ttl.fi/file-download/download/public/1036",
    "https://www.youtube.com/watch?v=3JDfr6KGV-k",
    "https://positivepsychology.com/appreciative-inquiry/",
    "https://www.ttl.fi/oppimateriaalit/askelia-uuteen-arvonluontiin/apua-arvonluontiin",
    "https://www.haaga-helia.fi/sites/default/files/file/2021-06/sun-3amk-palvelumuotoiluopas.pdf",
    "https://julkaisut.haaga-helia.fi/moniosaajasta-jatkuvasti-itseaan-kehittavaksi-hybridiosaajaksi/",
    "https://www.tietojohtaminen.com/sites/default/files/haaga-helia_ta2-3_2022.pdf",
    "https://www.haaga-helia.fi/sites/default/files/file/2022-06/HH_TTTOY.pdf",
    "https://lauda.ulapland.fi/handle/10024/64852",
    "https://tekojentori.fi/opas-innostavien-tyopajojen-jarjestamiseen",
    "https://www.haaga-helia.fi/fi/tool-factory-menetelmat-palvelujen-kehittamiseen",
}
SAME_IN_BOTH = {"2": {".steps.aloitus.reading.1.label"}, "4": {".steps.aukkotarina.cells.data.label"}}


@each_workshop
def test_both_languages_say_the_same_things(number: str) -> None:
    finnish, english = (found(number).words[language] for language in LANGUAGES)
    assert shape(finnish.model_dump()) == shape(english.model_dump())


@each_workshop
def test_the_english_is_not_left_in_finnish(number: str) -> None:
    finnish = dict(said(found(number).words["fi"]))
    same = {
        at
        for at, text in said(found(number).words["en"])
        if text and finnish[at] == text and "://" not in text
    }
    assert same == SAME_IN_BOTH.get(number, set())


@each_edition
def test_texts_are_plain_and_well_set(number: str, language: str) -> None:
    odd = re.compile(r"[*_{}<>\t\n\"]|\.\.\.| {2}|^ | $| - |!")
    gap = re.compile(r"\{\d\}")
    plain = [
        (at, gap.sub("aukko", text) if at.endswith(".story") else text)
        for at, text in said(found(number).in_language(language))
        if "://" not in text
    ]
    assert [(at, text) for at, text in plain if odd.search(text)] == []


@each_edition
def test_what_is_said_aloud_is_at_most_four_short_sentences(number: str, language: str) -> None:
    for id_, words in found(number).in_language(language).steps.items():
        sentences = re.split(r"(?<=[.?]) ", words.say)
        assert (id_, len(sentences) <= 4, max(len(one) for one in sentences) <= 130) == (id_, True, True)


@each_edition
def test_every_step_is_told_what_to_do_and_what_to_talk_about(number: str, language: str) -> None:
    steps = found(number).in_language(language).steps
    assert [id_ for id_, words in steps.items() if not (words.instructions and words.prompts)] == []


@each_edition
def test_where_people_work_they_hear_how_results_are_gathered_and_shown(number: str, language: str) -> None:
    edition = found(number)
    words = edition.in_language(language)
    working = [step.id for step in edition.workshop.steps if step.kind not in ("brief", "close")]
    silent = [
        id_
        for id_ in working
        if not all((words.steps[id_].gathering, words.steps[id_].showing, words.steps[id_].part))
    ]
    assert silent == []


@each_edition
def test_every_cell_has_at_least_four_notes_to_look_at(number: str, language: str) -> None:
    edition = found(number)
    written = cells(edition.in_language(language))
    steps = [one for one in edition.workshop.steps if isinstance(one, CanvasStep | RotateStep)]
    scales = {one.id for one in edition.workshop.steps if isinstance(one, ScaleStep)}
    assert {at.split(".")[0] for at in written} == {one.id for one in steps} | scales
    few = [at for at, cell in written.items() if len(cell.examples) < 4]
    assert [at for at in few if at.split(".")[0] not in scales] == []
    notes = [note for cell in written.values() for note in cell.examples]
    assert len(set(notes)) == len(notes)
    assert [
        note for cell in written.values() if not cell.fields for note in cell.examples if len(note) > 60
    ] == []


@each_edition
def test_an_example_of_a_note_in_parts_has_each_part(number: str, language: str) -> None:
    parted = {at: cell for at, cell in cells(found(number).in_language(language)).items() if cell.fields}
    assert parted
    for at, cell in parted.items():
        parts = [note.split(" | ") for note in cell.examples]
        assert (at, {len(one) for one in parts}) == (at, {len(cell.fields)})
        assert [part for one in parts for part in one if not 0 < len(part) <= 70] == []
    whole = [note for cell in cells(found(number).in_language(language)).values() for note in cell.examples]
    assert sum("|" in note for note in whole) == sum(len(cell.examples) for cell in parted.values())


@each_edition
def test_links_are_those_of_the_workbook(number: str, language: str) -> None:
    links = [
        one.text for words in found(number).in_language(language).steps.values() for one in words.reading
    ]
    assert bool(links) == (number != "5")
    assert set(links) <= LINKS
