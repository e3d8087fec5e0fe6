"""Workshop 1 says what the workbook names, in its own words, in both languages alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from content.library import Edition
from content.loader import default_library
from content.steps import DiscussStep, GatherStep
from content.wording import StepWords, WorkshopWords

TITLES = {
    "toimintatavat": "Pajan toimintatavat",
    "alustus": "Alustus aiheeseen teknologisoituvan tietotyön muutoksista",
    "muutoskeskustelu": "Alkukeskustelu tietotyön muutoksista ja haasteista",
    "tulevaisuustaidot": "Tulevaisuustaidot 2025",
    "moniosaaja": "Tukitoimintojen asiantuntija on tulevaisuustaitojen moniosaaja",
    "joo-ja": "Lämmittelyä – Joo & ja",
    "voimavararuudukko": "Voimavarojen tunnistaminen ja kehittäminen",
    "voimavarakukka": "Voimavarat kukan muotoon",
    "voimavarapuu": "Voimavarat puukuvioon",
    "lotus-blossom": "Lotus Blossom",
}
WAYS_OF_WORKING = ["Yhteiskehittäminen", "Voimavaralähtöisyys", "Positiivinen ajattelu", "Arvon tuottaminen"]
CHANGE_POINTS = [
    "Osaaminen ja jakaminen",
    "Tiedonhallinta ja tietoturva",
    "Tehokkuus ja yhteiskehittäminen",
    "Verkostoitunut työ",
]
FUTURE_SKILLS = [
    "Analyyttinen ajattelu ja innovointi",
    "Jatkuva oppiminen",
    "Ongelmien ratkaisu ja kriittinen ajattelu",
    "Luovuus ja aloitteellisuus",
    "Sosiaaliset taidot ja tunneäly",
    "Teknologioiden hyödyntäminen",
    "Resilienssi, muutoskyvykkyys",
    "Stressinsietokyky ja joustavuus",
    "Päättelykyky ja ideointi",
    "Palveluorientaatio ja neuvottelukyvyt",
]
MULTI_SKILLS = [
    ("Generalistiosaaminen", "Laaja-alainen osaaminen"),
    ("Kontekstiosaaminen", "Osaaminen ihmisistä ja prosesseista, organisaatiosta"),
    (
        "Työelämätaidot",
        "Organisointi, koordinointi, projektinhallinta, tiedonhallinta, aikataulutus, ict, fasilitointi, …",
    ),
    ("Viestintä- ja vuorovaikutustaidot", "Hiljainen tieto- ja sisäinen viestintä"),
    ("Palveluasenne ja joustavuus", "Tunneäly ja sosiaalinen osaaminen"),
    ("Ongelmien ratkaisukyky, arjen luovuus", ""),
]
COMPETENCES = [
    "Asiakasymmärrys",
    "Palveluasenne",
    "Vuorovaikutustaidot",
    "Ratkaisukeskeisyys",
    "Tunnetaidot",
    "Sosiaalisena viestintälinkkinä toimiminen",
    "Sparraajana toimiminen",
]
GRID = {
    "Oma osaaminen": ["Onnistumista tukeva osaaminen", "Teknologioiden hyödyntäminen"],
    "Yhteisön osaaminen": ["Osaamisen jakaminen", "Osaamisen kehittäminen"],
    "Potentiaali": ["Vajaakäytössä oleva osaaminen", "Jatkuvan oppimisen kehittämisen mahdollisuuksia"],
    "Toimintatavat": ["Sujuvoittavat tekemiset", "Teknologiaa tukevat tavat"],
}
FLOWER = [
    "Työhyvinvointi",
    "Toinen toisensa arvostaminen ja yhteistyö",
    "Uteliaisuus",
    "Luottamus",
    "Yhdessä kehittäminen",
    "Osaamisen jakaminen",
    "Auttaminen",
    "Vuorovaikutus",
    "Yhteiset toimintatavat",
    "Joustavuus",
    "Avoin asenne",
]
RESULTS = [
    "Voimavaralähtöinen ja positiivinen ajattelutapa työn kehittämisessä",
    "Työn muutokset, haasteet ja mahdollisuudet omassa ja työyhteisön työssä",
    "Omien ja työyhteisön voimavarojen, osaamisen ja potentiaalin tunnistaminen ja kehittäminen",
    "Työyhteisön voimavarojen ja onnistumisten kokoaminen",
]
ACTIVITIES = {
    "p1-pajan-toimintatavat",
    "p1-alustus-tietotyon-muutokset",
    "p1-muutoskeskustelu",
    "p1-tulevaisuustaidot",
    "p1-moniosaaja",
    "p1-joo-ja",
    "p1-voimavararuudukko",
    "p1-voimavarakukka",
    "p1-voimavarapuu",
    "p1-lotus-blossom",
}
LANGUAGES = ["fi", "en"]


@pytest.fixture(name="edition")
def _edition() -> Edition:
    found = default_library().find("1")
    assert found is not None
    return found


@pytest.fixture(name="steps")
def _steps(edition: Edition) -> dict[str, StepWords]:
    return edition.in_language("fi").steps


def labels(words: StepWords) -> list[str]:
    return [point.label for point in words.points]


def texts(value: object, at: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a workshop's words, with its path."""
    match value:
        case str():
            yield at, value
        case dict():
            for key, one in value.items():
                yield from texts(one, f"{at}.{key}")
        case list() | tuple():
            for index, one in enumerate(value):
                yield from texts(one, f"{at}.{index}")


