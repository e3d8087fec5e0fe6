"""Workshop 5 says what the workbook names, and runs each of its seven activities."""

from __future__ import annotations

import pytest

from content.library import Edition
from content.steps import GatherStep, ShapeStep, Status, Who
from content.wording import StepWords
from tests.content.reading import found, labels, table

TITLES = {
    "tarpeet-ja-palvelut": "Tarpeet ja palvelut kohtaavat",
    "asiantuntijatiimit": "Asiantuntijatiimit",
    "sidosryhmat": "Sidosryhmien välinen yhteiskehittäminen",
    "mallin-tarina": "Mallin kuva tai tarina",
    "dynaaminen-malli": "Dynaaminen malli",
    "porrasmalli": "Porrasmalli",
    "mallien-esittely": "Kuvien ja tarinoiden esittely ja arviointi",
}
THEMES_OF = {
    "tarpeet-ja-palvelut": "Asiakkaiden ja sidosryhmien tarpeiden ja palvelujen kohtaaminen",
    "asiantuntijatiimit": "Organisoituminen asiantuntijatiimeihin ja yhteiskehittäminen",
    "mallin-tarina": "Tietotyön yhteiskehittämisen mallin hahmottaminen visualisoiden tai tarinana",
    "dynaaminen-malli": "Yhteiskehittämisen keskeiset elementit dynaamisena mallina",
    "porrasmalli": "Yhteiskehittämisen malli portaina",
}
LAYERS = [
    "Asiakkaat",
    "Tarve / tarpeet",
    "Kohtaamiset, kanavat, alustat, foorumit, välineet",
    "Palvelu / palvelut",
]
TEAMS = [f"Asiantuntijatiimi {number}" for number in range(1, 5)]
TEAM_THEMES = ["Tiedonhallinta ja arkistointi", "Tapahtumien järjestäminen", "Matkahallinto"]
QUESTIONS = [
    "Yhteinen ymmärrys",
    "Löydettävyys",
    "Ihannetilaus",
    "Palvelujen arvo",
    "Osaaminen",
    "Teknologia",
    "Näkyvä yhteistyö",
    "Organisoituminen",
]
METAPHORS = ["Kirjoja", "Kukkakimppu", "Helminauha"]
STORY = ["Mikä se on", "Millainen se on", "Mitä siihen kuuluu", "Sen tarina"]
ELEMENTS = [
    "Sidosryhmien rajapintojen tunnistaminen ja yhteistyön kehittäminen",
    "Asiakkaiden tarpeiden ja toiveiden ymmärtäminen",
    "Palveluprosessien kehittäminen, niiden arvo ja merkitys asiakkaille ja koko organisaatiolle",
    "Osaamisen ja asiantuntijuuden kehittäminen ja hyödyntäminen",
    "Sujuva, tehokas ja mielekäs yhteistyö: viestintä ja vuorovaikutus, työnjako ja organisoituminen",
    "Teknologioiden hyödyntäminen yhteistyössä ja palveluiden kehittämisessä",
]
CENTRE = ["Yhteiset tavoitteet, toimintatavat ja tiedonhallinta", "Uudistuva ammatti-identiteetti"]
AROUND = "Jatkuvan kehittämisen, arvostuksen ja kannustamisen kulttuuri"
STAIRS = [
    "Osaamisten tunnistaminen ja jakaminen, jatkuva kehittäminen",
    "Asiakastarpeiden tarkentaminen, yhteisten tavoitteiden ja yhteistyön selkeyttäminen",
    "Yhteistyön rajapinnat, työnjaon ja viestinnän kehittäminen yhteistyössä",
    "Prosessien asiakaslähtöinen kehittäminen ja kuvaus",
    "Tiedonhallinnan suunnittelu ja kehittäminen",
]
PILLAR = [
    "Tiedonhallinta",
    "Avoimuus",
    "Läpinäkyvyys",
    "Tietoturvallisuus",
    "Teknologioiden hyödyntäminen",
]
BASE = "Toinen toistaan arvostava yhteistyön ja auttamisen kulttuuri"
RESULTS = [
    (
        "Tukitoimintojen palvelujen ja sisäisten asiakkaiden ja sidosryhmien tarpeiden, rajapintojen,"
        " kohtaamisten ja yhteistyön kehittäminen"
    ),
    "Yhteiskehittämisen hyödyt ja lisäarvo",
    "Yhteiskehittämisen toimintamalli tai tarina",
]


@pytest.fixture(name="edition")
def _edition() -> Edition:
    return found("5")


@pytest.fixture(name="steps")
def _steps(edition: Edition) -> dict[str, StepWords]:
    return edition.in_language("fi").steps


def gather(edition: Edition, step: str) -> GatherStep:
    one = edition.workshop.by_id[step]
    assert isinstance(one, GatherStep)
    return one


def cell_labels(edition: Edition, steps: dict[str, StepWords], step: str) -> list[str]:
    return [steps[step].cells[id_].label for id_ in gather(edition, step).canvas.ids()]


def test_it_takes_a_little_over_three_hours_as_it_stands(edition: Edition) -> None:
    """What the workbook counts to the flow is on, with one of the two models; the planner cuts it."""
    assert sum(step.minutes for step in edition.workshop.steps if step.on) == 190


