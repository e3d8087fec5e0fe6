"""Workshop 2 says what the workbook names, and runs each of its nine activities."""

from __future__ import annotations

import pytest

from content.library import Edition
from content.steps import GatherStep, PickStep, ShapeStep, Status, Who
from content.wording import StepWords
from tests.content.reading import found, labels, table

ACTIVITIES = {
    "p2-aloitus-ja-toimintatavat",
    "p2-arvot-ja-arvon-tuottaminen",
    "p2-arvokeskustelu",
    "p2-prosessien-kehittaminen",
    "p2-arvontuottamistaulukko",
    "p2-ammatti-identiteettitekijat",
    "p2-uudet-ratkaisut",
    "p2-ammatti-identiteettiruudukko",
    "p2-identiteetti-nyt-ja-tulevaisuudessa",
}
TITLES = {
    "aloitus": "Aloitus ja toimintatavat",
    "arvot-ja-arvon-tuottaminen": "Arvojen toteuttaminen ja arvon tuottaminen",
    "arvokeskustelu": "Kuinka tietotyö voi tuottaa arvoa organisaatiolle?",
    "prosessit": "Tietotyön prosessien kehittäminen",
    "arvotaulukko": "Tietotyön arvontuottamisen kehittäminen",
    "identiteettitekijat": "Ammatti-identiteettiin vaikuttavat asiat",
    "uudet-ratkaisut": "Millaisia tukitoimintojen tietotyön uudet ratkaisut voivat olla?",
    "identiteettiruudukko": "Ammatti-identiteetin tunnistaminen ja kehittäminen teknologisoituvassa työssä",
    "nyt-ja-tulevaisuudessa": "Ammatti-identiteetti nyt ja tulevaisuudessa",
}
WHOLE_NAMES = {
    "prosessit": (
        "Miten tietotyön prosesseja voisi kehittää tuottamaan uutta arvoa"
        " ja vastaamaan muuttuvan työn tarpeisiin?"
    ),
    "identiteettitekijat": "Millaiset asiat vaikuttavat tietotyöntekijän kokemaan ammatti-identiteettiin?",
}
WAYS_OF_WORKING = ["Yhteiskehittäminen", "Voimavaralähtöisyys", "Positiivinen ajattelu", "Arvon tuottaminen"]
CONCEPTS = ["Arvon tuottaminen", "Arvojen toteuttaminen"]
VALUES = [
    "Data, tieto ja jatkuva oppiminen",
    "Avoimuus, läpinäkyvyys, saatavuus ja tietoturva",
    "Kestävyys, eettisyys ja ekologisuus",
    "Yhteisöllisyys, yhteiskehittäminen ja verkostot",
    "Työntekijälähtöiset innovaatiot",
    "Kilpailutekijöinä laatu ja luotettavuus",
    "Uudet teknologiat, kehittämisympäristöt ja -alustat",
    "Palvelut, ratkaisut ja kokeilut",
    "Sosiaaliset, kulttuurilliset ja emotionaaliset arvot",
    "Yhteiskunnalliset ja taloudelliset arvot",
    "Luova osaaminen ja joukkoistaminen",
]
IDENTITY = [
    "Arvot ja asenteet",
    "Motivaatio ja tavoitteet",
    "Osaaminen, tiedot ja taidot",
    "Usko omiin kykyihin ja potentiaaliin",
    "Itsetunto, minäpystyvyys ja positiivisuus",
    "Koulutus, kokemus ja työhistoria",
    "Työrooli, tehtävät ja asema työorganisaatiossa",
    "Kokemus työnhallinnasta",
    "Vaikutusmahdollisuudet omaan työhön",
    "Kokemus omasta roolista työyhteisössä",
    "Esihenkilön ja työyhteisön tuki ja kannustus",
]
SHIFTS = [
    "Yksinäisestä työstä yhteisvastuuseen",
    "Itseohjautuvasta yhteisöohjautuvaksi",
    "Taustatoimijasta strategiseksi",
    "Tukijasta mahdollistajaksi",
    "Toteuttajasta fasilitoijaksi",
    "Teknologioiden käyttäjästä työn kehittäjäksi teknologioita hyödyntäen",
]
TIMES = ["Asiantuntija", "Hallinnon haluttu yhteistyökumppani"]
RESULTS = [
    "Tietotyön arvon ja potentiaalin tunnistaminen ja kehittäminen tiimissä",
    "Tietotyön prosessien kehittäminen tuottamaan uutta arvoa teknologisoituvassa työssä",
    "Yksilöllisen ja yhteisöllisen ammatti-identiteetin ja työroolin tunnistaminen ja kehittäminen",
]
QUESTIONS = [
    "Yhteistyö prosesseissa",
    "Osallistujat",
    "Turhat vaiheet",
    "Hiljainen tieto",
    "Yhteiset alustat",
]
VALUE_TABLE = {
    "Tietotyön arvo": ["Arvon lähteet", "Asiakkaan arvostus", "Missio, visio, tavoitteet"],
    "Tietotyön kehittämisen arvoratkaisut": [
        "Osaamisen kehittäminen",
        "Viestinnälliset ratkaisut arvontuottamisen kehittämiseksi",
        "Yhteistyön ratkaisut arvontuottamisen kehittämiseksi",
    ],
    "Tietotyö ja teknologiat": ["Onnistumiset", "Tekoälyn mahdollisuudet", "Arvoa uudella teknologialla"],
    "Konkreettiset tekemiset tietotyön arvon tuottamisen kehittämiseksi": [
        "Tietotyön arvoa edistävät ensimmäiset stepit",
        "Tietotyön arvoa edistävät ehdotukset kokeiluiksi",
        "Tietotyön arvontuottamisen kehittämistä tukevat toimet organisaatiossa",
    ],
}
IDENTITY_TABLE = {
    "Yksilön ammatti-identiteetti": [
        "Muutos minussa",
        "Ammatti-identiteetin kehittämistarpeet ja mahdollisuudet",
    ],
    "Yhteisön, tiimin ammatti-identiteetti": ["Muutos tiimissä", "Paras mahdollinen tulevaisuus"],
    "Yhteisöllisen ammatti-identiteetin kehittämisen keinot": [
        "Edistävät tekijät",
        "Työn arvoa ja ammatti-identiteettiä edistävät yhteisölliset ratkaisut",
    ],
}
NOW = (
    "Tietotyöntekijä",
    "Mahdollistaja",
    "Tukija",
    "Pääkäyttäjä",
    "Prosessinomistaja",
    "Asiakaspalvelija",
    "Hyvän hallinnon vaalija",
    "Hiljaisen tiedon välittäjä",
)
FUTURE = (
    "Asiantuntijatiimit",
    "Kompleksisten ongelmien ratkominen",
    "Teknologioita hyödyntävä kehittäminen",
    "Tietosuoja- ja tietoturva-asiantuntijuus",
    "Strateginen tiedolla johtamisen tukeminen",
)


