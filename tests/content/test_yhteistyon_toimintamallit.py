"""Workshop 4 says what the workbook names, and runs each of its ten activities."""

from __future__ import annotations

import re

import pytest

from content.library import Edition
from content.steps import GatherStep, PickStep, ScaleStep, ShapeStep, Status, ThemeStep, Who
from content.wording import StepWords
from tests.content.reading import found, labels, table

TITLES = {
    "aloitus": "Aloitus",
    "aukkotarina": "Tietotyön arvon tunnistaminen aukkotarinan avulla",
    "muutostrendit": "Tietotyön muutostrendit",
    "tavoitetila": "Työyhteisön tavoitetila",
    "uudet-mahdollisuudet": "Tukitoimintojen tietotyön uudet mahdollisuudet",
    "leikkauspisteet": "Osaamisen leikkauspisteet",
    "viestinta": "Viestintä ja tiedonhallinta",
    "palvelujen-arvo": "Palvelujen arvon kehittäminen",
    "arvonluonnin-askeleet": "Askelia uuteen arvonluontiin",
    "loppupurku": "Yhteinen loppupurku",
}
THEMES_OF = {
    "leikkauspisteet": "Osaamisen ja asiantuntijuuden yhdistämisen lisäarvon tunnistaminen",
    "viestinta": "Viestintäsisältöjen, -kanavien ja -käytäntöjen tunnistaminen",
    "palvelujen-arvo": ("Palvelujen arvon kehittäminen – Pienryhmien kehittämisteemat ja tukikysymykset"),
}
LINES = {
    "Tietotyö": (),
    "Data": ("Mitä data on meille", "Mitä arvostamme"),
    "Tieto ja jatkuva oppiminen": ("Mistä tieto löytyy", "Mitä oppimiselle tapahtuu"),
    "Avoimuus ja läpinäkyvyys": ("Mikä on avointa", "Mitä se mahdollistaa", "Mitä tai ketä auttaa"),
    "Kokeilut ja yhteisöllisyys": ("Mitä kokeilemme", "Mitä muuta se lisää"),
    "Yhteiskehittäminen": ("Miten tai milloin onnistuu", "Mikä on kivaa"),
    "Kestävä kehitys": ("Missä näkyy", "Mitä helpottaa"),
    "Eettisyys": (),
    "Laatu kilpailutekijänä": ("Mikä muu kilpailutekijä", "Missä se näkyy"),
    "Uudet teknologiat, tekoäly ja alustat": ("Mitä tukevat", "Mitä helpottavat"),
    "Palvelut ja ratkaisut": ("Mitä mahdollistavat", "Mitä tuottavat"),
    "Talous": (),
    "Yhteiskunnallinen arvo": (),
}
AXES = [
    ("Strateginen", "toimeenpaneva"),
    ("Ennakoiva", "varmistava"),
    ("Avustava", "asiantunteva"),
    ("Kokonaisuuksien hallintaa", "yksittäisiä työtehtäviä"),
    ("Keskitetty", "hajautettu"),
    ("Itseohjautuva", "yhteisöohjautuva"),
    ("Yksilöllinen", "yhteisöllinen"),
    ("Inhimillinen", "teknologinen"),
]
ADJECTIVES = ("Kehittyvä", "Luova", "Dynaaminen", "Ennakoiva", "Arvostava", "Kannustava")
THEMES = [
    "Osaaminen ja asiantuntijuus",
    "Osaamisen jakaminen ja yhdessä oppiminen",
    "Keskinäinen arvostus, tuki ja kannustus",
    "Kiinnostus muiden töihin ja yhdessä uudistuminen",
    "Työn arvo ja merkityksellisyys",
    "Yhteiset tavoitteet ja toimintatavat",
    "Yhteistyö ja työnjako",
    "Prosessit ja laatu",
    "Viestintä ja vuorovaikutus",
    "Tiedon virtaus ja hallinta",
    "Teknologioiden hyödyntäminen",
    "Matalan kynnyksen kokeilukulttuuri",
    "Työhyvinvointi ja jaksaminen",
]
POSSIBILITIES = ["Uudet tilaisuudet", "Tieto ja oppiminen", "Yhteistyö", "Tuki"]
CIRCLES = {
    "Asiantuntijaosaamiset": [f"Asiantuntijaosaaminen {number}" for number in range(1, 5)],
    "Leikkauspisteet": [
        "Leikkauspiste 1 ja 2",
        "Leikkauspiste 2 ja 3",
        "Leikkauspiste 3 ja 4",
        "Leikkauspiste 4 ja 1",
        "Kaikki yhdessä",
    ],
}
TABLE = (
    "Tietosisällöt",
    "Kohderyhmät",
    "Kanavat / Alustat",
    "Dokumenttien hallinta",
    "Löydettävyys / Saatavuus / Läpinäkyvyys / Tietoturva jne",
)
SERVICES = [
    "Tiedonhallinta, arkistointi",
    "Tapahtumien järjestäminen",
    "Rekrytointi",
    "Osaamisen kehittäminen",
]
QUESTIONS = [
    "Ryhmän teema",
    "Odotukset",
    "Ympäristö",
    "Teknologia",
    "Tekijöiden osaaminen",
    "Arvo asiakkaalle",
    "Löytyminen",
    "Viestintä",
    "Mahdollisuudet asiakkaalle",
    "Toivottu tulos",
    "Kokeilu",
    "Päivitys",
]
RESULTS = [
    "Tukitoimintojen työyhteisön tavoitetila ja kehittämismahdollisuudet",
    "Asiantuntijaosaamisen jakamisen lisäarvo työyhteisössä",
    "Tukitoimintojen palvelujen arvontuottamisen kehittämismahdollisuudet",
    "Tiedonhallinnan ja viestinnän kehittämismahdollisuudet tietotyön arvontuotannossa",
]