def test_one_of_the_two_models_is_on_with_its_picture(edition: Edition) -> None:
    choices: dict[str, list[tuple[str, bool]]] = {}
    for step in edition.workshop.steps:
        if step.choice:
            assert step.status is Status.ALTERNATIVE
            choices.setdefault(step.choice, []).append((step.id, step.on))
    assert choices == {
        "malli": [("dynaaminen-malli", True), ("porrasmalli", False)],
        "mallikuva": [("dynaaminen-malli-kuva", True), ("porrasmalli-kuva", False)],
    }


def test_groups_have_the_half_hour_that_gathering_asks_for(edition: Edition) -> None:
    work = [step for step in edition.workshop.steps if isinstance(step, GatherStep)]
    assert {step.minutes for step in work if step.who is Who.SMALL_GROUPS} == {30}
    assert [step.id for step in work if step.who is not Who.SMALL_GROUPS] == ["mallien-esittely"]


def test_titles_are_those_of_the_workbook(edition: Edition, steps: dict[str, StepWords]) -> None:
    assert edition.in_language("fi").title == (
        "Työyhteisön ja keskeisten sidosryhmien välisen yhteiskehittämisen edistäminen"
    )
    assert {id_: steps[id_].title for id_ in TITLES} == TITLES
    assert {id_: steps[id_].instructions[0] for id_ in THEMES_OF} == {
        id_: f"Aihe: {theme}." for id_, theme in THEMES_OF.items()
    }


@pytest.mark.parametrize(
    ("step", "wanted"),
    [
        ("asiantuntijatiimit", TEAM_THEMES),
        ("mallin-tarina", METAPHORS),
        ("dynaaminen-malli", [*CENTRE, AROUND]),
        ("porrasmalli", [BASE, *PILLAR]),
        ("lopetus", RESULTS),
    ],
)
def test_starter_lists_are_those_of_the_workbook(
    steps: dict[str, StepWords], step: str, wanted: list[str]
) -> None:
    assert labels(steps[step]) == wanted


@pytest.mark.parametrize(
    ("step", "wanted"),
    [
        ("tarpeet-ja-palvelut", LAYERS),
        ("sidosryhmat", QUESTIONS),
        ("mallin-tarina", STORY),
        ("dynaaminen-malli", ELEMENTS),
        ("porrasmalli", STAIRS),
        ("mallien-esittely", ["Mikä toimii", "Mitä kehitetään"]),
    ],
)
def test_canvases_have_the_workbooks_cells_in_its_order(
    edition: Edition, steps: dict[str, StepWords], step: str, wanted: list[str]
) -> None:
    assert cell_labels(edition, steps, step) == wanted


def test_layers_run_from_customers_down_to_services(edition: Edition, steps: dict[str, StepWords]) -> None:
    step = gather(edition, "tarpeet-ja-palvelut")
    assert table(step.canvas, steps[step.id]) == {"0": LAYERS}


def test_a_team_is_a_theme_and_a_benefit(edition: Edition, steps: dict[str, StepWords]) -> None:
    step = gather(edition, "asiantuntijatiimit")
    assert cell_labels(edition, steps, step.id) == TEAMS
    assert set(step.parts.values()) == {2}
    assert {cell.fields for cell in steps[step.id].cells.values()} == {("Yhteinen teema", "Mitä hyötyä")}


def test_the_lowest_step_of_the_stairs_comes_first(edition: Edition) -> None:
    assert gather(edition, "porrasmalli").canvas.ids() == tuple(f"porras-{number}" for number in range(1, 6))


@pytest.mark.parametrize(
    ("step", "shape", "notes_of", "center"),
    [
        ("tarpeet-ja-palvelut-kuva", "matching", "tarpeet-ja-palvelut", "Kohtaaminen"),
        ("asiantuntijatiimit-kuva", "wheel", "asiantuntijatiimit", "Yhteiskehittäminen"),
        (
            "dynaaminen-malli-kuva",
            "wheel",
            "dynaaminen-malli",
            "Yhteiset tavoitteet, toimintatavat ja tiedonhallinta – uudistuva ammatti-identiteetti",
        ),
        ("porrasmalli-kuva", "stairs", "porrasmalli", "Yhteiskehittämisen malli portaina"),
    ],
)
def test_what_was_written_becomes_a_picture(
    edition: Edition, steps: dict[str, StepWords], step: str, shape: str, notes_of: str, center: str
) -> None:
    picture = edition.workshop.by_id[step]
    assert isinstance(picture, ShapeStep)
    assert (picture.shape, picture.notes_of, steps[step].center) == (shape, notes_of, center)


def test_what_carries_the_models_stands_in_their_pictures(steps: dict[str, StepWords]) -> None:
    assert steps["dynaaminen-malli-kuva"].base == AROUND
    assert (steps["porrasmalli-kuva"].base, list(steps["porrasmalli-kuva"].side)) == (BASE, PILLAR)


def test_ambiguous_places_say_what_was_chosen(edition: Edition) -> None:
    told = " ".join(step.sources_note for step in edition.workshop.steps)
    assert [one for one in ("A12", "A16", "A20", "A21", "A22") if one not in told] == []