def said(words: WorkshopWords) -> list[tuple[str, str]]:
    return list(texts(words.model_dump()))


def shape(value: object) -> object:
    """`value` with its texts replaced by whether they say anything."""
    match value:
        case dict():
            return {key: shape(one) for key, one in value.items()}
        case list() | tuple():
            return [shape(one) for one in value]
        case _:
            return bool(value)


def test_all_ten_activities_of_the_workbook_are_run(edition: Edition) -> None:
    assert {one for step in edition.workshop.steps for one in step.source} == ACTIVITIES


def test_it_takes_two_hours_as_it_stands(edition: Edition) -> None:
    assert sum(step.minutes for step in edition.workshop.steps if step.on) == 120


def test_titles_are_those_of_the_workbook(edition: Edition) -> None:
    words = edition.in_language("fi")
    assert words.title == "Tietotyön muutos ja osaamisen voimavaralähtöinen kehittäminen"
    assert {id_: words.steps[id_].title for id_ in TITLES} == TITLES


@pytest.mark.parametrize(
    ("step", "wanted"),
    [
        ("toimintatavat", WAYS_OF_WORKING),
        ("alustus", CHANGE_POINTS),
        ("tulevaisuustaidot", FUTURE_SKILLS),
        ("joo-ja", COMPETENCES),
        ("lopetus", RESULTS),
    ],
)
def test_starter_lists_are_those_of_the_workbook(
    steps: dict[str, StepWords], step: str, wanted: list[str]
) -> None:
    assert labels(steps[step]) == wanted


@pytest.mark.parametrize("step", ["toimintatavat", "alustus", "joo-ja", "lopetus"])
def test_each_name_of_a_starter_list_is_explained(steps: dict[str, StepWords], step: str) -> None:
    assert [point.label for point in steps[step].points if not point.text] == []


def test_the_eleven_skills_of_a_support_expert_stand_under_each_other(steps: dict[str, StepWords]) -> None:
    assert [(point.label, point.text) for point in steps["moniosaaja"].points] == MULTI_SKILLS
    assert sum(bool(one) for pair in MULTI_SKILLS for one in pair) == 11


def test_the_sources_of_the_slides_are_told(steps: dict[str, StepWords]) -> None:
    heading = (
        "Uudet teknologiat tarjoavat tietotyölle uusia mahdollisuuksia mutta aiheuttavat myös uusia haasteita"
    )
    assert heading in " ".join(steps["alustus"].instructions)
    assert "World Economic Forum 2020: Tulevaisuustaidot 2025" in " ".join(
        steps["tulevaisuustaidot"].instructions
    )