@pytest.fixture(name="edition")
def _edition() -> Edition:
    return found("4")


@pytest.fixture(name="steps")
def _steps(edition: Edition) -> dict[str, StepWords]:
    return edition.in_language("fi").steps


def gather(edition: Edition, step: str) -> GatherStep:
    one = edition.workshop.by_id[step]
    assert isinstance(one, GatherStep)
    return one


def shape(edition: Edition, step: str) -> ShapeStep:
    one = edition.workshop.by_id[step]
    assert isinstance(one, ShapeStep)
    return one


def test_it_takes_a_long_half_day_as_it_stands(edition: Edition) -> None:
    """Half an hour for each of nine core activities; the planner cuts it to the time at hand."""
    assert sum(step.minutes for step in edition.workshop.steps if step.on) == 265


def test_only_the_outside_guide_is_off_until_wanted(edition: Edition) -> None:
    off = {step.id for step in edition.workshop.steps if not step.on}
    assert off == {step.id for step in edition.workshop.steps if step.status is not Status.CORE}
    assert off == {"arvonluonnin-askeleet"}


def test_every_activity_has_its_half_hour(edition: Edition) -> None:
    minutes: dict[str, int] = {}
    for step in edition.workshop.steps:
        for activity in step.source:
            minutes[activity] = minutes.get(activity, 0) + step.minutes
    assert minutes.pop("p4-aloitus") == 5
    assert {activity: one for activity, one in minutes.items() if one < 30} == {}


def test_titles_are_those_of_the_workbook(edition: Edition, steps: dict[str, StepWords]) -> None:
    assert edition.in_language("fi").title == (
        "Tukitoimintojen sisäisen yhteistyön toimintamallien ja arvontuottamisen kehittäminen"
    )
    assert {id_: steps[id_].title for id_ in TITLES} == TITLES
    assert {id_: steps[id_].instructions[0] for id_ in THEMES_OF} == {
        id_: f"Aihe: {theme}." for id_, theme in THEMES_OF.items()
    }
    assert steps["muutostrendit"].prompts[0] == (
        "Miten tietotyöntekijän rooli, työn luonne ja organisoituminen kehittyvät?"
    )


@pytest.mark.parametrize(
    ("step", "wanted"),
    [("tavoitetilan-teemat", THEMES), ("palvelujen-arvo", SERVICES), ("loppupurku", RESULTS)],
)
def test_starter_lists_are_those_of_the_workbook(
    steps: dict[str, StepWords], step: str, wanted: list[str]
) -> None:
    assert labels(steps[step]) == wanted