@pytest.fixture(name="edition")
def _edition() -> Edition:
    return found("2")


@pytest.fixture(name="steps")
def _steps(edition: Edition) -> dict[str, StepWords]:
    return edition.in_language("fi").steps


def gather(edition: Edition, step: str) -> GatherStep:
    one = edition.workshop.by_id[step]
    assert isinstance(one, GatherStep)
    return one


def test_all_nine_activities_of_the_workbook_are_run(edition: Edition) -> None:
    assert {one for step in edition.workshop.steps for one in step.source} == ACTIVITIES
    assert [step.id for step in edition.workshop.steps if not step.source] == ["lopetus"]


def test_it_takes_two_hours_and_a_half_as_it_stands(edition: Edition) -> None:
    assert sum(step.minutes for step in edition.workshop.steps if step.on) == 150


def test_what_the_workbook_leaves_open_is_off_until_wanted(edition: Edition) -> None:
    off = {step.id for step in edition.workshop.steps if not step.on}
    assert off == {step.id for step in edition.workshop.steps if step.status is Status.OPTIONAL}
    assert off == {
        "arvot-ja-arvon-tuottaminen",
        "uudet-ratkaisut",
        "nyt-ja-tulevaisuudessa",
        "nyt-ja-tulevaisuus-kuva",
    }


