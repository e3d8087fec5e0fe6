"""Reads one content file as a model, and says what is wrong with it; finds the files of a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from content.document import Document, read
from content.errors import ContentError, Flaw, MisfitError

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")
_SAID_BETTER = {
    "missing": "this field is missing; add it",
    "extra_forbidden": "there is no field of this name; mend the name or leave it out",
    "string_pattern_mismatch": "an id has small letters a-z, digits and hyphens only",
    "union_tag_not_found": "say what kind of step this is: add a field kind",
}


def read_model(file: Traversable, model: type[M]) -> M:
    """`file` as a `model`; raises `ContentError` naming file, line and field."""
    return validated(read(file), model)


def each(make: Callable[[Traversable], T], files: Iterable[Traversable], flaws: list[Flaw]) -> list[T]:
    """What `make` makes of each file, by name; the flaws of those that cannot be used go to `flaws`."""
    made = []
    for file in sorted(files, key=lambda one: one.name):
        try:
            made.append(make(file))
        except ContentError as error:
            flaws.extend(error.flaws)
    return made


def validated(document: Document, model: type[M]) -> M:
    """What a document says, as a `model`; raises `ContentError`."""
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        raise ContentError(*(_flaw(document, one) for one in error.errors(include_url=False))) from None


def _flaw(document: Document, error: Mapping[str, Any]) -> Flaw:
    at = _path(error["loc"])
    match error.get("ctx"):
        case {"error": MisfitError(path=path)}:
            at = (*at, *path)
    return document.flaw(at, _message(error))


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


def language(file: Traversable) -> str:
    """The language that a file of words is in: its name."""
    return file.name.removesuffix(".yaml")


def folders(root: Traversable) -> Iterator[Traversable]:
    """The folders in `root`, without those that are hidden or set aside."""
    return (one for one in root.iterdir() if one.is_dir() and not one.name.startswith(("_", ".")))


def yaml_files(folder: Traversable) -> Iterator[Traversable]:
    """The YAML files in `folder`."""
    return (one for one in folder.iterdir() if one.name.endswith(".yaml"))