def test_the_gap_story_has_thirteen_lines_in_the_workbooks_order(
    edition: Edition, steps: dict[str, StepWords]
) -> None:
    words = steps["aukkotarina"].cells
    order = gather(edition, "aukkotarina").canvas.ids()
    assert {words[id_].label: words[id_].fields for id_ in order} == LINES


@pytest.mark.parametrize("language", ["fi", "en"])
def test_every_line_of_the_gap_story_can_be_told_with_each_example(edition: Edition, language: str) -> None:
    for id_, cell in edition.in_language(language).steps["aukkotarina"].cells.items():
        for example in cell.examples:
            told = cell.story
            for number, part in enumerate(example.split(" | "), start=1):
                told = told.replace(f"{{{number}}}", part)
            assert (id_, re.findall(r"[{}|]|  |\.\.", told), told[-1]) == (id_, [], ".")
            assert (id_, told[0].isupper(), len(told) <= 200) == (id_, True, True)


def test_eight_axes_have_the_workbooks_opposites_at_their_ends(
    edition: Edition, steps: dict[str, StepWords]
) -> None:
    scale = edition.workshop.by_id["muutostrendit"]
    assert isinstance(scale, ScaleStep)
    words = steps["muutostrendit"].cells
    assert [words[axis].ends for axis in scale.axes] == AXES
    assert [words[axis].label for axis in scale.axes] == [f"{left} – {right}" for left, right in AXES]
    picture = shape(edition, "muutostrendit-kuva")
    assert (picture.shape, picture.notes_of, scale.minutes + picture.minutes) == ("axes", "muutostrendit", 30)


def test_the_target_state_is_written_on_notes_and_themed(
    edition: Edition, steps: dict[str, StepWords]
) -> None:
    assert gather(edition, "tavoitetila").who is Who.SMALL_GROUPS
    assert steps["tavoitetila"].cells["millainen"].examples == ADJECTIVES
    theme = edition.workshop.by_id["tavoitetilan-teemat"]
    assert isinstance(theme, ThemeStep)
    assert theme.notes_of == "tavoitetila"


def test_four_questions_open_new_possibilities(edition: Edition, steps: dict[str, StepWords]) -> None:
    step = gather(edition, "uudet-mahdollisuudet")
    assert [steps[step.id].cells[id_].label for id_ in step.canvas.ids()] == POSSIBILITIES
    assert step.same_groups_as == "tavoitetila"


def test_four_circles_meet_their_neighbours_and_all_the_others(
    edition: Edition, steps: dict[str, StepWords]
) -> None:
    step = gather(edition, "leikkauspisteet")
    assert table(step.canvas, steps[step.id]) == CIRCLES
    picture = shape(edition, "leikkauspisteet-kuva")
    assert (picture.shape, picture.notes_of) == ("circles", "leikkauspisteet")
    assert steps[picture.id].center == "Lisäarvo"


def test_a_row_of_the_communication_table_has_the_workbooks_five_columns(
    edition: Edition, steps: dict[str, StepWords]
) -> None:
    step = gather(edition, "viestinta")
    assert (step.canvas.ids(), step.parts) == (("rivi",), {"rivi": 5})
    assert steps["viestinta"].cells["rivi"].fields == TABLE
    assert "Kuka pitää tämän tiedon ajan tasalla?" in steps["viestinta"].prompts
    assert "A18" in step.sources_note


def test_a_service_has_its_theme_and_eleven_questions(edition: Edition, steps: dict[str, StepWords]) -> None:
    step = gather(edition, "palvelujen-arvo")
    assert [steps[step.id].cells[id_].label for id_ in step.canvas.ids()] == QUESTIONS
    pick = edition.workshop.by_id["nostot"]
    assert isinstance(pick, PickStep)
    assert (pick.notes_of, pick.by, pick.budget) == ("palvelujen-arvo", "group", 3)


def test_ambiguous_places_say_what_was_chosen(edition: Edition) -> None:
    told = " ".join(step.sources_note for step in edition.workshop.steps)
    assert [one for one in ("A16", "A17", "A18", "A19") if one not in told] == []