def test_groups_have_the_half_hour_that_gathering_asks_for(edition: Edition) -> None:
    minutes = {
        step.id: step.minutes
        for step in edition.workshop.steps
        if isinstance(step, GatherStep) and step.who is Who.SMALL_GROUPS
    }
    assert minutes == dict.fromkeys(
        ("prosessit", "arvotaulukko", "identiteettiruudukko", "nyt-ja-tulevaisuudessa"), 30
    )


def test_titles_are_those_of_the_workbook(edition: Edition, steps: dict[str, StepWords]) -> None:
    assert edition.in_language("fi").title == (
        "Tukitoimintojen tietotyön arvon tuottamisen ja ammatti-identiteetin kehittäminen"
    )
    assert {id_: steps[id_].title for id_ in TITLES} == TITLES
    assert {id_: steps[id_].prompts[0] for id_ in WHOLE_NAMES} == WHOLE_NAMES


@pytest.mark.parametrize(
    ("step", "wanted", "count"),
    [
        ("aloitus", WAYS_OF_WORKING, 4),
        ("arvot-ja-arvon-tuottaminen", CONCEPTS, 2),
        ("arvokeskustelu", VALUES, 11),
        ("identiteettitekijat", IDENTITY, 11),
        ("uudet-ratkaisut", SHIFTS, 6),
        ("nyt-ja-tulevaisuudessa", TIMES, 2),
        ("lopetus", RESULTS, 3),
    ],
)
def test_starter_lists_are_those_of_the_workbook(
    steps: dict[str, StepWords], step: str, wanted: list[str], count: int
) -> None:
    assert labels(steps[step]) == wanted
    assert len(wanted) == count


def test_five_questions_help_the_groups_through_a_process(
    edition: Edition, steps: dict[str, StepWords]
) -> None:
    layout = gather(edition, "prosessit").canvas
    assert [steps["prosessit"].cells[id_].label for id_ in layout.ids()] == QUESTIONS


def test_the_table_of_value_has_four_columns_and_twelve_cells(
    edition: Edition, steps: dict[str, StepWords]
) -> None:
    layout = gather(edition, "arvotaulukko").canvas
    assert table(layout, steps["arvotaulukko"]) == VALUE_TABLE
    assert len(layout.ids()) == 12


def test_the_grid_of_identity_has_three_columns_and_six_cells(
    edition: Edition, steps: dict[str, StepWords]
) -> None:
    layout = gather(edition, "identiteettiruudukko").canvas
    assert table(layout, steps["identiteettiruudukko"]) == IDENTITY_TABLE
    assert len(layout.ids()) == 6


def test_eight_roles_of_today_and_five_of_tomorrow_show_the_way(steps: dict[str, StepWords]) -> None:
    words = steps["nyt-ja-tulevaisuudessa"].cells
    assert [(one.label, one.examples) for one in words.values()] == [
        ("Nyt", NOW),
        ("Tulevaisuudessa", FUTURE),
    ]
    assert (len(NOW), len(FUTURE)) == (8, 5)


def test_what_is_picked_from_the_table_gets_somebody_to_do_it(
    edition: Edition, steps: dict[str, StepWords]
) -> None:
    pick, taken = edition.workshop.by_id["nostot"], gather(edition, "tehtavaksi")
    assert isinstance(pick, PickStep)
    assert (pick.notes_of, pick.by, pick.budget) == ("arvotaulukko", "group", 3)
    assert (taken.who, taken.parts) == (Who.EVERYBODY, {"tehtava": 3})
    assert steps["tehtavaksi"].cells["tehtava"].fields == ("Mitä", "Miten", "Kuka")


def test_now_and_the_future_become_a_picture(edition: Edition, steps: dict[str, StepWords]) -> None:
    picture = edition.workshop.by_id["nyt-ja-tulevaisuus-kuva"]
    assert isinstance(picture, ShapeStep)
    assert (picture.shape, picture.notes_of) == ("now_future", "nyt-ja-tulevaisuudessa")
    assert steps[picture.id].center == "Ammatti-identiteetti"
