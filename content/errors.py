"""What is wrong with content, said so that its author can mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flaw:
    """One flaw: the file, the line (1-based, 0 when unknown), the field and what would be right.

    The field is a path such as "steps.3.minutes"; steps of a workshop are counted from 0.
    """

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        """One line: `file:line: field: message`."""
        return f"{self.file}:{self.line}: {self.field}: {self.message}"


class MisfitError(ValueError):
    """Two fields of a model do not fit each other. `path` leads to the one to be mended."""

    def __init__(self, message: str, *path: str | int) -> None:
        super().__init__(message)
        self.path = path


class ContentError(Exception):
    """The content cannot be used as it is. `flaws` names each place that needs mending."""

    def __init__(self, *flaws: Flaw) -> None:
        super().__init__("\n".join(str(flaw) for flaw in flaws))
        self.flaws = flaws


class MissingWordingError(LookupError):
    """A phrase is missing: add it to `content/phrases/<language>.yaml`."""

    def __init__(self, language: str, key: str) -> None:
        super().__init__(f"content/phrases/{language}.yaml: no phrase {key!r}; add a line {key}: …")
