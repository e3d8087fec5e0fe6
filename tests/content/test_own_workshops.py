"""Workshops of one's own: begun with one command, checked like those that ship, added or in their place."""

from __future__ import annotations

import importlib.resources
from pathlib import Path

import pytest

from bot.commands import new_workshop
from content.errors import ContentError
from content.loader import load
from content.schemas import SCHEMAS, schema

SHIPPED = importlib.resources.files("content")


def test_a_new_workshop_works_at_once(tmp_path: Path) -> None:
    assert new_workshop.run("oma-paja", tmp_path) == 0

    library = load(SHIPPED, tmp_path)

    edition = library.find("oma-paja")
    assert edition is not None
    assert (edition.workshop.number, edition.languages) == (90, ("fi",))


def test_one_with_a_shipped_slug_takes_its_place(tmp_path: Path) -> None:
    assert new_workshop.run("tietotyon-muutos", tmp_path) == 0

    edition = load(SHIPPED, tmp_path).editions["tietotyon-muutos"]

    assert edition.workshop.number == 90


@pytest.mark.parametrize("name", ["Oma Paja", "oma_paja", "../oma", ""])
def test_a_name_that_cannot_be_is_refused(name: str, tmp_path: Path) -> None:
    assert new_workshop.run(name, tmp_path) == 2
    assert list(tmp_path.iterdir()) == []


def test_an_existing_workshop_is_not_written_over(tmp_path: Path) -> None:
    assert new_workshop.run("oma-paja", tmp_path) == 0
    words = tmp_path / "oma-paja" / "fi.yaml"
    words.write_text("minun", encoding="utf-8")

    assert new_workshop.run("oma-paja", tmp_path) == 1
    assert words.read_text(encoding="utf-8") == "minun"


def test_flaws_of_own_workshops_are_named_by_file_and_line(tmp_path: Path) -> None:
    assert new_workshop.run("oma-paja", tmp_path) == 0
    structure = tmp_path / "oma-paja" / "workshop.yaml"
    broken = structure.read_text(encoding="utf-8").replace("kind: gather", "kind: gathr")
    structure.write_text(broken, encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        load(SHIPPED, tmp_path)

    (flaw,) = caught.value.flaws
    line = broken[: broken.index("- id: ajatukset")].count("\n") + 1
    assert (flaw.file, flaw.line, flaw.field) == (str(structure), line, "steps.1")
    assert "gather" in flaw.message


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="PAJA_CONTENT_DIR"):
        load(SHIPPED, tmp_path / "nowhere")


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_the_schemas_for_editors_are_up_to_date(name: str) -> None:
    kept = (SHIPPED / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")

    assert kept == schema(name), "run: paja schema --to content/schema"