def test_the_grid_has_four_columns_and_eight_cells(edition: Edition, steps: dict[str, StepWords]) -> None:
    grid, words = edition.workshop.by_id["voimavararuudukko"], steps["voimavararuudukko"]
    assert isinstance(grid, GatherStep)
    read = {
        words.columns[column]: [words.cells[cell].label for cell in cells]
        for column, cells in zip(grid.canvas.columns, grid.canvas.cells, strict=True)
    }
    assert read == GRID


def test_the_flower_has_wellbeing_in_its_middle_and_ten_petals_to_look_at(
    steps: dict[str, StepWords],
) -> None:
    flower = steps["voimavarakukka"]
    assert [flower.center, *flower.examples] == FLOWER
    assert labels(flower) == ["Työyhteisön voimavarat koottuna kukkakuvioon"]
    assert {steps[step].center for step in ("voimavarapuu", "lotus-blossom")} == {"Työhyvinvointi"}


def test_joo_ja_turns_but_into_and(steps: dict[str, StepWords]) -> None:
    assert steps["joo-ja"].stems == ("Uskon, että sinulla on…", "Joo, ja…")


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_colleagues_enough_for_joo_ja(edition: Edition, language: str) -> None:
    words = edition.in_language(language).steps["joo-ja"]
    for lines in (words.examples, words.answers):
        assert len(set(lines)) == len(lines) >= 10
        assert [line for line in lines if line.endswith((".", "…"))] == []
        assert [line for line in lines if line[0].isupper() and not line.startswith("I ")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cell_has_examples_of_its_own(edition: Edition, language: str) -> None:
    words = edition.in_language(language)
    canvases = [step.id for step in edition.workshop.steps if isinstance(step, GatherStep | DiscussStep)]
    cells = {f"{step}.{id_}": cell for step in canvases for id_, cell in words.steps[step].cells.items()}
    assert len(cells) == 11
    assert [at for at, cell in cells.items() if len(cell.examples) < 4] == []
    notes = [note for cell in cells.values() for note in cell.examples]
    assert len(set(notes)) == len(notes)
    assert [note for note in notes if len(note) > 70] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_people_work_they_hear_how_results_are_gathered_and_shown(
    edition: Edition, language: str
) -> None:
    words = edition.in_language(language)
    silent = [
        step.id
        for step in edition.workshop.steps
        if step.kind not in ("brief", "close")
        and not all((words.steps[step.id].gathering, words.steps[step.id].showing, words.steps[step.id].part))
    ]
    assert silent == []


def test_both_languages_say_the_same_things(edition: Edition) -> None:
    finnish, english = edition.words["fi"], edition.words["en"]
    assert shape(finnish.model_dump()) == shape(english.model_dump())


def test_the_english_is_not_left_in_finnish(edition: Edition) -> None:
    finnish = dict(said(edition.words["fi"]))
    same = {at for at, text in said(edition.words["en"]) if text and finnish[at] == text}
    links = {at for at in same if finnish[at].startswith("https://")}
    assert same - links == {
        ".steps.lotus-blossom.title",
        ".steps.toimintatavat.reading.1.label",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_plain_and_well_set(edition: Edition, language: str) -> None:
    odd = re.compile(r"[*_{}<>\t\n\"]|\.\.\.| {2}|^ | $| - |!")
    found = [
        (at, text)
        for at, text in said(edition.in_language(language))
        if "://" not in text and odd.search(text)
    ]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_aloud_is_at_most_four_short_sentences(edition: Edition, language: str) -> None:
    for id_, words in edition.in_language(language).steps.items():
        sentences = re.split(r"(?<=[.?]) ", words.say)
        assert (id_, len(sentences) <= 4, max(len(one) for one in sentences) <= 130) == (id_, True, True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_lead_to_the_open_web(edition: Edition, language: str) -> None:
    links = [one.text for words in edition.in_language(language).steps.values() for one in words.reading]
    assert len(links) == 7
    assert [link for link in links if not re.fullmatch(r"https://[a-z0-9.-]+\.[a-z]+/\S+", link)] == []
