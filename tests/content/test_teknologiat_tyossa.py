"""Workshop 3 says what the workbook names, and runs each of its eleven activities."""

from __future__ import annotations

import pytest

from content.library import Edition
from content.steps import By, GatherStep, MergeStep, PickStep, RotateStep, ShapeStep, Status, Who
from content.wording import StepWords
from tests.content.reading import found, labels, table

ACTIVITIES = {
    "p3-nelikentta",
    "p3-parin-kolme-nostoa",
    "p3-vie-eteenpain",
    "p3-tyopistekierto",
    "p3-tyopisteen-kolme",
    "p3-tyopisteiden-purku",
    "p3-lisaarvoa-teknologioilla",
    "p3-oma-swot",
    "p3-swot-nostot",
    "p3-swot-kaannot",
    "p3-yhteinen-swot",
}
TITLES = {
    "nelikentta": "Tekoälyn nelikenttä",
    "parin-nostot": "Parin kolme nostoa",
    "vie-eteenpain": "Yhdestä kolmeen asiaa eteenpäin",
    "superkompetenssit": "3 superkompetenssia",
    "tyopistekierto": "Työpistekierto",
    "tyopisteen-kolme": "Työpisteen kolme tärkeintä",
    "tyopisteiden-purku": "Työpisteiden yhteinen purku",
    "lisaarvo": "Lisäarvoa teknologioita hyödyntämällä",
    "oma-swot": "Hyvinvointini digityössä",
    "swot-nostot": "Havainnot yhteiseen keskusteluun",
    "yhteinen-swot": "Fasilitaattorin kooste yhteiseksi SWOT:ksi",
}
ROLE = (
    "Miten teknologiat muuttavat tukitoimintojen asiantuntijoiden työroolia"
    " ja miten jokainen itse pääsee siihen vaikuttamaan"
)
PARTS = [
    "Tekoäly ja uudet teknologiat osana tukitoimintojen asiantuntijoiden arkea ja tulevaisuutta",
    ROLE,
    "Teknologiat ja työhyvinvointi",
]
SUPER_COMPETENCES = ["Minäpystyvyys", "Työn tuunaaminen", "Proaktiivisuus"]
QUADRANT = {
    "0": ["Ajatukset", "Käytetyt ratkaisut"],
    "1": ["Vaikutukset yhteistyöhön", "Toiveet"],
}
STATIONS = [
    "Työpiste 1: Oma osallistuminen",
    "Työpiste 2: Osaaminen",
    "Työpiste 3: Superkompetenssit",
]
THEMES = {
    "Vuorovaikutuksen kehittäminen": "Viestintäkanavat, alustat, sovellukset",
    "Työn sujuva jakaminen": "Tiketöinti, alustat",
    "Uudet teknologiat työn nopeuttamisessa ja helpottamisessa": "Tekoäly, robotiikka",
    "Yhteiskehittäminen ja arvontuottaminen": "Teams, Planner, digitaalinen tiedonhallinta",
}
SWOT = {"0": ["Vahvuudet", "Mahdollisuudet"], "1": ["Heikkoudet", "Uhat"]}


@pytest.fixture(name="edition")
def _edition() -> Edition:
    return found("3")


@pytest.fixture(name="steps")
def _steps(edition: Edition) -> dict[str, StepWords]:
    return edition.in_language("fi").steps


def gather(edition: Edition, step: str) -> GatherStep:
    one = edition.workshop.by_id[step]
    assert isinstance(one, GatherStep)
    return one


def pick(edition: Edition, step: str) -> PickStep:
    one = edition.workshop.by_id[step]
    assert isinstance(one, PickStep)
    return one


def merge(edition: Edition, step: str) -> MergeStep:
    one = edition.workshop.by_id[step]
    assert isinstance(one, MergeStep)
    return one


def test_all_eleven_activities_of_the_workbook_are_run(edition: Edition) -> None:
    assert {one for step in edition.workshop.steps for one in step.source} == ACTIVITIES
    assert [step.id for step in edition.workshop.steps if not step.source] == ["lopetus"]


def test_it_takes_two_hours_and_a_half_as_it_stands(edition: Edition) -> None:
    assert sum(step.minutes for step in edition.workshop.steps if step.on) == 150


def test_the_board_of_added_value_and_the_last_picture_are_off_until_wanted(edition: Edition) -> None:
    off = {step.id for step in edition.workshop.steps if not step.on}
    assert off == {step.id for step in edition.workshop.steps if step.status is Status.OPTIONAL}
    assert off == {"lisaarvo", "lisaarvokuva", "swot-kuva"}


def test_titles_are_those_of_the_workbook(edition: Edition, steps: dict[str, StepWords]) -> None:
    assert edition.in_language("fi").title == "Teknologioiden hyödyntäminen työssä"
    assert {id_: steps[id_].title for id_ in TITLES} == TITLES


def test_the_three_parts_of_the_workshop_are_named(steps: dict[str, StepWords]) -> None:
    assert labels(steps["lopetus"]) == PARTS
    assert steps["nelikentta"].instructions[0] == f"Aihe: {PARTS[0]}."
    assert steps["tyopistekierto"].instructions[0] == f"Aihe: {PARTS[1]}."


def test_a_pair_fills_four_fields_and_picks_three(edition: Edition, steps: dict[str, StepWords]) -> None:
    quadrant = gather(edition, "nelikentta")
    assert (quadrant.who, quadrant.minutes) == (Who.PAIRS, 30)
    assert table(quadrant.canvas, steps["nelikentta"]) == QUADRANT
    picked = pick(edition, "parin-nostot")
    assert (picked.notes_of, picked.by, picked.budget) == ("nelikentta", By.GROUP, 3)


