"""What the tests of several workshops need for reading their words."""

from __future__ import annotations

from collections.abc import Iterator

from content.library import Edition
from content.loader import default_library
from content.steps import CanvasLayout
from content.wording import CellWords, StepWords, WorkshopWords


def found(name: str) -> Edition:
    """The workshop of this number or slug."""
    edition = default_library().find(name)
    assert edition is not None
    return edition


def labels(words: StepWords) -> list[str]:
    return [point.label for point in words.points]


def table(layout: CanvasLayout, words: StepWords) -> dict[str, list[str]]:
    """A canvas as people read it: title of a column -> labels of its cells, from top to bottom."""
    titles = [words.columns[one] for one in layout.columns] or [str(one) for one in range(len(layout.cells))]
    return {
        title: [words.cells[cell].label for cell in cells]
        for title, cells in zip(titles, layout.cells, strict=True)
    }


def cells(words: WorkshopWords) -> dict[str, CellWords]:
    """Every cell of every step, by step and id."""
    return {f"{step}.{id_}": cell for step, one in words.steps.items() for id_, cell in one.cells.items()}


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
