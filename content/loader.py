"""Reads content files, and says file, line and field of whatever is wrong with them."""

from __future__ import annotations

import importlib.resources
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from content.agreement import part_flaws, structure_flaws
from content.document import Document, read
from content.errors import ContentError, Flaw
from content.library import Edition, Library
from content.phrase_file import read_phrasebook
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

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")
_STRUCTURE = "workshop.yaml"
_SAID_BETTER = {
    "missing": "this field is missing; add it",
    "extra_forbidden": "there is no field of this name; mend the name or leave it out",
    "string_pattern_mismatch": "an id has small letters a-z, digits and hyphens only",
    "union_tag_not_found": "say what kind of step this is: add a field kind",
}


@lru_cache(maxsize=1)
def default_library() -> Library:
    """The content that ships with the bot, read once; raises `ContentError`."""
    return load(importlib.resources.files("content"))


@lru_cache(maxsize=1)
def example_edition() -> Edition:
    """The small workshop that is not held but looked at: every kind of step that workshop 1 lacks."""
    return load_edition(importlib.resources.files("content") / "example")


def load(root: Traversable, own: Traversable | None = None) -> Library:
    """All content under `root` (`workshops/` and `phrases/`), and the own workshops in the folder `own`.

    A folder of workshops of one's own adds to those that ship, and takes the place of the one whose slug it
    has. It is checked in the same way. Raises `ContentError` with every flaw found.
    """
    flaws: list[Flaw] = []
    editions = {one.workshop.slug: one for one in _each(load_edition, _folders(root / "workshops"), flaws)}
    if own is not None:
        if not own.is_dir():
            raise ContentError(
                Flaw(str(own), 0, "", "there is no such folder; make it, or mend PAJA_CONTENT_DIR")
            )
        editions |= {one.workshop.slug: one for one in _each(load_edition, _folders(own), flaws)}
    phrasebooks = _each(read_phrasebook, _yaml_files(root / "phrases"), flaws)
    flaws.extend(_same_number_flaws(root / "workshops", editions.values()))
    if flaws:
        raise ContentError(*flaws)
    return Library(editions, {one.language: one for one in phrasebooks})


def load_edition(folder: Traversable) -> Edition:
    """One workshop's folder: `workshop.yaml` and a file for each language; raises `ContentError`."""
    workshop = read_model(folder / _STRUCTURE, Workshop)
    document = read(folder / _STRUCTURE)
    flaws = list(structure_flaws(document, workshop))
    if workshop.slug != folder.name:
        flaws.append(document.flaw(("slug",), f"must be the name of the folder, {folder.name}"))
    files = [file for file in _yaml_files(folder) if file.name != _STRUCTURE]
    words = dict(_each(lambda file: (_language(file), _words(file, workshop)), files, flaws))
    if not files:
        flaws.append(Flaw(str(folder / "fi.yaml"), 0, "", "write the words of the workshop in this file"))
    if flaws:
        raise ContentError(*flaws)
    return Edition(workshop=workshop, words=words)


def read_model(file: Traversable, model: type[M]) -> M:
    """`file` as a `model`; raises `ContentError` naming file, line and field."""
    return _validated(read(file), model)


def _each(make: Callable[[Traversable], T], files: Iterable[Traversable], flaws: list[Flaw]) -> list[T]:
    """What `make` makes of each file, by name; the flaws of those that cannot be used go to `flaws`."""
    made = []
    for file in sorted(files, key=lambda one: one.name):
        try:
            made.append(make(file))
        except ContentError as error:
            flaws.extend(error.flaws)
    return made


def _validated(document: Document, model: type[M]) -> M:
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        raise ContentError(*(_flaw(document, one) for one in error.errors(include_url=False))) from None


def _flaw(document: Document, error: Mapping[str, Any]) -> Flaw:
    return document.flaw(_path(error["loc"]), _message(error))


def _path(loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Where pydantic says it is, without what the file has not: the kind after a step's index, `[key]`."""
    match loc:
        case ("steps", int() as index, _, *rest):
            loc = ("steps", index, *rest)
    return tuple(part for part in loc if part != "[key]")


def _message(error: Mapping[str, Any]) -> str:
    match error["type"]:
        case "value_error":
            return str(error["ctx"]["error"])
        case "union_tag_invalid":
            return f"there is no kind {error['ctx']['tag']!r}; the kinds are {error['ctx']['expected_tags']}"
        case kind:
            return _SAID_BETTER.get(kind) or str(error["msg"])


def _words(file: Traversable, workshop: Workshop) -> WorkshopWords:
    document = read(file)
    words = _validated(document, WorkshopWords)
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
    first: dict[int, str] = {}
    for one in editions:
        slug, number = one.workshop.slug, one.workshop.number
        if number in first:
            document = read(root / slug / _STRUCTURE)
            yield document.flaw(("number",), f"{first[number]} is workshop {number} already; choose another")
        first.setdefault(number, slug)


def _language(file: Traversable) -> str:
    return file.name.removesuffix(".yaml")


def _folders(root: Traversable) -> Iterator[Traversable]:
    return (one for one in root.iterdir() if one.is_dir() and not one.name.startswith(("_", ".")))


def _yaml_files(folder: Traversable) -> Iterator[Traversable]:
    return (one for one in folder.iterdir() if one.name.endswith(".yaml"))