def test_everybody_chooses_one_to_three_of_what_the_pairs_picked(
    edition: Edition, steps: dict[str, StepWords]
) -> None:
    chosen = pick(edition, "vie-eteenpain")
    assert (chosen.notes_of, chosen.by, chosen.budget, chosen.carry) == (
        "parin-nostot",
        By.EVERYBODY,
        3,
        3,
    )
    agreed, agreeing = steps["sopiminen"].cells["paatos"], gather(edition, "sopiminen")
    assert (agreeing.who, agreeing.parts) == (Who.EVERYBODY, {"paatos": 3})
    assert agreed.fields == ("Mitä viedään eteenpäin", "Miten", "Kuka")


def test_the_super_competences_are_known_before_the_third_station(
    edition: Edition, steps: dict[str, StepWords]
) -> None:
    words = steps["superkompetenssit"]
    assert labels(words) == SUPER_COMPETENCES
    assert words.instructions[0] == (
        "Kuvan otsikko: Yrittäjämäinen asenne on keskeinen voimavara uusien teknologioiden käyttöönotossa."
    )
    order = [step.id for step in edition.workshop.steps]
    assert order.index("superkompetenssit") + 1 == order.index("tyopistekierto")


def test_three_stations_have_ten_minutes_each_and_so_has_the_way_home(
    edition: Edition, steps: dict[str, StepWords]
) -> None:
    round_ = edition.workshop.by_id["tyopistekierto"]
    assert isinstance(round_, RotateStep)
    assert (round_.per_station, round_.minutes) == (10, 40)
    assert "A13" in round_.sources_note
    assert "A14" in round_.sources_note
    assert [steps["tyopistekierto"].cells[id_].label for id_ in round_.stations] == STATIONS


def test_a_group_picks_three_at_home_and_all_agree_what_is_done(
    edition: Edition, steps: dict[str, StepWords]
) -> None:
    picked = pick(edition, "tyopisteen-kolme")
    assert (picked.notes_of, picked.by, picked.budget) == ("tyopistekierto", By.GROUP, 3)
    together = gather(edition, "tyopisteiden-purku")
    assert (together.who, together.parts) == (Who.EVERYBODY, {"sovittu": 3})
    assert steps["tyopisteiden-purku"].cells["sovittu"].fields == ("Mitä", "Miten", "Kuka")


def test_added_value_has_four_themes_with_technologies_beside_them(
    edition: Edition, steps: dict[str, StepWords]
) -> None:
    board, words = gather(edition, "lisaarvo"), steps["lisaarvo"]
    assert {point.label: point.text for point in words.points} == THEMES
    assert [words.cells[id_].label for id_ in board.canvas.ids()] == list(THEMES)
    assert (board.who, board.minutes, len(THEMES)) == (Who.SMALL_GROUPS, 30, 4)
    picture = edition.workshop.by_id["lisaarvokuva"]
    assert isinstance(picture, ShapeStep)
    assert (picture.shape, picture.notes_of) == ("added_value", "lisaarvo")
    assert steps["lisaarvokuva"].center == "Työn kehittäminen tekoälysovelluksia hyödyntäen"


def test_the_own_swot_is_for_the_writer_only(edition: Edition, steps: dict[str, StepWords]) -> None:
    own, words = gather(edition, "oma-swot"), steps["oma-swot"]
    assert (own.who, own.private, own.minutes) == (Who.ALONE, True, 15)
    assert table(own.canvas, words) == SWOT
    assert words.instructions[0].startswith("Vain sinä näet omat lappusi.")
    assert "kukaan muu ei näe, mitä kirjoitat" in words.say
    english = edition.in_language("en").steps["oma-swot"]
    assert english.instructions[0].startswith("Only you see your notes.")


def test_each_brings_up_what_they_want_without_their_name(
    edition: Edition, steps: dict[str, StepWords]
) -> None:
    picked = pick(edition, "swot-nostot")
    assert (picked.notes_of, picked.by, picked.budget) == ("oma-swot", By.PERSON, 3)
    assert "ilman nimeäsi" in steps["swot-nostot"].instructions[2]


def test_weaknesses_turn_into_strengths_and_threats_into_opportunities(
    edition: Edition, steps: dict[str, StepWords]
) -> None:
    together = merge(edition, "yhteinen-swot")
    assert together.source == ("p3-swot-kaannot", "p3-yhteinen-swot")
    assert [(one.origin, one.into) for one in together.turnings] == [
        ("heikkoudet", "vahvuudet"),
        ("uhat", "mahdollisuudet"),
    ]
    assert labels(steps["yhteinen-swot"]) == ["Vahvuudet", "Heikkoudet", "Mahdollisuudet", "Uhat"]
    assert len(steps["yhteinen-swot"].examples) >= 6
    picture = edition.workshop.by_id["swot-kuva"]
    assert isinstance(picture, ShapeStep)
    assert (picture.shape, picture.notes_of) == ("swot", "yhteinen-swot")
    assert steps["swot-kuva"].center == "Hyvinvointini digityössä"


def test_a_picture_for_each_that_has_one(edition: Edition) -> None:
    shapes = [step.shape for step in edition.workshop.steps if isinstance(step, ShapeStep)]
    assert shapes == ["added_value", "swot"]
