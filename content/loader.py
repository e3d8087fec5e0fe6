"""Reads content files, and says file, line and field of whatever is wrong with them."""

from __future__ import annotations

import importlib.resources
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from importlib.resources.abc import Traversable

from content.agreement import part_flaws, structure_flaws
from content.document import Document, read
from content.errors import ContentError, Flaw
from content.library import Edition, Library
from content.model_file import each, folders, language, read_model, validated, yaml_files
from content.phrase_file import joined, read_phrasebook
from content.process_loader import is_process, load_processes
from content.steps import (
    BriefStep,
    DiscussStep,
    ExchangeStep,
    GatherStep,
    PictureSource,
    RotateStep,
    ScaleStep,
    ShapeStep,
    Step,
)
from content.wording import StepWords, WorkshopWords
from content.workshop import Workshop

_STRUCTURE = "workshop.yaml"


@lru_cache(maxsize=1)
def default_library() -> Library:
    """The content that ships with the bot, read once; raises `ContentError`."""
    return load(importlib.resources.files("content"))


@lru_cache(maxsize=1)
def example_edition() -> Edition:
    """The small workshop that is not held but looked at: every kind of step that workshop 1 lacks."""
    return load_edition(importlib.resources.files("content") / "example")


def load(root: Traversable, own: Traversable | None = None) -> Library:
    """All content under `root` (`workshops/`, `processes/`, `phrases/`), and one's own in the folder `own`.

    A folder of workshops and processes of one's own adds to those that ship, and takes the place of the one
    whose slug it has. It is checked in the same way. Raises `ContentError` with every flaw found.
    """
    if own is not None and not own.is_dir():
        raise ContentError(
            Flaw(str(own), 0, "", "there is no such folder; make it, or mend PAJA_CONTENT_DIR")
        )
    owned = list(folders(own)) if own is not None else []
    flaws: list[Flaw] = []
    workshops = [*folders(root / "workshops"), *(one for one in owned if not is_process(one))]
    editions = {one.workshop.slug: one for one in each(load_edition, workshops, flaws)}
    phrasebooks = joined(each(read_phrasebook, yaml_files(root / "phrases"), flaws))
    flaws.extend(_same_number_flaws(root / "workshops", editions.values()))
    if flaws:
        raise ContentError(*flaws)
    processes = load_processes(root / "processes", filter(is_process, owned), editions)
    return Library(editions, phrasebooks, processes)


def load_edition(folder: Traversable) -> Edition:
    """One workshop's folder: `workshop.yaml` and a file for each language; raises `ContentError`."""
    workshop = read_model(folder / _STRUCTURE, Workshop)
    document = read(folder / _STRUCTURE)
    flaws = list(structure_flaws(document, workshop))
    if workshop.slug != folder.name:
        flaws.append(document.flaw(("slug",), f"must be the name of the folder, {folder.name}"))
    files = [file for file in yaml_files(folder) if file.name != _STRUCTURE]
    words = dict(each(lambda file: (language(file), _words(file, workshop)), files, flaws))
    if not files:
        flaws.append(Flaw(str(folder / "fi.yaml"), 0, "", "write the words of the workshop in this file"))
    if flaws:
        raise ContentError(*flaws)
    return Edition(workshop=workshop, words=words)


def _words(file: Traversable, workshop: Workshop) -> WorkshopWords:
    document = read(file)
    words = validated(document, WorkshopWords)
    if flaws := list(_word_flaws(document, workshop, words)):
        raise ContentError(*flaws)
    return words


def _word_flaws(document: Document, workshop: Workshop, words: WorkshopWords) -> Iterator[Flaw]:
    """What the language file lacks of the structure, and what it has too much."""
    for missing in sorted(workshop.by_id.keys() - words.steps.keys()):
        yield document.flaw(("steps", missing), "write the words of this step: title, goal, say, …")
    for extra in sorted(words.steps.keys() - workshop.by_id.keys()):
        yield document.flaw(("steps", extra), f"{_STRUCTURE} has no such step; mend the id or leave it out")
    for step in workshop.steps:
        if step.id in words.steps:
            yield from _step_flaws(document, step, words.steps[step.id])


def _step_flaws(document: Document, step: Step, words: StepWords) -> Iterator[Flaw]:
    cells, columns = _places(step)
    yield from _place_flaws(document, step, "cells", cells, words.cells)
    yield from _place_flaws(document, step, "columns", columns, words.columns)
    yield from part_flaws(document, step, words)
    match step:
        case ExchangeStep() if len(words.stems) != 2:  # noqa: PLR2004 -- the opening and the answer
            yield document.flaw(
                ("steps", step.id, "stems"), "write two sentence openings: the first and the answer's"
            )
        case ShapeStep() | BriefStep(picture=PictureSource()) if not words.center:
            yield document.flaw(("steps", step.id, "center"), "write the word in the middle of the picture")
        case ScaleStep():
            yield from _axis_flaws(document, step, words)
        case _:
            return


def _places(step: Step) -> tuple[Collection[str], Collection[str]]:
    """The ids of the cells (stations, axes) and of the columns that a step has words for."""
    match step:
        case GatherStep() | DiscussStep():
            return step.canvas.ids(), step.canvas.columns
        case RotateStep():
            return step.stations, ()
        case ScaleStep():
            return step.axes, ()
        case _:
            return (), ()


def _place_flaws(
    document: Document, step: Step, name: str, wanted: Collection[str], found: Collection[str]
) -> Iterator[Flaw]:
    at = ("steps", step.id, name)
    for missing in sorted(set(wanted) - set(found)):
        yield document.flaw((*at, missing), f"{_STRUCTURE} has this; write its words here too")
    for extra in sorted(set(found) - set(wanted)):
        yield document.flaw((*at, extra), f"{_STRUCTURE} has none such; mend the id or leave it out")


def _axis_flaws(document: Document, step: ScaleStep, words: StepWords) -> Iterator[Flaw]:
    for axis in step.axes:
        if axis in words.cells and len(words.cells[axis].ends) != 2:  # noqa: PLR2004 -- an axis has two ends
            at = ("steps", step.id, "cells", axis, "ends")
            yield document.flaw(at, "write the two ends of the axis: [left, right]")


def _same_number_flaws(root: Traversable, editions: Iterable[Edition]) -> Iterator[Flaw]:
    first: dict[int | str, str] = {}
    for one in editions:
        slug, called = one.workshop.slug, one.workshop.called
        if called in first:
            document = read(root / slug / _STRUCTURE)
            yield document.flaw(("number",), f"{first[called]} is workshop {called} already; choose another")
        first.setdefault(called, slug)
