"""The workbook's five workshops are complete: every activity has a step, every list has its items.

The ids and the counts are our own copy of what was counted in the workbook.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from content.library import Edition
from content.loader import default_library
from content.steps import GatherStep, MergeStep, RotateStep, ScaleStep, ShapeStep
from content.workshop import Workshop
from tests.content.reading import found

ACTIVITIES = {
    1: """pajan-toimintatavat alustus-tietotyon-muutokset muutoskeskustelu tulevaisuustaidot moniosaaja joo-ja
        voimavararuudukko voimavarakukka voimavarapuu lotus-blossom""",
    2: """aloitus-ja-toimintatavat arvot-ja-arvon-tuottaminen arvokeskustelu prosessien-kehittaminen
        arvontuottamistaulukko ammatti-identiteettitekijat uudet-ratkaisut ammatti-identiteettiruudukko
        identiteetti-nyt-ja-tulevaisuudessa""",
    3: """nelikentta parin-kolme-nostoa vie-eteenpain tyopistekierto tyopisteen-kolme tyopisteiden-purku
        lisaarvoa-teknologioilla oma-swot swot-nostot swot-kaannot yhteinen-swot""",
    4: """aloitus aukkotarina muutostrendit tavoitetila uudet-mahdollisuudet osaamisen-leikkauspisteet
        viestinta-ja-tiedonhallinta palvelujen-arvo arvonluonnin-askeleet loppupurku""",
    5: """tarpeet-ja-palvelut asiantuntijatiimit sidosryhmien-yhteiskehittaminen mallin-tarina
        dynaaminen-malli porrasmalli mallien-esittely""",
}


def points(step: str) -> Callable[[Edition], int]:
    return lambda edition: len(edition.in_language("fi").steps[step].points)


def cells(step: str) -> Callable[[Edition], int]:
    return lambda edition: len(edition.in_language("fi").steps[step].cells)


def examples(step: str, cell: str) -> Callable[[Edition], int]:
    return lambda edition: len(edition.in_language("fi").steps[step].cells[cell].examples)


def like(step: str, start: str) -> Callable[[Edition], int]:
    """Cells whose id begins so; not those where two of them meet."""
    return lambda edition: sum(
        one.startswith(start) and "-ja-" not in one for one in edition.in_language("fi").steps[step].cells
    )


def parts(step: str, cell: str) -> Callable[[Edition], int]:
    return lambda edition: len(edition.in_language("fi").steps[step].cells[cell].fields)


def gaps(edition: Edition) -> int:
    return sum(
        cell.story.count("{") for cell in edition.in_language("fi").steps["aukkotarina"].cells.values()
    )


def multi_skills(edition: Edition) -> int:
    shown = edition.in_language("fi").steps["moniosaaja"].points
    return sum(bool(text) for point in shown for text in (point.label, point.text))


def flower_labels(edition: Edition) -> int:
    flower = edition.in_language("fi").steps["voimavarakukka"]
    return len({flower.center, *flower.examples})


def technologies(edition: Edition) -> int:
    return sum(bool(point.text) for point in edition.in_language("fi").steps["lisaarvo"].points)


COUNTS: dict[str, tuple[int, Callable[[Edition], int], int]] = {
    "ways_of_working": (1, points("toimintatavat"), 4),
    "change_points": (1, points("alustus"), 4),
    "future_skills": (1, points("tulevaisuustaidot"), 10),
    "multi_skill_bullets": (1, multi_skills, 11),
    "joo_ja_example_competences": (1, points("joo-ja"), 7),
    "p1_grid_cells": (1, cells("voimavararuudukko"), 8),
    "flower_labels": (1, flower_labels, 11),
    "value_perspectives": (2, points("arvokeskustelu"), 11),
    "p2_process_questions": (2, cells("prosessit"), 5),
    "p2_value_grid_cells": (2, cells("arvotaulukko"), 12),
    "p2_identity_factors": (2, points("identiteettitekijat"), 11),
    "p2_role_shifts": (2, points("uudet-ratkaisut"), 6),
    "p2_identity_grid_cells": (2, cells("identiteettiruudukko"), 6),
    "p2_now_items": (2, examples("nyt-ja-tulevaisuudessa", "nyt"), 8),
    "p2_future_items": (2, examples("nyt-ja-tulevaisuudessa", "tulevaisuudessa"), 5),
    "super_competences": (3, points("superkompetenssit"), 3),
    "p3_quadrant_cells": (3, cells("nelikentta"), 4),
    "p3_stations": (3, cells("tyopistekierto"), 3),
    "p3_board_themes": (3, cells("lisaarvo"), 4),
    "p3_board_label_groups": (3, technologies, 4),
    "p3_swot_cells": (3, cells("oma-swot"), 4),
    "p4_gap_lines": (4, cells("aukkotarina"), 13),
    "p4_gaps": (4, gaps, 23),
    "p4_axes": (4, cells("muutostrendit"), 8),
    "p4_target_adjectives": (4, examples("tavoitetila", "millainen"), 6),
    "p4_target_themes": (4, points("tavoitetilan-teemat"), 13),
    "p4_new_possibility_questions": (4, cells("uudet-mahdollisuudet"), 4),
    "p4_circles": (4, like("leikkauspisteet", "osaaminen-"), 4),
    "p4_table_columns": (4, parts("viestinta", "rivi"), 5),
    "p4_service_themes": (4, points("palvelujen-arvo"), 4),
    "p4_service_questions": (4, lambda edition: cells("palvelujen-arvo")(edition) - 1, 11),
    "p5_matching_layers": (5, cells("tarpeet-ja-palvelut"), 4),
    "p5_expert_teams": (5, cells("asiantuntijatiimit"), 4),
    "p5_stakeholder_questions": (5, cells("sidosryhmat"), 8),
    "p5_metaphors": (5, points("mallin-tarina"), 3),
    "p5_round_elements": (5, cells("dynaaminen-malli"), 6),
    "p5_stairs": (5, cells("porrasmalli"), 5),
}


def ids(number: int) -> set[str]:
    return {f"p{number}-{name}" for name in ACTIVITIES[number].split()}


def workbook() -> list[Workshop]:
    """The workshops that belong to no series of numbers of their own: those of the workbook."""
    editions = default_library().editions.values()
    return [edition.workshop for edition in editions if not edition.workshop.series]


def test_there_are_five_workshops_and_47_activities() -> None:
    assert {workshop.number for workshop in workbook()} == set(ACTIVITIES)
    assert {number: len(ids(number)) for number in ACTIVITIES} == {1: 10, 2: 9, 3: 11, 4: 10, 5: 7}
    assert sum(len(ids(number)) for number in ACTIVITIES) == 47


@pytest.mark.parametrize("number", ACTIVITIES)
def test_every_activity_is_run_by_a_step_of_its_workshop(number: int) -> None:
    steps = found(str(number)).workshop.steps
    assert {one for step in steps for one in step.source if one.startswith("p")} == ids(number)


@pytest.mark.parametrize("name", COUNTS)
@pytest.mark.parametrize("language", ["fi", "en"])
def test_what_was_counted_in_the_workbook_is_there(name: str, language: str) -> None:
    number, count, wanted = COUNTS[name]
    edition = found(str(number))
    spoken = edition.model_copy(update={"words": {"fi": edition.words[language]}})
    assert (name, count(spoken)) == (name, wanted)


SLIDES = {
    1: "alustus voimavarakukka toimintatavat tulevaisuustaidot moniosaaja joo-ja voimavararuudukko",
    2: """arvot-ja-arvon-tuottaminen arvokeskustelu prosessit arvotaulukko identiteettitekijat uudet-ratkaisut
        identiteettiruudukko nyt-ja-tulevaisuudessa""",
    3: "superkompetenssit nelikentta tyopistekierto lisaarvo oma-swot yhteinen-swot",
    4: "aukkotarina muutostrendit tavoitetila uudet-mahdollisuudet leikkauspisteet viestinta palvelujen-arvo",
    5: """pajojen-polku yhteiskehittamisen-periaatteet kaytannon-tavat voimavaralahtoisyys kehittamisen-sykli
        tarpeet-ja-palvelut asiantuntijatiimit sidosryhmat mallin-tarina dynaaminen-malli porrasmalli""",
}
"""Workshop -> the steps whose cards are slides of the workbook; `arvokeskustelu` shows two of the forty."""
ON_ONE_CARD = 1


@pytest.mark.parametrize("number", SLIDES)
def test_what_the_workbook_has_as_slides_are_cards(number: int) -> None:
    edition = found(str(number))
    for step in SLIDES[number].split():
        words = edition.in_language("fi").steps[step]
        assert edition.workshop.by_id[step].source
        assert words.title
        assert words.points or words.cells or edition.workshop.by_id[step].kind in {"shape", "merge"}


def test_the_slides_are_forty() -> None:
    assert sum(len(steps.split()) for steps in SLIDES.values()) + ON_ONE_CARD == 40


GENERAL = {
    "yhteiskehittamisen-periaatteet": 10,
    "kaytannon-tavat": 6,
    "voimavaralahtoisyys": 4,
    "kehittamisen-sykli": 9,
    "pajojen-polku": 3,
}


@pytest.mark.parametrize("step", GENERAL)
@pytest.mark.parametrize("language", ["fi", "en"])
def test_what_the_general_chapter_lists_is_there(step: str, language: str) -> None:
    assert len(found("5").in_language(language).steps[step].points) == GENERAL[step]


def test_each_kind_that_the_workbook_needs_is_in_use() -> None:
    steps = [step for workshop in workbook() for step in workshop.steps]
    assert {step.kind for step in steps} == {
        "brief",
        "discuss",
        "exchange",
        "gather",
        "pick",
        "rotate",
        "theme",
        "scale",
        "merge",
        "shape",
        "close",
    }
    assert [len(step.stations) for step in steps if isinstance(step, RotateStep)] == [3]
    assert [len(step.axes) for step in steps if isinstance(step, ScaleStep)] == [8]
    assert [len(step.turnings) for step in steps if isinstance(step, MergeStep)] == [2]
    assert {step.shape for step in steps if isinstance(step, ShapeStep)} == {
        "flower",
        "tree",
        "lotus",
        "swot",
        "axes",
        "circles",
        "wheel",
        "stairs",
        "now_future",
        "matching",
        "added_value",
    }


def test_whatever_is_private_is_written_alone() -> None:
    steps = [step for workshop in workbook() for step in workshop.steps]
    private = [step.id for step in steps if isinstance(step, GatherStep) and step.private]
    assert private == ["oma-swot"]
